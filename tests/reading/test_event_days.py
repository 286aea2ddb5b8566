"""The day of an event, written in full or without its year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading import read
from tongket.reading.events.days import EventDay, day_in, year_of
from tongket.reading.keyed import fold
from tongket.terms.period import Period
from tongket.terms.span import Span


def day(text: str) -> tuple[int, int, int | None] | None:
    """Return day, month and year that a text tells."""
    found = day_in(fold(text), Span(0, len(text)))
    return (found.day, found.month, found.year) if found else None


def date(text: str) -> str | None:
    """Return the date of the one event of a text."""
    (event,) = read(text).events
    return event.date


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sáng 12/12, huyện họp.", (12, 12, None)),
        ("Chiều ngày 5/7, huyện họp.", (5, 7, None)),
        ("Sáng ngày 05-7-2023, huyện họp.", (5, 7, 2023)),
        ("Ngày 25.6, huyện họp.", (25, 6, None)),
        ("Ngày 22/3/2023, huyện họp.", (22, 3, 2023)),
        ("22/3/2023, huyện họp.", (22, 3, 2023)),
        ("Sáng nay (12/12), huyện họp.", (12, 12, None)),
        ("Sáng nay 12/12, huyện họp.", (12, 12, None)),
        ("Ngày 5 tháng 7 năm 2022, huyện họp.", (5, 7, 2022)),
        ("Ngày 5 tháng 7, huyện họp.", (5, 7, None)),
        ("Trong 2 ngày 27 - 28/3, huyện họp.", (27, 3, None)),
        ("Từ ngày 27/3 đến ngày 2/4, huyện họp.", (27, 3, None)),
        ("Trong hai ngày 27 và 28/3/2023, huyện họp.", (27, 3, 2023)),
        ("Sáng 3 - 7, huyện họp.", (3, 7, None)),
        ("Có 106/109 nhiệm vụ hoàn thành.", None),
        ("Có 6/9 chỉ tiêu vượt kế hoạch.", None),
        ("Đạt 3.5 điểm.", None),
        ("Sáng 31/13, huyện họp.", None),
        ("Ngày 45/12, huyện họp.", None),
        ("Số điện thoại 0912/12/2023/44.", None),
        ("Huyện họp.", None),
    ],
)
def test_the_first_day_told(text: str, told: tuple[int, int, int | None] | None) -> None:
    """A day has a part of the day, `ngày` or a year beside it; shares and numbers are none; of several the first."""
    assert day(text) == told


def test_a_day_of_a_directive_is_not_the_event_s() -> None:
    """The day inside a citation is passed over."""
    text = "Thực hiện Kế hoạch ngày 3/2/2023 của tỉnh, sáng 9/5, huyện họp."
    found = day_in(fold(text), Span(0, len(text)), (Span(10, 32),))
    assert found is not None
    assert (found.day, found.month) == (9, 5)


@given(st.integers(1, 31), st.integers(1, 12), st.sampled_from(["/", "-", "."]), st.integers(2000, 2099))
def test_every_way_of_writing_a_day_in_full(number: int, month: int, sign: str, year: int) -> None:
    """Day, month and year come back as they were written, with and without leading noughts."""
    assert day(f"Sáng {number}{sign}{month}{sign}{year}, huyện họp.") == (number, month, year)
    assert day(f"Ngày {number:02}{sign}{month:02}{sign}{year}, huyện họp.") == (number, month, year)
    assert day(f"Ngày {number} tháng {month:02} năm {year}, huyện họp.") == (number, month, year)


@pytest.mark.parametrize(
    ("text", "reviewed", "published", "year"),
    [
        ("Sáng 20/12, họp.", "2023", None, 2023),
        ("Sáng 12/1, họp.", "2023", None, 2024),
        ("Sáng 5/7, họp.", "2023-H1", None, 2023),
        ("Sáng 3/1, họp.", "2023-Q4", None, 2024),
        ("Sáng 12/12, họp.", None, "2024-01-03", 2023),
        ("Sáng 3/1, họp.", None, "2024-01-03", 2024),
        ("Sáng 2/1, họp.", None, "2024-01-03", 2024),
        ("Sáng 4/8, họp.", "2018/2023", "2023-08-05", 2023),
        ("Sáng 4/8, họp.", "2023/2028", None, 2028),
        ("Sáng 4/8/2021, họp.", "2023", "2024-01-03", 2021),
        ("Sáng 4/8, họp.", None, None, None),
    ],
    ids=[
        "end of the year reviewed", "early in the next year", "after a half year", "after the last quarter",
        "published after new year", "the day of publishing", "the day before publishing", "a term, published",
        "a term alone", "told", "nowhere",
    ],
)  # fmt: skip
def test_the_year_of_a_day_without_one(text: str, reviewed: str | None, published: str | None, year: int) -> None:
    """The year follows from the period looked back on, else from the day of publishing, else it is not known."""
    found = day_in(fold(text), Span(0, len(text)))
    assert found is not None
    assert year_of(found, Period.parse(reviewed) if reviewed else None, published) == year


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Xã Mẫu vui hội\nSáng 20/12, UBND xã Mẫu tổ chức hội nghị tổng kết công tác năm 2023.", "2023-12-20"),
        ("Xã Mẫu tổng kết công tác năm 2023\nSáng 12/1, UBND xã Mẫu tổ chức hội nghị tổng kết.", "2024-01-12"),
        ("Hội thi năm 2023 tại xã Mẫu\nSáng 12/5, UBND xã Mẫu tổ chức hội thi nấu ăn.", "2023-05-12"),
        ("Xã Mẫu vui hội\n13/05/2023 09:15\nSáng 12/5, UBND xã Mẫu tổ chức hội thi nấu ăn.", "2023-05-12"),
        ("Xã Mẫu vui hội\n03/01/2024 09:15\nSáng 30/12, UBND xã Mẫu tổ chức hội thi nấu ăn.", "2023-12-30"),
        ("Xã Mẫu vui hội\nSáng 12/5, UBND xã Mẫu tổ chức hội thi nấu ăn.", None),
        ("Xã Mẫu vui hội\nTháng 5/2023, UBND xã Mẫu tổ chức hội thi nấu ăn.", "2023-05"),
        ("Xã Mẫu vui hội\nUBND xã Mẫu tổ chức hội thi nấu ăn năm 2023.", "2023"),
    ],
    ids=[
        "from the review", "from the headline's review", "from the headline", "from publishing", "over new year",
        "nowhere", "a month", "a year",
    ],
)  # fmt: skip
def test_the_date_of_the_event(text: str, told: str | None) -> None:
    """The date says as much as the document tells or lets follow, and no more."""
    assert date(text) == told


@pytest.mark.parametrize(
    ("published", "held"),
    [
        ("2025-04-28", "2025-04-29"),
        ("2024-12-30", "2025-01-02"),
        ("2025-01-03", "2024-12-28"),
        ("2025-06-01", "2024-07-15"),
    ],
)
def test_a_day_without_year_is_past_or_near(published: str, held: str) -> None:
    """The year of a day follows from the day of publishing: the latest that is no more than a month ahead."""
    year, month, day_of_month = map(int, held.split("-"))
    assert year_of(EventDay(0, 1, day_of_month, month, None), None, published) == year


def test_how_long_ago_something_was_is_no_day() -> None:
    """The two days of an anniversary are passed over; the day of the meeting is told after them."""
    assert day("Nhân kỷ niệm 50 năm (15.3.1974 - 15.3.2024), sáng 12.3, Huyện ủy Mẫu tổ chức gặp mặt.") == (12, 3, None)
    assert day("Hướng tới 129 năm (19/5/1890-19/5/2019), ngày 26-4, Trường Mẫu tổ chức hội thảo.") == (26, 4, None)
    assert day("Nhớ ngày 19 tháng 5 năm 1890, sáng 12.3, Huyện ủy Mẫu tổ chức gặp mặt.") == (12, 3, None)


def test_the_year_of_a_day_on_which_a_term_opens() -> None:
    """A congress of which nothing but a term is told falls in the first year of the one that it opens."""
    day = day_in("sáng 4/8, họp.", Span(0, 14))
    assert day is not None
    assert year_of(day, Period.parse("2023/2028"), None, opens=True) == 2023
