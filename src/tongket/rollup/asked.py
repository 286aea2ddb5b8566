"""Which orgs stood in a period that is asked for, what each gave for it, and the rows that questions are asked over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tongket.rollup.cells import Cell, Tellings, Told, cell
from tongket.rollup.rows import fitted
from tongket.rollup.versions import Version, Versions
from tongket.terms.columns import NUMBER_PLACES
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverTime
from tongket.terms.quantity import Quantity, rounded

_DAY = timedelta(days=1)
_HALF_MONTH = 15


@dataclass(frozen=True, slots=True)
class Standing:
    """The days of a period on which an org stood, without a gap, as whole months.

    Attributes:
        version: Of the org on the last of these days.
        stretch: What it owes reports on: a month in which it stood for less than half belongs to who came after.
    """

    version: Version
    stretch: Period


def standing(versions: Versions, asked: Period) -> list[Standing]:
    """Return every org that stood in a period with the months of it on which it did."""
    return [each for rows in versions.by_org.values() for each in _standing(rows, asked)]


def chosen(
    tellings: Tellings, indicators: Iterable[Indicator], orgs: Sequence[Standing], asked: Period
) -> Iterator[Cell]:
    """Yield what each org gave for each indicator over its part of the period that is asked for.

    A stock is given only by orgs that stood at the period's end.
    """
    for indicator in indicators:
        for each in orgs:
            mine = tellings.get((each.version.org, indicator.id), ())
            late = indicator.over_time is not OverTime.LAST or each.stretch.last == asked.last
            found = cell(mine, indicator, each.stretch) if mine and late else None
            if found is not None:
                yield found


def rows(cells: Iterable[Cell], versions: Versions, asked: Period) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of cells (`terms.columns.CHOSEN`): one for each period that a cell was put together from.

    A cell that is no sum of these, a mean, is one row. What an org told of a time in which it did not stand has no
    version, and so no row.
    """
    for each in cells:
        if each.is_sum:
            given = [(share.period, share.combined.quantity, share.combined.conflict) for share in each.shares]
        else:
            stretch = Period(each.shares[0].period.first, each.shares[-1].period.last)
            given = [(stretch, _rounded(each.quantity), each.conflict)]
        for period, quantity, conflict in given:
            version = versions.at_end_of(each.org, period)
            if version is not None:
                yield {
                    **_row(each, period, quantity),
                    "version": version.number,
                    "conflict": conflict,
                    "asked": str(asked),
                }


def telling_rows(tellings: Tellings) -> Iterator[Mapping[str, Any]]:
    """Yield everything that documents said (`terms.columns.TELLINGS`); what no cell rests on leads nowhere."""
    for each in tellings.values():
        for told in each:
            where = {"figure": told.figure, "document": told.document}
            yield {**_row(told, told.period, told.quantity), **where}


def _row(of: Cell | Told, period: Period, quantity: Quantity) -> dict[str, Any]:
    fit = fitted(quantity)
    return {
        "indicator": of.indicator,
        "org": of.org,
        "first": period.first,
        "last": period.last,
        "year": period.last.year,
        "low": fit.low,
        "high": fit.high,
        "approx": fit.approx,
    }


def _rounded(quantity: Quantity) -> Quantity:
    low, high = (None if each is None else rounded(each, NUMBER_PLACES) for each in (quantity.low, quantity.high))
    return Quantity(low, high, quantity.approx)


def _standing(versions: Sequence[Version], asked: Period) -> Iterator[Standing]:
    within = [each for each in versions if each.valid_from <= asked.last and asked.first < each.valid_to]
    first: date | None = None
    for at, version in enumerate(within):
        first = first or version.valid_from
        follows = at + 1 < len(within) and within[at + 1].valid_from == version.valid_to
        if not follows:
            stretch = _whole_months(max(first, asked.first), min(version.valid_to, asked.last + _DAY))
            if stretch:
                yield Standing(version, stretch)
            first = None


def _whole_months(first: date, end: date) -> Period | None:
    begin, until = _nearest_month(first), _nearest_month(end)
    return Period(begin, until - _DAY) if begin < until else None


def _nearest_month(day: date) -> date:
    first = day.replace(day=1)
    return first if day.day <= _HALF_MONTH else (first + 31 * _DAY).replace(day=1)
