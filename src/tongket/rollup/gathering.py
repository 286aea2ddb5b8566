"""How a total is added: figures into sums of versions that count alike, and these sums up to the orgs above.

Figures are many and what stands above them is small. So a version is first given the number of its `bundle`, all
versions that count under the same ancestor with the same share, and figures are added by that number: an integer of
one equi-join instead of texts and decimals. Only the sums, some hundred thousand however many figures there are, are
multiplied by their shares and added by ancestor. The sums of the first step can be kept (`cube.py`): all their columns
add up, with no figure counted twice, and what was added can be taken away again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ibis

from tongket.rollup.bounds import part_of, where
from tongket.terms.columns import Certainty

SUMS = ("low", "high", "lows", "highs", "parts", "rough", "disputed")
"""The columns that add up: `low`, `high` of what is told, how many tell a low and a high, how many there are in all,
how many are approx, how many in conflict."""

LIFTED = (*SUMS, "apportioned", "underived")
"""The same by ancestor, and how many parts went in by a share and how many in a part that nobody knows."""


@dataclass(frozen=True, slots=True)
class Bundles:
    """Versions that count alike.

    Attributes:
        members: Columns `version`, `bundle`.
        links: Columns `bundle`, `ancestor`, `share`.
    """

    members: ibis.Table
    links: ibis.Table


def bundles(ways: ibis.Table) -> Bundles:
    """Bundle the versions of `ways` by ancestor and share: a version is in as many bundles as it has ways."""
    same = ibis.window(order_by=[ways.ancestor, ways.share])
    numbered = ways.select("version", "ancestor", "share", bundle=ibis.dense_rank().over(same).cast("int32"))
    return Bundles(
        numbered.select("version", "bundle"),
        numbered.select("bundle", "ancestor", "share").distinct(),
    )


def gathered(cells: ibis.Table, members: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Add cells by bundle.

    Args:
        cells: As `terms.columns.CELLS`.
        members: As in `Bundles`.
        by: Columns of `cells` that tell periods apart.

    Returns:
        Columns `bundle`, those of `by`, `indicator`, and `SUMS`; but `rough` and `disputed` are no counts, only 1
        where there are any: they cost less so, and a total asks no more. `cube.parts` counts them.
    """
    joined = cells.inner_join(members, "version")
    flags = {"rough": joined.approx, "disputed": joined.conflict}
    return _sums(joined, "bundle", by, {name: ibis.cases((flag.any(), 1), else_=0) for name, flag in flags.items()})


def sums_of(cells: ibis.Table, whose: str, by: Sequence[str]) -> ibis.Table:
    """Add cells by one of their columns, `whose`, by those of `by` and by indicator: these columns and `SUMS`."""
    return _sums(cells, whose, by, {"rough": cells.approx.sum(), "disputed": cells.conflict.sum()})


def _sums(cells: ibis.Table, whose: str, by: Sequence[str], flags: Mapping[str, ibis.Value]) -> ibis.Table:
    return cells.group_by([whose, *by, "indicator"]).agg(
        low=cells.low.sum(),
        high=cells.high.sum(),
        lows=cells.low.count(),
        highs=cells.high.count(),
        parts=cells.count(),
        **flags,
    )


def risen(sums: ibis.Table, links: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Add sums by ancestor, with bounds.

    Args:
        sums: As `gathered` gives them.
        links: As in `Bundles`.
        by: Columns of `sums` that tell periods apart.

    Returns:
        As `totals.totals`.
    """
    return closed(lifted(sums, links, by), by)


def lifted(sums: ibis.Table, links: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Add sums by ancestor: columns `ancestor`, those of `by`, `indicator`, and `LIFTED`, which add up in turn.

    Args:
        sums: As `gathered` gives them.
        links: As in `Bundles`.
        by: Columns of `sums` that tell periods apart.
    """
    joined = sums.inner_join(links, "bundle")
    return joined.group_by(["ancestor", *by, "indicator"]).agg(
        low=part_of(joined.low, joined.share).sum(),
        high=part_of(joined.high, joined.share).sum(),
        **{name: joined[name].sum() for name in SUMS if name not in {"low", "high"}},
        apportioned=ibis.cases((joined.share < 1, joined.parts), else_=0).sum(),
        underived=ibis.cases((joined.share.isnull(), joined.parts), else_=0).sum(),
    )


def closed(added: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Return what sums by ancestor come to: the bounds that all parts leave, and how certain that is.

    Args:
        added: As `lifted` gives them.
        by: Columns of `added` that tell periods apart.

    Returns:
        As `totals.totals`.
    """
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
        approx=added.rough > 0,
        conflict=added.disputed > 0,
        certainty=certainty,
        parts=added.parts,
        apportioned=added.apportioned,
        underived=added.underived,
    )
