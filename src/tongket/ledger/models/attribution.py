"""The table of `AttributionRow` (`terms/tables.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry


class Attribution(Entry):
    """Whose report a reading is and for which period, by one mapping."""

    id = models.CharField(max_length=64, primary_key=True)
    mapping = models.CharField(max_length=64, db_index=True)
    reading = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    org = models.TextField()
    org_basis = models.TextField()
    period = models.TextField()
    period_basis = models.TextField()
    day = models.TextField()
    replaces = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "attribution"
        indexes: ClassVar = [
            models.Index(fields=["period", "org"], name="attribution_period_org"),
            models.Index(fields=["replaces"], name="attribution_replaces"),
        ]
