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
        if row and (_fits(run, row) if len(row) > 1 else _goes_on(run, row[0])):
            run.append(row)
            continue
        table = _table(run)
        if table:
            found.append(table)
        run = [row] if len(row) > 1 else []
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


def _fits(run: list[list[Printed]], row: list[Printed]) -> bool:
    """Tell whether each piece of a row stands in one column of the rows above, no two in the same."""
    columns = _columns([piece for held in run for piece in held])
    places = [[place for place, column in enumerate(columns) if _over(column, piece)] for piece in row]
    alone = [place[0] for place in places if place]
    return all(len(place) <= 1 for place in places) and len(set(alone)) == len(alone)


def _goes_on(run: list[list[Printed]], piece: Printed) -> bool:
    """Tell whether a piece alone in its row is a further line of one cell of the row above."""
    if not run:
        return False
    over = [held for held in run[-1] if _over((held.left, held.right), piece)]
    return len(over) == 1 and 0 < over[0].bottom - piece.bottom < _TIGHT * piece.size and _fits(run, [piece])


def _over(column: tuple[float, float], piece: Printed) -> bool:
    return column[0] < piece.right and piece.left < column[1]


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
