"""Numbers of cells: Vietnamese writing, bounds, notes; and what is no number stays none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.sheets.amounts import read_cell
from tongket.review.wording import number
from tongket.terms.quantity import Quantity


def _exact(value: str, *, approx: bool = False) -> Quantity:
    return Quantity(Decimal(value), Decimal(value), approx)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("1.234,5", _exact("1234.5")),
        ("1234,5", _exact("1234.5")),
        ("12 345", _exact("12345")),
        ("1234567890123", _exact("1234567890123")),
        ("1.125", _exact("1125")),
        ("1.5", _exact("1.5")),
        ("05", _exact("5")),
        ("0", _exact("0")),
        ("trên 150", Quantity(Decimal(150), None)),
        ("> 150", Quantity(Decimal(150), None)),
        ("Gần 1.300 lượt", Quantity(None, Decimal(1300))),
        ("từ 300 đến 400", Quantity(Decimal(300), Decimal(400))),
        ("khoảng từ 300 đến 400", Quantity(Decimal(300), Decimal(400), approx=True)),
        ("300 – 400", Quantity(Decimal(300), Decimal(400))),
        ("ước 300", _exact("300", approx=True)),
        ("300 (ước)", _exact("300", approx=True)),
        ("1.234 người (ước đạt)", _exact("1234", approx=True)),
        ("hơn 1,2 triệu", Quantity(Decimal(1200000), None)),
        ("12 (trong đó có 3 nữ)", None),
        ("97,5%", _exact("97.5")),
    ],
)
def test_a_cell_gives_its_number_with_its_bounds(text: str, quantity: Quantity | None) -> None:
    """Groups of thousands, decimal comma, bounds in words or signs, notes that call it rough."""
    found = read_cell(text)
    assert (found.quantity if found else None) == quantity


@pytest.mark.parametrize(
    "text", ["", "-", "x", "không", "12/2024", "15/3/2024", "Lớp 5", "Quý 1", "-5", "(5)", "45/48", "8h30", "từ 300",
             "45 lớp, 2 đợt", "0986123456", "12."]
)  # fmt: skip
def test_what_is_no_number_stays_none(text: str) -> None:
    """Dates, names, fractions, telephone numbers and remarks are no figures of a cell."""
    assert read_cell(text) is None


def test_a_percent_sign_is_told() -> None:
    """What stands behind the number is kept: a sign, or the words of its measure."""
    percent, counted = read_cell("97,5 %"), read_cell("1.200 lượt người")
    assert percent is not None
    assert percent.percent
    assert counted is not None
    assert (counted.words, counted.percent) == ("lượt người", False)


@given(st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False), st.sampled_from(["", "trên ", "gần "]))
def test_a_number_in_vietnamese_writing_comes_back(value: Decimal, bound: str) -> None:
    """What the review writes, a cell reads back to the last digit, bounds and all."""
    found = read_cell(bound + number(value))
    assert found is not None
    assert found.quantity == Quantity(
        None if bound == "gần " else value.normalize(), None if bound == "trên " else value.normalize()
    )
