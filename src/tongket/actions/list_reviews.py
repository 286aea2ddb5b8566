"""The reviews that were written out of the ledger, each with the moment that gives it again."""

from dataclasses import dataclass
from datetime import datetime

from tongket.ledger.entries import recorded
from tongket.terms.tables import ReviewRow


@dataclass(frozen=True, slots=True)
class Written:
    """A review, and when it was first written: what `write_again` takes as `known_at`."""

    review: ReviewRow
    at: datetime


def list_reviews() -> list[Written]:
    """Return every review of the ledger that is open, the first one first."""
    return [Written(row, at) for at, row in recorded(ReviewRow)]
