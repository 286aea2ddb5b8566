"""What is in the ledger: every document with whose report it is, what was read in it and what is doubtful."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tongket.actions.attribute import latest_readings
from tongket.ledger.entries import rows_of
from tongket.terms.tables import (
    AttributionRow,
    AwardRow,
    DirectiveRow,
    DocumentRow,
    EventRow,
    FigureRow,
    FindingRow,
    ObservationRow,
    OfficialRow,
    Row,
    StatementRow,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One document of the ledger; counts are of its latest reading, `counted` of figures that are an indicator."""

    document: DocumentRow
    reader: str
    org: str
    period: str
    figures: int
    counted: int
    statements: int
    events: int
    directives: int
    officials: int
    awards: int
    findings: tuple[FindingRow, ...]


def list_documents() -> list[Listed]:
    """Return every document of the ledger that is open, by name."""
    readings = latest_readings()
    told = {row.reading: row for row in rows_of(AttributionRow)}
    counted = Counter(row.document for row in _of_mapping(rows_of(ObservationRow), told) if row.indicator)
    findings = rows_of(FindingRow)
    counts = {row_type: _by_reading(rows_of(row_type)) for row_type in _COUNTED}
    listed = []
    for document in sorted(rows_of(DocumentRow), key=lambda row: (row.name, row.id)):
        reading = readings[document.id]
        whose = told.get(reading.id)
        mappings = {"", whose.mapping if whose else ""}
        listed.append(
            Listed(
                document=document,
                reader=reading.reader,
                org=whose.org if whose else "",
                period=whose.period if whose else "",
                figures=counts[FigureRow][reading.id],
                counted=counted[document.id],
                statements=counts[StatementRow][reading.id],
                events=counts[EventRow][reading.id],
                directives=counts[DirectiveRow][reading.id],
                officials=counts[OfficialRow][reading.id],
                awards=counts[AwardRow][reading.id],
                findings=tuple(each for each in findings if each.reading == reading.id and each.mapping in mappings),
            )
        )
    return listed


_COUNTED: tuple[type[FigureRow | StatementRow | EventRow | DirectiveRow | OfficialRow | AwardRow], ...] = (
    FigureRow,
    StatementRow,
    EventRow,
    DirectiveRow,
    OfficialRow,
    AwardRow,
)


def _of_mapping(rows: Iterable[ObservationRow], told: dict[str, AttributionRow]) -> Iterable[ObservationRow]:
    mappings = {row.document: row.mapping for row in told.values()}
    return (row for row in rows if mappings.get(row.document) == row.mapping)


def _by_reading(rows: Iterable[Row]) -> Counter[str]:
    return Counter(getattr(row, "reading", "") for row in rows)
