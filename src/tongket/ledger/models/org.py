"""The table of `OrgRow` (`terms/tables.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Org(Entry):
    """A row of dated facts about an org; id `G-`."""

    id = models.CharField(max_length=64, primary_key=True)
    org = models.TextField(db_index=True)
    name = models.TextField()
    level = models.TextField()
    aliases = models.TextField()
    parent = models.TextField()
    kind = models.TextField()
    code = models.TextField()
    valid_from = models.TextField()
    valid_to = models.TextField()
    source = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "org"
        constraints: ClassVar = [replaced_once("org")]
