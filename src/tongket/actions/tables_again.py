"""Read the tables of a document anew, by a newer reader, as they were read before: a person's mapping is kept."""

from tongket.actions.dhis2.observed import is_exchange
from tongket.actions.dhis2.take_in_values import rows_of_values
from tongket.actions.sheet_rows import mapping_of_reading, rows_of_sheet
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.document import Document
from tongket.terms.records import Reading
from tongket.terms.tables import ReadingRow, Row


def tables_again(document: Document, size: int, plain: Reading, replaced: str) -> list[Row]:
    """Return the rows of a reading that takes the place of a newer plain one; none where the older one was plain.

    Args:
        document: As taken from the file.
        size: Of the file in bytes.
        plain: Its new reading.
        replaced: Id of the reading that the new one takes the place of; empty for none.
    """
    plain_id = entry_id("R", document.source_sha256, plain.reader)
    mapping = mapping_of_reading(replaced) if replaced else None
    if mapping is not None:
        return rows_of_sheet(document, size, plain, mapping, plain_id)
    rows = rows_of(ReadingRow, id=replaced) if replaced else []
    return rows_of_values(document, size, plain, plain_id) if rows and is_exchange(rows[0]) else []
