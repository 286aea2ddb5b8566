"""The table of `TellingRow` (`terms/work.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Telling(Entry):
    """A person says whose report a document is and for which period; id `TL-`."""

    id = models.CharField(max_length=64, primary_key=True)
    document = models.TextField(db_index=True)
    org = models.TextField(db_index=True)
    period = models.TextField()
    reason = models.TextField()
    by = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "telling"
        constraints: ClassVar = [replaced_once("telling")]
