"""The table of `StatementRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Statement(Entry):
    """A sentence that tells a `result`, a `limitation` or a `task`; `id` begins with `S-`."""

    id = models.CharField(max_length=64, primary_key=True)
    reading = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    kind = models.TextField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    headings = models.TextField()
    page = models.BigIntegerField()
    line = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "statement"
