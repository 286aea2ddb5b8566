"""The table of `DocumentRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Document(Entry):
    """An original: `id` is the sha256 of its bytes, `readable` False where nothing could be taken from it."""

    id = models.CharField(max_length=64, primary_key=True)
    name = models.TextField()
    format = models.TextField()
    size = models.BigIntegerField()
    readable = models.BooleanField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "document"
