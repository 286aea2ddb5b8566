"""Read a document that came in: its entries, how its lines look, whose report it is. What the job of the inbox does."""

from datetime import datetime

from tongket.actions.attribute import attribute_document
from tongket.actions.dhis2.observed import is_exchange
from tongket.actions.inbox.aside import ReaderAside
from tongket.actions.judging.added_again import added_again
from tongket.actions.people.office import office
from tongket.actions.searching.index_again import add_and_index
from tongket.actions.sheet_rows import mapping_of_reading
from tongket.actions.tables_again import tables_again
from tongket.actions.take_in import reader_version
from tongket.document.files import read_bytes
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.reading import read
from tongket.terms.errors import TongketError
from tongket.terms.tables import ReadingRow, Row
from tongket.terms.work import InboxRow, OriginalRow


def read_item(item: str, aside: ReaderAside, at: datetime) -> None:
    """Read the document of an item of the inbox; one that this version of the reader has read is only attributed.

    Args:
        item: Id of the item (`BX-`).
        aside: The process that reads.
        at: When new entries are recorded.

    Raises:
        TongketError: There is no such item, or its file can never be read (`TooCostlyError`).
    """
    found = rows_of(InboxRow, id=item)
    if not found:
        message = f"Hộp đến không có mục “{item}”."
        raise TongketError(message)
    read_document(found[0].document, found[0].name, aside, at)


def read_document(document: str, name: str, aside: ReaderAside, at: datetime) -> None:
    """Read a document whose bytes the ledger keeps, as `read_item`.

    Args:
        document: Its id.
        name: Its file name.
        aside: The process that reads.
        at: When new entries are recorded.
    """
    earlier = rows_of(ReadingRow, document=document)
    if not any(row.reader == reader_version() for row in earlier):
        last = next(iter(latest(earlier)), None)
        data = rows_of(OriginalRow, id=document)[0].content
        rows = aside.read(bytes(data), name, last.id if last else "")
        reading = next(row.id for row in rows if isinstance(row, ReadingRow))
        again = [*_tables(bytes(data), name, last), *added_again(document, reading)] if last else []
        add_and_index([*rows, *again], at=at)
    attribute_document(document, office().profile, at)


def _tables(data: bytes, name: str, last: ReadingRow) -> list[Row]:
    """Return the tables of a document as a person had mapped them; only such documents are read a second time."""
    if mapping_of_reading(last.id) is None and not is_exchange(last):
        return []
    document = read_bytes(data, name)
    return tables_again(document, len(data), read(document), last.id)
