"""The table of `AddedRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Added(Entry):
    """A record that the reader missed and a person made; id `AD-`."""

    id = models.CharField(max_length=64, primary_key=True)
    document = models.TextField(db_index=True)
    entry = models.TextField(db_index=True)
    kind = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    by = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "added"
