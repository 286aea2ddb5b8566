"""Records that people made by hand, put into a newer reading of their document."""

from dataclasses import replace

from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.tables import Row, StatementRow
from tongket.terms.work import AddedRow


def added_again(document: str, reading: str) -> list[Row]:
    """Return the statements that people added to a document, as records of another reading of it.

    Figures are kept by their corrections (`actions/corrected.py`), which belong to a place and not to a reading.

    Args:
        document: Its id.
        reading: Id of the newer reading.
    """
    by_hand = [row for row in rows_of(AddedRow, document=document) if row.kind != "figure"]
    before = {row.id: row for row in rows_of(StatementRow, id=[row.entry for row in by_hand])} if by_hand else {}
    return [
        replace(before[row.entry], id=entry_id("S", reading, row.start, row.end, row.kind), reading=reading)
        for row in by_hand
        if row.entry in before
    ]
