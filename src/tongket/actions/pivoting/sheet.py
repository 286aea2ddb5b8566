"""What is seen of a roll-up as plain tables, for files and charts."""

from tongket.actions.pivoting.pivot import Answered, Cell, Grid, Head, Pivot
from tongket.review.content import Bar, Chart
from tongket.review.sheets import Seen, SeenCell, SeenTable
from tongket.terms.columns import Certainty

_SIDE = {"org": "Đơn vị", "indicator": "Chỉ tiêu", "period": "Kỳ báo cáo"}
_MARKS = {Certainty.EXACT: "", Certainty.APPORTIONED: "chia theo tỷ lệ", Certainty.NOT_DERIVABLE: "không suy ra được"}


def seen(answered: Answered, asked: Pivot, title: str) -> Seen:
    """Return the tables of an answer as a file holds them.

    Args:
        answered: All orgs of it.
        asked: The question, whose map and moment are told.
        title: Whose roll-up it is.
    """
    told = ["Theo bản đồ đơn vị khi đó." if asked.day is None else f"Theo bản đồ đơn vị ngày {asked.day:%d/%m/%Y}."]
    if asked.known_at:
        told.append(f"Theo những gì đã ghi đến {asked.known_at:%H:%M ngày %d/%m/%Y}.")
    return Seen(title, tuple(told), tuple(_table(grid, asked) for grid in answered.grids))


def chart_of(answered: Answered, asked: Pivot, indicator: str) -> Chart:
    """Return the figures of one indicator as bars, org by org; where several periods are asked, in a series each."""
    names = {head.id: head.name for grid in answered.grids for head in _heads_of(grid, asked, "org")}
    labels = {str(period): period.label for period in asked.periods}
    cells = [cell for grid in answered.grids for _head, row in grid.rows for cell in row if cell.indicator == indicator]
    # The org itself would dwarf those below it.
    shown = [cell for cell in cells if cell.org != asked.org] or cells
    bars = [
        Bar(
            names.get(cell.org, cell.org),
            cell.text,
            cell.quantity.low,
            cell.quantity.high,
            series=labels[cell.period] if len(labels) > 1 else "",
        )
        for cell in sorted(shown, key=lambda cell: list(names).index(cell.org))
        if cell.quantity and cell.certainty is not Certainty.NOT_DERIVABLE
    ]
    return Chart(indicator, tuple(bars))


def _heads_of(grid: Grid, asked: Pivot, side: str) -> tuple[Head, ...]:
    if asked.rows == side:
        return tuple(row for row, _cells in grid.rows)
    return grid.columns if asked.columns == side else (grid.head,)


def _table(grid: Grid, asked: Pivot) -> SeenTable:
    heads = (_SIDE[asked.rows], *(_name(column) for column in grid.columns))
    rows = tuple((_name(row), tuple(map(_cell, cells))) for row, cells in grid.rows)
    came = tuple(_came(column) for column in grid.columns)
    return SeenTable(grid.head.name, heads, rows, came if any(came) else ())


def _name(head: Head) -> str:
    return f"{head.name} ({head.beside})" if head.beside else head.name


def _came(head: Head) -> str:
    return f"{head.came.given}/{head.came.owed}" if head.came else ""


def _cell(cell: Cell) -> SeenCell:
    quantity = cell.quantity
    value = quantity.low if quantity and quantity.exact and cell.certainty is Certainty.EXACT else None
    notes = [_MARKS[cell.certainty], cell.basis, "các văn bản nêu khác nhau" if cell.conflict else ""]
    own = f"tự báo cáo: {cell.own}" + (f" (lệch {cell.difference})" if cell.difference else "") if cell.own else ""
    return SeenCell(cell.text, value, "; ".join(filter(None, [*notes, own])))
