"""Numbers are made to fit a column without becoming untrue."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tongket.rollup.rows import fitted, schema
from tongket.terms import columns
from tongket.terms.quantity import Quantity

numbers = st.none() | st.decimals(-(10**20), 10**20, places=6)


@given(numbers, numbers)
def test_a_bound_only_moves_outward(low: Decimal | None, high: Decimal | None) -> None:
    """Whatever the figure was, it still lies between the bounds that fit."""
    fit = fitted(Quantity(low, high))
    assert fit.low is None or (low is not None and fit.low <= low)
    assert fit.high is None or (high is not None and fit.high >= high)


def test_what_fits_stays_as_it_is() -> None:
    """Three places and fifteen digits before them are kept."""
    exact = Quantity(Decimal("999999999999999.999"), Decimal("999999999999999.999"))
    assert fitted(exact) == exact


def test_a_number_too_large_is_more_than_the_largest() -> None:
    """An amount of 10^15 is open above; nothing is cut off."""
    assert fitted(Quantity(Decimal(10**15), Decimal(10**15))) == Quantity(Decimal("999999999999999.999"), None)


def test_every_table_has_a_schema() -> None:
    """Each list of columns becomes an Arrow schema with names of its own."""
    for name in ("CELLS", "CHOSEN", "TELLINGS", "VERSIONS", "WAYS", "DUTIES", "OWING", "REPORTS", "EXCUSES"):
        made = schema(getattr(columns, name))
        assert len(set(made.names)) == len(made.names) > 0
