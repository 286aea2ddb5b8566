"""What a parent says of itself beside the sum of what its children gave; neither replaces the other."""

from collections.abc import Sequence

import ibis

from tongket.rollup.totals import BY_YEAR, totals


def beside(cells: ibis.Table, ways: ibis.Table, by: Sequence[str] = BY_YEAR) -> ibis.Table:
    """Return own figure and sum of every ancestor of `ways`, by period and indicator; null where there is none.

    Args:
        cells: As `totals` takes them.
        ways: As `terms.columns.WAYS`, of one map, with steps 0 (own figures) and those steps that shall be summed.
        by: Columns of `cells` that tell periods apart.

    Returns:
        The columns of `totals`, the same for the own figure with `own_` before, and `difference_low` and
        `difference_high`: own less sum, null where open or where one of the two is not there.
    """
    keys = ["ancestor", *by, "indicator"]
    own = totals(cells, ways.filter(ways.steps == 0), by)
    summed = totals(cells, ways.filter(ways.steps > 0), by)
    both = both_sides(summed, own.rename({f"own_{name}": name for name in own.columns if name not in keys}), keys)
    return both.mutate(difference_low=both.own_low - both.high, difference_high=both.own_high - both.low)


def both_sides(left: ibis.Table, right: ibis.Table, keys: Sequence[str]) -> ibis.Table:
    """Return the rows of two tables side by side, and those that stand in one only; their other columns differ."""
    joined = left.outer_join(right, list(keys))
    return joined.mutate(**{key: ibis.coalesce(joined[key], joined[f"{key}_right"]) for key in keys}).drop(
        *(f"{key}_right" for key in keys)
    )
