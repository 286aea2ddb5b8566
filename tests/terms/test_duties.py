"""Duties: who owes which report for which period, by which day, with data of which days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.terms.duties import MONTHS, Owed, data_window, owed, periods_within
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import DueDay, Duty, ReportKind

DAY = date(2025, 7, 1)
ORGS = [
    Org("tinh", "tỉnh Vạn", "tỉnh"),
    Org("khe", "huyện Khe", "huyện", parent="tinh", valid_to=DAY),
    Org("sim", "xã Sim", "xã", parent="tinh", valid_from=DAY),
    Org("lon", "xã Lớn", "xã", parent="tinh", valid_to=date(2025, 11, 1)),
    Org("lon", "phường Lớn", "phường", parent="tinh", valid_from=date(2025, 11, 1)),
]


def _who(level: str, report: ReportKind, stretch: str = "2025") -> list[tuple[str, str]]:
    return [(row.org, str(row.period)) for row in owed([Duty(level, report)], ORGS, Period.parse(stretch))]


def test_who_stood_through_a_period_owes_its_report() -> None:
    """A district that ended in the middle of the year owes its first half; the commune that began, its second."""
    assert _who("huyện", ReportKind.HALF) == [("khe", "2025-H1")]
    assert _who("huyện", ReportKind.YEAR) == []
    assert _who("huyện", ReportKind.YEAR, "2024") == [("khe", "2024")]
    assert _who("xã", ReportKind.HALF) == [("lon", "2025-H1"), ("sim", "2025-H2")]
    assert _who("tỉnh", ReportKind.MONTH, "2025-Q1") == [("tinh", "2025-01"), ("tinh", "2025-02"), ("tinh", "2025-03")]


def test_an_org_that_changed_its_level_owes_as_what_it_is_on_the_last_day() -> None:
    """It stood all year under one id, first as a commune, then as a ward."""
    assert _who("phường", ReportKind.YEAR) == [("lon", "2025")]
    assert _who("xã", ReportKind.YEAR) == []


def test_the_same_report_is_owed_once() -> None:
    """Two duties of one level for one report are one; the first one's day holds."""
    duties = [Duty("tỉnh", ReportKind.YEAR, due_on=DueDay(20)), Duty("tỉnh", ReportKind.YEAR, due_on=DueDay(25))]
    assert [row.due for row in owed(duties, ORGS, Period.parse("2024"))] == [date(2024, 12, 20)]


@pytest.mark.parametrize(
    ("due_on", "period", "day"),
    [
        (DueDay(20), "2024", date(2024, 12, 20)),
        (DueDay(20), "2024-H1", date(2024, 6, 20)),
        (DueDay(25, -1), "2024", date(2024, 11, 25)),
        (DueDay(10, 1), "2024", date(2025, 1, 10)),
        (DueDay(5, 1), "2024-06", date(2024, 7, 5)),
        (DueDay(31, -1), "2023-03", date(2023, 2, 28)),
        (DueDay(15, -1), "2024-01", date(2023, 12, 15)),
    ],
)
def test_the_due_day_is_counted_from_the_last_month(due_on: DueDay, period: str, day: date) -> None:
    """In the month itself, the one after or before, over the new year, and never on a day a month does not have."""
    assert due_on.after(Period.parse(period)) == day


def test_grace_moves_the_last_day_and_not_the_due_day() -> None:
    """Three days later still counts as in time; without a day nobody is late."""
    row = Owed("a", ReportKind.YEAR, Period.parse("2024"), date(2024, 12, 30), 3, ())
    assert row.until == date(2025, 1, 2)
    assert owed([Duty("tỉnh", ReportKind.YEAR)], ORGS, Period.parse("2024"))[0].until is None


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024-03", date(2024, 2, 15), date(2024, 3, 14)),
        ("2024-Q1", date(2023, 12, 15), date(2024, 3, 14)),
        ("2024-H1", date(2023, 12, 15), date(2024, 6, 14)),
        ("2024-H2", date(2024, 6, 15), date(2024, 12, 14)),
        ("2024", date(2023, 12, 15), date(2024, 12, 14)),
    ],
)
def test_the_data_go_up_to_the_cut_off_as_the_decree_has_it(period: str, first: date, last: date) -> None:
    """The table of Nghị định 09/2019/NĐ-CP, Điều 12."""
    assert data_window(Duty("xã", ReportKind.YEAR, cut_off=14), Period.parse(period)) == (first, last)
    whole = Period.parse(period)
    assert data_window(Duty("xã", ReportKind.YEAR), whole) == (whole.first, whole.last)


@given(st.sampled_from(ReportKind), st.integers(2000, 2030), st.integers(0, 2), st.integers(1, 31))
def test_periods_of_a_rhythm_leave_no_gap_and_share_no_day(kind: ReportKind, year: int, more: int, cut: int) -> None:
    """Neither the periods nor the windows of their data, whatever the cut-off."""
    stretch = Period(date(year, 1, 1), date(year + more, 12, 31))
    periods = periods_within(kind, stretch)
    assert len(periods) == (more + 1) * 12 // MONTHS[kind]
    duty = Duty("xã", kind, cut_off=cut)
    windows = [data_window(duty, period) for period in periods]
    for spans in (windows, [(period.first, period.last) for period in periods]):
        for (_, last), (first, _) in pairwise(spans):
            assert first - last == timedelta(days=1)
