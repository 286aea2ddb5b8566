"""What changed against an earlier period, divided: what comes from the map and what from the work.

Both periods are asked on one map, that of the later period's last day. Then what is left between them is work, and
what the earlier period gains or loses by being carried to that map is the map's:

    later on its map - earlier as it was = (later - earlier carried over) + (earlier carried over - earlier as it was)
"""

import ibis

from tongket.rollup.beside import both_sides
from tongket.rollup.bounds import part_of, where
from tongket.rollup.totals import totals

_KEYS = ("ancestor", "indicator")


def changes(earlier: ibis.Table, later: ibis.Table, was: ibis.Table, now: ibis.Table) -> ibis.Table:
    """Return for every ancestor and indicator the earlier and the later total and what lies between them.

    Args:
        earlier: Cells of the earlier period, as `totals` takes them.
        later: Cells of the later period.
        was: Ways of the earlier period, as it was.
        now: Ways on the later period's last day.

    Returns:
        Columns `ancestor`, `indicator`; the columns of `totals` with `before_` (earlier, as it was), `carried_`
        (earlier, on the later map) and `after_` before them; `map_low`, `map_high`, `work_low`, `work_high`, null
        where open or not derivable.
    """
    sides = [
        _named(totals(earlier, was, ()), "before"),
        _named(totals(earlier, now, ()), "carried"),
        _named(totals(later, now, ()), "after"),
        _named(moved(earlier, was, now), "map"),
    ]
    joined = sides[0]
    for side in sides[1:]:
        joined = both_sides(joined, side, _KEYS)
    nothing = joined.map_parts.isnull()
    zero = ibis.literal(0).cast(joined.map_low.type())
    return joined.mutate(
        map_low=ibis.cases((nothing, zero), else_=joined.map_low),
        map_high=ibis.cases((nothing, zero), else_=joined.map_high),
        work_low=joined.after_low - joined.carried_high,
        work_high=joined.after_high - joined.carried_low,
    ).drop("map_parts")


def moved(cells: ibis.Table, was: ibis.Table, now: ibis.Table) -> ibis.Table:
    """Return what every ancestor gains or loses when the same cells go from one map to another.

    Only what moves enters: an open figure that stays where it was leaves the difference closed.

    Returns:
        Columns `ancestor`, `indicator`, `low`, `high` (null where open or not derivable), `parts`. Ancestors that
        gain and lose nothing have no row.
    """
    nets = _nets(was, now)
    joined = cells.select("indicator", "version", "low", "high").inner_join(nets, "version")
    sums = joined.group_by(["ancestor", "indicator", "net", "untold"]).agg(
        low=joined.low.sum(),
        high=joined.high.sum(),
        lows=joined.low.count(),
        highs=joined.high.count(),
        parts=joined.count(),
    )
    # What leaves takes the upper bound from the lower side.
    gains = sums.net > 0
    turned = sums.mutate(
        low=part_of(ibis.ifelse(gains, sums.low, sums.high), sums.net),
        high=part_of(ibis.ifelse(gains, sums.high, sums.low), sums.net),
        lows=ibis.ifelse(gains, sums.lows, sums.highs),
        highs=ibis.ifelse(gains, sums.highs, sums.lows),
    )
    added = turned.group_by(list(_KEYS)).agg(
        **{name: turned[name].sum() for name in ("low", "high", "lows", "highs", "parts")},
        untold=turned.untold.any(),
    )
    return added.select(
        *_KEYS,
        low=where(~added.untold & (added.lows == added.parts), added.low),
        high=where(~added.untold & (added.highs == added.parts), added.high),
        parts=added.parts,
    )


def _nets(was: ibis.Table, now: ibis.Table) -> ibis.Table:
    """Return by version and ancestor which part of the version it gains (more than 0) or loses."""
    columns = ("version", "ancestor", "share")
    lost = was.select(*columns).mutate(sign=-1)
    gained = now.select(*columns).mutate(sign=1)
    both = ibis.union(lost, gained)
    nets = both.group_by(["version", "ancestor"]).agg(
        net=(both.share * both.sign).sum(), untold=both.share.isnull().any()
    )
    return nets.filter((nets.net != 0) | nets.untold).mutate(net=nets.net.fill_null(0))


def _named(table: ibis.Table, side: str) -> ibis.Table:
    return table.rename({f"{side}_{name}": name for name in table.columns if name not in _KEYS})
