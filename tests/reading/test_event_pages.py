"""Events of pages nobody has seen: whose work, on which day, and what is none."""

import pytest

from tongket.reading import read
from tongket.terms.records import Event


def event(sentence: str, more: str = "", title: str = "Tin hoạt động trong huyện") -> Event:
    """Return the one event of a page of a headline, a sentence that introduces it, and more."""
    (found,) = read(f"{title}\n{sentence}\n{more}\n").events
    return found


@pytest.mark.parametrize(
    ("more", "org"),
    [
        ("Kinh tế TPHCM tăng khá. Doanh nghiệp TPHCM phục hồi.", "Hồ Chí Minh"),
        ("Kinh tế Thành phố Hồ Chí Minh tăng khá.", "Hồ Chí Minh"),
        ("Học tập tư tưởng, đạo đức Hồ Chí Minh; đoàn viên Đoàn TNCS Hồ Chí Minh dự.", None),
    ],
    ids=["short", "with its level", "the man"],
)
def test_the_city_named_after_a_man(more: str, org: str | None) -> None:
    """The city is told by its level word or its short form; without them the name is the man's."""
    assert event("Sáng 3/7/2020, ông Lò Văn Mẫu phát biểu tại cuộc họp về kinh tế.", more).org == org


@pytest.mark.parametrize(
    ("sentence", "host"),
    [
        (
            "Ngày 10/11/2020, kỳ họp thứ 22 (kỳ họp chuyên đề) HĐND TP.HCM khai mạc.",
            "Hội đồng nhân dân Thành phố Hồ Chí Minh",
        ),
        ("Ngày 10/11/2020, ông Lò Văn Mẫu tiếp xúc cử tri sau kỳ họp thứ 7, Quốc hội khóa XV.", None),
        (
            "Ông Mẫu dự phiên họp thứ 8 của Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh, sáng 14/10/2024.",
            "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh",
        ),
        ("Sáng 3/4/2023, Liên hiệp các tổ chức hữu nghị tỉnh tổ chức hội thảo.", "Liên hiệp các tổ chức hữu nghị tỉnh"),
    ],
    ids=["in brackets", "after a session", "a comma in the name", "a verb in the name"],
)
def test_names_of_councils_and_committees(sentence: str, host: str | None) -> None:
    """A council's session is the council's, whatever stands between; one that is over is nobody's meeting."""
    assert event(sentence).host == host


def test_a_lead_that_begins_with_a_day_dates_the_meeting() -> None:
    """The lead tells what was done and when; the meeting is named only behind it."""
    lead = "Chiều 7/12/2020, xã Mẫu đã thông qua quy hoạch chung của toàn xã."
    more = "Tại cuộc họp, các đại biểu dự đã thảo luận về quy hoạch."
    assert event(lead, more).date == "2020-12-07"


def test_what_was_before_is_not_reported_on() -> None:
    """A meeting told with "trước đó" is not the page's event."""
    more = "Trước đó, tại cuộc họp Ban Chỉ đạo ngày 8/5/2023, ông Lò Văn Mẫu đề nghị làm sớm."
    assert read(f"Xã Mẫu làm đường\nBà con xã Mẫu góp đất.\n{more}\n").events == ()


def test_the_year_of_an_exam_is_no_period() -> None:
    """A conference that prepares an exam looks back on nothing."""
    found = event("Sáng 24/4/2024, Sở Mẫu tổ chức hội nghị triển khai công tác tổ chức kỳ thi tốt nghiệp năm 2024.")
    assert (found.reviewed, found.ahead) == (None, None)


@pytest.mark.parametrize(
    ("name", "org"),
    [("tỉnh Bà Rịa – Vũng Tàu", "Bà Rịa – Vũng Tàu"), ("Tổng công ty Mẫu Sơn", "Tổng công ty Mẫu Sơn")],
)
def test_who_is_looked_into(name: str, org: str) -> None:
    """A name with a dash is one, and general corporations are bodies too."""
    assert event(f"Ngày 16/12/2020, ông Lò Văn Mẫu chủ trì buổi làm việc với {name}.").org == org


def test_the_congress_a_meeting_is_held_for_tells_no_period() -> None:
    """A meeting that sets tasks in honour of a congress is a review of no period, in the year told elsewhere."""
    told = "Ngày 13/5, xã Mẫu tổ chức hội nghị triển khai nhiệm vụ chào mừng Đại hội MTTQ tỉnh nhiệm kỳ 2026-2031."
    found = event(told, title="Xã Mẫu chào mừng năm 2026")
    assert (found.kind, found.reviewed, found.date) == ("review", None, "2026-05-13")


@pytest.mark.parametrize(
    ("sentence", "host"),
    [
        ("Đó là đánh giá chung của Cục Thuế Mẫu Sơn tại hội nghị tổng kết công tác năm 2020.", "Cục Thuế Mẫu Sơn"),
        ("Đó là đánh giá của các đại biểu tại hội nghị tổng kết công tác năm 2020.", None),
    ],
)
def test_who_judges_the_year_holds_its_review(sentence: str, host: str | None) -> None:
    """A body whose view of its own work is told at a review holds it; those who came do not."""
    assert event(sentence).host == host


def test_an_association_of_the_country_reviews_its_own_work() -> None:
    """The review of an association that bears the country's name is on the association's work."""
    found = event("Ngày 14/12/2018, Hội Nuôi ong Việt Nam tổ chức hội nghị tổng kết công tác năm 2018.")
    assert found.org == "Hội Nuôi ong Việt Nam"


def test_a_group_of_houses_is_a_place() -> None:
    """A numbered group of houses is a venue like a hamlet."""
    assert (
        event("Sáng 5/6/2023, Hội Nông dân xã Mẫu tổ chức hội nghị tại tổ dân phố số 32.").place == "tổ dân phố số 32"
    )
