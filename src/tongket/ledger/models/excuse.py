"""The table of `ExcuseRow` (`terms/tables.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Excuse(Entry):
    """An org need not give a report; id `K-`."""

    id = models.CharField(max_length=64, primary_key=True)
    org = models.TextField(db_index=True)
    report = models.TextField()
    period = models.TextField()
    reason = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "excuse"
        constraints: ClassVar = [replaced_once("excuse")]
