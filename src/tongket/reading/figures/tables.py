"""The figures of tables: cells that hold a number, with the words of their row and column.

A cell has no sentence around it, so its noun is made of the label of its row, the heads of its column and its
measure: `Số hội nghị – Năm 2024 (hội nghị)`. Columns that number the rows, and cells that name a year or a period,
are no figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import NamedTuple

from tongket.reading.cues import phrases
from tongket.reading.figures.numbers import MAGNITUDES, read_amount, tidy
from tongket.reading.page import Page
from tongket.terms.document import Line, LineKind
from tongket.terms.quantity import Quantity
from tongket.terms.records import Figure, FigureKind
from tongket.terms.span import Span

_NUMBER = re.compile(r"[0-9][0-9.,]*(?: [0-9]{3})*(?: ?%)?")
_SHEET_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_INDEX = re.compile(r"\(?(?:[0-9]{1,2}|[a-z])\)?(?: ?= ?[^a-z]*)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONEY = re.compile(r"\b(?:(nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?:đồng|vnđ)\b")
_SHARE = re.compile(r"%|phần trăm|\btỷ lệ\b|\btỉ lệ\b")
_THOUSANDS = 3
_HEAD_ROWS = 4  # more rows of head were not met
_WITHOUT = "txt"  # the format whose reader tells of no tables


class Cell(NamedTuple):
    """A cell of a table: its words, their key, and where they stand."""

    text: str
    key: str
    span: Span
    sheet: bool


@dataclass(frozen=True)
class Grid:
    """One table.

    Attributes:
        cells: By row and column, counted from 1.
        head: The rows of its head, empty where it has none.
        label: The column of the labels, None where no column holds words.
        measure: The column of the measures, None where there is none.
        silent: Columns whose numbers are no figures.
    """

    cells: dict[tuple[int, int], Cell]
    head: range
    label: int | None
    measure: int | None
    silent: frozenset[int]

    @cached_property
    def by_row(self) -> dict[int, list[Cell]]:
        """The cells of every row, from the left."""
        found: dict[int, list[Cell]] = {}
        for (row, _), cell in sorted(self.cells.items()):
            found.setdefault(row, []).append(cell)
        return found

    def rows(self) -> list[int]:
        """Return the rows below the head."""
        return sorted({row for row, _ in self.cells if row >= self.head.stop})

    def columns(self) -> list[int]:
        """Return the columns that may hold figures."""
        outside = {self.label, self.measure, *self.silent}
        return sorted({column for _, column in self.cells} - outside)


class Entry(NamedTuple):
    """A figure of a table with its row and column."""

    row: int
    column: int
    figure: Figure


def read_cells(page: Page) -> tuple[Figure, ...]:
    """Read the figures of every table of the body, in the order of the text."""
    found = [entry.figure for grid in read_grids(page) for entry in entries(grid)]
    return tuple(sorted(found, key=lambda figure: figure.span))


def number_cells(page: Page) -> list[Span]:
    """Return the spans of cells that hold a number and nothing else; what they mean only `read_cells` can tell."""
    if page.document.format == _WITHOUT:
        return []
    lines = page.document.lines
    return [line.span for line in lines if line.kind is LineKind.CELL and _NUMBER.fullmatch(page.key, *line.span)]


def read_grids(page: Page) -> list[Grid]:
    """Return the tables of the body."""
    if page.document.format == _WITHOUT:
        return []
    tables: dict[tuple[str | None, int | None], dict[tuple[int, int], Cell]] = {}
    for line in page.document.lines:
        if line.kind is LineKind.CELL and line.origin.row and line.origin.column and _in_body(page, line):
            cells = tables.setdefault((line.origin.sheet, line.origin.table), {})
            words = line.span.of(page.text).strip()
            cells.setdefault(
                (line.origin.row, line.origin.column),
                Cell(words, line.span.of(page.key).strip(), line.span, line.origin.sheet is not None),
            )
    return [_grid(cells) for cells in tables.values()]


def _in_body(page: Page, line: Line) -> bool:
    return any(part.start <= line.span.start and line.span.end <= part.end for part in page.body)


def _grid(cells: dict[tuple[int, int], Cell]) -> Grid:
    first, last = _head_rows(cells)
    head = range(first, last + 1)
    heads = {place: cell.key.strip(" .:") for place, cell in cells.items() if place[0] in head}
    ordinal = {column for (_, column), key in heads.items() if key in _tagged("ordinal")}
    remark = {column for (_, column), key in heads.items() if key in _tagged("remark")}
    silent = ordinal | remark | _counting_columns(cells, head)
    words = [column for column in sorted({at for _, at in cells} - silent) if _holds_words(cells, head, column)]
    measures = {column for (_, column), key in heads.items() if key in _tagged("measure")}
    # "Đơn vị" over the first words of a row is who, over the second it is the measure.
    measure = next((column for column in words[1:] if column in measures), None)
    label = next((column for column in words if column != measure), None)
    return Grid(cells, head, label, measure, frozenset(silent))


@cache
def _tagged(tag: str) -> frozenset[str]:
    return frozenset(phrase for phrase, tags in phrases("tables.txt").items() if tag in tags)


def _head_rows(cells: dict[tuple[int, int], Cell]) -> tuple[int, int]:
    """Return the first and last row of the head, (1, 0) where there is none.

    Rows of one cell at the top are a title. The head are the rows below it that hold no number but years, and a row
    that counts the columns.
    """
    by_row: dict[int, list[str]] = {}
    for (row, _), cell in sorted(cells.items()):
        by_row.setdefault(row, []).append(cell.key)
    rows = list(by_row)
    while len(rows) > 1 and len(by_row[rows[0]]) == 1:
        rows.pop(0)
    first, end = rows[0] if rows else 1, 0
    for row in rows[:_HEAD_ROWS]:
        keys = by_row[row]
        index = end > 0 and len(keys) > 1 and all(_INDEX.fullmatch(key) for key in keys)
        if not (index or all(_YEAR.fullmatch(key) or not _NUMBER.fullmatch(key) for key in keys)):
            break
        if not index and end and _names_group(keys):
            break
        end = row
    return (first, end) if rows and end < rows[-1] else (1, 0)


def _names_group(keys: list[str]) -> bool:
    """Tell whether a row only names what follows ("I | Công tác tuyên truyền"), and so is no head."""
    return len([key for key in keys if key]) <= 1 or re.fullmatch(r"[ivx]+|[a-h]", keys[0]) is not None


def _counting_columns(cells: dict[tuple[int, int], Cell], head: range) -> set[int]:
    """Return the first column where its numbers run 1, 2, 3 … and no head names it otherwise."""
    first = min((column for _, column in cells), default=0)
    keys = [
        cell.key.strip("().") for (row, column), cell in sorted(cells.items()) if column == first and row >= head.stop
    ]
    numbers = [int(key) for key in keys if key.isdecimal()]
    named = any(column == first and row in head and cell.key for (row, column), cell in cells.items())
    runs = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return {first} if runs and not named else set()


def _holds_words(cells: dict[tuple[int, int], Cell], head: range, column: int) -> bool:
    """Tell whether most cells of a column are words or years."""
    keys = [cell.key for (row, at), cell in cells.items() if at == column and row >= head.stop and cell.key]
    words = sum(1 for key in keys if _YEAR.fullmatch(key) or not _NUMBER.fullmatch(key))
    return bool(keys) and words * 2 > len(keys)


def entries(grid: Grid) -> Iterator[Entry]:
    """Return the figures of a table, row by row."""
    columns = grid.columns()
    heads = {column: _column_head(grid, column) for column in columns}
    for row in grid.rows():
        label = grid.cells.get((row, grid.label)) if grid.label else None
        measure = grid.cells.get((row, grid.measure)) if grid.measure else None
        for column in columns:
            cell = grid.cells.get((row, column))
            if cell and (value := _value(cell)) is not None:
                words = (label.text if label else "", heads[column], measure.text if measure else "")
                yield Entry(row, column, _figure(cell, value, words))


def is_total(grid: Grid, row: int) -> bool:
    """Tell whether a row adds up the others ("Tổng cộng", "Toàn tỉnh")."""
    keys = (cell.key.strip(" .:") for cell in grid.by_row.get(row, ()))
    return any(key in _tagged("total") for key in keys)


def _column_head(grid: Grid, column: int) -> str:
    """Return the heads above a column, top first; a head over several columns is carried to those right of it."""
    words: list[str] = []
    for row in grid.head:
        at = max((c for r, c in grid.cells if r == row and c <= column), default=None)
        cell = grid.cells[row, at] if at is not None else None
        if cell is None or (at != column and _stops(grid, row, column)) or _INDEX.fullmatch(cell.key):
            continue
        if cell.text and cell.text not in words:
            words.append(cell.text)
    return " – ".join(words)


def _stops(grid: Grid, row: int, column: int) -> bool:
    """Tell whether the head left of an empty place does not reach over it.

    It does where the column has a head of its own below and none above: a head above reaches down instead.
    """
    heads = [(at, grid.cells.get((at, column))) for at in grid.head]
    own = [at for at, cell in heads if cell and not _INDEX.fullmatch(cell.key)]
    return not own or own[0] < row


def _value(cell: Cell) -> Decimal | None:
    """Return the number a cell holds, None where it holds none or something else."""
    if not _NUMBER.fullmatch(cell.key):
        return None
    digits = cell.key.rstrip("% ")
    if cell.sheet and _SHEET_DECIMAL.fullmatch(digits) and len(digits.partition(".")[2]) != _THOUSANDS:
        return Decimal(digits)
    amount = read_amount(digits, 0)
    if amount is not None and amount.end == len(digits):
        return amount.value
    return Decimal(digits) if digits.isdecimal() else None


def _figure(cell: Cell, value: Decimal, words: tuple[str, str, str]) -> Figure:
    label, head, measure = words
    share = cell.key.endswith("%") or _SHARE.search(head.lower()) is not None
    kind = FigureKind.PERCENT if share or _SHARE.search((measure or label).lower()) else FigureKind.COUNT
    if kind is FigureKind.COUNT and (money := _MONEY.search(" ".join(words).lower())):
        kind, value = FigureKind.MONEY, tidy(value * MAGNITUDES.get(money[1], 1))
    noun = " – ".join(part for part in (label, head) if part) + (f" ({measure})" if measure and not share else "")
    return Figure(kind, Quantity(value, value), cell.span, noun or None)
