"""The totals that a person may put into a draft as links."""

from tongket.ledger.entries import rows_of
from tongket.terms.tables import PartRow, TotalRow
from tongket.terms.work import DraftRow


def linkable_totals(version: DraftRow) -> list[TotalRow]:
    """Return the totals of a draft's org and period, without those that are parts of another."""
    rows = rows_of(TotalRow, org=version.org, period=version.period)
    parts = {row.part for row in rows_of(PartRow, total=[row.id for row in rows])} if rows else set()
    return [row for row in rows if row.id not in parts]
