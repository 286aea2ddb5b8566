"""Which records a person rejected: they are no longer told in reviews, and lead to no task."""

from collections.abc import Sequence
from datetime import datetime

from tongket.ledger.entries import rows_of
from tongket.terms.work import VerdictRow


def rejected(documents: Sequence[str], known_at: datetime | None = None) -> frozenset[str]:
    """Return the ids of the records of some documents that are rejected.

    Args:
        documents: Ids of documents.
        known_at: As known at this moment; None for now.
    """
    rows = rows_of(VerdictRow, known_at=known_at, document=documents)
    replaced = {row.replaces for row in rows}
    return frozenset(row.entry for row in rows if row.verdict == "rejected" and row.id not in replaced)
