"""The table of `SheetMappingRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class SheetMapping(Entry):
    """With which mapping the tables of a document were read; the id is the reading's."""

    id = models.CharField(max_length=64, primary_key=True)
    document = models.CharField(max_length=64, db_index=True)
    mapping = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "sheet_mapping"
