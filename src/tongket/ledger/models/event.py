"""The table of `EventRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Event(Entry):
    """An event; texts are empty where not told, `main` is True for what the document reports on; id `E-`."""

    id = models.CharField(max_length=64, primary_key=True)
    reading = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    main = models.BooleanField()
    kind = models.TextField()
    date = models.TextField()
    host = models.TextField()
    org = models.TextField()
    place = models.TextField()
    reviewed = models.TextField()
    ahead = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    page = models.BigIntegerField()
    line = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "event"
