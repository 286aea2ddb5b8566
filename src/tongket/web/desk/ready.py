"""Get a process ready for its first visitor, who would else wait seconds for what every later one finds there."""

import gc

from django.urls import get_resolver

from tongket.actions.roll_up import plan
from tongket.reading import read
from tongket.terms.document import Document

_BETWEEN_LOOKS = 50_000


def get_ready() -> None:
    """Load all pages with what they need, the grammar of the reader and the questions of the roll-up."""
    _ = get_resolver().url_patterns
    read(Document("", "", (), "txt", ""))
    plan()
    # What is made for an answer, a hundred thousand small things, is not looked through for circles again and again.
    gc.set_threshold(_BETWEEN_LOOKS, 20, 20)
