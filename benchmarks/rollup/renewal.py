"""The next answer after a thousand new facts, out of kept sums, beside asking all facts again."""

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from country import PROVINCE
from generate import INDICATORS, ROW_GROUP
from measure import in_turn, same, say
from questions import kept_at

from tongket.rollup.cube import (
    NextAnswer,
    added,
    alike,
    changed,
    delta,
    folded,
    kept,
    links,
    parts,
    with_delta,
)
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.gathering import closed, lifted
from tongket.rollup.totals import totals
from tongket.rollup.ways import Way

NEW = 1_000
# Of the new facts so many take the place of one that was open above; the others had not come before.
CORRECTED = 100
BY = ("year",)
KEY = ("indicator", "org", "first", "last")
# Parts are kept a tenth of the indicators at a time, so that memory stays small.
PIECE = INDICATORS // 10


@dataclass(frozen=True, slots=True)
class There:
    """What is there when the new facts come: `gone` and `come` are these."""

    cells: ibis.Table
    members: ibis.Table
    cube: ibis.Table
    gone: pa.Table
    come: pa.Table

    def newer(self, engine: DuckDB) -> ibis.Table:
        """Give the new facts to the engine."""
        return engine.give("newer", changed(self.gone, self.come, BY))


def beside_everything(folder: Path, ways: Mapping[str, pa.Table], rounds: int) -> None:
    """Keep sums of all facts but the new ones; ask with these and, in turn, everything again; print ratios."""
    with DuckDB(memory="3GB") as engine:
        there = keep(engine, folder, ways)
        for name in ways:
            next_answer(engine, name, ways, there, rounds)
        together = with_delta(there.cube, delta(there.newer(engine), there.members), by=BY)
        once, whole = added(together, "bundle", BY), folded(parts(there.cells, BY), there.members, BY)
        report("folding the new in", lambda: engine.answer(once), lambda: engine.answer(whole), rounds)


def next_answer(engine: DuckDB, name: str, ways: Mapping[str, pa.Table], there: There, rounds: int) -> None:
    """Ask the provinces of one map; what the earlier answer rested on is kept beside it."""
    up = engine.give(name, ways[name])
    bundled = engine.give(f"{name}_links", engine.answer(links(up.filter(up.level == PROVINCE), there.members)))
    sums = engine.answer(lifted(there.cube, bundled, BY))
    earlier = kept(sums, engine.answer(closed(engine.give("earlier", sums), BY)), BY)
    everything = totals(there.cells, kept_at(engine, name, PROVINCE, ways))
    following = NextAnswer(engine, lifted(delta(there.newer(engine), there.members), bundled, BY), BY)

    def after_new_facts() -> pa.Table:
        there.newer(engine)
        return following.of(earlier)

    report(f"next answer, map: {name}", after_new_facts, lambda: engine.answer(everything), rounds)


def report(name: str, ours: Callable[[], pa.Table], whole: Callable[[], pa.Table], rounds: int) -> None:
    """Ask both in turn, check that they are the same and print what they take."""
    answers, (mine, full) = in_turn([ours, whole], rounds)
    same(name, *answers)
    say(
        f"{name:45} {mine.wall:7.3f} {full.wall:7.3f} {mine.wall / full.wall:6.3f} "
        f"{mine.busy:7.3f} {full.busy:7.3f} {mine.busy / full.busy:6.3f} {len(answers[0]):8}"
    )


def keep(engine: DuckDB, folder: Path, ways: Mapping[str, pa.Table]) -> There:
    """Keep the sums of all facts but the new ones; say what it takes."""
    come = new_facts(folder)
    new, old = engine.give("new", come), engine.give("old", opened(come.slice(0, CORRECTED)))
    cells = engine.give_parquet("cells", folder / "cells")
    members = engine.give("members", alike(provincial(rows) for rows in ways.values()))
    begun = time.perf_counter()
    by_version = keep_parts(engine, cells.anti_join(new, KEY).union(old), folder / "kept")
    built = time.perf_counter()
    cube = engine.give("cube", engine.answer(folded(by_version, members, BY)))
    made = time.perf_counter()
    rows = [engine.answer(each.count().as_table()).column(0)[0].as_py() for each in (by_version, cube)]
    say(f"kept: {rows[0]:,} sums by version, in {built - begun:.1f} s; a cube of {rows[1]:,}, in {made - built:.2f} s")
    return There(cells, members, cube, opened(come.slice(0, CORRECTED)), come)


def keep_parts(engine: DuckDB, cells: ibis.Table, place: Path) -> ibis.Table:
    """Write the parts of all cells to a folder, some indicators at a time."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for number, (first, end) in enumerate(pieces()):
        piece = cells.filter((cells.indicator >= first) & (cells.indicator < end))
        pq.write_table(engine.answer(parts(piece, BY)), place / f"{number:02}.parquet", row_group_size=ROW_GROUP)
    return engine.give_parquet("kept", place)


def pieces() -> Iterator[tuple[str, str]]:
    """From which indicator to which."""
    for first in range(0, INDICATORS, PIECE):
        yield f"chi-tieu-{first:03}", f"chi-tieu-{first + PIECE:03}"


def new_facts(folder: Path) -> pa.Table:
    """A thousand facts from all over the table."""
    with duckdb.connect() as engine:
        engine.read_parquet(str(folder / "cells" / "*.parquet")).create_view("cells")
        chosen = f"SELECT * FROM cells ORDER BY hash(indicator, version, first, 'new') LIMIT {NEW}"  # noqa: S608
        return engine.sql(chosen).to_arrow_table()


def opened(facts: pa.Table) -> pa.Table:
    """The same facts as they were told before: open above, and roughly."""
    nothing = pa.nulls(len(facts), facts.schema.field("high").type)
    yes = pa.array([True] * len(facts))
    facts = facts.set_column(facts.schema.get_field_index("high"), facts.schema.field("high"), nothing)
    return facts.set_column(facts.schema.get_field_index("approx"), facts.schema.field("approx"), yes)


def provincial(rows: pa.Table) -> Iterator[Way]:
    """The ways to provinces."""
    for row in rows.to_pylist():
        if row["level"] == PROVINCE:
            yield Way(row["version"], row["ancestor"], row["level"], row["steps"], row["share"])
