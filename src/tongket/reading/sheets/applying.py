"""The figures of a sheet by a mapping: every number of its tables, scaled, with the cell it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.figures.numbers import tidy
from tongket.reading.sheets.amounts import read_cell
from tongket.reading.sheets.layout import SheetCell, SheetTable, tables_of
from tongket.reading.sheets.matching import kind_in
from tongket.terms.document import Document
from tongket.terms.quantity import Quantity
from tongket.terms.records import Figure, FigureKind
from tongket.terms.sheet_mapping import MappedLine, MappedTable, SheetMapping

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class SheetFigure:
    """A figure with its cell: sheet (empty where the format has none), table, row and column, counted from 1."""

    figure: Figure
    sheet: str
    table: int
    row: int
    column: int


@dataclass(frozen=True)
class AppliedTable:
    """One table read by its mapping.

    Attributes:
        table: The table.
        mapped: None where the mapping knows nothing of it.
        figures: What its cells hold, but for those joined over lines of several meanings.
        unclear: The cells joined over lines of several meanings: of which of them they tell is not said.
    """

    table: SheetTable
    mapped: MappedTable | None
    figures: tuple[SheetFigure, ...]
    unclear: tuple[SheetCell, ...] = ()


def apply(document: Document, mapping: SheetMapping) -> list[AppliedTable]:
    """Return the tables of a document with their figures, those that the mapping leaves out among them.

    What a figure is by its mapping is told by `observing.observe`, cell by cell.
    """
    found = []
    for table in tables_of(document):
        mapped = mapped_table(mapping, table.sheet, table.table, table.body)
        figures = list(_figures(table, mapped))
        unclear = {each.figure.span: cell for each in figures if (cell := _for_several(table, each))}
        clear = tuple(each for each in figures if each.figure.span not in unclear)
        found.append(AppliedTable(table, mapped, clear, tuple(unclear.values())))
    return found


def mapped_table(mapping: SheetMapping, sheet: str, table: int, rows: tuple[int, ...]) -> MappedTable | None:
    """Return what the mapping says of a table; of several in one sheet the one that has one of its rows."""
    found = [each for each in mapping.tables if (each.sheet, each.table) == (sheet, table)]
    return next((each for each in found if any(line.place in rows for line in each.rows)), found[0] if found else None)


def line_at(lines: tuple[MappedLine, ...], place: int) -> MappedLine | None:
    """Return the row or column of that place."""
    return next((line for line in lines if line.place == place), None)


def _figures(table: SheetTable, mapped: MappedTable | None) -> Iterator[SheetFigure]:
    rows = {line.place: line for line in mapped.rows} if mapped else {}
    columns = {line.place: line for line in mapped.columns} if mapped else {}
    scale = mapped.scale if mapped else _ONE
    for row in sorted({*table.body, *rows}):
        for column in sorted({*table.numbers, *columns}):
            cell = table.cells.get((row, column))
            amount = read_cell(cell.text) if cell else None
            if cell is None or amount is None:
                continue
            told = [line for line in (rows.get(row), columns.get(column)) if line is not None]
            noun, kind = _noun(table, row, column)
            kind = FigureKind.PERCENT if amount.percent else kind
            figure = Figure(kind, _scaled(amount.quantity, scale, told), cell.span, noun)
            yield SheetFigure(figure, table.sheet, table.table, row, column)


def _for_several(table: SheetTable, figure: SheetFigure) -> SheetCell | None:
    """Return the cell of a figure that is joined over lines of several meanings, None for any other."""
    cell = table.cells[figure.row, figure.column]
    rows = {_label(table, row) for row in table.body if figure.row <= row < figure.row + cell.down} - {()}
    columns = {table.head_of(at) for at in table.numbers if figure.column <= at < figure.column + cell.across} - {()}
    return cell if len(rows) > 1 or len(columns) > 1 else None


def _label(table: SheetTable, row: int) -> tuple[str, ...]:
    return tuple(filter(None, (table.label_of(row, at) for at in table.labels)))


def _noun(table: SheetTable, row: int, column: int) -> tuple[str | None, FigureKind]:
    """Return the words that say what a cell counts, and the kind of figure they tell."""
    heads = table.head_of(column)
    label = " ".join(_label(table, row))
    cell = table.cells.get((row, table.measure)) if table.measure else None
    measure = cell.text if cell else ""
    noun = " – ".join(filter(None, (label, *heads))) + (f" ({measure})" if measure else "")
    return noun or None, kind_in(" ".join([*heads, measure or label]))


def _scaled(quantity: Quantity, scale: Decimal, told: list[MappedLine]) -> Quantity:
    for line in told:
        scale *= line.scale
    low, high = (None if value is None else tidy(value * scale) for value in (quantity.low, quantity.high))
    return Quantity(low, high, quantity.approx or any(line.approx for line in told))
