"""The table of `OriginalRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Original(Entry):
    """The bytes of a document; `id` is their sha256."""

    id = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "original"
