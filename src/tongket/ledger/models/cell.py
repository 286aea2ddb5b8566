"""The table of `CellRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Cell(Entry):
    """In which cell of a sheet a figure stands; the id is the figure's."""

    id = models.CharField(max_length=64, primary_key=True)
    document = models.CharField(max_length=64, db_index=True)
    sheet = models.TextField()
    table = models.BigIntegerField()
    row = models.BigIntegerField()
    column = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "cell"
