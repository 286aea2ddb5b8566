"""Differences are written up or down only where the bounds leave no doubt."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.review.differences import UNCLEAR, difference
from tongket.terms.quantity import Quantity
from tongket.terms.records import FigureKind


def bounds(low: str | None, high: str | None, *, approx: bool = False) -> Quantity:
    """Make a quantity of two written bounds."""
    return Quantity(None if low is None else Decimal(low), None if high is None else Decimal(high), approx)


@pytest.mark.parametrize(
    ("by", "of", "written"),
    [
        (bounds("12", "12"), bounds("150", "150"), "tăng 12 (8%)"),
        (bounds("-90", "-90"), bounds("217", "217"), "giảm 90 (41,5%)"),
        (bounds("0", "0"), bounds("5", "5"), "không đổi"),
        (bounds("3", "8"), bounds("40", "45"), "tăng từ 3 đến 8"),
        (bounds("-8", "-3"), None, "giảm từ 3 đến 8"),
        (bounds("20", None), bounds("100", "100"), "tăng trên 20"),
        (bounds(None, "-20"), None, "giảm trên 20"),
        (bounds("-5", "5"), None, UNCLEAR),
        (bounds(None, "4"), None, UNCLEAR),
        (bounds(None, None), None, "chưa xác định"),
        (bounds("12", "12"), bounds("0", "0"), "tăng 12"),
    ],
)
def test_a_difference_says_no_more_than_its_bounds(by: Quantity, of: Quantity | None, written: str) -> None:
    """Both ends on one side of nothing give a direction; else it is said that there is none to tell."""
    assert difference(by, of) == written


def test_shares_differ_in_points() -> None:
    """A percent that goes from 95 to 97,5 goes up by points, not by a percent of itself."""
    assert difference(bounds("2.5", "2.5"), bounds("95", "95"), FigureKind.PERCENT) == "tăng 2,5 điểm %"
    assert difference(bounds("-2.0031", "-1.4999"), None, FigureKind.PERCENT) == "giảm từ 1,5 đến 2 điểm %"


@given(st.integers(-1000, 1000), st.integers(0, 1000))
def test_a_direction_is_only_given_where_every_number_within_has_it(low: int, width: int) -> None:
    """Nothing between the bounds contradicts the word."""
    written = difference(Quantity(Decimal(low), Decimal(low + width)))
    if written.startswith("tăng"):
        assert low >= 0
    elif written.startswith("giảm"):
        assert low + width <= 0
    elif written == UNCLEAR:
        assert low < 0 < low + width
    else:
        assert low == width == 0
