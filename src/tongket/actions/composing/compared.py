"""This period beside the same one of the year before, on the map of then and on that of now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tongket.actions.composing.basis import Basis, gather
from tongket.actions.composing.lines import Line, Made, bar_of, text_of
from tongket.actions.composing.sources import Sources
from tongket.actions.composing.totals import Book
from tongket.actions.own_work import is_own_work
from tongket.review.content import Cell, Chart, ComparedLine, Comparison, Part, Total
from tongket.review.differences import SAME, difference
from tongket.rollup.answers import Change
from tongket.rollup.compared import Gathered, compared_below
from tongket.terms.columns import Certainty
from tongket.terms.quantity import Quantity
from tongket.terms.records import FigureKind
from tongket.terms.tables import Row

# More pairs of bars than these fill a page.
_MOST_DRAWN = 6
_CARRIED = {
    Certainty.EXACT: "Cộng trọn các đơn vị, không phải chia.",
    Certainty.APPORTIONED: "Có đơn vị đã chia: phần của mỗi nơi tính theo tỷ lệ.",
    Certainty.NOT_DERIVABLE: "Có đơn vị đã chia mà không rõ tỷ lệ: không suy ra được.",
}


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The comparison, the totals of the year before that it leads to, and their rows for the ledger."""

    comparison: Comparison
    totals: tuple[Total, ...]
    rows: tuple[Row, ...]


def compare(book: Book, sources: Sources) -> YearBefore | None:
    """Compare the figures of a review with those of a year before; None where the ledger has none of these."""
    basis = book.basis
    asked = replace(basis.asked, period=basis.asked.period.a_year_before)
    before = Book(gather(asked), Sources(basis))
    pairs = [
        (then, now)
        for now in book.lines
        for then in before.lines
        if then.indicator.id == now.indicator.id and then.total and now.total
    ]
    if not pairs:
        return None
    found = compared_below(
        # Own work that stands apart in either period is on the map of the earlier one, which began with this one's.
        before.basis.asked.profile,
        basis.asked.org,
        Gathered(asked.period, tuple(before.cells)),
        Gathered(basis.asked.period, tuple(book.cells)),
    )
    lines = tuple(_line(then, now, found, before) for then, now in pairs)
    moved = _map_changed(before.basis, basis)
    comparison = Comparison(
        before=asked.period.label,
        lines=lines,
        map_changed=moved,
        note=_note(found.values()) if moved else "",
        chart=_chart(pairs, asked.period.label, basis.asked.period.label),
    )
    totals = _reached(comparison, before, sources)
    names = {total.id for total in totals}
    rows: list[Row] = [row for row in before.rows if row.id in names]
    rows += [part for part in before.parts if part.total in names]
    return YearBefore(comparison, totals, tuple(rows))


def _line(then: Line, now: Line, found: Mapping[str, Change], before: Book) -> ComparedLine:
    assert then.total is not None  # noqa: S101 - only lines with totals are paired
    assert now.total is not None  # noqa: S101 - likewise
    indicator = now.indicator
    measure = indicator.measure if indicator.kind is FigureKind.COUNT else ""
    then_cell, now_cell = Cell(then.total.text, then.total.target), Cell(now.total.text, now.total.target)
    each = found.get(indicator.id)
    if each is None or each.carried is None or (indicator.part and indicator.base):
        # A percent is recomputed in each period; over one org its parts stay with it whatever the map.
        by = _less(now.total.quantity, then.total.quantity)
        change = difference(by, then.total.quantity, indicator.kind)
        return ComparedLine(indicator.name, measure, then_cell, Cell(), now_cell, change + _unlike(then, now))
    by_map = difference(each.by_map, None, indicator.kind)
    return ComparedLine(
        indicator.name,
        measure,
        then_cell,
        then_cell if by_map == SAME else _carried(then, each.carried, each.certainty, before),
        now_cell,
        difference(each.by_work, each.carried, indicator.kind) + _unlike(then, now),
        "" if by_map == SAME else by_map,
    )


def _unlike(then: Line, now: Line) -> str:
    """Say where a difference may be nobody's work: in one of the periods not everybody gave a figure."""
    if then.rests_on == then.owed and now.rests_on == now.owed:
        return ""
    return f"; kỳ trước {then.rests_on}/{then.owed}, kỳ này {now.rests_on}/{now.owed} đơn vị nêu"


def _carried(then: Line, carried: Quantity, certainty: Certainty, before: Book) -> Cell:
    """Return the earlier figure on the map of now, as a total of its own that leads to the one of then."""
    total = then.total
    assert total is not None  # noqa: S101 - only lines with totals are paired
    text = text_of(carried, then.indicator, summed=True)
    made = Made(
        then.indicator,
        "carried",
        f"{then.indicator.name}, {before.basis.asked.period.label}, theo đơn vị hiện nay",
        carried,
        text,
        [Part("Theo đơn vị khi đó", total.text, (total.target,))],
        conflict=total.conflict,
        note=_CARRIED[certainty],
    )
    return Cell(text, before.enter(made, rests_on=then.rests_on, owed=then.owed))


def _less(later: Quantity, earlier: Quantity) -> Quantity:
    low = None if later.low is None or earlier.high is None else later.low - earlier.high
    high = None if later.high is None or earlier.low is None else later.high - earlier.low
    return Quantity(low, high, later.approx or earlier.approx)


def _map_changed(before: Basis, now: Basis) -> bool:
    then, today = ({place.org for place in each.places if not is_own_work(place.org)} for each in (before, now))
    return then != today


def _note(found: Iterable[Change]) -> str:
    certainties = {each.certainty for each in found}
    worst = next((each for each in reversed(_CARRIED) if each in certainties), Certainty.EXACT)
    return f"Số liệu kỳ trước tính lại theo đơn vị hiện nay. {_CARRIED[worst]}"


def _chart(pairs: Iterable[tuple[Line, Line]], before: str, after: str) -> Chart | None:
    drawn = [
        (then.indicator.name, (before, then.total), (after, now.total))
        for then, now in pairs
        if then.total and now.total and now.indicator.kind is FigureKind.COUNT
    ][:_MOST_DRAWN]
    if not drawn:
        return None
    bars = [bar_of(name, shown, shown.text, series) for name, *both in drawn for series, shown in both]
    return Chart(f"{after[:1].upper()}{after[1:]} so với {before}", tuple(bars), apart=True)


def _reached(comparison: Comparison, before: Book, sources: Sources) -> tuple[Total, ...]:
    """Return the totals of the year before that the comparison leads to; the sentences below them become sources."""
    waiting = [cell.target for line in comparison.lines for cell in (line.then, line.then_now) if cell.target]
    found: dict[str, Total] = {}
    while waiting:
        target = waiting.pop()
        if target in before.figures:
            sources.to(before.figures[target])
        elif target in before.totals and target not in found:
            total = found[target] = before.totals[target]
            waiting += [each for part in (*total.parts, *([total.own] if total.own else [])) for each in part.targets]
    return tuple(total for name, total in before.totals.items() if name in found)
