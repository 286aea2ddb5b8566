"""What one org gave for one indicator in a period: from one report, from reports that cover it, or not at all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add

from tongket.rollup.combine import Combined, combine
from tongket.rollup.coverage import cover
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverTime
from tongket.terms.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of one figure: `figure` is its entry, `document` the one it stands in."""

    org: str
    indicator: str
    period: Period
    quantity: Quantity
    figure: str
    document: str


@dataclass(frozen=True, slots=True)
class Share:
    """What one period gave: the tellings of one figure and what they come to."""

    period: Period
    combined: Combined
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one org gave for one indicator; `shares` are the periods it was put together from.

    `is_sum` tells whether its quantity is the sum of these; a mean of several is not.
    """

    org: str
    indicator: str
    quantity: Quantity
    conflict: bool
    shares: tuple[Share, ...]
    is_sum: bool = True


Tellings = Mapping[tuple[str, str], Sequence[Told]]


def by_org_and_indicator(told: Iterable[Told]) -> Tellings:
    """Group tellings by org id and indicator id."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for each in told:
        groups[each.org, each.indicator].append(each)
    return groups


def cell(told: Sequence[Told], indicator: Indicator, asked: Period) -> Cell | None:
    """Return what an org gave for `asked`, None where its reports do not tell it.

    Args:
        told: All tellings of one org for this indicator.
        indicator: Says how it adds up over time.
        asked: The stretch in which the org stood on the map.
    """
    # A period is put together from reports that lie within it, so those of other years are not combined for it.
    shares = {share.period: share for share in _shares([each for each in told if asked.contains(each.period)])}
    chosen = tuple(shares[period] for period in chosen_periods(indicator.over_time, asked, shares))
    if not chosen:
        return None
    quantity = reduce(add, (share.combined.quantity for share in chosen))
    is_sum = indicator.over_time is not OverTime.MEAN or len(chosen) == 1
    if not is_sum:
        quantity = _divided(quantity, len(chosen))
    conflict = any(share.combined.conflict for share in chosen)
    return Cell(chosen[0].told[0].org, indicator.id, quantity, conflict, chosen, is_sum)


def _shares(told: Sequence[Told]) -> list[Share]:
    by_period: dict[Period, list[Told]] = defaultdict(list)
    for each in told:
        by_period[each.period].append(each)
    return [
        Share(period, combine([each.quantity for each in group]), tuple(sorted(group, key=lambda each: each.figure)))
        for period, group in sorted(by_period.items())
    ]


def chosen_periods(over_time: OverTime, asked: Period, told: Collection[Period]) -> tuple[Period, ...]:
    """Return of which periods what an org gave for `asked` is put together; empty where they do not tell it.

    Args:
        over_time: How the indicator adds up over time.
        asked: The stretch in which the org stood on the map.
        told: Periods within it that were told.
    """
    if asked in told:
        return (asked,)
    if over_time is OverTime.NONE:
        return ()
    if over_time is OverTime.LAST:
        # A stock at the end of the year is what the last report that ends with it says.
        at_end = [period for period in told if asked.contains(period) and period.last == asked.last]
        return (min(at_end),) if at_end else ()
    parts = cover(asked, told)
    if over_time is OverTime.MEAN and len({(part.last.month - part.first.month) for part in parts}) > 1:
        return ()
    return parts


def _divided(quantity: Quantity, parts: int) -> Quantity:
    return Quantity(_part_of(quantity.low, parts), _part_of(quantity.high, parts), quantity.approx)


def _part_of(value: Decimal | None, parts: int) -> Decimal | None:
    return None if value is None else value / parts
