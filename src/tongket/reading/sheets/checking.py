"""Whether the totals of a table are the sums of their parts; nothing is corrected, a difference is a finding."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from operator import add

from tongket.reading.figures.arithmetic import written
from tongket.reading.sheets.applying import AppliedTable, SheetFigure
from tongket.terms.finding import Finding, Severity
from tongket.terms.quantity import Quantity
from tongket.terms.records import FigureKind
from tongket.terms.sheet_mapping import LineRole, MappedLine


def check_totals(applied: AppliedTable) -> list[Finding]:
    """Return a finding for every total of a column or a row that its parts cannot make, in the order of the text."""
    mapped = applied.mapped
    if mapped is None:
        return []
    found = [
        *_axis(applied.figures, mapped.rows, (lambda each: each.column, lambda each: each.row), "cột"),
        *_axis(applied.figures, mapped.columns, (lambda each: each.row, lambda each: each.column), "dòng"),
    ]
    return sorted(found, key=lambda finding: finding.span or (0, 0))


def check_joined(applied: AppliedTable) -> list[Finding]:
    """Return a finding for every figure whose cell is joined over lines that mean different things."""
    return [
        Finding(
            "CELL-FOR-SEVERAL",
            Severity.WARNING,
            f"Ô ghi “{cell.text}” gộp qua nhiều dòng hoặc cột khác nhau: không rõ là số của dòng, cột nào nên không "
            "tính. Hãy tách ô rồi ghi số của từng dòng, cột.",
            cell.span,
        )
        for cell in applied.unclear
    ]


_Place = Callable[[SheetFigure], int]


def _axis(
    figures: Sequence[SheetFigure], lines: Sequence[MappedLine], places: tuple[_Place, _Place], what: str
) -> Iterator[Finding]:
    """Check the totals along one axis: for each line across it, every total against the parts beside it."""
    across, along = places
    totals = [line for line in lines if line.role is LineRole.TOTAL]
    groups: dict[int, dict[int, SheetFigure]] = {}
    for each in figures:
        if totals and each.figure.kind is not FigureKind.PERCENT:
            groups.setdefault(across(each), {})[along(each)] = each
    for group in groups.values():
        for total in totals:
            if total.place in group:
                yield from _checked(group, total, lines, what)


def _checked(
    group: Mapping[int, SheetFigure], total: MappedLine, lines: Sequence[MappedLine], what: str
) -> Iterator[Finding]:
    whole = group[total.place].figure
    sums = []
    for places in _parts(total, lines):
        parts = [group[place].figure.quantity for place in places if place in group]
        sums += [reduce(add, parts)] if len(parts) > 1 else []
    if sums and not any(_may_be(whole.quantity, each) for each in sums):
        code = "COLUMN-DOES-NOT-ADD-UP" if what == "cột" else "PARTS-DO-NOT-ADD-UP"
        shown = _written(sums[0]), _written(whole.quantity)
        lines_of = "Các dòng của cột" if what == "cột" else "Các cột của dòng"
        message = f"{lines_of} cộng lại là {shown[0]}, “{total.words}” ghi {shown[1]}: cần xem lại."
        yield Finding(code, Severity.WARNING, message, whole.span)


def _parts(total: MappedLine, lines: Sequence[MappedLine]) -> list[list[int]]:
    """Return what a total may add up: all parts; those up to the total before or after it; the other totals."""
    parts = [line.place for line in lines if line.role is LineRole.FIGURES]
    totals = [line.place for line in lines if line.role is LineRole.TOTAL]
    edges = [0, *totals, max((line.place for line in lines), default=0) + 1]
    beside = [
        [place for place in parts if first < place < last]
        for first, last in pairwise(edges)
        if total.place in (first, last)
    ]
    return [parts, *beside, [place for place in totals if place != total.place]]


def _may_be(total: Quantity, parts: Quantity) -> bool:
    """Tell whether a total and the sum of its parts can be one number; rough ones always can."""
    if total.approx or parts.approx:
        return True
    too_low = total.high is not None and parts.low is not None and total.high < parts.low
    too_high = total.low is not None and parts.high is not None and total.low > parts.high
    return not (too_low or too_high)


def _written(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return written(low) if low == high else f"từ {written(low)} đến {written(high)}"
    if low is not None:
        return f"trên {written(low)}"
    return f"dưới {written(high)}" if high is not None else "chưa rõ"
