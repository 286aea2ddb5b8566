"""The way down: from a total to the figures of the orgs below, and from these to what each document said."""

import ibis

from tongket.rollup.bounds import part_of


def parts(cells: ibis.Table, ways: ibis.Table, ancestor: str, indicator: str) -> ibis.Table:
    """Return the cells that a total rests on, each with the share of it that went in.

    Args:
        cells: As `totals` takes them.
        ways: As `totals` takes them.
        ancestor: Org id of the total.
        indicator: Its indicator.

    Returns:
        The columns of `cells`, `share`, `certainty`, `basis`, and `part_low`, `part_high`: what went into the total.
    """
    mine = cells.filter(cells.indicator == indicator)
    up = ways.filter(ways.ancestor == ancestor).select("version", "share", "certainty", "basis")
    joined = mine.inner_join(up, "version")
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
