"""The questions beside totals: each answer by a small case that can be told by head."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollup.making import cells, day, gave, way, ways
from tongket.rollup.answers import Counts, counts_of, percents_of, percents_table
from tongket.rollup.beside import beside
from tongket.rollup.changes import changes
from tongket.rollup.drill import conflicts, parts, told
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.outliers import outliers
from tongket.rollup.percents import share_of
from tongket.rollup.rows import table
from tongket.terms.columns import EXCUSES, OWING, REPORTS, TELLINGS, Certainty
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Indicator
from tongket.terms.quantity import Quantity
from tongket.terms.records import FigureKind

PERCENTS = pa.table({"percent": ["tl"], "part": ["du"], "base": ["phai"]})
YEAR = Period.parse("2024")


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckDB]:
    """One engine for all tests."""
    with DuckDB() as opened:
        yield opened


def _exact(value: str | int) -> Quantity:
    return Quantity(Decimal(value), Decimal(value))


# --- completeness


def _owing(org: str, version: int, until: str | None = None) -> dict[str, Any]:
    owed = {"org": org, "version": version, "report": "year", "asked": "2024", "first": YEAR.first, "last": YEAR.last}
    return {**owed, "until": day(until) if until else None}


def _came(org: str, on: str | None = None) -> dict[str, Any]:
    return {"org": org, "first": YEAR.first, "last": YEAR.last, "day": day(on) if on else None}


def _excused(org: str) -> dict[str, Any]:
    return {"org": org, "first": YEAR.first, "last": YEAR.last, "reason": "mới thành lập"}


def _counts(
    engine: DuckDB, owing: list[dict[str, Any]], came: list[dict[str, Any]], excused: list[dict[str, Any]], up: pa.Table
) -> dict[tuple[str, str], Counts]:
    tables = (("owing", OWING, owing), ("reports", REPORTS, came), ("excuses", EXCUSES, excused))
    given_tables = [engine.give(name, table(columns, rows)) for name, columns, rows in tables]
    return counts_of(engine, given_tables[0], given_tables[1], given_tables[2], engine.give("ways", up))


def test_every_owed_report_is_one_of_three(engine: DuckDB) -> None:
    """It came (perhaps late, or nobody knows when), it need not come, or it is missing."""
    owing = [_owing(org, at, "2024-12-20") for at, org in enumerate("abcde")]
    came = [_came("a", "2024-12-20"), _came("b", "2024-12-21"), _came("c")]
    found = _counts(engine, owing, came, [_excused("d")], ways(*(way(at) for at in range(5))))
    assert found == {("tinh", "2024"): Counts(owed=5, reported=3, late=1, undated=1, excused=1, missing=1)}


def test_what_came_although_excused_is_reported(engine: DuckDB) -> None:
    """An excuse takes nothing away from an org that reported."""
    found = _counts(engine, [_owing("a", 0)], [_came("a")], [_excused("a")], ways(way(0)))
    assert (found["tinh", "2024"].reported, found["tinh", "2024"].excused) == (1, 0)


def test_a_report_sent_twice_is_late_by_its_first_coming(engine: DuckDB) -> None:
    """Sent in time and again later: in time, and one."""
    came = [_came("a", "2024-12-30"), _came("a", "2024-12-10")]
    found = _counts(engine, [_owing("a", 0, "2024-12-20")], came, [], ways(way(0)))
    assert found["tinh", "2024"] == Counts(1, 1, 0, 0, 0, 0)


@settings(max_examples=12)
@given(
    st.lists(st.sampled_from("abcdef"), unique=True, min_size=1),
    st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from([None, "2024-12-01", "2025-02-01"]))),
    st.lists(st.sampled_from("abcdefgh")),
)
def test_completeness_is_never_over_a_hundred_percent(
    engine: DuckDB, owing: list[str], came: list[tuple[str, str | None]], excused: list[str]
) -> None:
    """Whatever comes in, of whomever and how often: reported, excused and missing are together what was owed."""
    found = _counts(
        engine,
        [_owing(org, ord(org), "2024-12-20") for org in owing],
        [_came(org, on) for org, on in came],
        [_excused(org) for org in excused],
        ways(*(way(ord(org)) for org in "abcdefghij")),
    )
    counts = found["tinh", "2024"]
    assert counts.owed == len(owing) == counts.reported + counts.excused + counts.missing
    assert counts.reported == len({org for org, _ in came} & set(owing))
    assert counts.late + counts.undated <= counts.reported


# --- the parent's own figure


def test_a_parent_s_own_figure_stands_beside_the_sum(engine: DuckDB) -> None:
    """Both with their bounds, and how far the own one lies from the sum."""
    figures = cells(gave("a", 0, 100), gave("b", 1, 50, 60), gave("tinh", 2, 170))
    up = ways(way(0), way(1), way(2, steps=0))
    (row,) = engine.rows(beside(engine.give("cells", figures), engine.give("ways", up), ("asked",)))
    assert (row["low"], row["high"], row["own_low"]) == (150, 160, 170)
    assert (row["difference_low"], row["difference_high"]) == (10, 20)


def test_a_figure_on_one_side_only_stands_alone(engine: DuckDB) -> None:
    """What only the parent tells has no sum, and what only the children tell has no own figure."""
    figures = cells(gave("a", 0, 5, of="x"), gave("tinh", 2, 7, of="y"))
    up = ways(way(0), way(2, steps=0))
    found = engine.rows(beside(engine.give("cells", figures), engine.give("ways", up), ("asked",)))
    told_rows = {row["indicator"]: (row["ancestor"], row["asked"], row["low"], row["own_low"]) for row in found}
    assert told_rows == {"x": ("tinh", "2024", 5, None), "y": ("tinh", "2024", None, 7)}
    assert all(row["difference_low"] is None for row in found)


# --- change against an earlier period


def _changes(engine: DuckDB, *tables: pa.Table) -> dict[str, dict[str, Any]]:
    names = ("earlier", "later", "was", "now")
    asked = [engine.give(name, each) for name, each in zip(names, tables, strict=True)]
    return {row["ancestor"]: row for row in engine.rows(changes(asked[0], asked[1], asked[2], asked[3]))}


def test_a_change_is_divided_into_map_and_work(engine: DuckDB) -> None:
    """A commune of 30 went from one province to the other: 30 of the difference are the map's, the rest is work."""
    earlier = cells(gave("a", 0, 100), gave("b", 1, 30), gave("c", 2, 50))
    later = cells(gave("a", 0, 110), gave("b", 3, 33), gave("c", 2, 45))
    was = ways(way(0, "t1"), way(1, "t1"), way(2, "t2"))
    now = ways(way(0, "t1"), way(1, "t2"), way(3, "t2"), way(2, "t2"))
    found = _changes(engine, earlier, later, was, now)
    one, two = found["t1"], found["t2"]
    assert (one["before_low"], one["carried_low"], one["after_low"]) == (130, 100, 110)
    assert (one["map_low"], one["map_high"], one["work_low"], one["work_high"]) == (-30, -30, 10, 10)
    assert (two["before_low"], two["after_low"], two["map_low"], two["work_low"]) == (50, 78, 30, -2)


def test_an_open_figure_that_stays_leaves_the_map_s_part_closed(engine: DuckDB) -> None:
    """Only what moves enters the map's part; the work's is open."""
    earlier = cells(gave("a", 0, 100, None), gave("b", 1, 30, 40))
    later = cells(gave("a", 0, 120))
    found = _changes(engine, earlier, later, ways(way(0, "t"), way(1, "t")), ways(way(0, "t"), way(1, "s")))
    assert (found["t"]["map_low"], found["t"]["map_high"]) == (-40, -30)
    assert (found["s"]["map_low"], found["s"]["map_high"]) == (30, 40)
    assert (found["t"]["work_low"], found["t"]["work_high"]) == (None, 20)


def test_without_a_change_of_the_map_all_is_work(engine: DuckDB) -> None:
    """The map's part is nought, not unknown."""
    up = ways(way(0))
    found = _changes(engine, cells(gave("a", 0, 7)), cells(gave("a", 0, 9)), up, up)
    assert (found["tinh"]["map_low"], found["tinh"]["map_high"], found["tinh"]["work_low"]) == (0, 0, 2)


def test_a_part_nobody_knows_leaves_map_and_work_unknown(engine: DuckDB) -> None:
    """An org of today that took an unknown part of a split one cannot be compared, and no number is made up."""
    now = ways(way(0, "t", None), way(1, "t"))
    found = _changes(engine, cells(gave("a", 0, 7)), cells(gave("t", 1, 9)), ways(way(0, "a")), now)
    assert (found["t"]["map_low"], found["t"]["work_low"], found["t"]["after_low"]) == (None, None, 9)
    assert found["t"]["carried_certainty"] == Certainty.NOT_DERIVABLE


@settings(max_examples=12)
@given(
    st.lists(st.integers(0, 1000), min_size=4, max_size=4),
    st.lists(st.integers(0, 1000), min_size=4, max_size=4),
    st.lists(st.sampled_from("st"), min_size=4, max_size=4),
    st.lists(st.sampled_from("st"), min_size=4, max_size=4),
)
def test_map_and_work_together_are_the_change(
    engine: DuckDB, before: list[int], after: list[int], was: list[str], now: list[str]
) -> None:
    """With exact figures later less earlier is the map's part and the work's, to the last digit."""
    found = _changes(
        engine,
        cells(*(gave(str(at), at, number) for at, number in enumerate(before))),
        cells(*(gave(str(at), at, number) for at, number in enumerate(after))),
        ways(*(way(at, ancestor) for at, ancestor in enumerate(was))),
        ways(*(way(at, ancestor) for at, ancestor in enumerate(now))),
    )
    for row in found.values():
        if row["before_low"] is not None and row["after_low"] is not None:
            assert row["map_low"] + row["work_low"] == row["after_low"] - row["before_low"]


# --- percents


def test_a_percent_rests_on_orgs_that_gave_both_part_and_base(engine: DuckDB) -> None:
    """An org that tells its part and not its whole stays out of both sums."""
    figures = cells(
        gave("a", 0, 95, of="du"), gave("b", 1, 40, of="du"), gave("a", 0, 100, of="phai"), gave("c", 2, 50, of="phai")
    )
    up = ways(way(0), way(1), way(2))
    given_tables = (engine.give("cells", figures), engine.give("ways", up), engine.give("percents", PERCENTS))
    (found,) = percents_of(engine, *given_tables).values()
    assert (found.orgs, found.part, found.base, found.share) == (1, _exact(95), _exact(100), _exact(95))


def test_a_percent_of_one_org_is_not_divided_by_another_s(engine: DuckDB) -> None:
    """Where nobody gave both there is no percent."""
    figures = cells(gave("a", 0, 95, of="du"), gave("b", 1, 100, of="phai"))
    given_tables = (engine.give("cells", figures), engine.give("ways", ways(way(0), way(1))))
    assert percents_of(engine, *given_tables, engine.give("percents", PERCENTS)) == {}


def test_a_share_has_the_bounds_its_part_and_base_leave() -> None:
    """The least part of the largest base is the lower end."""
    part, base = Quantity(Decimal(90), Decimal(95)), Quantity(Decimal(100), Decimal(100))
    assert share_of(part, base) == Quantity(Decimal(90), Decimal(95))
    assert share_of(part, Quantity(Decimal(0), Decimal(0))) is None
    assert share_of(Quantity(Decimal(90), None), base) == Quantity(Decimal(90), None)


# --- the way down


def test_the_way_down_shows_each_part_with_what_of_it_went_in(engine: DuckDB) -> None:
    """The parts of a total add up to it, each with its share and basis."""
    figures = engine.give("cells", cells(gave("a", 0, 100), gave("b", 1, 10), gave("a", 0, 3, of="khac")))
    up = engine.give("ways", ways(way(0, "xa", "0.35"), way(1, "xa"), way(1, "xb")))
    found = engine.rows(parts(figures, up, "xa", "lop").order_by("org"))
    assert [(row["org"], row["part_low"], row["basis"]) for row in found] == [("a", 35, "dân số"), ("b", 10, "")]


def _telling(org: str, value: int, figure: str) -> dict[str, Any]:
    row = gave(org, 0, value)
    return {**row, "figure": figure, "document": f"văn bản {figure}"}


def test_a_conflict_shows_all_that_was_said_and_chooses_none(engine: DuckDB) -> None:
    """Two documents disagree: both figures, each with its document; what agrees is not among them."""
    figures = engine.give("cells", cells(gave("a", 0, 7185, 7815, conflict=True), gave("b", 1, 3)))
    said = [_telling("a", 7185, "F-1"), _telling("a", 7815, "F-2"), _telling("b", 3, "F-3")]
    tellings = engine.give("tellings", table(TELLINGS, said))
    assert sorted((row["low"], row["figure"]) for row in engine.rows(conflicts(figures, tellings))) == [
        (7185, "F-1"),
        (7815, "F-2"),
    ]
    only = figures.filter(figures.org == "b")
    assert [row["figure"] for row in engine.rows(told(only, tellings))] == ["F-3"]


# --- outliers


def _months(*values: int | None, org: str = "a") -> list[dict[str, Any]]:
    return [
        gave(org, 0, value, value, asked=f"2024-{month:02d}")
        for month, value in enumerate(values, 1)
        if value is not None
    ]


def _outlying(engine: DuckDB, rows: list[dict[str, Any]]) -> list[tuple[str, int]]:
    question = outliers(engine.give("cells", cells(*rows)))
    return sorted((str(row["first"])[:7], int(row["value"])) for row in engine.rows(question))


def test_a_figure_far_from_the_org_s_own_history_is_shown(engine: DuckDB) -> None:
    """Ten times as much as in all other months is an outlier; what varies as always is not."""
    assert _outlying(engine, _months(10, 12, 11, 9, 10, 110)) == [("2024-06", 110)]
    assert _outlying(engine, _months(10, 12, 11, 9, 10, 13)) == []


def test_two_slips_do_not_hide_one_another(engine: DuckDB) -> None:
    """With mean and deviation two like slips would make each other look common."""
    assert _outlying(engine, _months(100, 12, 11, 9, 10, 110)) == [("2024-01", 100), ("2024-06", 110)]


def test_fewer_than_six_periods_judge_nothing(engine: DuckDB) -> None:
    """Too short a history says nothing, and says so by silence."""
    assert _outlying(engine, _months(10, 12, 11, 9, 110)) == []


def test_an_org_that_always_told_the_same_is_outlying_by_a_slip_only(engine: DuckDB) -> None:
    """Three for two is no slip of the decimal mark, twenty for two is."""
    assert _outlying(engine, _months(2, 2, 2, 2, 2, 3)) == []
    assert _outlying(engine, _months(2, 2, 2, 2, 2, 20)) == [("2024-06", 20)]


def test_years_and_months_are_different_histories(engine: DuckDB) -> None:
    """A year beside six months is no outlier among them."""
    assert _outlying(engine, [*_months(10, 12, 11, 9, 10, 12), gave("a", 0, 64)]) == []


def test_person_times_are_no_part_of_persons() -> None:
    """A percent of person-times in persons is refused, with the names of both."""
    of = [
        Indicator("luot", "Lượt người dự", "x", "lượt"),
        Indicator("nguoi", "Người phải dự", "x", "người"),
        Indicator("tl", "Tỷ lệ dự", "x", "%", FigureKind.PERCENT, part="luot", base="nguoi"),
    ]
    with pytest.raises(TongketError, match="Lượt người dự"):
        percents_table(of)
