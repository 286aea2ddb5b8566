"""Take one file into the ledger: its reading and every entry in one transaction, or nothing of it."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from tongket.actions.entries import rows_of_reading
from tongket.actions.searching.index_again import add_and_index
from tongket.actions.tables_again import tables_again
from tongket.document.files import read_file
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.reading import read
from tongket.terms.document import Document
from tongket.terms.tables import DocumentRow, FindingRow, ReadingRow

_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of one file.

    Attributes:
        file: As it was asked for.
        document: Document id.
        known_as: The name under which the same bytes were there before; empty for a new document.
        findings: Of the file and of what it says, in the order of the text.
    """

    file: Path
    document: str
    known_as: str = ""
    findings: tuple[FindingRow, ...] = ()


def take_in(file: Path, at: datetime) -> TakenIn:
    """Take in one file; one whose bytes this version of the reader has read before changes nothing.

    Args:
        file: Of any kind.
        at: When its entries are recorded.
    """
    document_id = _sha256(file)
    earlier = rows_of(ReadingRow, document=document_id)
    known = [reading.id for reading in earlier if reading.reader == reader_version()]
    if known:
        return TakenIn(file, document_id, rows_of(DocumentRow, id=document_id)[0].name, _findings(document_id))
    document = replace(read_file(file), source_sha256=document_id)
    reading = read(document)
    replaces = next((row.id for row in latest(earlier)), "")
    size = _size(file)
    again = tables_again(document, size, reading, replaces)
    add_and_index([*rows_of_reading(document, size, reading, replaces), *again], at=at)
    return TakenIn(file, document_id, findings=_findings(document_id))


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Return the version of the grammar that reads now."""
    return read(Document("", "", (), "txt", "")).reader


def _findings(document: str) -> tuple[FindingRow, ...]:
    """Return the findings of the reading that holds: the plain one, or one of its tables."""
    readings = latest(rows_of(ReadingRow, document=document))
    found = rows_of(FindingRow, reading=[row.id for row in readings], mapping="")
    return tuple(sorted(found, key=lambda row: (row.start, row.id)))


def _sha256(file: Path) -> str:
    """Hash the bytes of a file; of one that cannot be read, its name, so that it is not lost from the review."""
    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while piece := stream.read(_AT_ONCE):
                digest.update(piece)
    except OSError:
        return hashlib.sha256(b"unreadable:" + str(file).encode()).hexdigest()
    return digest.hexdigest()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
