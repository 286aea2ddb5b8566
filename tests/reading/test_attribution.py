"""Whose report it is and for which period: told by the document, or not told."""

from dataclasses import replace
from datetime import date

import pytest

from tongket.reading.attribution import Attribution, attribute
from tongket.reading.org_names import OrgNames
from tongket.terms.orgs import Org
from tongket.terms.profile import Heading, Profile, Style
from tongket.terms.records import DocumentFields, Event, EventKind, Reading
from tongket.terms.span import Span

ENDED, BEGAN = date(2025, 7, 1), date(2025, 7, 1)
ORGS = (
    Org("van-loc", "tỉnh Vạn Lộc", "tỉnh", ("Ban Tuyên giáo Tỉnh ủy", "Tỉnh ủy Vạn Lộc", "Vạn Lộc")),
    Org("khe-sim", "huyện Khe Sim", "huyện", ("Huyện ủy Khe Sim", "Khe Sim"), "van-loc", valid_to=ENDED),
    Org("thuy-an", "thị xã Thủy An", "thị xã", ("Thị ủy Thủy An", "Thủy An"), "van-loc", valid_to=ENDED),
    Org("xa-khe-sim", "xã Khe Sim", "xã", ("Đảng ủy xã Khe Sim", "Khe Sim"), "van-loc", valid_from=BEGAN),
)
PROFILE = Profile("thử", Style.PARTY, (Heading(),), ORGS, (), ())


def _reading(title: str, text: str = "", name: str = "van-ban", event: Event | None = None) -> Reading:
    whole = f"{title}\n{text}" if text else title
    fields = DocumentFields(title, published="2024-12-20")
    events = (event,) if event else ()
    body = (Span(0, len(whole)),)
    return Reading(name, "", whole, fields, body, events, (), (), (), (), (), (), "r")


def _told(reading: Reading) -> tuple[str | None, str | None]:
    found = attribute(reading, PROFILE)
    return found.org, str(found.period) if found.period else None


def _codes(found: Attribution) -> list[str]:
    return [finding.code for finding in found.findings]


@pytest.mark.parametrize(
    ("title", "org", "period"),
    [
        ("Huyện ủy Khe Sim tổng kết công tác tuyên giáo năm 2024", "khe-sim", "2024"),
        ("Thị uỷ Thuỷ An sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024", "thuy-an", "2024-H1"),
        ("TX. Thủy An: kết quả thực hiện nhiệm vụ quý III/2024", "thuy-an", "2024-Q3"),
        ("Báo cáo công tác năm 2024 của huyện Khe Sim, tỉnh Vạn Lộc", "khe-sim", "2024"),
        ("BÁO CÁO KẾT QUẢ CÔNG TÁC NĂM 2024 HUYỆN KHE SIM", "khe-sim", "2024"),
        ("Tỉnh ủy Vạn Lộc tổng kết năm 2024, triển khai nhiệm vụ năm 2025", "van-loc", "2024"),
        ("Báo cáo 6 tháng cuối năm 2025 của Khe Sim", "xa-khe-sim", "2025-H2"),
        ("Báo cáo 6 tháng đầu năm 2025 của Khe Sim", "khe-sim", "2025-H1"),
    ],
)
def test_a_title_tells_whose_and_when(title: str, org: str, period: str) -> None:
    """Names count in any habit of writing, for orgs that existed in the period; what lies ahead is no report."""
    assert _told(_reading(title)) == (org, period)


def test_the_main_event_tells_what_the_title_leaves_out() -> None:
    """Org without its level word and the period looked back on come from the event."""
    event = Event(EventKind.REVIEW, Span(0, 4), date="2024-12-20", org="Khe Sim", reviewed="2024", ahead="2025")
    assert _told(_reading("Đưa nghị quyết về bản", event=event)) == ("khe-sim", "2024")


def test_a_letterhead_and_the_name_of_the_report_below_it_tell() -> None:
    """A Word report names its office on top and its period below "BÁO CÁO"."""
    text = "HUYỆN ỦY KHE SIM\nSố 12-BC/HU\nBÁO CÁO\nkết quả công tác tuyên giáo năm 2024\nNội dung."
    assert _told(replace(_reading("", text), fields=DocumentFields())) == ("khe-sim", "2024")


def test_the_file_name_is_the_last_to_be_asked() -> None:
    """A file name settles what nothing in the text tells, and never contradicts it."""
    assert _told(_reading("Văn bản", name="bc-6-thang-dau-nam-2024-thi-xa-thuy-an")) == ("thuy-an", "2024-H1")
    assert _told(_reading("Báo cáo năm 2024 của huyện Khe Sim", name="thuy-an-2023"))[0] == "khe-sim"


def test_another_provinces_office_is_not_ours() -> None:
    """The bare name of a provincial office is ours, the one with another province's name behind it is not."""
    names = OrgNames(ORGS)
    assert names.named_in("Ban Tuyên giáo Tỉnh ủy Hà Lam tổng kết năm 2024") == []
    assert [named.words for named in names.named_in("Ban Tuyên giáo Tỉnh ủy tổng kết")] == ["Ban Tuyên giáo Tỉnh ủy"]


def test_an_office_without_its_place_is_not_ours_where_the_event_is_of_another() -> None:
    """A page of another province calls its own office by the same bare name."""
    title = "Ban Tuyên giáo Tỉnh ủy tổng kết công tác năm 2024"
    event = Event(EventKind.REVIEW, Span(0, 4), reviewed="2024", org="Hà Lam", host="Ban Tuyên giáo Tỉnh ủy")
    assert attribute(_reading(title, event=event), PROFILE).org is None
    assert attribute(_reading(title, event=replace(event, org="Vạn Lộc")), PROFILE).org == "van-loc"
    assert attribute(_reading(title, event=replace(event, org=None)), PROFILE).org == "van-loc"


def test_a_common_word_is_no_place() -> None:
    """Small letters in a sentence name no org."""
    assert OrgNames([Org("binh-an", "xã Bình An", "xã", ("Bình An",))]).named_in("giữ gìn bình an cho dân bản") == []


def test_nothing_is_guessed() -> None:
    """What the document does not tell is a finding, and no org and no period."""
    found = attribute(_reading("Báo cáo nhanh kết quả công tác"), PROFILE)
    assert (found.org, found.period) == (None, None)
    assert _codes(found) == ["ORG-NOT-TOLD", "PERIOD-NOT-TOLD"]


def test_two_orgs_in_one_title_leave_it_open() -> None:
    """A page on two districts is the report of neither."""
    found = attribute(_reading("Tổng kết năm 2024 của huyện Khe Sim và thị xã Thủy An"), PROFILE)
    assert found.org is None
    assert "Khe Sim" in found.findings[0].message


def test_title_and_event_that_contradict_each_other_tell_no_period() -> None:
    """An old year left in a title is a finding, not a period."""
    event = Event(EventKind.REVIEW, Span(0, 4), reviewed="2024", org="Khe Sim")
    found = attribute(_reading("Báo cáo tổng kết công tác năm 2023", event=event), PROFILE)
    assert found.period is None
    assert "PERIOD-CONTRADICTED" in _codes(found)


def test_the_news_of_one_day_is_no_report_of_its_year() -> None:
    """A contest "năm 2024" is an event of that year; its figures are nobody's yearly result."""
    event = Event(EventKind.CONTEST, Span(0, 4), date="2024-05-12", org="Khe Sim")
    found = attribute(_reading("Khe Sim: Hội thi Kể chuyện năm 2024", event=event), PROFILE)
    assert (found.org, found.period, found.day) == ("khe-sim", None, "2024-05-12")
