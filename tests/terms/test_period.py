"""Periods: one writing for one stretch, and how official reports call it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.terms.errors import TongketError
from tongket.terms.period import Period

WRITTEN = ("2023", "2023-Q1", "2023-Q4", "2023-H1", "2023-H2", "2023-M4", "2023-M9", "2023-06", "2020/2025")


@pytest.mark.parametrize("text", WRITTEN)
def test_every_writing_of_the_format_comes_back_as_it_was(text: str) -> None:
    """Reading a period and writing it again gives the same text."""
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize(("text", "one"), [("2023-M6", "2023-H1"), ("2023-M3", "2023-Q1"), ("2023-M12", "2023")])
def test_the_same_stretch_has_one_writing(text: str, one: str) -> None:
    """The first six months are the first half, however they were written."""
    assert str(Period.parse(text)) == one


@pytest.mark.parametrize("text", ["", "23", "2023-Q5", "2023-13", "2025/2020", "2023-H3", "năm 2023", "0000"])
def test_what_is_no_period_is_refused_with_an_example(text: str) -> None:
    """The message says what was wrong and how to write it."""
    with pytest.raises(TongketError, match="2024-H1"):
        Period.parse(text)


def test_first_and_last_day_are_those_of_the_calendar() -> None:
    """February has its leap day, a half-year its last of June."""
    assert Period.parse("2024-02").last == date(2024, 2, 29)
    assert Period.parse("2023-H1").last == date(2023, 6, 30)
    assert Period.parse("2023-Q4").first == date(2023, 10, 1)
    assert Period.parse("2020/2025").last == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2023", "năm 2023"),
        ("2023-H1", "6 tháng đầu năm 2023"),
        ("2023-H2", "6 tháng cuối năm 2023"),
        ("2023-Q1", "quý I/2023"),
        ("2023-Q4", "quý IV/2023"),
        ("2023-06", "tháng 6/2023"),
        ("2023-M9", "9 tháng đầu năm 2023"),
        ("2020/2025", "nhiệm kỳ 2020 - 2025"),
    ],
)
def test_labels_are_those_of_official_reports(text: str, label: str) -> None:
    """A period is called as offices call it."""
    assert Period.parse(text).label == label


def test_a_year_before_is_the_same_stretch() -> None:
    """A leap February ends on the 28th the year before; a term goes back by its own length."""
    assert str(Period.parse("2024-02").a_year_before) == "2023-02"
    assert str(Period.parse("2024-H2").a_year_before) == "2023-H2"
    assert str(Period.parse("2020/2025").a_year_before) == "2015/2020"


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 12))
def test_months_of_a_year_hold_exactly_their_days(year: int, one: int, other: int) -> None:
    """A period contains its first and last day and not the days beside them."""
    period = Period.of_months(year, min(one, other), max(one, other))
    assert period.contains(period.first)
    assert period.contains(period.last)
    assert not period.contains(period.last + timedelta(days=1))
    assert Period(period.first, period.last).contains(period)
