"""Totals with bounds, by ancestor, period and indicator: what the orgs below gave, added up.

One open part opens the total on its side; approx and conflict are contagious; a part whose share nobody knows leaves
the whole total without a figure, and it is said how many such parts there are.
"""

from collections.abc import Sequence

import ibis

from tongket.rollup.gathering import Bundles, bundles_of, gathered, risen

BY_YEAR = ("year",)
"""The columns that tell periods apart, where each cell counts for its year."""


def totals(cells: ibis.Table, ways: ibis.Table | Bundles, by: Sequence[str] = BY_YEAR) -> ibis.Table:
    """Return the total of every indicator under every ancestor of `ways`.

    Args:
        cells: As `terms.columns.CELLS`; those that shall count, no figure twice (`asked.py` chooses them).
        ways: As `terms.columns.WAYS`, of one map; filtered to the ancestors, level and steps that are asked for. Who
            asks often gives what `gathering.kept_bundles` made of them.
        by: Columns of `cells` that tell periods apart.

    Returns:
        Columns `ancestor`, those of `by`, `indicator`, `low`, `high`, `approx`, `conflict`, `certainty`, and how many
        parts went in: `parts` in all, `apportioned`, `underived`.
    """
    same = bundles_of(ways)
    return risen(gathered(cells, same.members, by), same.links, by, single=same.single)


def resting(cells: ibis.Table, ways: ibis.Table, by: Sequence[str] = BY_YEAR) -> ibis.Table:
    """Return on how many orgs each total rests; apart, since counting orgs costs more than adding their figures.

    Returns:
        Columns `ancestor`, those of `by`, `indicator`, `orgs`.
    """
    joined = cells.select(*by, "indicator", "org", "version").inner_join(ways.select("version", "ancestor"), "version")
    return joined.group_by(["ancestor", *by, "indicator"]).agg(orgs=joined.org.nunique())
