"""The reviews that were written out of the ledger, each with the moment that gives it again."""

from dataclasses import dataclass
from datetime import datetime

from tongket.ledger.entries import recorded_at, rows_of
from tongket.terms.tables import ReviewRow


@dataclass(frozen=True, slots=True)
class Written:
    """A review, and when it was first written: what `write_again` takes as `known_at`."""

    review: ReviewRow
    at: datetime


def list_reviews() -> list[Written]:
    """Return every review of the ledger that is open, the first one first."""
    reviews = {row.id: row for row in rows_of(ReviewRow)}
    return [Written(reviews[name], at) for name, at in recorded_at(ReviewRow).items()]
