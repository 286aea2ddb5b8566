"""What every table of the ledger has in common: rows are added, never changed and never taken away."""

from django.db import models


class Entry(models.Model):
    """A row of the ledger; triggers of the database refuse UPDATE and DELETE (`migrations/0002`)."""

    class Meta:
        """No table of its own."""

        app_label = "ledger"
        abstract = True
