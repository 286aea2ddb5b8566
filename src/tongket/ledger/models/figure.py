"""The table of `FigureRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.exact_decimal import ExactDecimalField
from tongket.ledger.model import Entry


class Figure(Entry):
    """A figure as read, with everything needed to show it and to tell what it counts."""

    id = models.CharField(max_length=64, primary_key=True)
    reading = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    kind = models.TextField()
    low = ExactDecimalField(null=True)
    high = ExactDecimalField(null=True)
    approx = models.BooleanField()
    noun = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    sentence = models.TextField()
    at = models.BigIntegerField()
    before = models.TextField()
    headings = models.TextField()
    in_cell = models.BooleanField()
    column = models.TextField()
    said_in = models.TextField()
    page = models.BigIntegerField()
    line = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "figure"
