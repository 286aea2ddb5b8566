"""Cells taken from columns are those that are put together from values, whatever was told."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from tongket.ledger.told_figures import TOLD
from tongket.rollup.asked import chosen, rows, standing
from tongket.rollup.cells import Tellings, by_org_and_indicator
from tongket.rollup.choosing import Choosing, told_of
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.terms.columns import CHOSEN
from tongket.terms.orgs import ChangeKind, Org, OrgChange
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverTime

REFORM = date(2024, 7, 1)
INDICATORS = [Indicator(each.value, each.value, "t", "lớp", over_time=each) for each in OverTime]
VERSIONS = Versions(
    [
        Org("tinh", "tỉnh", level="tỉnh"),
        Org("an", "xã An", level="xã", parent="tinh"),
        Org("binh", "xã Bình", level="xã", parent="tinh", valid_to=REFORM),
        Org("moi", "xã Mới", level="xã", parent="tinh", valid_from=REFORM),
    ],
    [OrgChange(ChangeKind.RENAME, REFORM, ("binh",), ("moi",), "NQ")],
)
PERIODS = (
    "2023",
    "2024",
    "2024-H1",
    "2024-H2",
    "2024-Q1",
    "2024-Q2",
    "2024-Q3",
    "2024-01",
    "2024-02",
    "2024-03",
    "2024-M9",
)
NUMBERS = st.none() | st.sampled_from(["0", "7", "12", "12.5", "99999999999999999999", "0.00000001"])
TELLING = st.fixed_dictionaries(
    {
        "org": st.sampled_from(["an", "binh", "moi", "khong-co"]),
        "indicator": st.sampled_from([each.value for each in OverTime]),
        "period": st.sampled_from(PERIODS),
        "low": NUMBERS,
        "high": NUMBERS,
        "approx": st.booleans(),
        "figure": st.sampled_from(["F-1", "F-2", "F-3"]),
        "document": st.just("d"),
        "scope": st.just(""),
    }
)


def _told(each: Sequence[Mapping[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(each), TOLD)


def _from_columns(told: Sequence[Mapping[str, Any]], apart: Tellings, asked: Period) -> list[dict[str, Any]]:
    found = Choosing(_told(told), apart, INDICATORS, VERSIONS).cells(standing(VERSIONS, asked), asked)
    return _in_order(found)


def _from_values(told: Sequence[Mapping[str, Any]], asked: Period) -> list[dict[str, Any]]:
    cells = chosen(by_org_and_indicator(map(told_of, told)), INDICATORS, standing(VERSIONS, asked), asked)
    return _in_order(table(CHOSEN, list(rows(cells, VERSIONS, asked))))


def _in_order(found: pa.Table) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = found.to_pylist()
    return sorted(made, key=lambda row: (row["org"], row["indicator"], row["first"], row["last"]))


@given(told=st.lists(TELLING, max_size=40), asked=st.sampled_from(PERIODS).map(Period.parse))
def test_columns_and_values_give_the_same_cells(told: list[dict[str, Any]], asked: Period) -> None:
    """Bounds, repeated tellings, means, stocks, orgs that came and went: every cell is the same, row for row."""
    assert _from_columns(told, {}, asked) == _from_values(told, asked)


@given(told=st.lists(TELLING, max_size=30), pairs=st.sets(st.sampled_from(["an", "binh", "moi"])))
def test_what_is_told_apart_is_put_together_beside_the_rest(told: list[dict[str, Any]], pairs: set[str]) -> None:
    """It makes no difference which pairs come as columns and which as values."""
    year = Period.parse("2024")
    apart = by_org_and_indicator(told_of(each) for each in told if each["org"] in pairs)
    rest = [each for each in told if each["org"] not in pairs]
    assert _from_columns(rest, apart, year) == _from_values(told, year)


def test_a_term_is_put_together_from_sixty_months() -> None:
    """More periods than a whole number has bits are told apart."""
    months = [f"{year}-{month:02}" for year in range(2020, 2025) for month in range(1, 13)]
    told = [
        {"org": "an", "indicator": OverTime.SUM.value, "period": each, "low": "1", "high": "1", "approx": False,
         "figure": f"F-{each}", "document": "d", "scope": ""}
        for each in months
    ]  # fmt: skip
    cells = _from_columns(told, {}, Period.parse("2020/2024"))
    assert [str(Period(row["first"], row["last"])) for row in cells] == months
