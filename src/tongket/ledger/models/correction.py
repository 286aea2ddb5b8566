"""The table of `CorrectionRow` (`terms/tables.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.exact_decimal import ExactDecimalField
from tongket.ledger.model import Entry, replaced_once


class Correction(Entry):
    """What a person says in place of what was read; id `C-`."""

    id = models.CharField(max_length=64, primary_key=True)
    replaces = models.CharField(max_length=64)
    document = models.CharField(max_length=64, db_index=True)
    figure = models.CharField(max_length=64, db_index=True)
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    nth = models.BigIntegerField()
    indicator = models.TextField()
    org = models.TextField()
    period = models.TextField()
    low = ExactDecimalField(null=True)
    high = ExactDecimalField(null=True)
    approx = models.BooleanField()
    reason = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "correction"
        constraints: ClassVar = [replaced_once("correction")]
