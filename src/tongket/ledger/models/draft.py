"""The table of `DraftRow` (`terms/work.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Draft(Entry):
    """A version of a review as it is edited: its content as JSON (`docs/desk.md`); id `DR-`."""

    id = models.CharField(max_length=64, primary_key=True)
    org = models.TextField(db_index=True)
    period = models.TextField()
    content = models.TextField()
    note = models.TextField()
    by = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "draft"
        constraints: ClassVar = [replaced_once("draft")]
