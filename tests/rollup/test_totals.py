"""Totals over orgs, run by the engine: the same bounds as adding by hand."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.rollup.cells import Cell
from tongket.rollup.totals import percent_sums, share_of, sums
from tongket.terms.quantity import Quantity

numbers = st.none() | st.decimals(0, 10**12, places=2)
cells = st.lists(
    st.tuples(st.sampled_from(["lop", "luot"]), numbers, numbers, st.booleans(), st.booleans()), min_size=1, max_size=8
)


def _cell(org: str, indicator: str, quantity: Quantity, *, conflict: bool = False) -> Cell:
    return Cell(org, indicator, quantity, conflict, ())


def _exact(value: str) -> Quantity:
    return Quantity(Decimal(value), Decimal(value))


def test_one_open_part_opens_the_total_on_its_side() -> None:
    """The upper end of a sum with "trên 4.300" in it is open, its lower end is not."""
    total = sums([_cell("a", "luot", _exact("100")), _cell("b", "luot", Quantity(Decimal(4300), None))])["luot"]
    assert (total.quantity, total.rests_on) == (Quantity(Decimal(4400), None), 2)


def test_rough_parts_and_conflicts_make_the_total_so() -> None:
    """Approx and conflict are contagious."""
    rough = Quantity(Decimal(5), Decimal(5), approx=True)
    total = sums([_cell("a", "lop", rough), _cell("b", "lop", _exact("2"), conflict=True)])["lop"]
    assert (total.quantity.approx, total.conflict) == (True, True)


def test_amounts_beyond_a_float_stay_exact() -> None:
    """Twenty digits and decimals are added to the last digit."""
    total = sums([_cell("a", "tien", _exact("123456789012345.67")), _cell("b", "tien", _exact("0.01"))])["tien"]
    assert total.quantity.low == Decimal("123456789012345.68")


def test_no_cells_make_no_totals() -> None:
    """What nobody reported has no total, not even nought."""
    assert sums([]) == {}


@settings(max_examples=25, deadline=None)
@given(cells)
def test_the_engine_adds_as_bounds_are_added(
    rows: list[tuple[str, Decimal | None, Decimal | None, bool, bool]],
) -> None:
    """The expression gives what adding quantity to quantity gives."""
    made = [
        _cell(str(place), name, Quantity(low, high, approx), conflict=conflict)
        for place, (name, low, high, approx, conflict) in enumerate(rows)
    ]
    for name, total in sums(made).items():
        mine = [each for each in made if each.indicator == name]
        by_hand = sum((each.quantity for each in mine), _exact("0"))
        assert (total.quantity, total.conflict, total.rests_on) == (
            by_hand,
            any(each.conflict for each in mine),
            len(mine),
        )


def test_a_percent_rests_on_orgs_that_gave_both_part_and_base() -> None:
    """An org that tells its part and not its whole stays out of both sums."""
    parts = [_cell("a", "du", _exact("95")), _cell("b", "du", _exact("40"))]
    bases = [_cell("a", "phai", _exact("100")), _cell("c", "phai", _exact("50"))]
    both = percent_sums(parts, bases)
    assert both is not None
    assert (both.orgs, both.part, both.base) == (("a",), _exact("95"), _exact("100"))
    assert percent_sums(parts, bases[1:]) is None


def test_a_share_has_the_bounds_its_part_and_base_leave() -> None:
    """The least part of the largest base is the lower end."""
    part, base = Quantity(Decimal(90), Decimal(95)), Quantity(Decimal(100), Decimal(100))
    assert share_of(part, base) == Quantity(Decimal(90), Decimal(95))
    assert share_of(part, Quantity(Decimal(0), Decimal(0))) is None
    assert share_of(Quantity(Decimal(90), None), base) == Quantity(Decimal(90), None)
