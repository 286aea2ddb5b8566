"""The table of `ReviewRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Review(Entry):
    """A review that was written; id `R-`."""

    id = models.CharField(max_length=64, primary_key=True)
    mapping = models.CharField(max_length=64, db_index=True)
    org = models.TextField()
    period = models.TextField()
    entries = models.CharField(max_length=64)
    totals = models.BigIntegerField()
    sentences = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "review"
