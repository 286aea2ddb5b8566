"""What every table of the ledger has in common: rows are added, never changed and never taken away."""

from django.db import models


class Entry(models.Model):
    """A row of the ledger; triggers of the database refuse to change it or take it away (`append_only.py`)."""

    recorded_at = models.DateTimeField()

    class Meta:
        """No table of its own."""

        app_label = "ledger"
        abstract = True


def replaced_once(table: str) -> models.UniqueConstraint:
    """Let no two entries of a table replace the same one: of two who correct at once the second is refused."""
    return models.UniqueConstraint(fields=["replaces"], condition=~models.Q(replaces=""), name=f"{table}_replaced_once")
