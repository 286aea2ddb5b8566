"""The table of `EvidenceRow` (`terms/work.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Evidence(Entry):
    """What a person says of a sentence proposed for a task or a directive: `confirmed` or `refused`; id `EV-`."""

    id = models.CharField(max_length=64, primary_key=True)
    about = models.TextField(db_index=True)
    entry = models.TextField(db_index=True)
    org = models.TextField(db_index=True)
    stage = models.TextField()
    verdict = models.TextField()
    by = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "evidence"
        constraints: ClassVar = [replaced_once("evidence")]
