"""What one org gave for one indicator, and who stood below whom."""

from datetime import date
from decimal import Decimal

import pytest

from tongket.rollup.below import owes, places_below
from tongket.rollup.cells import Cell, Told, cell
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Duty, Indicator, OverTime, ReportKind
from tongket.terms.quantity import Quantity

FLOW = Indicator("lop", "Lớp", "ly-luan", "lớp")
STOCK = Indicator("mo-hinh", "Mô hình", "hoc-tap", "mô hình", over_time=OverTime.LAST)
MEAN = Indicator("tb", "Trung bình", "hoc-tap", "người", over_time=OverTime.MEAN)
SINGLE = Indicator("tl", "Tỷ lệ", "hoc-tap", "%", over_time=OverTime.NONE)


def _told(indicator: Indicator, period: str, value: int, document: str = "a") -> Told:
    quantity = Quantity(Decimal(value), Decimal(value))
    return Told("khe-sim", indicator.id, Period.parse(period), quantity, f"F-{period}-{value}-{document}", document)


def _given(indicator: Indicator, asked: str, **told: int) -> Decimal | None:
    rows = [_told(indicator, period.strip("p").replace("_", "-"), value) for period, value in told.items()]
    found = cell(rows, indicator, Period.parse(asked))
    return found.quantity.low if found else None


def test_the_report_of_the_period_is_used_and_nothing_added_to_it() -> None:
    """A half-year is never added to its year."""
    assert _given(FLOW, "2024", p2024=18, p2024_H1=8) == 18


def test_halves_make_a_year_of_a_flow() -> None:
    """Where no report of the year is there, its halves are added."""
    assert _given(FLOW, "2024", p2024_H1=8, p2024_H2=11) == 19


def test_a_half_alone_is_no_year() -> None:
    """What is not reported is not made up."""
    assert _given(FLOW, "2024", p2024_H1=8) is None


def test_of_a_stock_the_last_counts() -> None:
    """Models at the end of the year are those of the report that ends with it."""
    assert _given(STOCK, "2024", p2024_H1=30, p2024_H2=33) == 33
    assert _given(STOCK, "2024", p2024_H1=30) is None


def test_a_mean_is_taken_over_equal_parts_only() -> None:
    """Two halves have a mean; a half and two quarters have none."""
    assert _given(MEAN, "2024", p2024_H1=10, p2024_H2=20) == 15
    assert _given(MEAN, "2024", p2024_H1=10, p2024_Q3=20, p2024_Q4=30) is None


def test_what_does_not_add_up_over_time_needs_its_own_report() -> None:
    """A percent of two halves is no percent of the year."""
    assert _given(SINGLE, "2024", p2024_H1=95, p2024_H2=97) is None
    assert _given(SINGLE, "2024", p2024=96) == 96


def test_two_documents_that_disagree_are_one_cell_in_conflict() -> None:
    """Both are kept, with the bounds of both."""
    found = cell([_told(FLOW, "2024", 571), _told(FLOW, "2024", 517, "b")], FLOW, Period.parse("2024"))
    assert found is not None
    assert (found.conflict, found.quantity) == (True, Quantity(Decimal(517), Decimal(571)))
    assert len(found.shares[0].told) == 2


def test_the_order_of_tellings_makes_no_difference() -> None:
    """The same tellings give the same cell."""
    told = [_told(FLOW, "2024-H1", 8), _told(FLOW, "2024-H2", 9), _told(FLOW, "2024-H2", 9, "b")]
    one: Cell | None = cell(told, FLOW, Period.parse("2024"))
    assert one == cell(told[::-1], FLOW, Period.parse("2024"))


DISTRICT = Org("khe-sim", "huyện Khe Sim", "huyện", parent="van-loc", valid_to=date(2025, 7, 1))
COMMUNE = Org("xa-khe-sim", "xã Khe Sim", "xã", parent="van-loc", valid_from=date(2025, 7, 1))


def test_the_map_is_that_of_the_period() -> None:
    """In 2025 the districts stand for the first half and the communes for the second."""
    places = places_below([DISTRICT, COMMUNE], "van-loc", Period.parse("2025"))
    assert [(place.org, str(place.stretch)) for place in places] == [("khe-sim", "2025-H1"), ("xa-khe-sim", "2025-H2")]
    assert [place.org for place in places_below([DISTRICT, COMMUNE], "van-loc", Period.parse("2024"))] == ["khe-sim"]


def test_a_renamed_org_is_one_place() -> None:
    """Rows of facts that follow one another are one stretch, under the last name."""
    before = Org("a", "xã Cũ", "xã", parent="p", valid_to=date(2024, 5, 1))
    after = Org("a", "phường Mới", "phường", parent="p", valid_from=date(2024, 5, 1))
    places = places_below([before, after], "p", Period.parse("2024"))
    assert [(place.name, str(place.stretch)) for place in places] == [("phường Mới", "2024")]


@pytest.mark.parametrize(
    ("report", "owed"), [(ReportKind.HALF, True), (ReportKind.YEAR, False), (ReportKind.MONTH, True)]
)
def test_a_duty_holds_where_its_report_fits_the_stretch(report: ReportKind, *, owed: bool) -> None:
    """A district that ended in June owed its half-year and no year."""
    place = places_below([DISTRICT], "van-loc", Period.parse("2025"))[0]
    assert owes(place, [Duty("huyện", report)]) is owed
    assert not owes(place, [Duty("xã", ReportKind.HALF)])
