"""The period an event looks back on and the one it looks ahead to."""

import re

from tongket.reading.period_words import periods_of_key
from tongket.terms.period import Period

_BACK = (
    r"sơ kết|tổng kết|sơ, tổng kết|kết quả(?: triển khai)?(?: thực hiện)?(?: các| một số)?(?: nhiệm vụ"
    r"| công tác)?|giao ban|đánh giá|kiểm điểm|tình hình(?: triển khai)?(?: thực hiện)?(?: các)?(?: nhiệm vụ"
    r"| công tác)?|triển khai thực hiện (?:các )?nhiệm vụ|thực hiện (?:các )?nhiệm vụ"
    r"|thực hiện công tác|báo cáo|nắm tình hình|đại hội|tuyên dương|khen thưởng|thành tích|phong trào"
)
_AHEAD = ("triển khai", "phương hướng", "nhiệm vụ", "kế hoạch", "định hướng", "chương trình công tác", "giải pháp")
# Without a group every choice begins with a letter, and a search stops only at these: a third of the time.
_WORDS = re.compile("|".join([_BACK, *_AHEAD]))
# A term of office names no year of the work told.
_TERM = re.compile(r"\d\d{3}\s?[-/]\s?\d{4}")
_YEAR = re.compile(r"(?:19(?<!\d19)|20(?<!\d20))\d\d(?!\d)")
# "sơ kết 2 năm thực hiện": no one period is looked back on.
_SEVERAL = re.compile(r"(?:sơ|tổng) kết (?:\d+|hai|ba|bốn|năm|mười) năm (?!\d)")
# A regular session bears the month that it goes through, where it is said to go through one.
_SESSION = re.compile(r"(?:thường|định) kỳ tháng [^.;]{0,60}(?:đánh giá|kết quả|tình hình)")
# The year of an exam is its name.
_EXAM = re.compile(r"kỳ thi [^.;,]{3,90}? năm (?:học )?\d{4}(?:\s?-\s?\d{4})?")
# From this month on the rest of the year is what a meeting looks back on.
LAST_MONTHS = 10
_REST = re.compile(r"cuối năm|còn lại")
_REVIEWS = ("sơ kết", "tổng kết", "đánh giá", "kết quả")
# How far before "6 tháng cuối năm" the word may stand that reviews just that (characters).
_RIGHT_BEFORE = 12


def comes_after(later: Period, earlier: Period) -> bool:
    """Tell whether one period comes after another; a term or a school year opens in the year in which one closes."""
    if later.is_term and earlier.is_term:
        return later.first.year >= earlier.last.year
    return later.first > earlier.last


def without_press_conference(key: str) -> str:
    """Return a briefing's sentence without the press conference beside it ("giao ban tháng 3 và họp báo quý I")."""
    return key.partition(" và họp báo")[0] if "giao ban" in key else key


def event_periods(key: str, year: int | None = None, month: int = 0) -> tuple[Period | None, Period | None]:
    """Return the period reviewed and the period ahead that a sentence or headline, folded, tells.

    A period belongs to the last word before it that looks back (sơ kết, kết quả) or ahead (phương hướng, triển khai);
    one named without a year takes the year of the others. The rest of a year is ahead, unless a review of it is named
    right before or the event falls in its last months; a year named beside a review of several years only dates it.

    Args:
        key: The sentence or headline, folded.
        year: The year of the event, for periods in a text that names none.
        month: Its month, 0 where no day is told.
    """
    key = _without_exams(key)
    several = " kết " in key and _SEVERAL.search(key) is not None
    years = _YEAR.findall(_TERM.sub(" ", key) if "-" in key or "/" in key else key)
    session = " kỳ tháng " in key and _SESSION.search(key) is not None
    back: list[Period] = []
    forward: list[Period] = []
    last, reached = None, 0
    for named in periods_of_key(key, int(years[-1]) if years else year):
        for word in _WORDS.finditer(key, reached, named.span.start):
            last = word
        reached = named.span.start
        if key.endswith("từ ", 0, reached):
            # "từ năm 2020 đến nay" begins a stretch that is no period.
            continue
        if several and named.period.first.month == 1 and named.period.last.month == 12:  # noqa: PLR2004 - a year
            if last is not None and last[0] in _AHEAD:
                forward.append(named.period)
            continue
        rest = month < LAST_MONTHS and _REST.search(key, *named.span) is not None
        near = last is not None and named.span.start - last.end() <= _RIGHT_BEFORE
        if rest and not (last and near and last.group().startswith(_REVIEWS)):
            forward.append(named.period)
        elif last is not None:
            (forward if last[0] in _AHEAD else back).append(named.period)
        elif session:
            back.append(named.period)
    if not back and len(forward) > 1:
        # "triển khai công tác 6 tháng đầu năm và phương hướng 6 tháng cuối năm": the first is what was done.
        back = [forward.pop(0)]
    # Of two that begin together the one told first is what the meeting goes through.
    reviewed = min(back, key=lambda period: period.first, default=None)
    later = [period for period in (*forward, *back) if reviewed is None or comes_after(period, reviewed)]
    return reviewed, min(later, default=None) if reviewed or forward else None


def _without_exams(key: str) -> str:
    """Return a sentence with the names of exams blotted out."""
    return _EXAM.sub(lambda exam: " " * len(exam[0]), key) if "kỳ thi " in key else key
