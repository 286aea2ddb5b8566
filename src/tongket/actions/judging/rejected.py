"""Which records a person rejected: they are no longer told in reviews, and lead to no task."""

from collections.abc import Sequence
from datetime import datetime

from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.terms.work import VerdictRow


def rejected(documents: Sequence[str], known_at: datetime | None = None) -> frozenset[str]:
    """Return the ids of the records of some documents that are rejected.

    Args:
        documents: Ids of documents.
        known_at: As known at this moment; None for now.
    """
    verdicts = latest(rows_of(VerdictRow, known_at=known_at, document=documents))
    return frozenset(row.entry for row in verdicts if row.verdict == "rejected")
