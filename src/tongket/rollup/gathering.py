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
import pyarrow as pa

from tongket.rollup.bounds import part_of, where
from tongket.rollup.engines.engine import Engine
from tongket.terms.columns import SHARE_DIGITS, SHARE_PLACES, Certainty

SUMS = ("low", "high", "lows", "highs", "parts", "rough", "disputed")
"""The columns that add up: `low`, `high` of what is told, how many tell a low and a high, how many there are in all,
how many are approx, how many in conflict."""

LIFTED = (*SUMS, "apportioned", "underived")
"""The same by ancestor, and how many parts went in by a share and how many in a part that nobody knows."""

_TOLD = ("low", "high", "approx", "conflict")
# Stands for a share that nobody knows where equals are looked for; no share is below zero.
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Bundles:
    """Versions that count alike.

    Attributes:
        members: Columns `version`, `bundle`.
        links: Columns `bundle`, `ancestor`, `share`.
        single: Whether it is known that no ancestor has more than one bundle, so that nothing need be added twice.
    """

    members: ibis.Table
    links: ibis.Table
    single: bool = False


def bundles(ways: ibis.Table) -> Bundles:
    """Bundle the versions of `ways` by ancestor and share: a version is in as many bundles as it has ways."""
    # What is told apart is numbered, not every way: they are some dozens of ten thousand.
    keyed = ways.select("version", "ancestor", "share", part=ways.share.fill_null(_UNKNOWN))
    apart = keyed.select("ancestor", "share", "part").distinct()
    same = ibis.window(order_by=[apart.ancestor, apart.part])
    numbered = apart.mutate(bundle=ibis.row_number().over(same).cast("int32"))
    joined = keyed.select("version", "ancestor", "part").inner_join(numbered, ["ancestor", "part"])
    return Bundles(joined.select("version", "bundle"), numbered.select("bundle", "ancestor", "share"))


def kept_bundles(engine: Engine, name: str, ways: pa.Table) -> Bundles:
    """Bundle ways once and give the bundles to an engine, for who asks often on one map.

    A question then neither sorts the ways nor reads them, and adds only once where the map divides nothing.

    Args:
        engine: That will be asked.
        name: Of the two tables there: with `_members` and `_links` behind it.
        ways: As `terms.columns.WAYS`, filtered to what will be asked for.
    """
    versions, ancestors, shares = (ways[each].to_pylist() for each in ("version", "ancestor", "share"))
    number: dict[tuple[str, object], int] = {}
    of_way = [number.setdefault(told, len(number)) for told in zip(ancestors, shares, strict=True)]
    members = pa.table([pa.array(versions, pa.int32()), pa.array(of_way, pa.int32())], names=["version", "bundle"])
    above = [ancestor for ancestor, _ in number]
    parts = pa.array([share for _, share in number], pa.decimal128(SHARE_DIGITS, SHARE_PLACES))
    links = pa.table([pa.array(number.values(), pa.int32()), above, parts], names=["bundle", "ancestor", "share"])
    single = len(set(above)) == len(number)
    return Bundles(engine.give(f"{name}_members", members), engine.give(f"{name}_links", links), single)


def bundles_of(ways: ibis.Table | Bundles) -> Bundles:
    """Return the bundles of ways; those that are kept are their own."""
    return ways if isinstance(ways, Bundles) else bundles(ways)


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
    told = cells.select("version", *by, "indicator", *_TOLD)
    joined = told.inner_join(members, "version")
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


def risen(sums: ibis.Table, links: ibis.Table, by: Sequence[str], *, single: bool = False) -> ibis.Table:
    """Add sums by ancestor, with bounds.

    Args:
        sums: As `gathered` gives them.
        links: As in `Bundles`.
        by: Columns of `sums` that tell periods apart.
        single: As in `Bundles`.

    Returns:
        As `totals.totals`.
    """
    added = lifted(sums, links, by, single=single)
    # Of sums from which some were taken away again nothing may be left.
    return closed(added.filter(added.parts > 0), by)


def lifted(sums: ibis.Table, links: ibis.Table, by: Sequence[str], *, single: bool = False) -> ibis.Table:
    """Add sums by ancestor: columns `ancestor`, those of `by`, `indicator`, and `LIFTED`, which add up in turn.

    Args:
        sums: As `gathered` gives them.
        links: As in `Bundles`.
        by: Columns of `sums` that tell periods apart.
        single: As in `Bundles`, where `sums` have one row a bundle, period and indicator.
    """
    joined = sums.inner_join(links, "bundle")
    parts = {"low": part_of(joined.low, joined.share), "high": part_of(joined.high, joined.share)}
    by_share = {
        "apportioned": ibis.cases((joined.share < 1, joined.parts), else_=0),
        "underived": ibis.cases((joined.share.isnull(), joined.parts), else_=0),
    }
    columns = {name: parts.get(name, joined[name]) for name in SUMS} | by_share
    if single:
        return joined.select("ancestor", *by, "indicator", **{name: _counted(each) for name, each in columns.items()})
    return joined.group_by(["ancestor", *by, "indicator"]).agg(**{name: each.sum() for name, each in columns.items()})


def _counted(column: ibis.Value) -> ibis.Value:
    """Return a column with the type that its sum would have."""
    return column.cast("int64") if column.type().is_integer() else column


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
