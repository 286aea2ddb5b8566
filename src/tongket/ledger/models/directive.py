"""The table of `DirectiveRow` (`terms/tables.py`)."""

from typing import ClassVar

from django.db import models

from tongket.ledger.model import Entry


class Directive(Entry):
    """A directive cited; the span is its first citation, `sentence` the one around it; id `D-`."""

    id = models.CharField(max_length=64, primary_key=True)
    reading = models.CharField(max_length=64, db_index=True)
    document = models.CharField(max_length=64, db_index=True)
    key = models.TextField()
    date = models.TextField()
    times = models.BigIntegerField()
    start = models.BigIntegerField()
    end = models.BigIntegerField()
    quote = models.TextField()
    sentence = models.TextField()
    page = models.BigIntegerField()
    line = models.BigIntegerField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "directive"
        indexes: ClassVar = [models.Index(fields=["key"], name="directive_key")]
