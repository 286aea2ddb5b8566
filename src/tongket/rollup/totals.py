"""Totals with bounds, by ancestor, period and indicator: what the orgs below gave, added up.

One open part opens the total on its side; approx and conflict are contagious; a part whose share nobody knows leaves
the whole total without a figure, and it is said how many such parts there are.
"""

from collections.abc import Sequence

import ibis

from tongket.rollup.bounds import part_of, where
from tongket.terms.columns import Certainty

BY_YEAR = ("year",)
"""The columns that tell periods apart, where each cell counts for its year."""


def totals(cells: ibis.Table, ways: ibis.Table, by: Sequence[str] = BY_YEAR) -> ibis.Table:
    """Return the total of every indicator under every ancestor of `ways`.

    Args:
        cells: As `terms.columns.CELLS`; those that shall count, no figure twice (`asked.py` chooses them).
        ways: As `terms.columns.WAYS`, of one map; filtered to the ancestors, level and steps that are asked for.
        by: Columns of `cells` that tell periods apart.

    Returns:
        Columns `ancestor`, those of `by`, `indicator`, `low`, `high`, `approx`, `conflict`, `certainty`, and how many
        parts went in: `parts` in all, `apportioned`, `underived`.
    """
    return _added(_by_share(cells, ways, by), by)


def resting(cells: ibis.Table, ways: ibis.Table, by: Sequence[str] = BY_YEAR) -> ibis.Table:
    """Return on how many orgs each total rests; apart, since counting orgs costs more than adding their figures.

    Returns:
        Columns `ancestor`, those of `by`, `indicator`, `orgs`.
    """
    joined = cells.select(*by, "indicator", "org", "version").inner_join(ways.select("version", "ancestor"), "version")
    return joined.group_by(["ancestor", *by, "indicator"]).agg(orgs=joined.org.nunique())


def _by_share(cells: ibis.Table, ways: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Add what has the same share first: then only these sums are multiplied, and not every figure."""
    numbers = cells.select(*by, "indicator", "version", "low", "high", "approx", "conflict")
    joined = numbers.inner_join(ways.select("version", "ancestor", "share"), "version")
    return joined.group_by(["ancestor", *by, "indicator", "share"]).agg(
        low=joined.low.sum(),
        high=joined.high.sum(),
        lows=joined.low.count(),
        highs=joined.high.count(),
        parts=joined.count(),
        approx=joined.approx.any(),
        conflict=joined.conflict.any(),
    )


def _added(sums: ibis.Table, by: Sequence[str]) -> ibis.Table:
    known = sums.share.notnull()
    groups = sums.mutate(
        low=part_of(sums.low, sums.share),
        high=part_of(sums.high, sums.share),
        underived=ibis.cases((known, 0), else_=sums.parts),
        apportioned=ibis.cases((sums.share < 1, sums.parts), else_=0),
    )
    added = groups.group_by(["ancestor", *by, "indicator"]).agg(
        low=groups.low.sum(),
        high=groups.high.sum(),
        **{name: groups[name].sum() for name in ("lows", "highs", "parts", "apportioned", "underived")},
        approx=groups.approx.any(),
        conflict=groups.conflict.any(),
    )
    derived = added.underived == 0
    certainty = ibis.cases(
        (~derived, Certainty.NOT_DERIVABLE.value),
        (added.apportioned > 0, Certainty.APPORTIONED.value),
        else_=Certainty.EXACT.value,
    )
    return added.select(
        "ancestor",
        *by,
        "indicator",
        low=where(derived & (added.lows == added.parts), added.low),
        high=where(derived & (added.highs == added.parts), added.high),
        approx=added.approx,
        conflict=added.conflict,
        certainty=certainty,
        parts=added.parts,
        apportioned=added.apportioned,
        underived=added.underived,
    )
