"""Periods that the sentences behind the introduction tell: what the work they report was done in."""

import re

from tongket.document.seldom import seldom
from tongket.reading.events.periods import event_periods
from tongket.reading.page import Page
from tongket.reading.period_words import periods_of_key
from tongket.terms.period import Period
from tongket.terms.span import Span

# A sentence that opens with the period of the work it tells: "Trong 9 tháng đầu năm, …", "Theo báo cáo, quý I …".
_OPENS = re.compile(
    r"(?:(?:theo|qua) báo cáo[^,.;]{0,60}, |báo cáo [^,.;]{0,60}, |tại (?:hội nghị|cuộc họp)[^,.;]{0,60}, )?"
    r"(?:trong )?(?=(?:\d{1,2} tháng|sáu tháng|chín tháng|quý|tháng|năm) )"
)
# What is to be done in a month: "Về định hướng tuyên truyền trong tháng 6, …", "Trong tháng 6, Ban … tiếp tục …".
_TO_DO = re.compile(r"định hướng|phương hướng|nhiệm vụ|kế hoạch|đề nghị|tiếp tục|tập trung|yêu cầu|thời gian tới|cần ")
# A sentence on both months: "… kết quả công tác tháng 3 và nhiệm vụ tháng 4".
_DONE = re.compile(r"(?:kết quả|tình hình|đánh giá)[^.;]{0,80}$")
# "sơ kết 3 năm thực hiện …", "tổng kết 10 năm công tác …": the years that end with the one it is held in.
_YEARS_OF = seldom(
    r"(?:sơ|tổng) kết (?P<years>\d{1,2}|một|hai|ba|bốn|năm|mười) năm (?:thực hiện|triển khai|thi hành|hoạt động"
    r"|xây dựng|công tác|phong trào|phối hợp|tổ chức|việc)"
)
# The same told by its ends: "(2018 - 2023)".
_ENDS = re.compile(r"(?<!\d)(?P<first>20\d\d)\s?[-–]\s?(?P<last>20\d\d)(?!\d)")
_COUNTED = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}
# A session goes through the work of a half-year or a year; one on a matter of its own does not.
_OWN_MATTER = re.compile(r"chuyên đề|bất thường")
# How far behind the introduction the work is told.
_REACH = 10
# How near its beginning a sentence names the month it is about (characters).
_NEAR = 60


def period_of_work(page: Page, introduction: Span, year: int | None) -> Period | None:
    """Return the period with which the first sentence that tells of work opens; a month or a term is none."""
    for key in _behind(page, introduction):
        opening = _OPENS.match(key)
        named = periods_of_key(key[opening.end() : opening.end() + _NEAR], year) if opening else []
        if named and named[0].span.start == 0 and not _TO_DO.search(key[: _NEAR + opening.end()] if opening else key):
            period = named[0].period
            if period.last.month != period.first.month and (year is None or period.first.year <= year):
                return period
    return None


def years_looked_back_on(key: str, year: int | None) -> Period | None:
    """Return the years that a review of several looks back on: those told by their ends, else up to `year`.

    Args:
        key: The sentence or headline, folded.
        year: The year in which the review is held.
    """
    told = _YEARS_OF.search(key) if " kết " in key else None
    if told is None:
        return None
    years = _COUNTED.get(told["years"]) or int(told["years"])
    ends = next((ends for ends in _ENDS.finditer(key) if int(ends["last"]) - int(ends["first"]) == years), None)
    if ends:
        return Period.parse(f"{ends['first']}/{ends['last']}")
    return Period.parse(f"{year - years}/{year}") if year and years else None


def periods_of_session(page: Page, introduction: Span, year: int | None) -> tuple[Period | None, Period | None]:
    """Return the periods that a regular session of a council goes through, as soon as one sentence tells both."""
    if _OWN_MATTER.search(introduction.of(page.key) + page.headline):
        return None, None
    told = (event_periods(key, year) for key in _behind(page, introduction))
    return next(((back, ahead) for back, ahead in told if back and ahead), (None, None))


def months_of_briefing(page: Page, introduction: Span, named: Period) -> tuple[Period, Period | None]:
    """Return the month a briefing looks back on and the one it sets tasks for, given the month in its name.

    A briefing is named after the month that is over, or after the one that it is held in; which one, the page tells
    where it goes through the one and then through the other.
    """
    done, ahead = None, None
    for key in _behind(page, introduction):
        for month in periods_of_key(key, named.first.year):
            if month.period.first.month != month.period.last.month or month.period.first.year != named.first.year:
                continue
            lead = key[: month.span.start]
            if month.span.start <= _NEAR and len(lead.split()) <= 1 and not _TO_DO.search(key[:120]):
                done = done or month.period
            elif _TO_DO.search(lead[-_NEAR:]) or (len(lead.split()) <= 1 and _TO_DO.search(key[:120])):
                ahead = ahead or month.period
            elif _DONE.search(lead):
                done = done or month.period
    if ahead == named and done is not None and _follows(named, done):
        return done, named
    return named, ahead if ahead is not None and _follows(ahead, named) else None


def _follows(later: Period, earlier: Period) -> bool:
    """Tell whether a month of the same year is the next one."""
    return later.first.month == earlier.first.month + 1


def _behind(page: Page, introduction: Span) -> list[str]:
    """Return the sentences soon after the introduction, folded."""
    return [part.of(page.key) for part in page.after(introduction)[:_REACH]]
