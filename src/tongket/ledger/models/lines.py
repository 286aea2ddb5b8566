"""The table of `LinesRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Lines(Entry):
    """How the lines of a document look, as JSON; `id` is the reading's."""

    id = models.CharField(max_length=64, primary_key=True)
    document = models.TextField(db_index=True)
    lines = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "lines"
