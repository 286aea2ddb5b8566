"""Totals over orgs, run by the engine: the same bounds as adding by hand, on any map."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollup.making import cells, gave, way, ways
from tongket.rollup.answers import Total, totals_of
from tongket.rollup.engines.duck import DuckDB
from tongket.terms.columns import Certainty
from tongket.terms.quantity import Quantity

bounds = st.none() | st.decimals(0, 10**12, places=3)
given_cells = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(["lop", "luot"]), bounds, bounds, st.booleans(), st.booleans()),
    min_size=1,
    max_size=8,
)
shares = st.none() | st.just(Decimal(1)) | st.decimals("0.01", "0.99", places=8)


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckDB]:
    """One engine for all tests."""
    with DuckDB() as opened:
        yield opened


def _totals(engine: DuckDB, figures: pa.Table, on: pa.Table) -> dict[tuple[str, str, str], Total]:
    return totals_of(engine, engine.give("cells", figures), engine.give("ways", on))


def _total(engine: DuckDB, figures: pa.Table, on: pa.Table) -> Total:
    (total,) = _totals(engine, figures, on).values()
    return total


def test_one_open_part_opens_the_total_on_its_side(engine: DuckDB) -> None:
    """The upper end of a sum with "trên 4.300" in it is open, its lower end is not."""
    total = _total(engine, cells(gave("a", 0, 100), gave("b", 1, 4300, None)), ways(way(0), way(1)))
    assert (total.quantity, total.orgs) == (Quantity(Decimal(4400), None), 2)


def test_rough_parts_and_conflicts_make_the_total_so(engine: DuckDB) -> None:
    """Approx and conflict are contagious."""
    total = _total(engine, cells(gave("a", 0, 5, approx=True), gave("b", 1, 2, conflict=True)), ways(way(0), way(1)))
    assert (total.quantity.approx, total.conflict) == (True, True)


def test_amounts_beyond_a_float_stay_exact(engine: DuckDB) -> None:
    """Eighteen digits are added to the last one, and a sum may have more."""
    parts = [gave(str(at), 0, "999999999999999.999") for at in range(10)]
    total = _total(engine, cells(*parts, gave("b", 0, "0.001")), ways(way(0)))
    assert total.quantity.low == Decimal("9999999999999999.991")


def test_no_cells_make_no_totals(engine: DuckDB) -> None:
    """What nobody reported has no total, not even nought."""
    assert _totals(engine, cells(), ways(way(0))) == {}


def test_a_figure_without_a_way_counts_nowhere(engine: DuckDB) -> None:
    """What lies under nobody who is asked for enters no total."""
    assert _totals(engine, cells(gave("a", 7, 1)), ways(way(0))) == {}


def test_each_period_and_each_ancestor_has_its_own_total(engine: DuckDB) -> None:
    """Years and provinces are never added together."""
    found = _totals(
        engine,
        cells(gave("a", 0, 1), gave("b", 1, 2), gave("a", 0, 4, asked="2023")),
        ways(way(0, "t1"), way(1, "t2"), way(0, "nuoc"), way(1, "nuoc")),
    )
    told = {key[:2]: total.quantity.low for key, total in found.items()}
    assert told == {
        ("t1", "2023"): 4, ("t1", "2024"): 1, ("t2", "2024"): 2, ("nuoc", "2023"): 4, ("nuoc", "2024"): 3,
    }  # fmt: skip


def test_a_part_by_a_share_makes_the_total_apportioned(engine: DuckDB) -> None:
    """A third of 100 to every place of the share, and it is said that it is no count."""
    total = _total(engine, cells(gave("a", 0, 100), gave("b", 1, 10)), ways(way(0, share="0.33333333"), way(1)))
    assert total.quantity.low == Decimal("43.333333")
    assert (total.certainty, total.apportioned, total.underived) == (Certainty.APPORTIONED, 1, 0)


def test_a_part_that_nobody_knows_leaves_no_figure(engine: DuckDB) -> None:
    """The total says that it is not derivable and how many figures it lacks, never a smaller number."""
    total = _total(engine, cells(gave("a", 0, 100), gave("b", 1, 10)), ways(way(0, share=None), way(1)))
    assert (total.quantity, total.certainty, total.underived) == (Quantity(None, None), Certainty.NOT_DERIVABLE, 1)


def test_an_org_with_two_parts_of_a_year_is_one_org(engine: DuckDB) -> None:
    """Two halves are two figures and one org to rest on."""
    halves = [gave("a", 0, 8, period="2024-H1"), gave("a", 0, 11, period="2024-H2")]
    total = _total(engine, cells(*halves), ways(way(0)))
    assert (total.quantity.low, total.orgs) == (Decimal(19), 1)


@settings(max_examples=25)
@given(given_cells, st.lists(shares, min_size=5, max_size=5))
def test_the_engine_adds_as_bounds_are_added(
    engine: DuckDB, rows: list[tuple[int, str, Decimal | None, Decimal | None, bool, bool]], parts: list[Decimal | None]
) -> None:
    """The expression gives what adding share by share in fractions gives, open and unknown parts included."""
    made = [
        gave(str(at), version, low, high, of=of, approx=approx, conflict=conflict)
        for at, (version, of, low, high, approx, conflict) in enumerate(rows)
    ]
    found = _totals(engine, cells(*made), ways(*(way(version, share=share) for version, share in enumerate(parts))))
    for (_, _, of), total in found.items():
        mine = [row for row in made if row["indicator"] == of]
        assert total.quantity.low == _by_hand(mine, parts, "low")
        assert total.quantity.high == _by_hand(mine, parts, "high")
        assert total.quantity.approx == any(row["approx"] for row in mine)
        assert total.conflict == any(row["conflict"] for row in mine)
        assert total.orgs == len(mine)


def _by_hand(rows: list[dict[str, Any]], parts: list[Decimal | None], side: str) -> Decimal | None:
    known = [(row[side], parts[row["version"]]) for row in rows]
    if any(number is None or share is None for number, share in known):
        return None
    whole = sum((Fraction(number) * Fraction(share) for number, share in known), Fraction(0))
    return Decimal(whole.numerator) / Decimal(whole.denominator)


@settings(max_examples=25)
@given(st.lists(bounds, min_size=1, max_size=6), st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_sums_over_a_partition_are_the_sum(engine: DuckDB, numbers: list[Decimal | None], side: list[int]) -> None:
    """However orgs are divided among provinces, the provinces together are the country."""
    made = [gave(str(at), at, number) for at, number in enumerate(numbers)]
    up = [way(at, "nuoc") for at in range(6)] + [way(at, f"t{side[at]}") for at in range(6)]
    found = {key[0]: total for key, total in _totals(engine, cells(*made), ways(*up)).items()}
    country = found.pop("nuoc")
    lows = [total.quantity.low for total in found.values()]
    expected = None if None in lows else sum((low for low in lows if low is not None), Decimal(0))
    assert country.quantity.low == expected
    assert country.orgs == sum(total.orgs for total in found.values())
