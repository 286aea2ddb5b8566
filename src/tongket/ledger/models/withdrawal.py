"""The table of `WithdrawalRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Withdrawal(Entry):
    """Takes back an entry; id `V-`."""

    id = models.CharField(max_length=64, primary_key=True)
    entry = models.CharField(max_length=64, db_index=True)
    reason = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "withdrawal"
