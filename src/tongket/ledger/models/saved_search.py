"""The table of `SavedSearchRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class SavedSearch(Entry):
    """A question of the search that a person keeps; a `WithdrawalRow` takes it away; id `SV-`."""

    id = models.CharField(max_length=64, primary_key=True)
    person = models.TextField(db_index=True)
    name = models.TextField()
    query = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "saved_search"
