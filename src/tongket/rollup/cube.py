"""The next answer from kept sums and what is new since, at a fraction of asking all figures again.

What is kept are the sums that a total is added from anyway (`gathering.gathered`): every column of them adds up and can
be taken away again, exactly, since numbers are decimals. So any change of the facts is two small tables of cells, those
that count no more and those that count now: a new report has none of the first, a correction or a second telling has
both, a withdrawal none of the second (`changed`). The steps are those of the totals themselves; no question is written
twice.

- *Parts* are sums by version: they know nothing of the map above and outlive its changes.
- A *cube* are sums by bundle of versions that count alike on all maps asked for (`alike`): some hundred thousand rows
  however many facts there are. It is folded out of the parts when a map changes.
- *Lifted* sums are by ancestor, one table a question (`gathering.lifted`). The rows that a delta changes are these
  with those of the delta (`touched`), closed as every total is (`gathering.closed`); they take the place of the
  earlier ones, and the next answer is there (`NextAnswer`).

`docs/rollup-speed.md` tells how it is kept and what it costs.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from tongket.rollup.engines.engine import Engine
from tongket.rollup.gathering import LIFTED, SUMS, closed, sums_of
from tongket.rollup.ways import Way
from tongket.terms.columns import NUMBER_PLACES

if TYPE_CHECKING:
    from decimal import Decimal

_SUM = pa.decimal128(38, NUMBER_PLACES)
_MEMBERS = pa.schema([("version", pa.int32()), ("bundle", pa.int32())])


def alike(maps: Iterable[Iterable[Way]]) -> pa.Table:
    """Return which versions count alike on every one of some maps: columns `version`, `bundle`.

    A bundle bears the number of its first version, whose ways are those of all its members.

    Args:
        maps: The ways of each map, filtered to the levels that will be asked for.
    """
    ways: dict[int, list[tuple[int, str, Decimal | None]]] = defaultdict(list)
    for at, each in enumerate(maps):
        for way in each:
            ways[way.version].append((at, way.ancestor, way.share))
    first: dict[frozenset[tuple[int, str, Decimal | None]], int] = {}
    bundles = {version: first.setdefault(frozenset(ways[version]), version) for version in sorted(ways)}
    return pa.table([pa.array(bundles.keys(), pa.int32()), pa.array(bundles.values(), pa.int32())], schema=_MEMBERS)


def links(ways: ibis.Table, members: ibis.Table) -> ibis.Table:
    """Return under which ancestors the bundles of `alike` count on one map, as `gathering.risen` takes it.

    Args:
        ways: Of one of the maps that `members` was made for, filtered to what is asked for.
        members: As `alike` gives it.
    """
    bundled = ways.semi_join(members, ways.version == members.bundle)
    return bundled.select("ancestor", "share", bundle=bundled.version)


def parts(cells: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Add cells by version and by nothing above it: columns `version`, those of `by`, `indicator`, `SUMS`."""
    return sums_of(cells, "version", by)


def folded(kept: ibis.Table, members: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Add parts by bundle: a cube, with columns `bundle`, those of `by`, `indicator`, `SUMS`.

    Args:
        kept: As `parts` gives them.
        members: As `alike` gives them.
        by: Columns of `kept` that tell periods apart.
    """
    return added(kept.inner_join(members, "version").drop("version"), "bundle", by)


def changed(gone: pa.Table, come: pa.Table, by: Sequence[str]) -> pa.Table:
    """Return what changes of cells add to their sums and take from them: a row a cell, with the columns of `parts`.

    Args:
        gone: Cells that counted when the sums were kept and do no more.
        come: Cells that count now and did not then; one that was corrected is in both, each time with its numbers.
        by: Columns of the cells that tell periods apart.
    """
    return pa.concat_tables([_alone(come, by), _less(_alone(gone, by))])


def delta(changes: ibis.Table, members: ibis.Table) -> ibis.Table:
    """Return what to add to a cube.

    Args:
        changes: As `changed` gives them.
        members: As `alike` gives them.
    """
    return changes.inner_join(members, "version").drop("version")


def with_delta(cube: ibis.Table, *deltas: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Return a cube together with deltas, not added up yet: what `gathering.risen` is asked of."""
    columns = ("bundle", *by, "indicator", *SUMS)
    together = cube.select(*columns)
    return together.union(*(each.select(*columns) for each in deltas)) if deltas else together


def added(kept: ibis.Table, whose: str, by: Sequence[str]) -> ibis.Table:
    """Add what `with_delta` put together: a cube again, from which rows in which nothing counts are gone.

    Args:
        kept: Sums, several rows to a group.
        whose: `bundle` or `version`.
        by: Columns that tell periods apart.
    """
    sums = kept.group_by([whose, *by, "indicator"]).agg(**{name: kept[name].sum() for name in SUMS})
    return sums.filter(sums.parts > 0)


def touched(kept: ibis.Table, new: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Return the lifted sums that a delta changes, as they are with it; no parts where nothing counts any more.

    Args:
        kept: As `gathering.lifted` gives them, of a cube: one row an ancestor, period and indicator.
        new: The same, of a delta.
        by: Columns that tell periods apart.
    """
    keys = ["ancestor", *by, "indicator"]
    before = kept.rename({f"kept_{name}": name for name in LIFTED})
    joined = new.left_join(before, keys)
    return joined.select(
        *keys, **{name: joined[name].fill_null(0) + joined[f"kept_{name}"].fill_null(0) for name in LIFTED}
    )


def renewed(kept: ibis.Table, new: ibis.Table, by: Sequence[str]) -> ibis.Table:
    """Return all lifted sums with those of a delta, to keep from now on; arguments as of `touched`."""
    keys = ["ancestor", *by, "indicator"]
    now = touched(kept, new, by)
    return kept.anti_join(new, keys).select(*keys, *LIFTED).union(now.filter(now.parts > 0))


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer and the lifted sums that it was closed from, with the key of each row, so that rows are found at once.

    Attributes:
        keys: Ancestor, period and indicator as one text.
        sums: As `gathering.lifted` gave them, in the order of `keys`.
        answer: As `totals.totals` gave it, in the order of `keys`.
    """

    keys: pa.ChunkedArray
    sums: pa.Table
    answer: pa.Table


def kept(sums: pa.Table, answer: pa.Table, by: Sequence[str]) -> Kept:
    """Put lifted sums beside the answer that is closed from them; `by` are the columns that tell periods apart."""
    keys, theirs = _keys(sums, by), _keys(answer, by)
    same = keys.equals(theirs)
    return Kept(keys, sums, answer if same else answer.take(pc.index_in(keys, theirs)))


class NextAnswer:
    """The answer after changes of the facts, asked again and again: its questions are written once.

    Args:
        engine: To which the tables of `new` are given, before each asking.
        new: `gathering.lifted` of a delta.
        by: Columns that tell periods apart.
    """

    def __init__(self, engine: Engine, new: ibis.Table, by: Sequence[str]) -> None:
        """Write the questions."""
        self._engine, self._new, self._by = engine, new, by
        before, told = (ibis.table(new.schema(), name=name) for name in (_BEFORE, _NEW))
        self._touched = touched(before, told, by)
        self._closed = closed(self._touched, by)

    def of(self, kept_: Kept) -> pa.Table:
        """Return the next answer: the rows that the delta changes are asked again, the others stay."""
        return _replaced(kept_.answer, self._told(kept_), self._engine.answer(self._closed))

    def renewed(self, kept_: Kept) -> Kept:
        """Return the sums with the delta and the next answer, to keep from now on."""
        stays = self._told(kept_)
        sums = _replaced(kept_.sums, stays, self._engine.answer(self._touched))
        return kept(sums, _replaced(kept_.answer, stays, self._engine.answer(self._closed)), self._by)

    def _told(self, kept_: Kept) -> pa.ChunkedArray:
        """Give the engine what the delta tells and the sums it changes; return of every kept row whether it stays."""
        told = self._engine.answer(self._new)
        changes = pc.is_in(kept_.keys, _keys(told, self._by))
        self._engine.give(_NEW, told)
        self._engine.give(_BEFORE, kept_.sums.filter(changes))
        return pc.invert(changes)


_BEFORE, _NEW = "cube_before", "cube_new"


def _keys(rows: pa.Table, by: Sequence[str]) -> pa.ChunkedArray:
    texts = [rows[name].cast(pa.string()) for name in ("ancestor", *by, "indicator")]
    # The character that ASCII has for parting fields stands in no id.
    return pc.binary_join_element_wise(*texts, "\x1f")


def _replaced(rows: pa.Table, stays: pa.ChunkedArray, fresh: pa.Table) -> pa.Table:
    return pa.concat_tables([rows.filter(stays), fresh.filter(pc.greater(fresh["parts"], 0))])


def _alone(cells: pa.Table, by: Sequence[str]) -> pa.Table:
    """Return every cell as the sums of it alone."""
    numbers = {side: cells[side].cast(_SUM) for side in ("low", "high")}
    flags = {
        "lows": cells["low"].is_valid(),
        "highs": cells["high"].is_valid(),
        "rough": cells["approx"],
        "disputed": cells["conflict"],
    }
    counts = {name: flag.cast(pa.int64()) for name, flag in flags.items()}
    columns = {**numbers, **counts, "parts": pa.repeat(pa.scalar(1, pa.int64()), len(cells))}
    keys = {name: cells[name] for name in ("version", *by, "indicator")}
    return pa.table({**keys, **{name: columns[name] for name in SUMS}})


def _less(sums: pa.Table) -> pa.Table:
    return pa.table({name: pc.negate(sums[name]) if name in SUMS else sums[name] for name in sums.column_names})
