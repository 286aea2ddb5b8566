"""Figures are written as official reports write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.review.wording import bounded, date_line, day, event_kind, figure, money, number
from tongket.terms.quantity import Quantity, rounded
from tongket.terms.records import EventKind, FigureKind

decimals = st.decimals(min_value=-(10**15), max_value=10**15, places=4, allow_nan=False, allow_infinity=False)


def quantity(low: str | None, high: str | None, *, approx: bool = False) -> Quantity:
    """Write bounds briefly."""
    return Quantity(None if low is None else Decimal(low), None if high is None else Decimal(high), approx)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0", "0"),
        ("-0.000", "0"),
        ("7", "7"),
        ("999", "999"),
        ("1000", "1.000"),
        ("150000", "150.000"),
        ("1.5E+5", "150.000"),
        ("1234567.890", "1.234.567,89"),
        ("97.50", "97,5"),
        ("-1234.5", "-1.234,5"),
    ],
)
def test_numbers_take_vietnamese_marks(value: str, written: str) -> None:
    """Thousands take a dot, decimals a comma, and zeros that say nothing are left out."""
    assert number(Decimal(value)) == written


@given(decimals)
def test_a_written_number_can_be_read_back(value: Decimal) -> None:
    """Writing a number loses nothing of it."""
    assert Decimal(number(value).replace(".", "").replace(",", ".")) == value


@pytest.mark.parametrize(
    ("value", "places", "result"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("99.994", 2, "99.99")],
)
def test_halves_are_rounded_away_from_zero(value: str, places: int, result: str) -> None:
    """A half goes away from zero on both sides of it."""
    assert rounded(Decimal(value), places) == Decimal(result)


@given(decimals, st.integers(min_value=0, max_value=3))
def test_rounding_is_the_same_on_both_sides_of_zero(value: Decimal, places: int) -> None:
    """Rounding a number and its opposite gives opposite results, never further away than half a step."""
    assert rounded(-value, places) == -rounded(value, places)
    assert abs(rounded(value, places) - value) <= Decimal(5).scaleb(-places - 1)


@pytest.mark.parametrize(
    ("bounds", "written"),
    [
        (quantity("160", "160"), "160"),
        (quantity("150000", None), "trên 150.000"),
        (quantity(None, "1300"), "gần 1.300"),
        (quantity("500", "500", approx=True), "khoảng 500"),
        (quantity("300", "400"), "từ 300 đến 400"),
        (quantity("300", "400", approx=True), "khoảng từ 300 đến 400"),
        (quantity("1234", None, approx=True), "ước trên 1.234"),
        (quantity(None, None), "chưa xác định"),
    ],
)
def test_bounds_are_words(bounds: Quantity, written: str) -> None:
    """Each kind of bound has the word people use for it."""
    assert bounded(bounds) == written


def test_a_sum_open_below_is_only_said_to_be_under_its_bound() -> None:
    """Several figures that are each near their bound need not add up to nearly the sum."""
    assert bounded(quantity(None, "1310"), summed=True) == "dưới 1.310"


@pytest.mark.parametrize(
    ("bounds", "kind", "written"),
    [
        (quantity("150000", None), FigureKind.COUNT, "trên 150.000 lượt"),
        (quantity(None, None), FigureKind.COUNT, "chưa xác định"),
        (quantity("97.555", "97.555"), FigureKind.PERCENT, "97,56%"),
        (quantity("64", None), FigureKind.PERCENT, "trên 64%"),
        (quantity("1500000000", "1500000000"), FigureKind.MONEY, "1,5 tỷ đồng"),
    ],
)
def test_a_figure_carries_its_measure(bounds: Quantity, kind: FigureKind, written: str) -> None:
    """A count names what it counts; percents and money have their own mark."""
    assert figure(bounds, "lượt", kind) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("950", "950 đồng"),
        ("2500000", "2,5 triệu đồng"),
        ("2500001", "2.500.001 đồng"),
        ("1250500000", "1.250,5 triệu đồng"),
        ("12000000000", "12 tỷ đồng"),
    ],
)
def test_money_is_shortened_only_where_nothing_is_lost(value: str, written: str) -> None:
    """Tỷ and triệu are used for amounts that they can say fully."""
    assert money(Decimal(value)) == written


def test_the_date_line_pads_days_under_ten_and_the_first_two_months() -> None:
    """Nghị định 30/2020 writes 05 tháng 02, but 05 tháng 3."""
    assert date_line("Vân Sơn", date(2026, 2, 5)) == "Vân Sơn, ngày 05 tháng 02 năm 2026"
    assert date_line("Vân Sơn", date(2026, 3, 15)) == "Vân Sơn, ngày 15 tháng 3 năm 2026"
    assert date_line("Vân Sơn", None) == "Vân Sơn, ngày … tháng … năm …"


@pytest.mark.parametrize(
    ("iso", "written"),
    [("2023-12-07", "7/12/2023"), ("2023-12", "tháng 12/2023"), ("2023", "năm 2023"), (None, ""), ("", "")],
)
def test_days_are_written_as_far_as_they_are_known(iso: str | None, written: str) -> None:
    """A day, a month or a year alone each have their writing; an unknown one has none."""
    assert day(iso) == written


def test_every_kind_of_event_has_a_name() -> None:
    """No kind of event is shown by its code."""
    assert len({event_kind(kind) for kind in EventKind}) == len(EventKind)
