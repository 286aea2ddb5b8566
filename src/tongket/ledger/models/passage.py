"""The table of `Passage` (`terms/passages.py`): made out of the readings, so it may be made anew; no entry."""

from django.db import models


class Passage(models.Model):
    """A sentence of a document; its words lie in the table `passage_words`, as each database searches them best."""

    id = models.BigAutoField(primary_key=True)
    document = models.CharField(max_length=64, db_index=True)
    reading = models.CharField(max_length=64, db_index=True)
    start = models.BigIntegerField()
    line = models.BigIntegerField()
    text = models.TextField()
    records = models.TextField()

    class Meta:
        """One table, named for its row."""

        app_label = "ledger"
        db_table = "passage"

    def __str__(self) -> str:
        """Return the text."""
        return self.text
