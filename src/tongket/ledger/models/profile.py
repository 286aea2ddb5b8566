"""The table of `ProfileRow` (`terms/work.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry, replaced_once


class Profile(Entry):
    """The profile that the desk works with, as the text of its file; id `PF-`."""

    id = models.CharField(max_length=64, primary_key=True)
    text = models.TextField()
    by = models.TextField()
    replaces = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "profile"
        constraints: ClassVar = [replaced_once("profile")]
