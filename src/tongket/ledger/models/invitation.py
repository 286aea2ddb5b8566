"""The table of `InvitationRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Invitation(Entry):
    """Somebody may make an account and gets a role by it; id `IN-`."""

    id = models.CharField(max_length=64, primary_key=True)
    email = models.TextField()
    org = models.TextField(db_index=True)
    role = models.TextField()
    secret = models.TextField(db_index=True)
    until = models.TextField()
    by = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "invitation"
