"""Several tellings of one figure: what people round agrees, what no number fits is a conflict."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.rollup.combine import combine, reach
from tongket.terms.quantity import Quantity


def _exact(value: str) -> Quantity:
    return Quantity(Decimal(value), Decimal(value))


def _over(value: str) -> Quantity:
    return Quantity(Decimal(value), None)


def _near(value: str) -> Quantity:
    return Quantity(None, Decimal(value))


def _about(value: str) -> Quantity:
    return Quantity(Decimal(value), Decimal(value), approx=True)


values = st.integers(0, 10**9).map(Decimal)
quantities = st.one_of(
    values.map(lambda value: Quantity(value, value)),
    values.map(lambda value: Quantity(value, None)),
    values.map(lambda value: Quantity(None, value)),
    values.map(lambda value: Quantity(value, value, approx=True)),
    st.tuples(values, values).map(lambda pair: Quantity(min(pair), max(pair))),
)


@pytest.mark.parametrize(
    "told",
    [
        [_exact("27284"), _near("27300"), _over("27000")],
        [_exact("448902"), _near("449000")],
        [_exact("16212"), _over("16000")],
        [_about("27300"), _exact("27284")],
        [_exact("12.5"), _near("13"), _about("12.5")],
    ],
)
def test_roundings_of_one_number_are_that_number(told: list[Quantity]) -> None:
    """A number told for sure stands, whatever papers round it to."""
    combined = combine(told)
    sure = next(quantity for quantity in told if quantity.exact)
    assert (combined.quantity, combined.conflict) == (sure, False)


def test_two_bounds_close_the_number_in() -> None:
    """Trên 120 and gần 130 together lie between the two."""
    assert combine([_over("120"), _near("130")]).quantity == Quantity(Decimal(120), Decimal(130))


def test_numbers_that_no_rounding_joins_are_a_conflict_with_the_bounds_of_both() -> None:
    """7.185 and 7.815: nothing is chosen, the total will carry both ends."""
    combined = combine([_exact("7815"), _exact("7185")])
    assert combined.conflict
    assert combined.quantity == Quantity(Decimal(7185), Decimal(7815))


def test_near_is_near() -> None:
    """1.000 is not what "gần 1.300" means, and "hơn 100" is not 250."""
    assert combine([_near("1300"), _exact("1000")]).conflict
    assert combine([_over("100"), _exact("250")]).conflict
    assert not combine([_near("1300"), _exact("1250")]).conflict


def test_an_open_telling_leaves_a_conflict_open() -> None:
    """Where one of two that disagree has no upper end, the conflict has none."""
    combined = combine([_over("9000"), _exact("100")])
    assert (combined.conflict, combined.quantity) == (True, Quantity(Decimal(100), None))


@given(st.lists(quantities, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(told: list[Quantity], chance: object) -> None:
    """The same tellings in another order, some of them twice, come to the same."""
    shuffled = [*told, told[0]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert combine(shuffled) == combine(told)


@given(st.lists(quantities, min_size=1, max_size=5))
def test_what_agrees_lies_within_every_sure_telling(told: list[Quantity]) -> None:
    """Bounds of an agreement never go beyond those of a telling that is sure."""
    combined = combine(told)
    sure = [quantity for quantity in told if not quantity.approx]
    if combined.conflict or not sure:
        return
    for quantity in sure:
        assert quantity.low is None or (combined.quantity.low is not None and combined.quantity.low >= quantity.low)
        assert quantity.high is None or (combined.quantity.high is not None and combined.quantity.high <= quantity.high)


@given(quantities)
def test_a_telling_reaches_its_own_bounds(quantity: Quantity) -> None:
    """What a telling says lies within what it can mean."""
    low, high = reach(quantity)
    assert low <= high
    assert quantity.low is None or low <= quantity.low <= high
    assert quantity.high is None or low <= quantity.high <= high


@given(st.lists(quantities, min_size=1, max_size=4), st.lists(quantities, min_size=1, max_size=4))
def test_a_sum_is_the_same_however_its_parts_are_grouped(one: list[Quantity], other: list[Quantity]) -> None:
    """Bounds add up the same over any partition and in any order."""
    zero = Quantity(Decimal(0), Decimal(0))
    assert sum([*one, *other], zero) == sum(one, zero) + sum(other, zero)
    assert sum([*other, *one], zero) == sum([*one, *other], zero)
