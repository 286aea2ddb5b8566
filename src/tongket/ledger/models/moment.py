"""The table of `MomentRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Moment(Entry):
    """When rows were written, one row a writing transaction."""

    id = models.CharField(max_length=64, primary_key=True)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "moment"
