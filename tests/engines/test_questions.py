"""Every question of the roll-up on every engine: the same rows, to the last digit."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from engines.made import tables
from tongket import rollup
from tongket.rollup.beside import beside
from tongket.rollup.changes import changes, moved
from tongket.rollup.completeness import completeness, owed
from tongket.rollup.cube import added, changed, delta, folded, links, renewed, with_delta
from tongket.rollup.cube import parts as sums_by_version
from tongket.rollup.drill import conflicts, parts, told
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.engines.engine import Engine
from tongket.rollup.engines.gaps import gaps_in
from tongket.rollup.gathering import closed, kept_bundles, lifted, risen
from tongket.rollup.outliers import outliers
from tongket.rollup.percents import percent_sums
from tongket.rollup.totals import resting, totals

Given = Mapping[str, ibis.Table]

# How each question is asked here. A question of the room without an entry fails `test_no_question_is_left_out`.
ASKED: dict[str, Callable[[Given], ibis.Table]] = {
    "totals.totals as it was": lambda given: totals(given["cells"], given["ways_as_was"]),
    "totals.totals as it is": lambda given: totals(given["cells"], given["ways_now"]),
    "totals.totals on an earlier map": lambda given: totals(given["cells"], given["ways_before"], ("last",)),
    "totals.resting": lambda given: resting(given["cells"], given["ways_now"]),
    "beside.beside": lambda given: beside(given["cells"], given["ways_as_was"]),
    "changes.changes": lambda given: changes(
        _of_year(given, 2024), _of_year(given, 2025), given["ways_as_was"], given["ways_now"]
    ),
    "changes.moved": lambda given: moved(_of_year(given, 2024), given["ways_as_was"], given["ways_now"]),
    "completeness.completeness": lambda given: completeness(
        given["duties"], given["reports"], given["excuses"], given["ways_now"]
    ),
    "completeness.owed": lambda given: owed(_of_year(given, 2024), given["cells"], given["ways_now"], ("year",)),
    "drill.parts": lambda given: parts(given["cells"], given["ways_now"], "tỉnh mới", "lượt người"),
    "drill.told": lambda given: told(given["cells"].filter(given["cells"].org == "xã 3"), given["tellings"]),
    "drill.conflicts": lambda given: conflicts(given["cells"], given["tellings"]),
    "outliers.outliers": lambda given: outliers(given["cells"]),
    "cube.folded": lambda given: risen(_cube(given), links(given["ways_now"], _members(given)), ("year",)),
    "cube.renewed": lambda given: closed(_renewed(given), ("year",)),
    "percents.percent_sums": lambda given: percent_sums(given["cells"], given["ways_as_was"], given["percents"]),
}
# Steps of the questions above, asked with them.
STEPS = {
    "beside.both_sides",
    "gathering.closed",
    "gathering.gathered",
    "gathering.lifted",
    "gathering.risen",
    "gathering.sums_of",
    "completeness.counted",
    "completeness.outcomes",
    "cube.added",
    "cube.delta",
    "cube.links",
    "cube.parts",
    "cube.touched",
    "cube.with_delta",
}


def test_no_question_is_left_out() -> None:
    """Every expression that the room offers is asked on every engine."""
    assert set(_offered()) - STEPS == {name.partition(" ")[0] for name in ASKED}


@pytest.mark.parametrize("name", ASKED)
def test_the_same_rows(duckdb: Engine, engine: Engine, name: str) -> None:
    """Every engine gives DuckDB's rows and types, without a gap that would have to be named."""
    question = ASKED[name](_given(engine))
    assert gaps_in(question) == frozenset()
    expected, answer = duckdb.answer(ASKED[name](_given(duckdb))), engine.answer(question)
    assert answer.schema == expected.schema
    assert _in_order(answer) == _in_order(expected)
    assert answer.num_rows > 0


def test_the_same_rows_of_tables_that_are_held(duckdb: Engine, tmp_path: Path) -> None:
    """A table that is held in the engine's own form answers every question as one that is read each time."""
    all_tables = {**tables(), **_changes()}
    for name, rows in all_tables.items():
        pq.write_table(rows, tmp_path / f"{name}.parquet")
    with DuckDB() as holding:
        # Twice, since what is given again takes the earlier one's place.
        for _ in range(2):
            given = {name: holding.give_parquet(name, tmp_path / f"{name}.parquet", held=True) for name in all_tables}
        for ask in ASKED.values():
            expected, answer = duckdb.answer(ask(_given(duckdb))), holding.answer(ask(given))
            assert answer.schema == expected.schema
            assert _in_order(answer) == _in_order(expected)


@pytest.mark.parametrize("name", ["totals.totals as it was", "totals.totals as it is"])
def test_kept_bundles_change_nothing(engine: Engine, name: str) -> None:
    """Ways that were bundled once, with or without parts, give the totals of the ways themselves."""
    given, ways = _given(engine), "ways_as_was" if name.endswith("was") else "ways_now"
    kept = kept_bundles(engine, "bundled", tables()[ways])
    assert kept.single == (ways == "ways_as_was")
    expected, answer = engine.answer(ASKED[name](given)), engine.answer(totals(given["cells"], kept))
    assert answer.schema == expected.schema
    assert _in_order(answer) == _in_order(expected)


def _offered() -> Iterator[str]:
    """Every public function of the room that gives an expression over tables."""
    for found in pkgutil.iter_modules(rollup.__path__):
        module = importlib.import_module(f"{rollup.__name__}.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            signature = inspect.signature(function)
            takes = any(each.annotation is ibis.Table for each in signature.parameters.values())
            gives = signature.return_annotation is ibis.Table
            if takes and gives and function.__module__ == module.__name__ and not name.startswith("_"):
                yield f"{found.name}.{name}"


def _given(engine: Engine) -> Given:
    """Give the tables to an engine, once."""
    if engine not in _GIVEN:
        _GIVEN[engine] = {name: engine.give(name, rows) for name, rows in {**tables(), **_changes()}.items()}
    return _GIVEN[engine]


_GIVEN: dict[Engine, Given] = {}


def _of_year(given: Given, year: int) -> ibis.Table:
    return given["cells"].filter(given["cells"].year == year)


def _members(given: Given) -> ibis.Table:
    return given["ways_now"].select("version", bundle=given["ways_now"].version).distinct()


def _cube(given: Given) -> ibis.Table:
    """A cube of all cells, from which one year was taken and then given back."""
    by, members = ("year",), _members(given)
    cube = folded(sums_by_version(given["cells"], by), members, by)
    less, back = (delta(given[name], members) for name in ("year_less", "year_back"))
    return added(with_delta(cube, less, back, by=by), "bundle", by)


def _renewed(given: Given) -> ibis.Table:
    """Sums by ancestor of all cells but one year's, with those of that year added."""
    by, members = ("year",), _members(given)
    up = links(given["ways_now"], members)
    without, year = (lifted(delta(given[name], members), up, by) for name in ("others", "year"))
    return renewed(without, year, by)


def _changes() -> Mapping[str, pa.Table]:
    """Changes of the cells: one year's taken away and given back for another's; all others', then that year's."""
    cells, by = tables()["cells"], ("year",)
    year = {each: cells.filter(pc.equal(cells["year"], each)) for each in (2024, 2025)}
    others, nothing = cells.filter(pc.not_equal(cells["year"], 2024)), cells.slice(0, 0)
    return {
        "year_less": changed(year[2024], year[2025], by),
        "year_back": changed(year[2025], year[2024], by),
        "others": changed(nothing, others, by),
        "year": changed(nothing, year[2024], by),
    }


def _in_order(answer: pa.Table) -> list[tuple[Any, ...]]:
    """Return the rows in one order, whatever order they came in."""
    return sorted((tuple(row.values()) for row in answer.to_pylist()), key=repr)
