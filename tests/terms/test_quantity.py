"""Numbers with bounds: what their sum promises."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.terms.quantity import Quantity

BOUNDS = st.none() | st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False)
QUANTITIES = st.builds(Quantity, BOUNDS, BOUNDS, st.booleans())


@pytest.mark.parametrize(
    ("left", "right", "total"),
    [
        (Quantity(Decimal(3), Decimal(3)), Quantity(Decimal(4), Decimal(4)), Quantity(Decimal(7), Decimal(7))),
        (Quantity(Decimal(3), None), Quantity(Decimal(4), Decimal(4)), Quantity(Decimal(7), None)),
        (Quantity(None, Decimal(3)), Quantity(Decimal(4), None), Quantity(None, None)),
        (Quantity(Decimal("0.1"), Decimal("0.1")), Quantity(Decimal("0.2"), Decimal("0.2")),
         Quantity(Decimal("0.3"), Decimal("0.3"))),
    ],
    ids=["exact", "open above", "open on both sides", "no rounding"],
)  # fmt: skip
def test_bounds_are_added_to_bounds(left: Quantity, right: Quantity, total: Quantity) -> None:
    """The sum lies between the sums of the bounds; a side open in one part is open in the sum."""
    assert left + right == total


@given(QUANTITIES, QUANTITIES)
def test_rough_parts_make_a_rough_sum(left: Quantity, right: Quantity) -> None:
    """A sum is called rough exactly where one of its parts is."""
    assert (left + right).approx == (left.approx or right.approx)


@given(QUANTITIES, QUANTITIES, QUANTITIES)
def test_order_does_not_matter(first: Quantity, second: Quantity, third: Quantity) -> None:
    """Parts may be added in any order."""
    assert first + second == second + first
    assert (first + second) + third == first + (second + third)


@pytest.mark.parametrize(
    ("quantity", "exact"),
    [
        (Quantity(Decimal(5), Decimal(5)), True),
        (Quantity(Decimal(0), Decimal(0)), True),
        (Quantity(Decimal(5), Decimal(5), approx=True), False),
        (Quantity(Decimal(5), Decimal(6)), False),
        (Quantity(None, None), False),
    ],
)
def test_exact_is_one_value_not_called_rough(quantity: Quantity, *, exact: bool) -> None:
    """Only one value that the document did not call rough is exact; nought is a value."""
    assert quantity.exact is exact
