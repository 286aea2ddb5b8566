"""The table of `OrgChangeRow` (`terms/tables.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class OrgChange(Entry):
    """A change of the map; id `H-`."""

    id = models.CharField(max_length=64, primary_key=True)
    kind = models.TextField()
    date = models.TextField()
    sources = models.TextField()
    targets = models.TextField()
    basis = models.TextField()
    share_basis = models.TextField()
    source = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "org_change"
        constraints: ClassVar = [replaced_once("org_change")]
