"""The way down: from a total to the figures of the orgs below, and from these to what each document said."""

import ibis

from tongket.rollup.bounds import part_of


def parts(cells: ibis.Table, ways: ibis.Table, ancestor: str = "", indicator: str = "") -> ibis.Table:
    """Return the cells that totals rest on, each with the share of it that went in.

    Args:
        cells: As `totals` takes them.
        ways: As `totals` takes them.
        ancestor: Only of the totals of this org; empty for all.
        indicator: Only of this indicator; empty for all.

    Returns:
        The columns of `cells`, `ancestor`, `share`, `certainty`, `basis`, and `part_low`, `part_high`: what went in.
    """
    mine = cells.filter(cells.indicator == indicator) if indicator else cells
    up = ways.filter(ways.ancestor == ancestor) if ancestor else ways
    joined = mine.inner_join(up.select("version", "ancestor", "share", "certainty", "basis"), "version")
    return joined.mutate(part_low=part_of(joined.low, joined.share), part_high=part_of(joined.high, joined.share))


def told(cells: ibis.Table, tellings: ibis.Table) -> ibis.Table:
    """Return what documents said for each of the cells: `figure` leads on to the sentence.

    Args:
        cells: As `terms.columns.CELLS`, or the answer of `parts`.
        tellings: As `terms.columns.TELLINGS`.
    """
    return tellings.semi_join(cells, ["indicator", "org", "first", "last"])


def conflicts(cells: ibis.Table, tellings: ibis.Table) -> ibis.Table:
    """Return what documents said where they disagree: all of it, none chosen.

    Args:
        cells: As `terms.columns.CELLS`.
        tellings: As `terms.columns.TELLINGS`.
    """
    return told(cells.filter(cells.conflict), tellings)
