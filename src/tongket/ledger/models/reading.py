"""The table of `ReadingRow` (`terms/tables.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry


class Reading(Entry):
    """What one version of the reader made of a document."""

    id = models.CharField(max_length=64, primary_key=True)
    document = models.CharField(max_length=64, db_index=True)
    reader = models.TextField()
    replaces = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "reading"
        indexes: ClassVar = [models.Index(fields=["replaces"], name="reading_replaces")]
