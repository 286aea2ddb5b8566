"""The table of `TotalRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.exact_decimal import ExactDecimalField
from tongket.ledger.model import Entry


class Total(Entry):
    """A figure of a review that was added up or put together; id `T-`."""

    id = models.CharField(max_length=64, primary_key=True)
    mapping = models.CharField(max_length=64, db_index=True)
    org = models.TextField()
    period = models.TextField()
    indicator = models.TextField()
    kind = models.TextField()
    low = ExactDecimalField(null=True)
    high = ExactDecimalField(null=True)
    approx = models.BooleanField()
    conflict = models.BooleanField()
    rests_on = models.BigIntegerField()
    owed = models.BigIntegerField()
    label = models.TextField()
    text = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "total"
