"""The table of `TokenRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Token(Entry):
    """A program acts for a person at one org; `secret` is the sha256 of the token; id `TK-`."""

    id = models.CharField(max_length=64, primary_key=True)
    person = models.TextField(db_index=True)
    org = models.TextField(db_index=True)
    name = models.TextField()
    secret = models.TextField(db_index=True)
    until = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "token"
