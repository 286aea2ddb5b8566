"""The table of `StepRow` (`terms/work.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Step(Entry):
    """A step of a report or a review on its way (`terms/steps.py`); id `ST-`."""

    id = models.CharField(max_length=64, primary_key=True)
    org = models.TextField(db_index=True)
    report = models.TextField()
    period = models.TextField()
    step = models.TextField()
    draft = models.TextField()
    comment = models.TextField()
    by = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "step"
        indexes: ClassVar = [models.Index(fields=["period"], name="step_period")]
        constraints: ClassVar = [replaced_once("step")]
