"""What holds of carrying over, whatever happened to the map."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rollup.making import cells, gave
from tongket.rollup.answers import Total, totals_of
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.rollup.ways import Way, ways_as_was, ways_on
from tongket.terms.columns import WAYS
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share

DAY = date(2025, 7, 1)
NAMES = "abcd"
figures = st.lists(st.integers(0, 10**6), min_size=4, max_size=4)
groups = st.lists(st.integers(0, 2), min_size=4, max_size=4)


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckDB]:
    """One engine for all tests."""
    with DuckDB() as opened:
        yield opened


def _before() -> list[Org]:
    return [Org("tinh", "tỉnh", "tỉnh"), *(Org(name, name, "xã", parent="tinh") for name in NAMES)]


def _merged(into: list[int]) -> tuple[list[Org], list[OrgChange]]:
    """Merge the four communes into as many as there are groups."""
    targets = {f"n{group}": [name for name, mine in zip(NAMES, into, strict=True) if mine == group] for group in into}
    orgs = [Org("tinh", "tỉnh", "tỉnh"), *(Org(name, name, "xã", parent="tinh", valid_to=DAY) for name in NAMES)]
    orgs += [Org(target, target, "xã", parent="tinh", valid_from=DAY) for target in targets]
    return orgs, [OrgChange(ChangeKind.MERGE, DAY, tuple(old), (new,), "NQ") for new, old in targets.items()]


def _totals(engine: DuckDB, versions: Versions, numbers: list[int], ways: list[Way]) -> dict[str, Total]:
    rows = [gave(name, versions.by_org[name][0].number, number) for name, number in zip(NAMES, numbers, strict=True)]
    found = totals_of(engine, engine.give("cells", cells(*rows)), engine.give("ways", table(WAYS, ways)))
    return {key[0]: total for key, total in found.items()}


@settings(max_examples=20)
@given(figures, groups)
def test_a_merger_changes_nothing_of_what_was(engine: DuckDB, numbers: list[int], into: list[int]) -> None:
    """Merge, then ask as it was: the answer of before the merger."""
    before = Versions(_before())
    after = Versions(*_merged(into))
    told = _totals(engine, before, numbers, list(ways_as_was(before)))
    assert _totals(engine, after, numbers, list(ways_as_was(after))) == told


@settings(max_examples=20)
@given(figures, groups)
def test_adding_and_carrying_may_change_places(engine: DuckDB, numbers: list[int], into: list[int]) -> None:
    """Carrying every figure and then adding is adding those that merged and then carrying the sum."""
    versions = Versions(*_merged(into))
    found = _totals(engine, versions, numbers, list(ways_on(versions, DAY)))
    for group in set(into):
        mine = sum(number for number, each in zip(numbers, into, strict=True) if each == group)
        assert found[f"n{group}"].quantity.low == mine
    assert found["tinh"].quantity.low == sum(numbers)


@settings(max_examples=20)
@given(figures, st.decimals("0.00000001", "0.99999999", places=8))
def test_parts_of_a_split_are_together_what_was_split(engine: DuckDB, numbers: list[int], share: Decimal) -> None:
    """Over the communes of today the sum is that of the communes of then, to the last digit."""
    orgs = [each for each in _before() if each.id != "a"]
    orgs += [Org("a", "a", "xã", parent="tinh", valid_to=DAY)]
    orgs += [Org(name, name, "xã", parent="tinh", valid_from=DAY) for name in ("x", "y")]
    shares = (Share("a", "x", share), Share("a", "y", 1 - share))
    versions = Versions(orgs, [OrgChange(ChangeKind.SPLIT, DAY, ("a",), ("x", "y"), "NQ", shares, "dân số")])
    found = _totals(engine, versions, numbers, list(ways_on(versions, DAY)))
    parts = [total.quantity.low for org, total in found.items() if org != "tinh"]
    assert sum(low for low in parts if low is not None) == sum(numbers) == found["tinh"].quantity.low
