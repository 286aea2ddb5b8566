"""Take in a file of figures: a sheet by a mapping that is proposed first, or a DHIS2 file by the profile's ids.

Everything is taken in as any document is (`take_in.py`); a mapping that is accepted adds a reading that takes the
plain one's place. The same file and mapping a second time change nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tongket.actions.dhis2.observed import is_exchange
from tongket.actions.dhis2.take_in_values import rows_of_values
from tongket.actions.dhis2.values import is_value_set
from tongket.actions.searching.index_again import add_and_index
from tongket.actions.sheet_rows import SHEETS, mapping_of_reading, rows_of_sheet
from tongket.actions.take_in import TakenIn, reader_version, take_in
from tongket.document.files import read_file
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.reading import read
from tongket.reading.attribution import attribute
from tongket.reading.sheets.layout import tables_of
from tongket.reading.sheets.proposal import Proposal
from tongket.reading.sheets.proposing import propose
from tongket.reading.sheets.refitting import refit
from tongket.terms.document import Document
from tongket.terms.errors import TongketError
from tongket.terms.profile import Profile
from tongket.terms.records import Reading
from tongket.terms.sheet_mapping import SheetMapping
from tongket.terms.tables import DocumentRow, FindingRow, ReadingRow

_NAMED_AS_SHEETS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".csv", ".tsv", ".ods"})
_HEAD = 64


@dataclass(frozen=True)
class Sheet:
    """A file with tables of figures, read, with what its tables are proposed to mean."""

    document: Document
    plain: Reading
    proposal: Proposal


@dataclass(frozen=True)
class TakenTable:
    """What became of a file of figures.

    Attributes:
        taken: As any document; its findings are those of the reading that holds now.
        reading: Id of that reading.
        new: Whether this call added it.
        unknown: Rows and columns of which a mapping made for another file says nothing.
    """

    taken: TakenIn
    reading: str
    new: bool
    unknown: tuple[str, ...] = ()


def open_sheet(file: Path, profile: Profile) -> Sheet | None:
    """Read a file and propose what its tables mean; None where it is no sheet or has no tables of figures."""
    # Reading a scan takes minutes: only what may be a sheet by its name is read to see whether it is one.
    document = read_file(file) if file.suffix.lower() in _NAMED_AS_SHEETS else None
    if document is None or document.format not in SHEETS or not tables_of(document):
        return None
    plain = read(document)
    return Sheet(document, plain, propose(document, profile, attribute(plain, profile)))


def take_in_sheet(file: Path, sheet: Sheet, mapping: SheetMapping, profile: Profile, at: datetime) -> TakenTable:
    """Take in a sheet by a mapping that somebody accepted.

    Args:
        file: The sheet.
        sheet: As read from it.
        mapping: What its tables mean; one made for another file of the same form is put on this one.
        profile: Whose orgs and indicators it names.
        at: When new entries are recorded.

    Raises:
        TongketError: The mapping names an org or indicator the profile does not have, or fits nothing of the sheet.
    """
    refitted = refit(mapping, sheet.proposal)
    _check(refitted.mapping, profile)
    if mapping.sha256 != sheet.document.source_sha256 and not _has_words_of(refitted.mapping, mapping):
        message = f"Bảng ghép của “{mapping.name}” không có cột nào giống “{sheet.document.name}”: không dùng được."
        raise TongketError(message)
    taken = take_in(file, at)
    last = _last_reading(taken.document)
    if mapping_of_reading(last.id) == refitted.mapping and last.reader.startswith(reader_version()):
        return TakenTable(_with_findings(taken, last.id), last.id, new=False, unknown=refitted.unknown)
    add_and_index(rows_of_sheet(sheet.document, _size(taken), sheet.plain, refitted.mapping, last.id), at=at)
    reading = _last_reading(taken.document).id
    return TakenTable(_with_findings(taken, reading), reading, new=True, unknown=refitted.unknown)


def take_in_values(file: Path, at: datetime) -> TakenTable | None:
    """Take in a file of DHIS2 `dataValueSets`; None where it is none.

    Args:
        file: Of any kind.
        at: When new entries are recorded.
    """
    document = read_file(file) if _may_be_json(file) else None
    if document is None or document.format != "txt" or not is_value_set(document.text):
        return None
    taken = take_in(file, at)
    last = _last_reading(taken.document)
    new = not (is_exchange(last) and last.reader.startswith(reader_version()))
    if new:
        add_and_index(rows_of_values(document, _size(taken), read(document), last.id), at=at)
    reading = _last_reading(taken.document).id
    return TakenTable(_with_findings(taken, reading), reading, new=new)


def _may_be_json(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(_HEAD).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    except OSError:
        return False


def _last_reading(document: str) -> ReadingRow:
    return latest(rows_of(ReadingRow, document=document))[0]


def _with_findings(taken: TakenIn, reading: str) -> TakenIn:
    found = rows_of(FindingRow, reading=reading, mapping="")
    findings = tuple(sorted(found, key=lambda row: (row.start, row.id)))
    return TakenIn(taken.file, taken.document, taken.known_as, findings)


def _size(taken: TakenIn) -> int:
    return rows_of(DocumentRow, id=taken.document)[0].size


def _check(mapping: SheetMapping, profile: Profile) -> None:
    lines = [line for table in mapping.tables for line in (*table.rows, *table.columns)]
    orgs = {mapping.org, *(each.org for each in mapping.tables), *(each.org for each in lines)} - {""}
    indicators = {*(each.indicator for each in mapping.tables), *(each.indicator for each in lines)} - {""}
    for what, named, known in (
        ("đơn vị", orgs, {org.id for org in profile.orgs}),
        ("chỉ tiêu", indicators, {each.id for each in profile.indicators}),
    ):
        if strange := sorted(named - known):
            message = f"Bảng ghép của “{mapping.name}” nêu {what} “{strange[0]}”, hồ sơ không có. Hãy sửa bảng ghép."
            raise TongketError(message)


def _has_words_of(refitted: SheetMapping, mapping: SheetMapping) -> bool:
    words = {line.words for table in mapping.tables for line in table.columns}
    return any(line.words in words for table in refitted.tables for line in table.columns)
