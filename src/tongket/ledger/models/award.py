"""The table of `AwardRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Award(Entry):
    """An honour given; `grantor` is empty where not told; id `A-`."""

    id = models.CharField(max_length=64, primary_key=True)
    reading = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    honour = models.TextField()
    grantor = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    sentence = models.TextField()
    page = models.BigIntegerField()
    line = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "award"
