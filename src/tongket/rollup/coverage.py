"""Reports whose periods cover another exactly, without a gap and without a day twice."""

from collections.abc import Iterable
from datetime import timedelta

from tongket.terms.period import Period

_DAY = timedelta(days=1)


def cover(asked: Period, available: Iterable[Period]) -> tuple[Period, ...]:
    """Return the fewest of `available` that together are exactly `asked`, in order; empty where they are not.

    A half-year is never part of a sum with its year, since two parts never share a day. Of covers with equally
    many parts the one whose earlier parts are longer is taken, so the answer never depends on order.
    """
    ways: dict[object, tuple[Period, ...]] = {asked.first: ()}
    within = sorted({period for period in available if asked.contains(period)}, key=lambda each: each.first)
    for period in within:
        before = ways.get(period.first)
        if before is None:
            continue
        way = (*before, period)
        after = period.last + _DAY
        if after not in ways or _better(way, ways[after]):
            ways[after] = way
    return ways.get(asked.last + _DAY, ())


def _better(way: tuple[Period, ...], other: tuple[Period, ...]) -> bool:
    return (len(way), [-(each.last - each.first).days for each in way]) < (
        len(other),
        [-(each.last - each.first).days for each in other],
    )
