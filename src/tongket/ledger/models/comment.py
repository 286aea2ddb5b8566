"""The table of `CommentRow` (`terms/work.py`)."""

from django.db import models

from tongket.ledger.model import Entry


class Comment(Entry):
    """What a person says about an entry; `place` is the paragraph of a draft, empty elsewhere; id `CM-`."""

    id = models.CharField(max_length=64, primary_key=True)
    about = models.TextField(db_index=True)
    place = models.TextField()
    text = models.TextField()
    by = models.TextField()

    class Meta(Entry.Meta):
        """One table, named for its row."""

        db_table = "comment"
