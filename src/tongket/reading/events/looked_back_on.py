"""Which period an event goes through and which lies ahead, put together from all that the page tells of it."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from tongket.document.seldom import seldom
from tongket.reading.events.days import Days
from tongket.reading.events.periods import LAST_MONTHS, comes_after, event_periods, without_press_conference
from tongket.reading.events.work_told import (
    months_of_briefing,
    period_of_work,
    periods_of_session,
    years_looked_back_on,
)
from tongket.reading.page import Page
from tongket.reading.period_words import named_periods, periods_of_key
from tongket.terms.period import Period
from tongket.terms.records import EventKind
from tongket.terms.span import Span

# How many of the first sentences tell of the event.
_INTRODUCTION = 14
# A whole year, by its first and last month.
WHOLE_YEAR = (1, 12)
_YEAR = re.compile(
    r"(cùng kỳ )?(?:năm |tháng \d{1,2}\s?[-/.]\s?|xuân [^\W\d]+ [^\W\d]+ |quý [ivx]+/|[\d/.-]\d[/.-]|đợt \d+/| - )"
    r"((?:20|19)\d\d)(?!\d|/[a-zđ])"
)
# Before a year that is aimed at: "quy hoạch đến năm 2035".
_AIMS = ("đến ", "tầm nhìn ")
# Years that a law bears, or that are aimed at, tell nothing of the page's own.
_OTHER_YEARS = re.compile(
    r"(?:luật|pháp lệnh|hiến pháp) (?:[^.;\d]{0,60} )?năm \d{4}|(?<!tính )(?<!hết )(?:đến|tầm nhìn) (?:năm )?\d{4}"
)
_FULL_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d")
# A term or a stage ("2020 - 2025") tells no year of its own; a longer stretch is an anniversary and ends in its year.
_TERMS = re.compile(r"(\d{4})\s?[-/]\s?(\d{4})")
_LONGEST_TERM = 6
# "Chiến lược 2021 - 2030": strategies run over ten years.
_STRATEGY = 9
# The press the software reads began with this century: an earlier year is history.
_FIRST_YEAR = 2000
_REPORT = re.compile(r"(?:theo|qua)? ?báo cáo\b")
_PERIOD_KINDS = {EventKind.REVIEW, EventKind.BRIEFING, EventKind.INSPECTION, EventKind.CONGRESS}
# The term of the body that meets: "Ban Chấp hành … khóa VIII, nhiệm kỳ 2015 - 2020".
# A term of those who are elected: "đại biểu HĐND các cấp nhiệm kỳ 2026 - 2031".
# "… chào mừng Đại hội MTTQ tỉnh nhiệm kỳ 2026 - 2031": nor of those whose congress something else is held for.
_OFFICE_TERM = seldom(
    r"(?:(?:khóa|lần thứ) [ivxl\d]{1,6},? \(?nhiệm kỳ |(?:bầu cử|(?:chào mừng|hướng tới|tiến tới|chuẩn bị) đại hội)"
    r" [^.;]{0,120}?nhiệm kỳ )\d{4}\s?[-–/]\s?\d{4}\)?"
)
# A sentence after the introduction that says what the meeting is for, or what it went through.
_IS_TO_REVIEW = re.compile(
    r"(?:(?:tại |trong )?(?:hội nghị|buổi họp|cuộc họp|phiên họp|buổi làm việc)|các đại biểu|phát huy tinh thần)"
    r"[^.;]{0,70} (?:(?:nhằm |để |tập trung |đã |báo cáo )(?:tập trung )?"
    r"(?:đánh giá|sơ kết|tổng kết|kiểm điểm)|(?:nghe|thông qua)"
    r" (?:tình hình|(?:các |một số |những )?(?:dự thảo )?(?:các )?báo cáo))\b"
)
_REVIEWS_TOO = re.compile(r"(?:sơ|tổng) kết [^.;]{0,120}(?:tháng|quý|năm)")
_THEN = re.compile(r"tháng (?:tiếp theo|tới|sau)\b")
# The months in which a whole year and its second half begin.
_WHOLE_OR_HALF = (1, 7)
# Within how many sentences after the introduction it stands.
_SOON_AFTER = 4


def periods_of(page: Page, sentence: Span, kind: EventKind, days: Days) -> tuple[Period | None, Period | None]:
    """Return the period that the event looks back on and the one it looks ahead to.

    Args:
        page: The document.
        sentence: What introduces the event.
        kind: What the event is called.
        days: The days that the sentences tell.
    """
    if kind is EventKind.OTHER and "kỳ họp" in sentence.of(page.key):
        return periods_of_session(page, sentence, held_in(page, sentence, days)[0])
    if kind not in _PERIOD_KINDS:
        return None, None
    told = _periods_told(page, sentence, days, congress=kind is EventKind.CONGRESS)
    if kind is EventKind.CONGRESS:
        return _terms(page, sentence, told[0] or told[1], days)
    told = _in_time(_found_elsewhere(page, sentence, kind, days, *told), held_in(page, sentence, days)[0])
    if "báo cáo viên" in sentence.of(page.key) + page.headline:
        # A month in the name of a reporters' conference only dates it, unless it goes through their work too.
        return told if _REVIEWS_TOO.search(sentence.of(page.key)) else (None, None)
    return _with_the_other(page, sentence, kind, *told)


def _found_elsewhere(
    page: Page, sentence: Span, kind: EventKind, days: Days, reviewed: Period | None, ahead: Period | None
) -> tuple[Period | None, Period | None]:
    """Return the periods told, with the one looked back on as years counted, a report or the work behind tell it."""
    if reviewed is not None:
        return reviewed, ahead
    if kind is EventKind.REVIEW:
        reviewed = _years_looked_back_on(page, sentence, days)
    else:
        reviewed = _told_in_report(page, sentence, days)
    if kind is EventKind.INSPECTION:
        # What is ahead of no work looked into is the inspection itself ("kế hoạch kiểm tra năm 2018").
        return reviewed, ahead if ahead and reviewed and comes_after(ahead, reviewed) else None
    if reviewed is None and (ahead is None or kind is EventKind.BRIEFING):
        reviewed = period_of_work(page, sentence, held_in(page, sentence, days)[0] or year_around(page, sentence))
    return reviewed, ahead


def _in_time(told: tuple[Period | None, Period | None], year: int | None) -> tuple[Period | None, Period | None]:
    """Return the periods each on its side of the year in which the event is held."""
    reviewed, ahead = told
    if reviewed is not None and year is not None and reviewed.first.year > year:
        # No one has looked back on what is to come.
        return None, ahead or reviewed
    if reviewed is None and ahead is not None and year is not None and ahead.last.year < year:
        # Nor does anyone plan what is over: "kế hoạch kiểm toán ngân sách năm 2017", told in 2018.
        return ahead, None
    return told


def _with_the_other(
    page: Page, sentence: Span, kind: EventKind, reviewed: Period | None, ahead: Period | None
) -> tuple[Period | None, Period | None]:
    """Return the periods told, with the other one where only one is told and the page names it."""
    if kind is EventKind.BRIEFING and reviewed is not None and ahead is None and _is_month(reviewed):
        reviewed, ahead = months_of_briefing(page, sentence, reviewed)
    if kind is EventKind.REVIEW and reviewed is None and ahead is not None:
        reviewed = _before(page, ahead)
    if reviewed is not None and ahead is None and kind in {EventKind.REVIEW, EventKind.BRIEFING}:
        ahead = told_ahead(page, reviewed) or _next_month(sentence.of(page.key), reviewed)
    return reviewed, ahead


def _years_looked_back_on(page: Page, sentence: Span, days: Days) -> Period | None:
    year = held_in(page, sentence, days)[0] or year_around(page, sentence)
    told = (years_looked_back_on(text, year) for text in (sentence.of(page.key), page.headline))
    return next((period for period in told if period), None)


def _next_month(key: str, reviewed: Period) -> Period | None:
    """Return the month after the one reviewed where the sentence looks ahead to "tháng tiếp theo"."""
    if not _is_month(reviewed) or not _THEN.search(key):
        return None
    then = reviewed.last + timedelta(days=1)
    return Period.of_months(then.year, then.month, then.month)


def _is_month(period: Period) -> bool:
    return (period.first.year, period.first.month) == (period.last.year, period.last.month)


def _periods_told(page: Page, sentence: Span, days: Days, *, congress: bool) -> tuple[Period | None, Period | None]:
    """Return the periods that the sentence tells, else the headline, else what follows on the meeting."""
    texts = [sentence.of(page.key), page.headline]
    held = year, month = held_in(page, sentence, days)
    if not congress:
        texts = [without_press_conference(text) for text in texts]
        texts = [_OFFICE_TERM.sub(" ", text) if "nhiệm kỳ" in text else text for text in texts]
        texts += _reviews(page, sentence, held)
    reviewed, ahead = None, None
    # Only where no year is told at all the one told around counts: few pages are without.
    for known in (year,) if year else (None, 0):
        for text in texts:
            if text and reviewed is None:
                reviewed, told = event_periods(text, year_around(page, sentence) if known == 0 else known, month)
                ahead = ahead or told
    return reviewed, ahead if ahead is None or reviewed is None or comes_after(ahead, reviewed) else None


def _reviews(page: Page, sentence: Span, held: tuple[int | None, int]) -> list[str]:
    """Return the sentences soon after the introduction that say what period the meeting goes through."""
    after = page.after(sentence)[:_SOON_AFTER]
    return [text for part in after if _IS_TO_REVIEW.match(text := part.of(page.key)) and event_periods(text, *held)[0]]


def is_on_work(page: Page, sentence: Span, days: Days) -> bool:
    """Tell whether a mere meeting goes through the work of a period, or sets that of one ahead."""
    key = sentence.of(page.key)
    if "cuối năm" in key and event_periods(key, year_around(page, sentence))[1] is not None:
        return True
    return bool(_reviews(page, sentence, held_in(page, sentence, days)))


def held_in(page: Page, sentence: Span, days: Days) -> tuple[int | None, int]:
    """Return the year in which the event was held, as its day or the day of publishing tells it, and its month."""
    day = days.at_all(sentence)
    published = page.fields.published
    year = (day.year if day else None) or (int(published[:4]) if published else None)
    return year or (None if day else year_around(page, sentence)), day.month if day else 0


def _before(page: Page, ahead: Period) -> Period | None:
    """Return the year, or the first half of it, that comes before the one ahead, where the page names it."""
    year, last = ahead.first.year, ahead.last.month == 12  # noqa: PLR2004 - December
    if not last or ahead.first.month not in _WHOLE_OR_HALF:
        return None
    word, period = (f"năm {year - 1}", str(year - 1)) if ahead.first.month == 1 else ("6 tháng đầu năm", f"{year}-H1")
    return Period.parse(period) if any(part.of(page.key).find(word) >= 0 for part in page.body) else None


def _terms(page: Page, sentence: Span, term: Period | None, days: Days) -> tuple[Period | None, Period | None]:
    """Return the term a congress closes and the one it opens.

    A congress is named after the term it opens; a stage ("giai đoạn") or a term that is over is what it looks back on.
    """
    if term is None or term.first.year == term.last.year:
        return None, None
    day = days.at_all(sentence)
    opened = re.search(rf"nhiệm kỳ {term.first.year}\s?-\s?{term.last.year}", sentence.of(page.key))
    if opened is None or (day and day.year and day.year >= term.last.year):
        return term, None
    closed = re.search(rf"(\d{{4}})\s?-\s?{term.first.year}(?!\d)", page.key)
    return (
        Period.parse(f"{closed[1]}/{term.first.year}") if closed and closed[1] < str(term.first.year) else None
    ), term


def _is_over(period: Period, around: int | None, year: int | None, month: int) -> bool:
    """Tell whether a period can be looked into: a term that has just begun is what a resolution is for.

    The year in which an inspection is held names its plan or its decision, until the year is nearly over.
    """
    if period.is_term:
        return around is None or around - period.first.year > 1
    whole = (period.first.month, period.last.month) == WHOLE_YEAR
    return not whole or period.first.year < (year or period.first.year) or not 0 < month < LAST_MONTHS


def _told_in_report(page: Page, sentence: Span, days: Days) -> Period | None:
    """Return the period that an inspection's sentence names, or the report given to it."""
    reports = [part.of(page.key) for part in page.news[:_INTRODUCTION] if _REPORT.match(page.key, part.start)]
    for text in (sentence.of(page.key), page.headline, *reports):
        year = year_around(page, sentence)
        named = [told.period for told in periods_of_key(_OFFICE_TERM.sub(" ", text), year)]
        # A term that has just begun is what a resolution is for, not what is looked into.
        over = [period for period in named if _is_over(period, year, *held_in(page, sentence, days))]
        if over:
            return over[0]
    return None


def periods_named(page: Page, sentence: Span, taken: Sequence[Span]) -> list[Period]:
    """Return the periods that a sentence names outside its directives and the terms of bodies."""
    year, key = year_around(page, sentence), sentence.of(page.key)
    terms = [Span(*match.span()) for match in _OFFICE_TERM.finditer(page.key, *sentence)]
    return [
        named.period
        for named in named_periods(sentence.of(page.text), year)
        if not key.endswith(_AIMS, 0, named.span.start)
        and not any(span.start <= sentence.start + named.span.start < span.end for span in (*taken, *terms))
    ]


def is_ahead(period: Period, year: int | None, month: int, *, congress: bool) -> bool:
    """Tell whether no one looks back on a period without saying so.

    Such are the rest of a year, a term that is not over, and the year in its first months or the month of the meeting:
    they only date it ("hội nghị xúc tiến đầu tư năm 2018", "phiên họp tháng 7").
    """
    if year is not None and period.first.year > year:
        return True
    if period.last.year > period.first.year:
        return congress or (year is not None and period.last.year > year)
    if (period.first.month, period.last.month) == WHOLE_YEAR and period.first.year == year:
        return 0 < month < LAST_MONTHS
    if _is_month(period) and (period.first.year, period.first.month) == (year, month):
        return True
    return period.first.month > 1 and period.last.month == 12 and period.first.month != 12  # noqa: PLR2004 - December


def told_ahead(page: Page, reviewed: Period) -> Period | None:
    """Return the period ahead that a sentence after the introduction names beside the period reviewed."""
    for sentence in page.news[:_INTRODUCTION]:
        _, ahead = event_periods(sentence.of(page.key), reviewed.last.year)
        if ahead is not None and comes_after(ahead, reviewed):
            return ahead
    return None


def year_around(page: Page, sentence: Span) -> int | None:
    """Return the year that the sentence names, else its headline, else the one that the page names most."""
    own = sentence.of(page.key)
    # Beside a day that tells no year, a day told in full is another's: of the directive carried out.
    for text in (_FULL_DAY.sub(" ", own), own, page.headline, page.opening(_INTRODUCTION)):
        if year := _commonest_year(text):
            return year
    return _commonest_year(" ".join([part.of(page.key) for part in page.body]))


def _commonest_year(text: str) -> int | None:
    """Return the year that a text, folded, names most as one of its own."""
    told = _YEAR.findall(_TERMS.sub(_end_of_stretch, text))
    if told and _OTHER_YEARS.search(text):
        told = _YEAR.findall(_TERMS.sub(_end_of_stretch, _OTHER_YEARS.sub(" ", text)))
    # "so với cùng kỳ năm 2017" is said in the year after.
    named = (int(year) + bool(same) for same, year in told)
    years = Counter(year for year in named if year >= _FIRST_YEAR)
    return years.most_common(1)[0][0] if years else None


def _end_of_stretch(match: re.Match[str]) -> str:
    length = int(match[2]) - int(match[1])
    return " " if length <= _LONGEST_TERM or length == _STRATEGY else f" năm {match[2]}"
