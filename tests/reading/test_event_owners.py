"""Whose meeting it is where its name says so, and whose work central bodies look back on."""

import pytest

from tongket.reading import read
from tongket.terms.records import Event


def event(sentence: str, more: str = "") -> Event:
    """Return the one event of a page of a headline, a sentence that introduces it, and more."""
    (found,) = read(f"Tin hoạt động trong huyện\n{sentence}\n{more}\n").events
    return found


@pytest.mark.parametrize(
    ("sentence", "host"),
    [
        (
            "Tại hội nghị tổng kết năm 2020, nhiệm vụ năm 2021 của Sở Xây dựng diễn ra ngày 7/1/2021, ông Mẫu khen.",
            "Sở Xây dựng",
        ),
        ("Đó là tin tại buổi họp báo thường kỳ của Bộ Xây dựng chiều 6/10/2020.", "Bộ Xây dựng"),
        ("Ngày 6/10/2020, đại biểu thảo luận tại kỳ họp thứ 8 Quốc hội khóa XV.", "Quốc hội"),
        ("Chiều 6/10/2020, ông Lò Văn Mẫu dự hội nghị trực tuyến Chính phủ với các địa phương.", "Chính phủ"),
        (
            "Ngày 10/4/2025, Đại hội đảng viên lần thứ V, nhiệm kỳ 2025 - 2030 Đảng bộ Công ty Mẫu Sơn đã diễn ra.",
            "Đảng bộ Công ty Mẫu Sơn",
        ),
        ("Sáng 3/4/2023, ông Lò Văn Mẫu dự hội nghị triển khai Nghị quyết số 01 năm 2023 của Chính phủ.", None),
        ("Ban Nội chính Tỉnh ủy hôm nay tổ chức hội nghị sơ kết công tác quý I/2023.", "Ban Nội chính Tỉnh ủy"),
        ("Sáng 3/4/2023, Hội Nông dân xã Mẫu cùng Hợp tác xã Mẫu Sơn tổ chức hội thảo.", "Hội Nông dân xã Mẫu"),
        ("Sáng 3/4/2023, Khoa Nông học, Trường Đại học Mẫu Sơn long trọng tổ chức lễ kỷ niệm.", "Khoa Nông học"),
        ("Sáng 3/4/2023, Khoa Nông học đã kết hợp với Trạm Mẫu Sơn tổ chức hội thảo.", "Khoa Nông học"),
    ],
)
def test_the_name_of_a_meeting_tells_whose_it_is(sentence: str, host: str | None) -> None:
    """A body after "của" holds a meeting named by its period or habit; what it issued is not its meeting."""
    assert event(sentence).host == host


@pytest.mark.parametrize(
    ("sentence", "more", "org"),
    [
        ("Sáng 3/1/2023, Cục Đo lường tổ chức hội nghị tổng kết năm 2022.", "Tỉnh Lào Cai dự.", "Cục Đo lường"),
        ("Sáng 3/1/2023, Cục Thuế xe cộ tổ chức hội nghị tổng kết năm 2022.", "Tỉnh Lào Cai dự.", "Cục Thuế xe cộ"),
        ("Sáng 3/1/2023, Cục Thuế Lào Cai tổ chức hội nghị tổng kết năm 2022.", "Tỉnh Lào Cai dự.", "Lào Cai"),
        ("Sáng 3/1/2023, Ban Đo lường Trung ương tổ chức hội nghị tổng kết năm 2022.", "", "Ban Đo lường Trung ương"),
        (
            "Sáng 3/1/2023, Đoàn kiểm tra của Bộ Chính trị làm việc với Ban Cán sự đảng Bộ Đo lường vào đầu năm.",
            "",
            "Bộ Đo lường",
        ),
        (
            "Sáng 3/1/2023, Viện Kiểm sát nhân dân Thành phố tổ chức lễ trao quyết định.",
            "Viện trưởng Viện Kiểm sát nhân dân Thành phố Lò Văn Mẫu dự.",
            None,
        ),
    ],
    ids=[
        "department",
        "no province within a word",
        "in a province",
        "central board",
        "within the Party",
        "a person is no city",
    ],
)
def test_whose_work_central_bodies_tell(sentence: str, more: str, org: str | None) -> None:
    """A body of the whole country reviews its own work; a committee within a body is on the body's."""
    assert event(sentence, more).org == org


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Sáng nay, 21/12, Hội Mẫu tổ chức lễ kỷ niệm 66 năm thành lập (21/12/1954 - 21/12/2020).", "2020-12-21"),
        ("Nhân Ngày Phụ nữ (8/3), sáng 6/3, xã Mẫu tổ chức gặp mặt phụ nữ năm 2023.", "2023-03-06"),
        ("Ngày 28/11, Hội Mẫu tổ chức đại hội thi đua giai đoạn 2015-2020.", "2020-11-28"),
        ("Ngày 9/6, xã Mẫu tổ chức hội nghị góp ý quy hoạch đến năm 2035 theo đợt 2/2024.", "2024-06-09"),
        ("Ngày 9/6, xã Mẫu tổ chức tập huấn Luật Đất đai số 38/2019/QH14 năm 2024.", "2024-06-09"),
        ("Ngày 9/6, xã Mẫu tổ chức tập huấn Luật Đất đai năm 2013 trong kế hoạch năm 2024.", "2024-06-09"),
    ],
    ids=["beside its anniversary", "beside a named day", "a stage", "a year aimed at", "a law's number", "a law"],
)
def test_the_year_of_a_day_told_without_one(sentence: str, date: str) -> None:
    """Years of laws, aims and anniversaries are not the event's; a stage reviewed is so when it closes."""
    assert event(sentence).date == date


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sáng 3/4/2023, xã Mẫu tổ chức lễ khai trương chợ mới.", "ceremony"),
        ("Sáng 3/4/2023, xã Mẫu tổ chức lớp huấn luyện dân quân.", "training"),
        ("Sáng 3/4/2023, Huyện đoàn tổ chức lễ khởi động Tháng Thanh niên.", "contest"),
        ("Sáng 3/4/2023, ông Lò Văn Mẫu chủ trì phiên họp thứ hai về nhân sự đại hội.", "other"),
        ("Sáng 3/4/2023, Ủy ban Kiểm tra Tỉnh ủy đã họp kỳ thứ 50, xem xét kết quả kiểm tra.", "other"),
    ],
)
def test_more_words_for_kinds(sentence: str, kind: str) -> None:
    """Openings, drills and launches have their kinds; a session on a congress is a session."""
    assert event(sentence).kind == kind
