"""The table of `VerdictRow` (`terms/work.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Verdict(Entry):
    """A person's word on a record that was read: `accepted`, `rejected`, or `open` again; id `VD-`."""

    id = models.CharField(max_length=64, primary_key=True)
    document = models.TextField(db_index=True)
    entry = models.TextField(db_index=True)
    verdict = models.TextField()
    by = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "verdict"
        constraints: ClassVar = [replaced_once("verdict")]
