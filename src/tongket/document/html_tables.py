"""Tables of a page: those of data told from those that only lay the page out, cells at their row and column."""

from lxml import etree

# A cell longer than this is a text set into a table.
_LONGEST_CELL = 600
# Spans beyond this are damage: no table of a report is wider; browsers cut them too (HTML, 4.9.11).
_WIDEST_SPAN = 100
_TALLEST_SPAN = 2000
_MOST_COLUMNS = 500
_LEAST_ROWS = _LEAST_COLUMNS = 2


def data_cells(table: etree._Element) -> list[tuple[etree._Element, int, int]] | None:
    """Return the cells of a table of data with row and column of their top left corner, from 1.

    Args:
        table: The `table`.

    Returns:
        None for a table that lays out the page: another table or a heading in it, one row or column, or long texts.
    """
    if next(table.iterdescendants("table", "h1", "h2", "form", "article"), None) is not None:
        return None
    rows = [row for row in table.iterdescendants("tr") if next(row.iterchildren("td", "th"), None) is not None]
    if len(rows) < _LEAST_ROWS:
        return None
    cells = _placed(rows)
    if max((column for _, _, column in cells), default=0) < _LEAST_COLUMNS:
        return None
    return None if any(_length(cell) > _LONGEST_CELL for cell, _, _ in cells) else cells


def _placed(rows: list[etree._Element]) -> list[tuple[etree._Element, int, int]]:
    """Give every cell its row and column; none where spans push cells further out than any table is wide."""
    found: list[tuple[etree._Element, int, int]] = []
    taken: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        column = 1
        for cell in row.iterchildren("td", "th"):
            while taken.get(column, 0) >= number:
                column += 1
            if column > _MOST_COLUMNS:
                return []
            found.append((cell, number, column))
            width, height = _span(cell, "colspan", _WIDEST_SPAN), _span(cell, "rowspan", _TALLEST_SPAN)
            if height > 1:
                taken.update(dict.fromkeys(range(column, column + width), number + height - 1))
            column += width
    return found


def _span(cell: etree._Element, name: str, most: int) -> int:
    written = cell.get(name, "1").strip()
    return (
        max(1, min(int(written), most))
        if written.isascii() and written.isdigit() and len(written) < len("1000000")
        else 1
    )


def _length(cell: etree._Element) -> int:
    return sum(len(part.strip()) for part in cell.itertext())
