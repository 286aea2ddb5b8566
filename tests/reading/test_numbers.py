"""How an amount is written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.figures.numbers import decimal_of, read_amount, read_words, tidy


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("05 lớp", "5", 2),
        ("1.278,5 ha", "1278.5", 7),
        ("8 632 lượt", "8632", 5),
        ("2.054.776 lượt", "2054776", 9),
        ("1,25 tỷ", "1250000000", 7),
        ("1 tỷ 278 triệu", "1278000000", 14),
        ("2 triệu 500 nghìn", "2500000", 17),
        ("97.5%", "97.5", 4),
        ("0 hộ", "0", 1),
    ],
)
def test_an_amount_is_read_to_its_end(text: str, value: str, length: int) -> None:
    """The value and the end of the amount, magnitude words worked in."""
    amount = read_amount(text, 0)
    assert amount is not None
    assert (amount.value, amount.end) == (Decimal(value), length)


@pytest.mark.parametrize("text", ["0286575708", "22.3.2023", "1.2.3", "1,2,3", "12.34.56"])
def test_what_is_no_amount_is_none(text: str) -> None:
    """Telephones, dates and list numbers are not of this grammar."""
    amount = read_amount(text, 0)
    assert amount is None or amount.end < len(text)


@pytest.mark.parametrize("text", ["1.210.000.000.000,0001%", "1 tỷ 278,12345678 triệu", "9 nghìn 0,1234567891 tỷ"])
def test_more_digits_than_a_reading_holds_are_no_amount(text: str) -> None:
    """With decimals an amount has no more digits than come back out of JSON; whole ones may be as long as they like."""
    amount = read_amount(text, 0)
    assert amount is None or Decimal(repr(float(amount.value))) == amount.value
    whole = read_amount("1.234.567.890.123.456.789 đồng", 0)
    assert whole is not None
    assert whole.value == 1234567890123456789


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hai", 2),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("ba trăm", 300),
        ("năm nghìn", 5000),
        ("hai trăm năm mươi", 250),
        ("bảy triệu", 7_000_000),
        ("chín mươi chín", 99),
    ],
)
def test_number_words(text: str, value: int) -> None:
    """Tens, hundreds and magnitudes in words."""
    amount = read_words(text, 0)
    assert amount is not None
    assert (amount.value, amount.end) == (Decimal(value), len(text))


def test_other_words_are_no_number() -> None:
    """A word that is no number gives nothing."""
    assert read_words("nhiều", 0) is None
    assert read_words("", 0) is None


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False))
def test_vietnamese_marks_say_the_same_number(value: Decimal) -> None:
    """Dots between thousands and a decimal comma lose nothing."""
    written = f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    assert decimal_of(written) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_tidying_keeps_the_value(value: Decimal) -> None:
    """Only the zeros behind the comma go."""
    assert tidy(value) == value
