"""The table of `PartRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Part(Entry):
    """One part of a total: `part` is the id of a figure (`F-`) or of another total (`T-`)."""

    id = models.CharField(max_length=64, primary_key=True)
    total = models.CharField(max_length=64, db_index=True)
    place = models.BigIntegerField()
    part = models.TextField()
    label = models.TextField()
    text = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "part"
