"""Percents from part and base, added over the orgs that gave both; percents themselves are never added."""

from collections.abc import Sequence

import ibis

from tongket.rollup.totals import BY_YEAR, resting, totals
from tongket.terms.quantity import Quantity

_NUMBERS = ("low", "high", "approx", "conflict", "certainty")


def percent_sums(cells: ibis.Table, ways: ibis.Table, percents: ibis.Table, by: Sequence[str] = BY_YEAR) -> ibis.Table:
    """Return part and base of every percent under every ancestor; `share_of` divides them.

    Args:
        cells: As `totals` takes them.
        ways: As `totals` takes them.
        percents: Columns `percent`, `part`, `base`: ids of indicators.
        by: Columns of `cells` that tell periods apart.

    Returns:
        Columns `ancestor`, those of `by`, `indicator` (the percent's); `low`, `high`, `approx`, `conflict` and
        `certainty` with `part_` and `base_` before; `orgs`: how many gave both.
    """
    parts, bases = _of(cells, percents, "part"), _of(cells, percents, "base")
    same = ["indicator", "org", *by]
    parts, bases = parts.semi_join(bases, same), bases.semi_join(parts, same)
    keys = ["ancestor", *by, "indicator"]
    part, base = (_side(totals(side, ways, by), name, keys) for side, name in ((parts, "part"), (bases, "base")))
    halves = part.inner_join(base, keys)
    return halves.inner_join(resting(parts, ways, by), keys)


def share_of(part: Quantity, base: Quantity) -> Quantity | None:
    """Return `part` as a percent of `base`, with bounds; None where the base may be nothing or is open both ways."""
    if base.low is not None and base.low <= 0:
        return None
    low = None if part.low is None or base.high is None else part.low * 100 / base.high
    high = None if part.high is None or base.low is None else part.high * 100 / base.low
    return None if low is None and high is None else Quantity(low, high, part.approx or base.approx)


def _of(cells: ibis.Table, percents: ibis.Table, role: str) -> ibis.Table:
    asked = percents.select("percent", indicator=percents[role])
    joined = cells.inner_join(asked, "indicator")
    return joined.drop("indicator").rename(indicator="percent")


def _side(table: ibis.Table, name: str, keys: Sequence[str]) -> ibis.Table:
    return table.select(*keys, **{f"{name}_{column}": table[column] for column in _NUMBERS})
