"""Whose a document is once what people said of it is put over what was read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tongket.ledger.entries import rows_of
from tongket.ledger.holding import holding
from tongket.terms.tables import AttributionRow
from tongket.terms.work import TellingRow


def tellings(documents: Sequence[str] | None = None, known_at: datetime | None = None) -> dict[str, TellingRow]:
    """Return what people say whose documents are, by document id.

    Args:
        documents: Ids of documents; None for all.
        known_at: As known at this moment; None for now.
    """
    of = {} if documents is None else {"document": documents}
    return {row.document: row for row in holding(rows_of(TellingRow, known_at=known_at, **of), ())}


def as_told(rows: Iterable[AttributionRow], known_at: datetime | None = None) -> list[AttributionRow]:
    """Return attributions, those of documents that a person spoke of with that person's org and period.

    Args:
        rows: As read.
        known_at: As known at this moment; None for now.
    """
    read = list(rows)
    said = tellings(known_at=known_at) if len(read) > 1 else tellings([row.document for row in read], known_at)
    return [_as_said(row, said[row.document]) if row.document in said else row for row in read]


def _as_said(row: AttributionRow, said: TellingRow) -> AttributionRow:
    return replace(row, org=said.org, period=said.period, org_basis=said.reason, period_basis=said.reason)
