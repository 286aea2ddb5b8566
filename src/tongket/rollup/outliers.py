"""Figures that stand far from what the same org told in its other periods of the same length.

Far is by the median and the median distance from it (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993:
0.6745 times the distance over the median distance, more than 3.5), since one slip moves mean and deviation but not
these. Both are the lower of the two in the middle where there is an even number, so that they are told figures and
the same on every engine. Only figures with one number are judged: an open one has no distance.
"""

import ibis

LEAST = 6
"""From how many periods on: with six, two slips leave four good figures, which still hold median and distance."""

_FAR = 35_000
_SCALE = 6_745
_SLIP = 10
"""An org that always told the same has no distances; there a slip of the decimal mark is still seen: tenfold."""


def outliers(cells: ibis.Table, least: int = LEAST) -> ibis.Table:
    """Return the figures that stand far from the org's own history.

    Args:
        cells: As `terms.columns.CELLS`, all periods.
        least: Orgs with fewer periods of that length for the indicator are not judged.

    Returns:
        Columns `indicator`, `org`, `first`, `last`, `value`, `median`, `distance` (the median one), `periods`.
    """
    judged = cells.filter(cells.low == cells.high)
    months = (judged.last.year() - judged.first.year()) * 12 + judged.last.month() - judged.first.month()
    values = judged.select("indicator", "org", "first", "last", value=judged.low, months=months)
    history = _with_middle(values, "value", "median")
    away = ibis.ifelse(history.value < history.median, history.median - history.value, history.value - history.median)
    history = _with_middle(history.mutate(away=away), "away", "distance")
    far = (history.distance > 0) & (history.away * _SCALE > history.distance * _FAR)
    slipped = (history.value >= history.median * _SLIP) | (history.value * _SLIP <= history.median)
    even = (history.distance == 0) & (history.away > 0)
    found = history.filter((history.periods >= least) & (far | (even & slipped)))
    return found.select("indicator", "org", "first", "last", "value", "median", "distance", "periods")


def _with_middle(values: ibis.Table, column: str, name: str) -> ibis.Table:
    """Return the rows with the median of a column over the history of their org, and its number of periods."""
    keys = ["indicator", "org", "months"]
    history = ibis.window(group_by=keys)
    in_order = ibis.window(group_by=keys, order_by=[column, "first", "last"])
    ranked = values.mutate(place=ibis.row_number().over(in_order), periods=values.count().over(history))
    middle = (ranked.place * 2 == ranked.periods - 1) | (ranked.place * 2 == ranked.periods - 2)
    medians = ranked.filter(middle).select(*keys, **{name: column})
    return ranked.drop("place").inner_join(medians, keys)
