"""The table of `InboxRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Inbox(Entry):
    """A file that came in; whether it is read is told by the documents; id `BX-`."""

    id = models.CharField(max_length=64, primary_key=True)
    batch = models.TextField(db_index=True)
    document = models.TextField(db_index=True)
    name = models.TextField()
    org = models.TextField(db_index=True)
    via = models.TextField()
    by = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "inbox"
