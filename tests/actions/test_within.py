"""What a question leaves unread in the ledger could not have changed its answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.actions.rolling.within import writings_within
from tongket.rollup.coverage import cover
from tongket.terms.period import Period

WRITTEN = ["2024", "2023", "2024-H1", "2024-H2", "2024-Q3", "2024-11", "2024-M7", "2024-M11", "2020/2025", "2021/2023"]


@given(st.sampled_from(WRITTEN), st.lists(st.sampled_from(WRITTEN), unique=True))
def test_nothing_that_covers_a_period_is_left_out(asked: str, there: list[str]) -> None:
    """Whatever reports cover a period together, their periods are among the writings within it."""
    period = Period.parse(asked)
    covering = cover(period, {Period.parse(each) for each in there})
    assert {str(each) for each in covering} <= writings_within(period)


@pytest.mark.parametrize(
    ("asked", "inside", "outside"),
    [("2024-Q3", "2024-08", "2024-10"), ("2024", "2024-M9", "2023"), ("2020/2025", "2022-H1", "2026")],
)
def test_within(asked: str, inside: str, outside: str) -> None:
    """A period itself and what lies in it, and nothing else."""
    found = writings_within(Period.parse(asked))
    assert {asked, inside} <= found
    assert outside not in found
