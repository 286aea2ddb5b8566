"""The table of `FindingRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Finding(Entry):
    """A fault or doubt of a document; `start` and `end` are -1 where the whole document is meant."""

    id = models.CharField(max_length=64, primary_key=True)
    mapping = models.CharField(max_length=64, db_index=True)
    reading = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    code = models.TextField()
    severity = models.TextField()
    message = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    line = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "finding"
