"""The table of `OrgShareRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.exact_decimal import ExactDecimalField
from tongket.ledger.model import Entry


class OrgShare(Entry):
    """Which part of an org went to another in a change; id `I-`."""

    id = models.CharField(max_length=64, primary_key=True)
    change = models.CharField(max_length=64, db_index=True)
    source = models.TextField()
    target = models.TextField()
    share = ExactDecimalField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "org_share"
