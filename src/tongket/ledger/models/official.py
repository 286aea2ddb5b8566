"""The table of `OfficialRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Official(Entry):
    """An office-holder; posts one a line, roles with spaces between; the span is the first mention; id `O-`."""

    id = models.CharField(max_length=64, primary_key=True)
    reading = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    name = models.TextField()
    posts = models.TextField()
    roles = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    page = models.BigIntegerField()
    line = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "official"
