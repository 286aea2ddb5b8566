"""The table of `ObservationRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Observation(Entry):
    """What a figure is, by one mapping; `indicator` is empty where a `reason` keeps it out of every total."""

    id = models.CharField(max_length=64, primary_key=True)
    mapping = models.CharField(max_length=64, db_index=True)
    figure = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    indicator = models.TextField()
    org = models.TextField()
    period = models.TextField()
    reason = models.TextField()
    scope = models.TextField()
    base = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "observation"
