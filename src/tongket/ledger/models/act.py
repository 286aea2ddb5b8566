"""The table of `ActRow` (`terms/work.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry


class Act(Entry):
    """A line of the audit log: who did what, for which org, to which entry; `told` says it in words; id `AC-`."""

    id = models.CharField(max_length=64, primary_key=True)
    by = models.TextField()
    verb = models.TextField()
    org = models.TextField(db_index=True)
    entry = models.TextField(db_index=True)
    told = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "act"
        # The log is read from its end.
        indexes: ClassVar = [models.Index(fields=["-recorded_at", "-id"], name="act_newest_first")]
