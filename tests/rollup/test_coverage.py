"""Reports whose periods cover another: exactly, or not at all."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.rollup.coverage import cover
from tongket.terms.period import Period

ALL = [
    "2024",
    "2024-H1",
    "2024-H2",
    "2024-M9",
    *(f"2024-Q{q}" for q in range(1, 5)),
    *(f"2024-{m:02}" for m in range(1, 13)),
]


def _cover(asked: str, *available: str) -> list[str]:
    return [str(period) for period in cover(Period.parse(asked), [Period.parse(each) for each in available])]


@pytest.mark.parametrize(
    ("available", "parts"),
    [
        (("2024", "2024-H1", "2024-H2"), ["2024"]),
        (("2024-H1", "2024-H2"), ["2024-H1", "2024-H2"]),
        (("2024-Q4", "2024-Q2", "2024-Q1", "2024-Q3"), ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        (("2024-H1", "2024-Q3", "2024-Q4", "2024-Q1"), ["2024-H1", "2024-Q3", "2024-Q4"]),
        (("2024-M9", "2024-Q4"), ["2024-M9", "2024-Q4"]),
        (tuple(f"2024-{month:02}" for month in range(1, 13)), [f"2024-{month:02}" for month in range(1, 13)]),
    ],
)
def test_parts_that_make_the_year_cover_it(available: tuple[str, ...], parts: list[str]) -> None:
    """The fewest reports that are exactly the year are taken."""
    assert _cover("2024", *available) == parts


@pytest.mark.parametrize(
    "available",
    [
        ("2024-H1",),
        ("2024-Q1", "2024-Q2", "2024-Q4"),
        ("2024-M9",),
        ("2024-H1", "2024-M9"),
        ("2023",),
        ("2020/2025",),
        (),
    ],
)
def test_a_gap_or_an_overlap_covers_nothing(available: tuple[str, ...]) -> None:
    """A half-year is not the year, and nothing is taken twice to make one."""
    assert _cover("2024", *available) == []


@given(st.lists(st.sampled_from(ALL), max_size=12), st.sampled_from(ALL), st.randoms(use_true_random=False))
def test_a_cover_is_without_gap_and_without_a_day_twice(written: list[str], asked: str, chance: object) -> None:
    """Parts follow one another day by day from the first to the last, in whatever order they come in."""
    parts = _cover(asked, *written)
    shuffled = list(written)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _cover(asked, *shuffled) == parts
    periods = [Period.parse(part) for part in parts]
    if periods:
        assert (periods[0].first, periods[-1].last) == (Period.parse(asked).first, Period.parse(asked).last)
        for one, next_one in pairwise(periods):
            assert one.last + timedelta(days=1) == next_one.first
