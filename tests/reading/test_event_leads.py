"""Where news stand on copies of pages: the lead last, the day in a feed's English, buttons beside the headline."""
# ruff: noqa: E501  (a line of a page stands on one line)

import pytest

from tongket.reading import read
from tongket.reading.fields.dates import first_day, is_date_line

WORK = (
    "Trong năm, các xã đã trồng mới 120 ha rừng, giao khoán cho bà con từng bản chăm sóc và bảo vệ, không để xảy ra vụ cháy nào.\n"
    "Bên cạnh đó, đường vào ba bản vùng cao vẫn chưa được sửa, việc đi lại của bà con trong mùa mưa còn gặp rất nhiều khó khăn.\n"
    "Thời gian tới, các xã cần tập trung sửa đường, cấp giống cây cho bà con trước vụ trồng rừng, kiểm tra việc giữ rừng đầu nguồn.\n"
)
LEAD = "Chiều 29/12, UBND huyện Nậm Thử tổ chức hội nghị tổng kết công tác trồng rừng năm 2020."


@pytest.mark.parametrize("between", ["", "more\n"])
def test_a_lead_may_stand_last(between: str) -> None:
    """A paragraph with its paper's mark right below the by-line is the lead, and introduces the event."""
    text = f"Rừng thêm xanh ở Nậm Thử năm qua\nXem chi tiết ở đây\n{WORK}Lò Mẫu\n{between}(TTMM) – {LEAD}"
    found = read(text)
    (met,) = found.events
    assert found.body[-1].of(text).endswith(LEAD)
    assert (found.fields.title, met.kind, met.date) == ("Rừng thêm xanh ở Nậm Thử năm qua", "review", "2020-12-29")
    assert (met.host, met.reviewed) == ("Ủy ban nhân dân huyện Nậm Thử", "2020")


def test_one_lead_is_enough() -> None:
    """Below an article that opens with its paper's mark the next paper's mark opens another article."""
    text = f"Rừng thêm xanh ở Nậm Thử năm qua\n(TTMM) – {LEAD}\n{WORK}Lò Mẫu\n(TTMM) – Sáng 3/1, xã Mẫu khai giảng lớp."
    assert not any("khai giảng" in part.of(text) for part in read(text).body)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("sat, 26 oct 2024 15:00:00 +0700", "2024-10-26"),
        ("october 6, 2024", "2024-10-06"),
        ("thursday, 5 may 2022", "2022-05-05"),
    ],
)
def test_a_feed_tells_its_day_in_english(line: str, day: str) -> None:
    """A line of a feed with an English month is a date line and tells its day."""
    assert is_date_line(line)
    assert first_day(line) == day
    assert not is_date_line(line.replace("o", "u").replace("m", "n"))


def test_the_caption_is_no_headline() -> None:
    """Between a stored text's first line and its lead a caption under a picture is not its headline."""
    text = f"Giữ rừng đầu nguồn ở vùng cao\n123_IMG.jpg?rt=2021\nNgười dân Nậm Thử trồng rừng trong năm qua. Ảnh: Mẫu\n{LEAD}\n{WORK}"
    found = read(text)
    assert found.fields.title == "Giữ rừng đầu nguồn ở vùng cao"
    assert not any("IMG" in part.of(text) for part in found.body)


def test_without_a_day_only_the_top_introduces() -> None:
    """Far below the top a sentence without a day tells of work; one said at a meeting tells of the meeting."""
    work = f"Giữ rừng ở vùng cao Nậm Thử\n{WORK}{WORK}"
    assert (
        read(f"{work}Các xã tiến hành kiểm tra, giám sát việc giữ rừng đầu nguồn, xử lý các vụ phá rừng.\n").events
        == ()
    )
    (met,) = read(
        f"{work}Tại hội nghị tổng kết, các đại biểu dự đã thảo luận về việc giao khoán rừng cho bà con.\n"
    ).events
    assert met.kind == "review"


def test_a_day_beside_half_an_event_far_down_is_work() -> None:
    """A day with no occasion beside it introduces an event only near the top."""
    text = f"Giữ rừng ở vùng cao Nậm Thử\n{WORK}{WORK}{WORK}Mở rộng vụ án, ngày 7/9/2020 kiểm lâm bắt thêm hai người phá rừng.\n"
    assert read(text).events == ()
