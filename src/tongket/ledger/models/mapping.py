"""The table of `MappingRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Mapping(Entry):
    """With what readings were attributed: profile, rules, reader; id `M-`."""

    id = models.CharField(max_length=64, primary_key=True)
    rules = models.TextField()
    reader = models.TextField()
    profile = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "mapping"
