"""Get a process ready for its first visitor, who would else wait seconds for what every later one finds there."""

from django.urls import get_resolver

from tongket.reading import read
from tongket.terms.document import Document


def get_ready() -> None:
    """Load all pages with what they need, and the grammar of the reader."""
    _ = get_resolver().url_patterns
    read(Document("", "", (), "txt", ""))
