"""Tables on a printed page: pieces that stand in rows and columns, told by their places alone."""

from collections.abc import Sequence
from typing import NamedTuple

from tongket.document.printed import Printed

# Pieces whose middles differ by less than this share of their size stand in one row.
_ROW_SLACK = 0.6
# A line of a cell that goes on stands closer to the one above than this, in sizes.
_TIGHT = 1.7
_LEAST_ROWS = {2: 4, 3: 3}
_MOST_COLUMNS = 40


class PrintedCell(NamedTuple):
    """A cell, with row and column from 1."""

    row: int
    column: int
    pieces: list[Printed]


class PrintedTable(NamedTuple):
    """A table; `pieces` are those that it took from the page."""

    cells: list[PrintedCell]
    pieces: list[Printed]


def tables_of_page(pieces: Sequence[Printed]) -> list[PrintedTable]:
    """Find the tables of one page.

    Args:
        pieces: Its pieces.

    Returns:
        Runs of rows of at least two pieces that share their columns: three rows of three columns, or four of two.
    """
    found = []
    run: list[list[Printed]] = []
    for row in [*_rows(pieces), []]:
        if len(row) > 1 or (run and row and _goes_on(run[-1], row[0])):
            run.append(row)
            continue
        table = _table(run)
        if table:
            found.append(table)
        run = []
    return found


def _rows(pieces: Sequence[Printed]) -> list[list[Printed]]:
    rows: list[list[Printed]] = []
    for piece in sorted(pieces, key=lambda piece: -(piece.top + piece.bottom)):
        middle = (piece.top + piece.bottom) / 2
        if rows and abs((rows[-1][0].top + rows[-1][0].bottom) / 2 - middle) < _ROW_SLACK * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _goes_on(above: list[Printed], piece: Printed) -> bool:
    """Tell whether a piece alone in its row is a further line of one cell of the row above."""
    over = [held for held in above if held.left < piece.right and piece.left < held.right]
    return len(above) > 1 and len(over) == 1 and 0 < over[0].bottom - piece.bottom < _TIGHT * piece.size


def _table(run: list[list[Printed]]) -> PrintedTable | None:
    columns = _columns([piece for row in run for piece in row])
    full = sum(1 for row in run if len(row) > 1)
    least = _LEAST_ROWS.get(len(columns), _LEAST_ROWS[3])
    if not 1 < len(columns) <= _MOST_COLUMNS or full < least:
        return None
    cells: list[PrintedCell] = []
    number = 0
    for row in run:
        places = [_column_of(piece, columns) for piece in row]
        if len(set(places)) != len(places):
            return None
        fresh = len(row) > 1
        number += fresh
        for place, piece in zip(places, row, strict=True):
            above = None if fresh else next((cell for cell in reversed(cells) if cell.column == place), None)
            if above is not None and above.row == number:
                above.pieces.append(piece)
            else:
                cells.append(PrintedCell(max(number, 1), place, [piece]))
    return PrintedTable(cells, [piece for row in run for piece in row])


def _columns(pieces: Sequence[Printed]) -> list[tuple[float, float]]:
    """Return the stretches of the page's width that pieces cover, from left to right."""
    found: list[tuple[float, float]] = []
    for left, right in sorted((piece.left, piece.right) for piece in pieces):
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _column_of(piece: Printed, columns: Sequence[tuple[float, float]]) -> int:
    return next(
        (place for place, (left, right) in enumerate(columns, start=1) if left <= piece.left < right), len(columns)
    )
