"""The table of `TaskRow` (`terms/work.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Task(Entry):
    """A task with who does it, until when and how it stands; id `TS-`."""

    id = models.CharField(max_length=64, primary_key=True)
    task = models.TextField(db_index=True)
    org = models.TextField(db_index=True)
    text = models.TextField()
    origin = models.TextField()
    owners = models.TextField()
    due = models.TextField()
    status = models.TextField()
    note = models.TextField()
    by = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "task"
        constraints: ClassVar = [replaced_once("task")]
