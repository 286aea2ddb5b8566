"""The table of `FormRow` (`terms/tables.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Form(Entry):
    """A reading as JSON of `tongket-reading/1` with its text; `id` is the reading's. Apart, since it is long."""

    id = models.CharField(max_length=64, primary_key=True)
    form = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "form"
