"""The records of a document as they stand: what was read, what people said of it, what is doubtful."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tongket.actions.attribute import latest_readings_of, mapping_of
from tongket.actions.corrected import corrections, places_of
from tongket.actions.inbox.lines import lines_of
from tongket.actions.inbox.told import as_told
from tongket.actions.judging.doubts import Doubts
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.ledger.names import entry_id
from tongket.reading.form import reading_from_json
from tongket.terms.document import Line
from tongket.terms.quantity import Quantity
from tongket.terms.tables import (
    AttributionRow,
    AwardRow,
    CorrectionRow,
    DirectiveRow,
    DocumentRow,
    EventRow,
    FigureRow,
    FindingRow,
    FormRow,
    ObservationRow,
    OfficialRow,
    ReadingRow,
    StatementRow,
)
from tongket.terms.work import AddedRow, VerdictRow

UNDONE = "undone"
"""The verdict by which an acceptance made by mistake is taken back: from then on nobody has spoken of the record."""

SourceRow = FigureRow | StatementRow | EventRow | DirectiveRow | OfficialRow | AwardRow


class Kind(StrEnum):
    """What a record is, in the order in which a page shows them."""

    FIGURE = "figure"
    RESULT = "result"
    LIMITATION = "limitation"
    TASK = "task"
    EVENT = "event"
    DIRECTIVE = "directive"
    OFFICIAL = "official"
    AWARD = "award"


class Verdict(StrEnum):
    """A person's word on a record."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Attributes:
        row: As read.
        kind: As above.
        verdict: What a person says of it.
        said: The verdict itself, which the next one replaces; None where nobody spoke.
        observed: Of a figure, what the mapping makes of it; None for others.
        correction: Of a figure, the correction that holds; None for none.
        doubts: Why a person has to look, in Vietnamese; empty for a sure one.
        by_hand: Who made it, where the reader missed it; else empty.
    """

    row: SourceRow
    kind: Kind
    verdict: Verdict = Verdict.OPEN
    said: VerdictRow | None = None
    observed: ObservationRow | None = None
    correction: CorrectionRow | None = None
    doubts: tuple[str, ...] = ()
    by_hand: str = ""

    @property
    def sure(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.doubts

    @property
    def spoken(self) -> bool:
        """Whether a person's word on it stands: open again is one, undone is none."""
        return self.said is not None and self.said.verdict != UNDONE

    @property
    def waits(self) -> bool:
        """Whether a person has to look at it and has not yet."""
        return bool(self.doubts) and self.verdict is Verdict.OPEN

    @property
    def quantity(self) -> Quantity | None:
        """Of a figure, the number with its bounds as it counts now."""
        if self.correction is not None:
            return self.correction.quantity
        return self.row.quantity if isinstance(self.row, FigureRow) else None

    @property
    def counts(self) -> tuple[str, str, str]:
        """Of a figure, indicator, org and period by which it counts now; empty where it does not."""
        told = self.correction or self.observed
        return (told.indicator, told.org, told.period) if told is not None else ("", "", "")

    @property
    def seen(self) -> str:
        """What a person who sees this record has seen of what people said: given back with what they say."""
        return f"{self.said.id if self.said else ''}.{self.correction.id if self.correction else ''}"


@dataclass(frozen=True)
class ReadDocument:
    """A document with its text, its lines and its records in the order of the text."""

    row: DocumentRow
    reading: ReadingRow
    text: str
    lines: Sequence[Line]
    records: Sequence[Record]
    attribution: AttributionRow | None
    findings: Sequence[FindingRow]


def read_document(document: str) -> ReadDocument | None:
    """Return a document with all its records; None where it was not read yet.

    Args:
        document: Its id.
    """
    readings = latest_readings_of(document)
    if not readings:
        return None
    reading = readings[0]
    form = reading_from_json(rows_of(FormRow, id=reading.id)[0].form)
    attribution = _attribution(reading)
    findings = _findings(reading, attribution)
    return ReadDocument(
        rows_of(DocumentRow, id=document)[0],
        reading,
        form.text,
        lines_of(reading.id, form.text),
        records_of(reading, attribution, findings),
        attribution,
        findings,
    )


def record_named(document: str, entry: str) -> Record | None:
    """Return one record of the latest reading of a document; None where it has no such record."""
    for reading in latest_readings_of(document):
        attribution = _attribution(reading)
        for record in records_of(reading, attribution, _findings(reading, attribution), entry):
            if record.row.id == entry:
                return record
    return None


def records_of(
    reading: ReadingRow, attribution: AttributionRow | None, findings: Iterable[FindingRow], entry: str = ""
) -> list[Record]:
    """Return the records of a reading in the order of the text.

    Args:
        reading: Which.
        attribution: Whose report it is; None where that was not asked yet.
        findings: Of the reading and of the attribution.
        entry: Only the record of this id, so that one of a thousand is found at once; empty for all.
    """
    doubts = Doubts(findings)
    found = _figures(reading, attribution, doubts, entry)
    found += [Record(row, kind, doubts=doubts.of(row)) for row, kind in _others(reading, entry)]
    said = _verdicts_by_record(reading.document, [record.row for record in found])
    by_hand = {row.entry: row.by for row in rows_of(AddedRow, document=reading.document)}
    complete = [_with_words(record, said.get(record.row.id), by_hand.get(record.row.id, "")) for record in found]
    return sorted(complete, key=lambda record: (record.row.start, record.row.end, record.row.id))


def _figures(reading: ReadingRow, attribution: AttributionRow | None, doubts: Doubts, entry: str) -> list[Record]:
    observed = _observed(reading, attribution, entry)
    held = {(row.document, row.start, row.end, row.nth): row for row in corrections(documents=[reading.document])}
    # Which figure a correction is of tells only the whole reading.
    figures = rows_of(FigureRow, reading=reading.id) if held or not entry else rows_of(FigureRow, id=entry)
    places = places_of(figures) if held else {}
    found = []
    for row in figures:
        correction = held.pop(places[row.id], None) if held else None
        doubtful = () if correction else doubts.of_figure(row, observed.get(row.id))
        found.append(Record(row, Kind.FIGURE, observed=observed.get(row.id), correction=correction, doubts=doubtful))
    # What a person said of a place goes on holding where this reading has no figure there.
    gone = {row.id: row for row in rows_of(FigureRow, id=[row.figure for row in held.values()])} if held else {}
    found += [Record(gone[row.figure], Kind.FIGURE, correction=row) for row in held.values()]
    return [record for record in found if not entry or record.row.id == entry]


def _verdicts_by_record(document: str, rows: Sequence[SourceRow]) -> dict[str, VerdictRow]:
    """Return the last verdict on each record by its id; one on an earlier reading's record holds in its place."""
    said = {row.entry: row for row in latest(rows_of(VerdictRow, document=document))}
    here = {row.id for row in rows}
    elsewhere = sorted(said.keys() - here)
    found = {entry: row for entry, row in said.items() if entry in here}
    if not elsewhere or len(rows_of(ReadingRow, document=document)) == 1:
        return found
    before: list[SourceRow] = []
    for kind in _TABLES:
        before += rows_of(kind, id=[each for each in elsewhere if each[0] == kind.__name__[0]])
    by_place = {_place(row): said[row.id] for row in before}
    return {row.id: by_place[_place(row)] for row in rows if _place(row) in by_place} | found


_TABLES: tuple[type[SourceRow], ...] = (FigureRow, StatementRow, EventRow, DirectiveRow, OfficialRow, AwardRow)


def _place(row: SourceRow) -> tuple[str, int, int]:
    return row.id[0], row.start, row.end


def first_of_chain(entry: str) -> str:
    """Return what the first verdict on a record takes the place of: a name, so that there is one chain."""
    return entry_id("VD", entry)


def _with_words(record: Record, said: VerdictRow | None, by_hand: str) -> Record:
    verdict = Verdict(said.verdict) if said and said.verdict != UNDONE else Verdict.OPEN
    return Record(
        record.row, record.kind, verdict, said, record.observed, record.correction, record.doubts, by_hand
    )  # fmt: skip


def _others(reading: ReadingRow, entry: str) -> Iterable[tuple[SourceRow, Kind]]:
    asked = _asked(reading, entry)
    yield from ((row, Kind(row.kind)) for row in rows_of(StatementRow, **asked))
    yield from ((row, Kind.EVENT) for row in rows_of(EventRow, **asked))
    yield from ((row, Kind.DIRECTIVE) for row in rows_of(DirectiveRow, **asked))
    yield from ((row, Kind.OFFICIAL) for row in rows_of(OfficialRow, **asked))
    yield from ((row, Kind.AWARD) for row in rows_of(AwardRow, **asked))


def _asked(reading: ReadingRow, entry: str) -> dict[str, Any]:
    return {"id": entry} if entry else {"reading": reading.id}


def _attribution(reading: ReadingRow) -> AttributionRow | None:
    mapping = mapping_of(office().profile)
    rows = sorted(rows_of(AttributionRow, reading=reading.id), key=lambda row: (row.mapping == mapping, row.id))
    return as_told(rows[-1:])[0] if rows else None


def _observed(reading: ReadingRow, attribution: AttributionRow | None, entry: str) -> dict[str, ObservationRow]:
    if attribution is None:
        return {}
    of: dict[str, Any] = {"figure": entry} if entry else {"document": reading.document}
    rows = rows_of(ObservationRow, mapping=attribution.mapping, **of)
    return {row.figure: row for row in rows}


def _findings(reading: ReadingRow, attribution: AttributionRow | None) -> list[FindingRow]:
    mappings = {"", attribution.mapping if attribution else ""}
    return [row for row in rows_of(FindingRow, reading=reading.id) if row.mapping in mappings]
