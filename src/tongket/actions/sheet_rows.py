"""The rows of a document whose tables are read by a mapping: a reading of its own that takes the plain one's place.

The figures are those of the mapping (scaled, with bounds), each with its cell; everything else is as read. The same
document and mapping make the same rows; going back to an earlier mapping makes a new reading, since the ledger only
grows.
"""

from dataclasses import replace

from tongket.actions.entries import rows_of_reading
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.reading.sheets.applying import SheetFigure, apply
from tongket.reading.sheets.checking import check_joined, check_totals
from tongket.terms.document import Document, LineKind
from tongket.terms.records import Reading
from tongket.terms.sheet_mapping import SheetMapping
from tongket.terms.sheet_mapping_form import mapping_from_toml, mapping_to_toml
from tongket.terms.tables import CellRow, FigureRow, ReadingRow, Row, SheetMappingRow

# The plain reading compares the totals of tables without knowing what their lines mean.
_COMPARED_ANEW = "COLUMN-DOES-NOT-ADD-UP"


def rows_of_sheet(document: Document, size: int, plain: Reading, mapping: SheetMapping, replaces: str) -> list[Row]:
    """Return every row of a document read by a mapping.

    Args:
        document: With cells.
        size: Of the file in bytes.
        plain: Its reading without a mapping.
        mapping: What its tables mean.
        replaces: Id of the reading this one takes the place of.
    """
    tables = apply(document, mapping)
    found = [each for table in tables for each in table.figures]
    cells = {line.span.start for line in document.lines if line.kind is LineKind.CELL}
    beside = [figure for figure in plain.figures if figure.span.start not in cells and document.format not in SHEETS]
    findings = [finding for finding in plain.findings if finding.code != _COMPARED_ANEW]
    text = mapping_to_toml(mapping)
    reading = replace(
        plain,
        figures=tuple(sorted((*beside, *(each.figure for each in found)), key=lambda figure: figure.span)),
        findings=(*findings, *(found for each in tables for found in (*check_totals(each), *check_joined(each)))),
        reader=f"{plain.reader}+{entry_id('L', text, replaces)}",
    )
    rows = rows_of_reading(document, size, reading, replaces)
    reading_id = next(row.id for row in rows if isinstance(row, ReadingRow))
    return [*rows, SheetMappingRow(reading_id, document.source_sha256, text), *_cells(rows, found)]


SHEETS = frozenset({"xlsx", "csv", "ods"})
"""Formats in which everything stands in cells."""


def mapping_of_reading(reading: str) -> SheetMapping | None:
    """Return the mapping a reading was made with; None for a plain one."""
    rows = rows_of(SheetMappingRow, id=reading)
    return mapping_from_toml(rows[0].mapping, reading) if rows else None


def _cells(rows: list[Row], found: list[SheetFigure]) -> list[Row]:
    by_start = {row.start: row for row in rows if isinstance(row, FigureRow)}
    return [
        CellRow(row.id, row.document, each.sheet, each.table, each.row, each.column)
        for each in found
        if (row := by_start.get(each.figure.span.start)) is not None
    ]
