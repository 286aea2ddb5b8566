"""The parts of a table in a sheet: title above, head, rows of figures, foot below; which columns hold what.

The head are the rows right above the first figures that have several cells; a row that numbers the columns is none
of them, nor are years in it figures. What stands above is the title, what stands below the last figures the foot.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from tongket.reading.cues import phrases
from tongket.reading.keyed import fold
from tongket.reading.sheets.amounts import is_number
from tongket.terms.document import Document, LineKind
from tongket.terms.span import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_INDEX = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?(?: ?= ?[^a-zđ]*)?")
_GROUP = re.compile(r"[ivxlc]+|[a-h]")
_LETTER = re.compile(r"[^\W\d_]")
_HEAD_ROWS = 4  # more rows of head were not met
_TITLE_CELLS = 1
_GROUP_CELLS = 2


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: its words, where they stand in the document's text, over how many columns and rows it is joined."""

    text: str
    span: Span
    across: int = 1
    down: int = 1

    @property
    def key(self) -> str:
        """The words folded, without marks around them."""
        return fold(" ".join(self.text.split())).strip(" .:*")


Place = tuple[int, int]
"""Row and column in the sheet, from 1."""


@dataclass(frozen=True)
class SheetTable:
    """One table with its parts.

    Attributes:
        sheet: Name of its sheet; empty where the format has none.
        table: Its place among the tables of the file, from 1.
        cells: By row and column.
        title: What stands above the head, one text a row.
        head: Its rows of head, from the top.
        body: Its rows from the first figures to the last.
        foot: What stands below the last figures, one text a row.
    """

    sheet: str
    table: int
    cells: Mapping[Place, SheetCell]
    title: tuple[str, ...]
    head: tuple[int, ...]
    body: tuple[int, ...]
    foot: tuple[str, ...]

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns with a cell in the body."""
        return tuple(sorted(self._below))

    @cached_property
    def ordinals(self) -> frozenset[int]:
        """The columns that number the rows."""
        named = {column for column in self.columns if self.tagged(column, "ordinal")}
        first = self.columns[:1]
        return frozenset(named | {column for column in first if not self._heads(column) and self._counts(column)})

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The columns that may hold figures."""
        outside = self.ordinals | {column for column in self.columns if self.tagged(column, "period")}
        return tuple(
            column
            for column in self.columns
            if column not in outside and any(is_number(cell.text) for cell in self.below(column))
        )

    @cached_property
    def measure(self) -> int | None:
        """The column that says in what each row is counted; "Đơn vị" over the first words of a row is who."""
        words = [column for column in self.columns if column not in self.ordinals and column not in self.numbers]
        return next((column for column in words[1:] if self.tagged(column, "measure")), None)

    @cached_property
    def labels(self) -> tuple[int, ...]:
        """The columns whose words say what a row is."""
        outside = {*self.numbers, *self.ordinals, self.measure}
        return tuple(column for column in self.columns if column not in outside and not self.tagged(column, "remark"))

    def below(self, column: int) -> Sequence[SheetCell]:
        """Return the cells of a column in the body."""
        return self._below.get(column, ())

    def row(self, place: int) -> Mapping[int, SheetCell]:
        """Return the cells of a row by their columns, from the left."""
        return self._rows.get(place, {})

    def tagged(self, column: int, tag: str) -> bool:
        """Tell whether a head of the column is a word of `data/tables.txt` under `tag`."""
        return not self._heads(column).isdisjoint(words_of(tag))

    def head_of(self, column: int) -> tuple[str, ...]:
        """Return the heads above a column, top first; one over several columns reaches to those right of it.

        In a row with joined heads each reaches as far as it is joined; in one without, up to the next head.
        """
        return self._head_words.get(column, ())

    def label_of(self, row: int, column: int) -> str:
        """Return a row's words in a column of labels; an empty place under a cell over several rows has its words.

        In a column with joined cells each reaches as far as it is joined; in one without, down to the next.
        """
        cell = self.row(row).get(column)
        if cell is not None:
            return cell.text
        if column in self._joined_labels:
            places = self._places_of(column)
            at = bisect_left(places, row)
            above = self.row(places[at - 1])[column] if at else None
            return above.text if above is not None and row < places[at - 1] + above.down else ""
        beside = any(other > column and other in self.row(row) for other in self.labels)
        places = self._places_of(column) if beside else []
        at = bisect_left(places, row)
        return self.row(places[at - 1])[column].text if at else ""

    @cached_property
    def _rows(self) -> dict[int, dict[int, SheetCell]]:
        return _by_row(self.cells)

    @cached_property
    def _below(self) -> dict[int, list[SheetCell]]:
        found: dict[int, list[SheetCell]] = {}
        for place in self.body:
            for column, cell in self.row(place).items():
                found.setdefault(column, []).append(cell)
        return found

    @cached_property
    def _head_words(self) -> dict[int, tuple[str, ...]]:
        columns = {*self.columns, *(column for row in self.head for column in self.row(row))}
        return {column: tuple(self._words_above(column)) for column in columns}

    @cached_property
    def _label_places(self) -> dict[int, list[int]]:
        return {column: [row for row in self.body if column in self.row(row)] for column in self.labels}

    @cached_property
    def _joined_labels(self) -> frozenset[int]:
        return frozenset(
            column
            for column, places in self._label_places.items()
            if any(self.row(row)[column].down > 1 for row in places)
        )

    @cached_property
    def _joined_heads(self) -> dict[Place, Place]:
        """Every place of the head under a joined cell, with the place of that cell."""
        columns = {*self.columns, *(column for row in self.head for column in self.row(row))}
        found: dict[Place, Place] = {}
        for row in self.head:
            for column, cell in self.row(row).items():
                if cell.across > 1 or cell.down > 1:
                    under = [each for each in columns if column <= each < column + cell.across]
                    rows = [each for each in self.head if row <= each < row + cell.down]
                    found |= {(down, across): (row, column) for down in rows for across in under}
        return found

    def _places_of(self, column: int) -> list[int]:
        return self._label_places.get(column, [])

    def _words_above(self, column: int) -> list[str]:
        found: list[str] = []
        for row in self.head:
            cells = self.row(row)
            at = self._head_at(row, column)
            cell = cells.get(at)
            if cell is not None and not _INDEX.fullmatch(cell.key) and cell.text not in found:
                found.append(cell.text)
        return found

    def _head_at(self, row: int, column: int) -> int:
        """Return the column of the head that stands over a place of the head; 0 for none."""
        cells = self.row(row)
        if column in cells:
            return column
        if (row, column) in self._joined_heads:
            top, left = self._joined_heads[row, column]
            # One that reaches down was told by its own row.
            return left if top == row else 0
        if any(cell.across > 1 for cell in cells.values()):
            return 0
        at = max((there for there in cells if there <= column), default=0)
        return 0 if at not in self.numbers or self._own_head(row, column) else at

    def _holds_words(self, column: int) -> bool:
        """Tell whether most cells of a column have letters; those of a column of periods may be bare years."""
        keys = [cell.key for cell in self.below(column)]
        return self.tagged(column, "period") or 2 * sum(_LETTER.search(key) is not None for key in keys) > len(keys)

    def _heads(self, column: int) -> frozenset[str]:
        return frozenset(self.row(row)[column].key for row in self.head if column in self.row(row))

    def _own_head(self, row: int, column: int) -> bool:
        """Tell whether an empty place in the head belongs to a head above it, or to none at all."""
        own = [at for at in self.head if (at, column) in self.cells]
        return not own or own[0] < row

    def _counts(self, column: int) -> bool:
        keys = [cell.key.strip("()") for cell in self.below(column)]
        numbers = [int(key) for key in keys if key.isdecimal()]
        return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


@cache
def words_of(tag: str) -> frozenset[str]:
    """Return the words of `data/tables.txt` under a tag."""
    return frozenset(phrase for phrase, tags in phrases("tables.txt").items() if tag in tags)


def tables_of(document: Document) -> list[SheetTable]:
    """Return the tables of a document that hold figures, in its order."""
    sheets: dict[tuple[str, int], dict[Place, SheetCell]] = {}
    for line in document.lines:
        origin = line.origin
        if line.kind is LineKind.CELL and origin.row and origin.column:
            cells = sheets.setdefault((origin.sheet or "", origin.table or 1), {})
            words = line.span.of(document.text).strip()
            cells.setdefault((origin.row, origin.column), SheetCell(words, line.span, origin.across, origin.down))
    return [table for (sheet, place), cells in sheets.items() for table in _tables(sheet, place, cells)]


def _tables(sheet: str, place: int, cells: Mapping[Place, SheetCell]) -> Iterator[SheetTable]:
    rows = _by_row(cells)
    for block in _blocks(rows):
        figures = [row for row in block if _has_figures(rows[row])]
        if figures:
            yield _table(sheet, place, {row: rows[row] for row in block}, figures)


def _by_row(cells: Mapping[Place, SheetCell]) -> dict[int, dict[int, SheetCell]]:
    rows: dict[int, dict[int, SheetCell]] = {}
    for (row, column), cell in sorted(cells.items()):
        rows.setdefault(row, {})[column] = cell
    return rows


def _blocks(rows: Mapping[int, dict[int, SheetCell]]) -> list[list[int]]:
    """Part the rows of a sheet where, after figures, another head begins: a row that starts with "TT"."""
    blocks: list[list[int]] = [[]]
    seen = False
    waiting: list[int] = []
    for row, cells in rows.items():
        figures = _has_figures(cells)
        if seen and not figures and next(iter(cells.values())).key in words_of("ordinal"):
            # What stands alone above the new head is its title.
            blocks.append([*waiting, row])
            seen, waiting = False, []
        elif seen and not figures and len(cells) <= _TITLE_CELLS:
            waiting.append(row)
        else:
            blocks[-1] += [*waiting, row]
            seen, waiting = seen or figures, []
    blocks[-1] += waiting
    return blocks


def _table(sheet: str, place: int, rows: Mapping[int, dict[int, SheetCell]], figures: Sequence[int]) -> SheetTable:
    order = list(rows)
    begin = order.index(figures[0])
    while begin and _is_group(rows[order[begin - 1]]):
        begin -= 1
    top = begin
    while top and begin - top < _HEAD_ROWS and len(rows[order[top - 1]]) > _TITLE_CELLS:
        top -= 1
    end = order.index(figures[-1]) + 1
    cells = {(row, column): cell for row, line in rows.items() for column, cell in line.items()}
    title, foot = (tuple(_joined(rows[row]) for row in part) for part in (order[:top], order[end:]))
    return SheetTable(sheet, place, cells, title, tuple(order[top:begin]), tuple(order[begin:end]), foot)


def _joined(cells: Mapping[int, SheetCell]) -> str:
    return " | ".join(cell.text for cell in cells.values())


def _has_figures(cells: Mapping[int, SheetCell]) -> bool:
    """Tell whether a row holds figures: numbers that are neither years, nor count the columns, nor number the row."""
    keys = [cell.key for cell in cells.values()]
    if _counts_columns(keys):
        return False
    return any(is_number(cell.text) and not _YEAR.fullmatch(cell.key) for cell in list(cells.values())[1:])


def _counts_columns(keys: Sequence[str]) -> bool:
    numbers = [int(found) for key in keys if (found := key.partition("=")[0].strip(" ()")).isdecimal()]
    first = numbers[0] if numbers else 0
    return (
        len(numbers) > 1
        and first <= 1
        and numbers == list(range(first, first + len(numbers)))
        and all(_INDEX.fullmatch(key) for key in keys)
    )


def _is_group(cells: Mapping[int, SheetCell]) -> bool:
    """Tell whether a row only names what follows: "I | Các huyện"."""
    keys = [cell.key for cell in cells.values()]
    return len(keys) == _GROUP_CELLS and _GROUP.fullmatch(keys[0]) is not None
