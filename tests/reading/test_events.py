"""Events: which sentence introduces one, of which kind it is, where it was held, which periods it spans."""

import pytest

from tongket.reading import read
from tongket.terms.records import Event, Reading


def news(sentence: str, title: str = "Tin hoạt động trong huyện", more: str = "") -> Reading:
    """Read a page of a headline, a sentence that introduces an event, and more."""
    return read(f"{title}\n{sentence}\n{more}")


def event(sentence: str, title: str = "Tin hoạt động trong huyện", more: str = "") -> Event:
    """Return the one event of such a page."""
    (found,) = news(sentence, title, more).events
    return found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sáng 12/12, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác dân vận năm 2023.", "review"),
        ("Chiều 5/7, UBND huyện Nậm Thử tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2023.", "review"),
        ("Sáng 3/4/2023, Công ty Mẫu Sơn tổ chức hội nghị người lao động.", "review"),
        ("Sáng 3/4/2023, Sở Công Thương tổ chức hội nghị bàn tròn với doanh nghiệp.", "workshop"),
        ("Sáng 3/4/2023, lãnh đạo Sở Giáo dục đến thăm, tặng quà và trao học bổng cho học sinh xã Mẫu.", "ceremony"),
        ("Sáng 3/4, UBND xã Mẫu tổ chức hội nghị giao ban quý I/2023.", "briefing"),
        ("Sáng 3/4, Ban Tuyên giáo Huyện ủy Nậm Thử tổ chức hội nghị báo cáo viên tháng 4/2023.", "briefing"),
        ("Sáng 3/4/2023, UBND tỉnh Mẫu Sơn tổ chức họp báo về mùa lễ hội.", "briefing"),
        ("Ngày 9/5/2023, Đoàn công tác của Tỉnh ủy Mẫu Sơn đã có buổi làm việc với Huyện ủy Nậm Thử.", "inspection"),
        ("Ngày 9/5/2023, đồng chí Lò Văn Mẫu đi kiểm tra công tác chống hạn tại xã Mẫu.", "inspection"),
        ("Ngày 9/5/2023, Ban Pháp chế HĐND huyện Nậm Thử giám sát việc giải quyết đơn thư tại xã Mẫu.", "inspection"),
        ("Sáng 4/8/2023, Huyện ủy Nậm Thử tổ chức hội nghị học tập, quán triệt nghị quyết mới.", "study"),
        ("Sáng 4/8/2023, Đảng ủy xã Mẫu tổ chức sinh hoạt chuyên đề quý III.", "study"),
        ("Sáng 4/8/2023, Sở Y tế tỉnh Mẫu Sơn tổ chức lớp tập huấn sơ cứu cho y tế thôn bản.", "training"),
        ("Ngày 4/8/2023, Trung tâm Chính trị huyện khai giảng lớp sơ cấp lý luận.", "training"),
        ("Sáng 4/8/2023, Hội Nông dân huyện Nậm Thử tổ chức hội thảo về cây mắc ca.", "workshop"),
        ("Chiều 4/8/2023, Hội LHPN huyện Nậm Thử tổ chức tọa đàm về bình đẳng giới.", "workshop"),
        ("Tối 4/8/2023, Huyện đoàn Nậm Thử tổ chức chung kết cuộc thi Tiếng hát học đường.", "contest"),
        ("Sáng 4/8/2023, UBND xã Mẫu tổ chức hội thi nhà nông đua tài.", "contest"),
        ("Sáng 4/8/2023, UBND xã Mẫu tổ chức lễ kỷ niệm 40 năm ngày thành lập xã.", "ceremony"),
        ("Sáng 4/8/2023, Hội Chữ thập đỏ huyện Nậm Thử tổ chức trao tặng xe lăn cho người khuyết tật.", "ceremony"),
        ("Ngày 4/8/2023, Hội Nông dân xã Mẫu tổ chức đại hội đại biểu lần thứ VI, nhiệm kỳ 2023 - 2028.", "congress"),
        ("Sáng 4/8/2023, UBND xã Mẫu tổ chức hội nghị đối thoại với bà con.", "other"),
        ("Sáng 4/8/2023, HĐND huyện Nậm Thử tổ chức kỳ họp thứ chín.", "other"),
        ("Ngày 4/8/2023, Ủy ban Kiểm tra Huyện ủy Nậm Thử tổ chức kỳ họp thứ 12 xem xét kết quả kiểm tra.", "other"),
        ("Ngày 4/8/2023, UBND xã Mẫu tổ chức lễ phát động Tháng hành động vì môi trường.", "contest"),
        ("Ngày 4/8/2023, Đoàn xã Mẫu tổ chức lễ ra quân làm sạch bờ suối.", "contest"),
        ("Ngày 4/8/2023, Thanh tra tỉnh họp với huyện Nậm Thử để công bố quyết định thanh tra.", "inspection"),
        ("Ngày 4/8/2023, xóm Mẫu tổ chức Ngày hội Đại đoàn kết toàn dân tộc.", "ceremony"),
        ("Ngày 4/8/2023, Mặt trận xã Mẫu tổ chức hội nghị góp ý vào dự thảo văn kiện trình đại hội.", "other"),
        ("Ngày 4/8/2023, Ban Chỉ đạo tỉnh họp trực tuyến triển khai công tác ứng phó với bão số 3.", "other"),
        ("Ngày 25/6, UBND huyện Nậm Thử tổ chức buổi tiếp công dân định kỳ tháng 6/2023.", "other"),
    ],
)
def test_the_kind_is_what_the_sentence_names(sentence: str, kind: str) -> None:
    """The words for the occasion tell its kind, whatever body holds it."""
    found = event(sentence)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sáng 4/8/2023, Ủy ban Kiểm tra Huyện ủy Nậm Thử tổ chức hội nghị tổng kết.", "review"),
        ("Sáng 4/8/2023, Ban Tổ chức Huyện ủy Nậm Thử tổ chức hội thảo về công tác cán bộ.", "workshop"),
        ("Sáng 4/8/2023, Sở Giáo dục và Đào tạo tỉnh Mẫu Sơn tổ chức hội nghị tổng kết năm học.", "review"),
        ("Sáng 4/8/2023, Ban Chỉ đạo huyện Nậm Thử tổ chức hội nghị sơ kết công tác dân số.", "review"),
        ("Sáng 4/8/2023, hội thi chào mừng Đại hội diễn ra tại xã Mẫu.", "contest"),
    ],
)
def test_names_of_bodies_name_no_event(sentence: str, kind: str) -> None:
    """Words of an event inside the name of a body or a slogan do not tell the kind."""
    assert event(sentence).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Xã Mẫu trồng được 40 ha ngô vụ đông.",
        "Trong quý, huyện đã tổ chức 9 hội nghị và 3 lớp tập huấn cho hội viên.",
        "Các hội nghị được tổ chức đúng kế hoạch.",
        "",
    ],
    ids=["reported work", "events that are counted", "events that are many", "nothing"],
)
def test_reported_work_is_no_event(text: str) -> None:
    """Where no sentence introduces one occasion there is no event."""
    assert read(text).events == ()


def test_the_sentence_with_day_and_occasion_introduces() -> None:
    """A sentence with a day, an occasion and a verb of holding goes before one that only names the occasion."""
    text = (
        "Hội nghị tổng kết nào cũng có điều để nhớ và buổi họp nào cũng dự đông đủ.\n"
        "Sáng 12/12/2023, UBND xã Mẫu tổ chức hội nghị tổng kết công tác khuyến học.\n"
    )
    (found,) = read(text).events
    assert found.span.of(text).startswith("Sáng 12/12/2023")


def test_a_headline_is_not_the_introduction() -> None:
    """The sentence of the body introduces the event, even where the headline says the same."""
    page = news("Sáng 12/12/2023, xã Mẫu tổ chức hội nghị tổng kết.", "Xã Mẫu tổ chức hội nghị tổng kết")
    assert page.events[0].span.of(page.text) == "Sáng 12/12/2023, xã Mẫu tổ chức hội nghị tổng kết."


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Sáng 4/8/2023, tại Hội trường UBND huyện, Hội Nông dân huyện Nậm Thử tổ chức hội thảo.",
         "Hội trường Ủy ban nhân dân huyện"),
        ("Sáng 4/8/2023, tại xã Mẫu, Huyện ủy Nậm Thử tổ chức hội thảo về chè.", "xã Mẫu"),
        ("Sáng 4/8/2023, Huyện ủy Nậm Thử tổ chức hội thảo tại Nhà văn hóa xã Mẫu.", "Nhà văn hóa xã Mẫu"),
        ("Sáng 4/8/2023, tại TP. Mẫu Sơn, Sở Y tế tổ chức hội thảo.", "Thành phố Mẫu Sơn"),
        ("Sáng 4/8/2023, tại Hội trường 305.B1, Sở Y tế tổ chức hội thảo.", "Hội trường 305.B1"),
        ("Sáng 4/8/2023, tại hội nghị, Huyện ủy Nậm Thử tổ chức trao tặng quà.", None),
        ("Sáng 4/8/2023, tại huyện Nậm Thử, Huyện ủy Nậm Thử tổ chức hội thảo.", None),
        ("Sáng 4/8/2023, Huyện ủy Nậm Thử tổ chức hội thảo về chè.", None),
        ("Ngày 4/8/2023, Sở Y tế tập huấn tại huyện Mẫu Sơn về phòng dịch.", "huyện Mẫu Sơn"),
        ("Sáng 4/8/2023, tại xã Mẫu, Huyện ủy Nậm Thử tổ chức hội thảo tại Nhà văn hóa thôn Thử.",
         "Nhà văn hóa thôn Thử"),
        ("Sáng 4/8/2023, tại Nhà văn hóa xã Mẫu Hội Nông dân huyện Nậm Thử tổ chức hội thảo.", "Nhà văn hóa xã Mẫu"),
        ("Sáng 4/8/2023, Hội Nông dân huyện Nậm Thử dâng hương tại di tích Đồi Mẫu.", "di tích Đồi Mẫu"),
        ("Ngày 4/8/2023, Đoàn giám sát Huyện ủy Mẫu Sơn kiểm tra tại 11 xã.", None),
        ("Sáng 4/8/2023, tại Trung tâm Văn hóa đã diễn ra hội thảo về chè.", "Trung tâm Văn hóa"),
    ],
)  # fmt: skip
def test_the_place_is_the_named_venue(sentence: str, place: str | None) -> None:
    """The venue after `tại` ends before the next clause; the meeting itself and the org again are none."""
    assert event(sentence).place == place


@pytest.mark.parametrize(
    ("sentence", "reviewed", "ahead"),
    [
        ("Sáng 12/12/2023, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024.",
         "2023", "2024"),
        ("Sáng 5/7/2023, Huyện ủy Nậm Thử tổ chức hội nghị sơ kết 6 tháng đầu năm, phương hướng 6 tháng cuối năm 2023.",
         "2023-H1", "2023-H2"),
        ("Sáng 5/10/2023, Huyện ủy Nậm Thử tổ chức hội nghị sơ kết 9 tháng đầu năm 2023.", "2023-M9", None),
        ("Sáng 3/4/2023, Huyện ủy Nậm Thử tổ chức giao ban quý I, triển khai nhiệm vụ quý II/2023.",
         "2023-Q1", "2023-Q2"),
        ("Sáng 3/7/2023, Đảng ủy xã Mẫu tổ chức giao ban tháng 6, triển khai nhiệm vụ tháng 7/2023.",
         "2023-06", "2023-07"),
        ("Sáng 3/7/2023, UBND xã Mẫu tổ chức hội nghị tổng kết phong trào giai đoạn 2018 - 2023.", "2018/2023", None),
        ("Sáng 4/8/2023, UBND xã Mẫu tổ chức hội thi nhà nông đua tài năm 2023.", None, None),
        ("Sáng 12/1/2024, Huyện ủy Nậm Thử tổ chức hội nghị triển khai nhiệm vụ năm 2024.", None, "2024"),
    ],
)  # fmt: skip
def test_periods_looked_back_on_and_ahead(sentence: str, reviewed: str | None, ahead: str | None) -> None:
    """A period belongs to the word that looks back or ahead before it; one without a year takes that of the other."""
    found = event(sentence)
    assert (found.reviewed, found.ahead) == (reviewed, ahead)


def test_periods_may_stand_in_the_headline_alone() -> None:
    """What the sentence leaves out the headline tells."""
    found = event(
        "Sáng 12/12/2023, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết.",
        title="Nậm Thử tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024",
    )
    assert (found.reviewed, found.ahead) == ("2023", "2024")


@pytest.mark.parametrize(
    ("sentence", "more", "reviewed", "ahead"),
    [
        (
            "Ngày 4/8/2023, Hội Nông dân xã Mẫu tổ chức đại hội đại biểu lần thứ VI, nhiệm kỳ 2023 - 2028.",
            "Nhiệm kỳ 2018 - 2023, hội viên đã góp 200 ngày công.",
            "2018/2023",
            "2023/2028",
        ),
        (
            "Ngày 4/8/2023, Hội Nông dân xã Mẫu tổ chức đại hội đại biểu lần thứ VI, nhiệm kỳ 2023 - 2028.",
            "",
            None,
            "2023/2028",
        ),
    ],
    ids=["with the term that ends", "alone"],
)
def test_a_congress_opens_the_term_it_is_named_after(
    sentence: str, more: str, reviewed: str | None, ahead: str | None
) -> None:
    """The term of a congress is the one ahead; the one that ends where it begins is looked back on."""
    found = event(sentence, more=more)
    assert (found.reviewed, found.ahead) == (reviewed, ahead)


def test_the_term_of_the_body_that_meets_is_not_what_it_looks_back_on() -> None:
    """A plenum is named after its term; what it reviews is said in the sentence after."""
    met = event(
        "Ngày 8/7, Huyện ủy Nậm Thử tổ chức Hội nghị Ban Chấp hành Đảng bộ lần thứ 9, khóa VIII nhiệm kỳ 2015 - 2020.",
        more="Hội nghị nhằm đánh giá kết quả 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2019.",
    )
    assert (met.kind, met.date, met.reviewed, met.ahead) == ("review", "2019-07-08", "2019-H1", "2019-H2")


@pytest.mark.parametrize(
    ("sentence", "reviewed", "ahead"),
    [
        ("Ngày 8/7/2026, Huyện ủy Nậm Thử tổ chức hội nghị bàn nhiệm vụ 6 tháng cuối năm 2026.", None, "2026-H2"),
        ("Ngày 8/7/2026, Đảng ủy xã Mẫu tổ chức hội nghị triển khai thực hiện nhiệm vụ 6 tháng cuối năm 2026.",
         None, "2026-H2"),
        ("Ngày 8/12/2026, Đảng ủy xã Mẫu tổ chức giao ban công tác dân vận 6 tháng cuối năm 2026.", "2026-H2", None),
        ("Ngày 8/7/2026, Đảng ủy xã Mẫu tổ chức hội nghị sơ kết 02 năm thực hiện đề án, biểu dương gương tốt năm 2026.",
         "2024/2026", None),
    ],
)  # fmt: skip
def test_the_rest_of_a_year_is_ahead_until_it_has_passed(
    sentence: str, reviewed: str | None, ahead: str | None
) -> None:
    """The rest of a year is what is to be done, in its last months what was; several years end with that of the day."""
    found = event(sentence)
    assert (found.reviewed, found.ahead) == (reviewed, ahead)


def test_periods_without_a_year_take_that_of_publishing() -> None:
    """Halves of a year that no text gives a year to are of the year in which the page was put up."""
    found = event(
        "Sáng 3/7, Huyện ủy Nậm Thử sơ kết công tác 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm.",
        title="Nậm Thử sơ kết công tác 6 tháng đầu năm\n15:11, 04/07/2018 [GMT+7]",
    )
    assert (found.date, found.reviewed, found.ahead) == ("2018-07-03", "2018-H1", "2018-H2")


def test_a_meeting_is_a_review_where_a_sentence_soon_after_says_what_it_goes_through() -> None:
    """What a mere "hội nghị" is for may be told two sentences on."""
    met = event(
        "Ngày 8/7, Huyện ủy Nậm Thử tổ chức hội nghị mở rộng.",
        more="Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy chủ trì. Tại hội nghị, các đại biểu đã nghe báo cáo kết quả "
        "thực hiện nhiệm vụ 6 tháng đầu năm 2019.",
    )
    assert (met.kind, met.reviewed) == ("review", "2019-H1")


@pytest.mark.parametrize(
    ("sentence", "host", "org", "place"),
    [
        ("Ngày 8/7/2019, tại hội trường tầng 2 UBND xã Mẫu, Hội Nông dân xã Mẫu tổ chức hội nghị tổng kết.",
         "Hội Nông dân xã Mẫu", "Mẫu", "hội trường tầng 2 Ủy ban nhân dân xã Mẫu"),
        ("Ngày 8/7/2019, tại khu lưu niệm Đồi Cao, Huyện đoàn Nậm Thử tổ chức lễ báo công.",
         "Huyện đoàn Nậm Thử", "Nậm Thử", "khu lưu niệm Đồi Cao"),
        ("Ngày 8/7/2019, Bưu điện huyện Nậm Thử tổ chức hội nghị tổng kết.",
         "Bưu điện huyện Nậm Thử", "Bưu điện huyện Nậm Thử", None),
        ("Ngày 8/7/2019, Hội Nông dân huyện khóa IX tổ chức hội nghị tổng kết.",
         "Hội Nông dân huyện", None, None),
        ("Ngày 8/7/2019, Đoàn công tác của Quỹ Mùa Vàng (QMV) do bà Ana Lima dẫn đầu làm việc với huyện Nậm Thử.",
         None, "Nậm Thử", None),
        ("Ngày 8/7/2019, Bộ Nội vụ tổ chức hội nghị tổng kết công tác năm 2018.", "Bộ Nội vụ", "Bộ Nội vụ", None),
        ("Ngày 8/7/2019, Thủ tướng Lò Văn Mẫu chủ trì hội nghị trực tuyến về chống hạn tại huyện Nậm Thử.",
         None, None, "huyện Nậm Thử"),
    ],
)  # fmt: skip
def test_host_work_and_venue_are_told_apart(
    sentence: str, host: str | None, org: str | None, place: str | None
) -> None:
    """A firm and a ministry review their own work; the term of a body is no part of its name; halls are venues."""
    found = event(sentence)
    assert (found.org, found.place) == (org, place)
    assert host is None or found.host == host


def test_a_headline_may_open_with_whose_news_it_is() -> None:
    """Where the sentence gives no place, "Nậm Thử: …" does."""
    found = event("Ngày 8/7/2019, Huyện ủy tổ chức hội nghị tổng kết.", title="Nậm Thử: Tổng kết công tác dân vận")
    assert (found.host, found.org) == ("Huyện ủy", "Nậm Thử")


def test_who_prepares_a_congress_holds_none() -> None:
    """A conference that prepares a congress is no congress, and its term is not looked back on."""
    found = event(
        "Ngày 1/4/2024, Hội Nông dân huyện Nậm Thử tổ chức hội nghị chuẩn bị Đại hội đại biểu nhiệm kỳ 2024-2029."
    )
    assert (found.kind, found.reviewed) == ("other", None)


def test_a_year_that_a_conference_looks_back_on_does_not_date_it() -> None:
    """A year is reviewed at its end or in the next: without a day the date stays untold."""
    found = event(
        "Hội Nông dân huyện Nậm Thử tổ chức hội nghị tổng kết công tác năm 2018.", title="Tin ngắn\n09/05/2019"
    )
    assert (found.reviewed, found.date) == ("2018", None)


def test_an_office_of_training_reviews() -> None:
    """What is in the name of an office tells nothing of the occasion."""
    assert event("Sáng 22/8/2018, Phòng Giáo dục đào tạo huyện Nậm Thử tổ chức hội nghị tổng kết.").kind == "review"


def test_what_will_be_held_is_no_event() -> None:
    """Meetings still to come, told without a day, are work to be done."""
    assert (
        news("Những tháng cuối năm, Hội sẽ tổ chức hội nghị đối thoại và giám sát.", "Hội tiếp tục đổi mới").events
        == ()
    )


def test_a_school_year_is_a_period() -> None:
    """A school year is looked back on and the next one ahead, though that opens in the year in which this closes."""
    found = event(
        "Sáng 15/8/2018, Phòng Giáo dục huyện Nậm Thử tổ chức hội nghị tổng kết năm học 2017-2018, "
        "triển khai nhiệm vụ năm học 2018-2019."
    )
    assert (found.reviewed, found.ahead) == ("2017/2018", "2018/2019")


def test_the_term_of_those_elected_is_no_period() -> None:
    """A review of an election looks back on no term of those who were elected."""
    found = event(
        "Chiều 31/3/2026, xã Mẫu tổ chức tổng kết công tác bầu cử đại biểu HĐND các cấp nhiệm kỳ 2026 – 2031."
    )
    assert found.reviewed is None


def test_history_is_no_period() -> None:
    """Years that a book of history covers are not looked back on."""
    found = event(
        "Sáng 27/6/2019, Huyện ủy Nậm Thử tổ chức hội nghị nghiệm thu đề tài lịch sử xã Mẫu giai đoạn 1988-2015."
    )
    assert (found.kind, found.reviewed) == ("other", None)


def test_a_review_beside_an_honouring_is_the_event() -> None:
    """Of a review and a handing over of badges told in one breath, the review is the event."""
    found = event(
        "Ngày 12/3/2024, Đảng bộ Trường Đại học Mẫu Sơn tổ chức lễ trao Huy hiệu 30 năm tuổi Đảng và tổ chức Hội nghị "
        "tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024."
    )
    assert (found.kind, found.reviewed, found.ahead) == ("review", "2023", "2024")
    assert found.org == "Trường Đại học Mẫu Sơn"


def test_who_joins_a_meeting_does_not_hold_it() -> None:
    """A firm that links its hall to a nationwide conference is not its host."""
    found = event(
        "Sáng 30/6/2026, Công ty Xi măng Mẫu Sơn tổ chức kết nối điểm cầu tham dự Hội nghị toàn quốc quán triệt."
    )
    assert found.host is None


@pytest.mark.parametrize("name", ["Mẫu R’Thử", "MẫuR’Thử", "Mẫu R‘Thử"])
def test_a_name_with_an_apostrophe_is_whole(name: str) -> None:
    """Whatever sign stands for the apostrophe, and with or without a space before it, the name is read to its end."""
    assert event(f"Sáng 2/8/2019, Huyện ủy {name} tổ chức hội nghị báo cáo viên.").org == name


def test_an_interview_tells_of_no_event() -> None:
    """A page that asks someone, and says so, reports on no event."""
    text = (
        "Ngày 17/2/2025, Huyện ủy Nậm Thử tổ chức hội nghị quán triệt nghị quyết. "
        "Báo Mẫu có cuộc trao đổi với ông Trần Văn Mẫu, Chủ tịch UBND huyện.\n"
        "Thưa ông, vì sao huyện chọn cây chè làm cây trồng chủ lực?\n"
        "Vì đất đai và khí hậu của huyện rất hợp với cây chè. Huyện sẽ trồng thêm 40 ha chè trong năm tới.\n"
        "Huyện có những giải pháp nào để bà con yên tâm trồng chè?\n"
        "Huyện sẽ hỗ trợ giống và phân bón cho các hộ trồng chè ở vùng cao.\n"
    )
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Ngày 9-7, Ban Tuyên giáo Tỉnh ủy Mẫu Sơn tổ chức hội nghị báo cáo viên tháng 7-2020.", "2020-07-09"),
        ("Sáng 25-1, Tỉnh ủy Mẫu Sơn gặp mặt cán bộ hưu trí nhân dịp Xuân Kỷ Hợi 2019.", "2019-01-25"),
    ],
)
def test_a_month_or_a_spring_tells_the_year(sentence: str, date: str) -> None:
    """The year of a day may stand in the month of the conference or in the name of the new year."""
    assert event(sentence).date == date


def test_where_a_host_is_does_not_hold() -> None:
    """The province named after the host is no host."""
    sentence = "Ngày 31/12/2025, Đảng bộ phường Mẫu Thử, TPHCM tổ chức hội nghị tổng kết công tác năm 2025."
    assert event(sentence).host == "Đảng bộ phường Mẫu Thử"


def test_the_rest_of_a_year_is_ahead() -> None:
    """The six months of a year that are left are its second half."""
    found = event(
        "Ngày 29/6/2022, Đảng ủy xã Mẫu tổ chức sơ kết nhiệm vụ 6 tháng đầu năm và triển khai nhiệm vụ "
        "6 tháng còn lại năm 2022."
    )
    assert (found.reviewed, found.ahead) == ("2022-H1", "2022-H2")


def test_a_place_that_holds_is_the_org() -> None:
    """A place without its level word that holds the event is whose work it is; no body is told as host."""
    found = event("Sáng 30/3/2015, Đông Thành tổ chức hội nghị quán triệt nghị quyết của tỉnh.")
    assert (found.host, found.org) == (None, "Đông Thành")


def test_a_day_that_no_calendar_has_tells_its_month() -> None:
    """A slip of the pen in a day breaks nothing and is not passed on."""
    (event,) = read("Ngày 30/02/2024, Huyện ủy Lộc Mẫu tổ chức hội nghị tổng kết công tác năm 2023.").events
    assert event.date == "2024-02"


def test_a_headline_in_capitals_names_the_place() -> None:
    """Where nothing else tells whose work it is, a level word in capitals with the name behind it does."""
    page = news("Sáng 12/12/2023, lễ khai mạc hội thao được tổ chức.", "KHAI MẠC HỘI THAO QUẬN MẪU SƠN NĂM 2023")
    assert page.events[0].org == "Mẫu Sơn"
    page = news("Sáng 12/12/2023, lễ khai mạc hội thao được tổ chức.", "PHƯỜNG 7 KHAI MẠC HỘI THAO")
    assert page.events[0].org == "Phường 7"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Hướng tới kỷ niệm 60 năm ngày mở trường, ngày 26/4/2023, Trường Mẫu tổ chức hội thảo.", "workshop"),
        ("Nhân dịp kỷ niệm 60 năm ngày mở trường, ngày 26/4/2023, Trường Mẫu tổ chức chương trình.", "ceremony"),
        ("Ngày 26/4/2023, Đoàn công tác Huyện ủy Mẫu dâng hương tại xã Thử.", "ceremony"),
        ("Ngày 26/4/2023, Hội Nông dân xã Mẫu tổ chức thành công Đại hội đại biểu lần thứ VI.", "congress"),
        ("Ngày 26/4/2023, Công ty Mẫu tổ chức đại hội tổng kết năm 2022.", "review"),
        ("Ngày 26/4/2023, huyện Mẫu tổ chức họp đánh giá tình hình triển khai đề án.", "review"),
    ],
)
def test_what_an_event_is_held_for_is_not_what_it_is(sentence: str, kind: str) -> None:
    """An anniversary ahead or a delegation tells the kind only where no other occasion is named."""
    assert str(news(sentence).events[0].kind) == kind


@pytest.mark.parametrize(
    ("named", "behind", "reviewed", "ahead"),
    [
        ("tháng 6/2023", "Trong tháng 5, báo chí đã đưa tin đầy đủ.\nVề định hướng trong tháng 6, các báo đưa tin thu.",
         "2023-05", "2023-06"),
        ("tháng 6/2023", "Trong tháng 6, báo chí đã đưa tin đầy đủ.\nTrong tháng 7, các báo tiếp tục đưa tin.",
         "2023-06", "2023-07"),
        ("tháng 6/2023", "Hội nghị nghe kết quả công tác tháng 5 và một số nhiệm vụ trọng tâm tháng 6.",
         "2023-05", "2023-06"),
        ("tháng 6/2023", "Báo chí đã đưa tin đầy đủ.", "2023-06", None),
    ],
)  # fmt: skip
def test_a_briefing_goes_through_one_month_and_sets_the_next(
    named: str, behind: str, reviewed: str, ahead: str | None
) -> None:
    """A briefing bears the name of the month that is over or of the one it opens: the page tells which."""
    page = news(f"Sáng 4/6/2023, Ban Tuyên giáo Huyện ủy Mẫu tổ chức giao ban báo chí {named}.\n{behind}")
    assert (page.events[0].reviewed, page.events[0].ahead) == (reviewed, ahead)


def test_the_work_told_first_tells_the_period() -> None:
    """A review that names no period goes through that of the first sentence that opens with one."""
    page = news(
        "Sáng 4/10/2023, huyện Mẫu tổ chức họp đánh giá tình hình triển khai đề án.\n"
        "Trong 9 tháng đầu năm, đề án đã mở 4 lớp."
    )
    assert page.events[0].reviewed == "2023-M9"


def test_a_conference_of_workers_goes_through_the_year_before() -> None:
    """The year in the name of a conference of workers only dates it."""
    page = news(
        "Ngày 25/5, Công ty Mẫu tổ chức Hội nghị người lao động năm 2018.\n"
        "Hội nghị đã thông qua một số báo cáo như: báo cáo tổng kết năm 2017, phương hướng năm 2018."
    )
    event = page.events[0]
    assert (event.date, event.reviewed, event.ahead) == ("2018-05-25", "2017", "2018")


def test_a_term_that_has_just_begun_is_not_looked_into() -> None:
    """The term of the resolution that is carried out is no period an inspection goes through."""
    page = news(
        "Sáng 15/3/2016, đoàn công tác của Tỉnh ủy Mẫu làm việc với Huyện ủy Thử về kế hoạch thực hiện nghị quyết, "
        "nhiệm kỳ 2015-2020."
    )
    assert page.events[0].reviewed is None


@pytest.mark.parametrize(
    ("told", "date"),
    [("Sáng nay", "2023-08-04"), ("Chiều qua", "2023-08-03"), ("Vừa qua", "2023")],
)
def test_today_is_the_day_of_publishing(told: str, date: str) -> None:
    """Without a day, "sáng nay" is the day the page was put up and "chiều qua" the one before it."""
    (event,) = read(f"Huyện Mẫu họp\n04/08/2023\n{told}, UBND huyện Mẫu tổ chức hội nghị sơ kết.").events
    assert event.date == date


def test_the_headline_tells_whose_body_holds() -> None:
    """A host that bears no place's name is of the place that the headline names."""
    page = news("Ngày 4/8/2023, Ban Chỉ đạo 35 tổ chức hội nghị.", "Họp Ban Chỉ đạo 35 huyện Mẫu Sơn")
    assert page.events[0].org == "Mẫu Sơn"


def test_what_is_to_come_is_not_looked_back_on() -> None:
    """A year after the event is ahead of it."""
    page = news("Ngày 26/12/2019, Thường trực HĐND xã Mẫu họp về kế hoạch giám sát năm 2020.")
    assert (page.events[0].reviewed, page.events[0].ahead) == (None, "2020")


def test_a_year_from_which_on_is_no_period() -> None:
    """What began in a year and goes on is no period."""
    page = news("Ngày 26/12/2022, xã Mẫu tổ chức hội nghị đánh giá kết quả từ năm 2020 đến nay.")
    assert page.events[0].reviewed is None


def test_a_monthly_session_goes_through_its_month() -> None:
    """The month of a regular session is reviewed, and "tháng tiếp theo" is the one after it."""
    page = news(
        "Ngày 30/12, UBND huyện Mẫu họp phiên thường kỳ tháng 12/2023 để đánh giá kết quả trong tháng; triển khai "
        "nhiệm vụ tháng tiếp theo."
    )
    assert (page.events[0].reviewed, page.events[0].ahead) == ("2023-12", "2024-01")


def test_a_sentence_of_today_introduces() -> None:
    """To say "sáng nay" tells the day as a number does, so that the sentence introduces the event."""
    reading = read("UBND huyện Mẫu họp\n20/01/2024\nSáng nay, ông Mẫu chủ trì cuộc họp về kiểm tra tiến độ làm đường.")
    assert reading.events[0].date == "2024-01-20"


def test_a_sentence_that_only_dates_an_event_belongs_to_the_one_that_names_it() -> None:
    """What is dated and placed by the sentence behind is named, and told as its source, by the one before."""
    met = event(
        "Đó là yêu cầu của đồng chí Lò Văn Mẫu tại hội nghị sơ kết công tác phòng, chống bệnh lúa vùng cao. "
        "Hội nghị được tổ chức tại xã Mẫu, sáng 13/5/2019.",
    )
    assert (met.kind, met.date, met.place) == ("review", "2019-05-13", "xã Mẫu")
    assert met.span.end - met.span.start < 110


@pytest.mark.parametrize(
    ("sentence", "reviewed"),
    [
        ("Ngày 6/6/2024, Huyện ủy Nậm Thử tổ chức hội nghị sơ kết 3 năm thực hiện Kết luận số 99-KL/TW.", "2021/2024"),
        ("Ngày 6/6/2024, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết mười năm công tác khuyến học.", "2014/2024"),
        ("Ngày 6/6/2024, Huyện ủy Nậm Thử tổng kết 5 năm thực hiện đề án (2018 - 2023).", "2018/2023"),
    ],
)
def test_a_review_of_several_years_looks_back_on_them(sentence: str, reviewed: str) -> None:
    """The years counted end with the one of the review, unless their ends are told."""
    assert event(sentence).reviewed == reviewed


def test_a_regular_session_goes_through_the_work_of_a_period() -> None:
    """A council's session looks back and ahead where a sentence behind tells both, one on a matter of its own never."""
    behind = "Kỳ họp xem xét kết quả công tác 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2019 của huyện."
    met = event("Sáng 9/7/2019, HĐND huyện Nậm Thử khai mạc kỳ họp thứ 8.", more=behind)
    own = event("Sáng 9/7/2019, HĐND huyện Nậm Thử khai mạc kỳ họp chuyên đề.", more=behind)
    assert (met.kind, met.reviewed, met.ahead) == ("other", "2019-H1", "2019-H2")
    assert (own.kind, own.reviewed, own.ahead) == ("other", None, None)


@pytest.mark.parametrize(
    ("sentence", "reviewed", "date"),
    [
        ("Sáng 30/1/2018, huyện Nậm Thử tổ chức hội nghị xúc tiến đầu tư năm 2018.", None, "2018-01-30"),
        ("Sáng 14/3, Đoàn kiểm tra số 2 của Huyện ủy Nậm Thử công bố quyết định kiểm tra năm 2026 tại xã Mẫu.", None,
         "2026-03-14"),
        ("Ngày 13/9/2018, Sở Tài chính họp công bố quyết định kiểm toán ngân sách huyện Nậm Thử năm 2017.", "2017",
         "2018-09-13"),
        ("Chiều 24/7/2025, ông Lò Văn Mẫu chủ trì phiên họp Thường trực Ban Chỉ đạo tháng 7.", None, "2025-07-24"),
        ("Sáng 28/2/2020, Tiểu ban Hậu cần Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025 họp phân công.", None,
         "2020-02-28"),
    ],
)  # fmt: skip
def test_a_year_may_only_date_a_meeting(sentence: str, reviewed: str | None, date: str) -> None:
    """The year of a plan, of a meeting held in its first months or of a congress prepared is not looked back on."""
    met = event(sentence)
    assert (met.reviewed, met.date) == (reviewed, date)


def test_the_press_is_briefed_on_its_month() -> None:
    """A quarter's press conference beside the monthly briefing does not tell the briefing's period."""
    met = event(
        "Chiều 2/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức giao ban báo chí tháng 3 và họp báo định kỳ quý I/2019.",
    )
    assert met.reviewed == "2019-03"


def test_reporters_who_review_their_work_review() -> None:
    """A month in the name of a reporters' conference only dates it; what it reviews beside is looked back on."""
    met = event(
        "Chiều 2/7/2018, Ban Tuyên giáo Huyện ủy tổ chức hội nghị báo cáo viên tháng 6 gắn với sơ kết công tác tuyên "
        "truyền miệng 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2018.",
    )
    assert (met.kind, met.reviewed, met.ahead) == ("briefing", "2018-H1", "2018-H2")
