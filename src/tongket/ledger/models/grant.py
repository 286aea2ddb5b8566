"""The table of `GrantRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Grant(Entry):
    """A person acts for an org in a role (`terms/roles.py`); a `WithdrawalRow` ends it; id `GR-`."""

    id = models.CharField(max_length=64, primary_key=True)
    person = models.TextField(db_index=True)
    org = models.TextField(db_index=True)
    role = models.TextField()
    by = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "grant"
