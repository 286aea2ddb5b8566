"""Kept sums with what is new since give the answer of all figures, whatever is added, corrected or withdrawn."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rollup.making import cells, gave, way, ways
from tongket.rollup.combine import combine
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
    renewed,
    with_delta,
)
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.gathering import closed, lifted, risen
from tongket.rollup.totals import totals
from tongket.rollup.ways import Way
from tongket.terms.quantity import Quantity

BY = ("asked",)
# Versions 0 and 1 stay; 2 and 3 merge; 4 is cut by known shares, 5 by unknown ones.
BEFORE = [way(version, "bac" if version < 3 else "nam") for version in range(6)]
AFTER = [
    *(way(version, "bac" if version < 2 else "nam") for version in range(4)),
    way(4, "bac", "0.25"),
    way(4, "nam", "0.75"),
    way(5, "bac", None),
    way(5, "nam", None),
]
MAPS = {"was": BEFORE, "now": AFTER}

Place = tuple[int, str, str]
"""Version, indicator, period asked for."""
Ledger = dict[Place, dict[str, Quantity]]
"""The tellings of each cell by document."""

_places = st.tuples(st.integers(0, 5), st.sampled_from(["lop", "nguoi"]), st.sampled_from(["2023", "2024"]))
_bounds = st.one_of(st.none(), st.integers(0, 10**15 - 1), st.decimals(0, 1000, places=3))
_quantities = st.builds(
    lambda low, high, approx: Quantity(
        None if low is None else Decimal(low), None if high is None else Decimal(high), approx
    ),
    _bounds,
    _bounds,
    st.booleans(),
)
_ONE, _CUT = (0, "lop", "2023"), (4, "lop", "2024")
_SEVEN = Quantity(Decimal(7), Decimal(7))
# A document tells a figure, tells it otherwise, or (None) is withdrawn.
_events = st.tuples(_places, st.sampled_from("abc"), st.one_of(st.none(), _quantities))


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckDB]:
    """One engine for all tests."""
    with DuckDB() as opened:
        yield opened


@settings(max_examples=15, deadline=None)
@example(before=[(_ONE, "a", Quantity(Decimal(5), None))], batches=[[(_ONE, "a", None), (_CUT, "b", _SEVEN)]])
@given(st.lists(_events, max_size=12), st.lists(st.lists(_events, max_size=6), max_size=3))
def test_a_cube_and_what_is_new_is_everything_asked_again(
    engine: DuckDB, before: list[Any], batches: list[list[Any]]
) -> None:
    """However documents add, repeat, contradict, correct and withdraw figures, on both maps, folded in or not."""
    ledger: Ledger = {}
    _tell(ledger, before)
    members = engine.give("members", alike(_ways_of(each) for each in MAPS.values()))
    by_version = parts(engine.give("old", _cells(ledger)), BY)
    cube = engine.give("cube", engine.answer(folded(by_version, members, BY)))
    answers = {name: _kept(engine, name, cube, members) for name in MAPS}
    shown = {name: kept(engine.answer(sums), engine.answer(closed(sums, BY)), BY) for name, sums in answers.items()}
    for at, batch in enumerate(batches):
        gone, come = _tell(ledger, batch)
        new = delta(engine.give(f"changes{at}", changed(gone, come, BY)), members)
        together = with_delta(cube, new, by=BY)
        everything = engine.give("everything", _cells(ledger))
        for name, rows in MAPS.items():
            up = engine.give(name, ways(*rows))
            from_scratch = _rows(engine, totals(everything, up, BY))
            assert _rows(engine, risen(together, links(up, members), BY)) == from_scratch
            sums, risen_new = answers[name], lifted(new, links(up, members), BY)
            following = NextAnswer(engine, risen_new, BY)
            assert _sorted(following.of(shown[name]).to_pylist()) == from_scratch
            shown[name] = following.renewed(shown[name])
            assert _sorted(shown[name].answer.to_pylist()) == from_scratch
            answers[name] = engine.give(f"lifted_{name}", engine.answer(renewed(sums, risen_new, BY)))
            assert _rows(engine, answers[name]) == _sorted(shown[name].sums.to_pylist())
        cube = engine.give("cube", engine.answer(added(together, "bundle", BY)))


def test_parts_outlive_a_change_of_the_map(engine: DuckDB) -> None:
    """After a change of the map a cube folded out of the parts that were kept answers as all figures do."""
    figures = engine.give("figures", cells(*(gave(f"xa-{at}", at, at + 1) for at in range(6))))
    by_version = engine.give("kept", engine.answer(parts(figures, BY)))
    for name, rows in MAPS.items():
        up, members = engine.give(name, ways(*rows)), engine.give("members", alike([_ways_of(rows)]))
        cube = engine.give("cube", engine.answer(folded(by_version, members, BY)))
        assert _rows(engine, risen(cube, links(up, members), BY)) == _rows(engine, totals(figures, up, BY))


def test_versions_that_count_alike_on_every_map_are_one_bundle() -> None:
    """Alike on one map only is not alike: 2 and 3 come from different provinces, 1 and 2 go to different ones."""
    bundled = alike(_ways_of(rows) for rows in MAPS.values()).to_pylist()
    assert [row["bundle"] for row in bundled] == [0, 0, 2, 3, 4, 5]


def test_what_was_withdrawn_leaves_nothing(engine: DuckDB) -> None:
    """A cube from which all is taken has no rows."""
    figures = engine.give("figures", cells(gave("a", 0, 5), gave("b", 1, None, 7)))
    nothing = engine.give("nothing", cells())
    members = engine.give("members", alike([_ways_of(BEFORE)]))
    cube = folded(parts(figures, BY), members, BY)
    taken = engine.give("taken", changed(engine.answer(figures), engine.answer(nothing), BY))
    left = added(with_delta(cube, delta(taken, members), by=BY), "bundle", BY)
    assert engine.rows(left) == []


def _kept(engine: DuckDB, name: str, cube: ibis.Table, members: ibis.Table) -> ibis.Table:
    up = engine.give(name, ways(*MAPS[name]))
    return engine.give(f"lifted_{name}", engine.answer(lifted(cube, links(up, members), BY)))


def _tell(ledger: Ledger, events: Iterable[tuple[Place, str, Quantity | None]]) -> tuple[pa.Table, pa.Table]:
    """Let documents tell; return the cells that count no more and those that count now."""
    touched = [place for place, _, _ in events]
    gone = _cells({place: ledger[place] for place in touched if place in ledger})
    for place, document, quantity in events:
        told = ledger.setdefault(place, {})
        told.pop(document, None)
        if quantity is not None:
            told[document] = quantity
        if not told:
            del ledger[place]
    return gone, _cells({place: ledger[place] for place in touched if place in ledger})


def _cells(ledger: Ledger) -> pa.Table:
    rows = []
    for (version, indicator, asked), told in ledger.items():
        found = combine(list(told.values()))
        low, high, approx = found.quantity.low, found.quantity.high, found.quantity.approx
        more = {"approx": approx, "conflict": found.conflict}
        rows.append(gave(f"xa-{version}", version, low, high, of=indicator, asked=asked, **more))
    return cells(*rows)


def _ways_of(rows: list[dict[str, Any]]) -> list[Way]:
    return [Way(row["version"], row["ancestor"], row["level"], row["steps"], row["share"]) for row in rows]


def _rows(engine: DuckDB, question: ibis.Table) -> list[tuple[Any, ...]]:
    return _sorted(engine.rows(question))


def _sorted(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted((tuple(row.values()) for row in rows), key=repr)
