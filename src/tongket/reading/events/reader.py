"""The event a document reports on; one at most: further occasions of the same page are not read."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from tongket.reading.cues import Cues
from tongket.reading.events.days import Days, EventDay, day_in, month_in, year_of
from tongket.reading.events.hosts import BODY_FIRST, host_of, sender_before
from tongket.reading.events.kinds import kind_in, names_event
from tongket.reading.events.orgs import org_of, place_of
from tongket.reading.events.periods import LAST_MONTHS, comes_after, event_periods
from tongket.reading.events.work_told import (
    months_of_briefing,
    period_of_work,
    periods_of_session,
    years_looked_back_on,
)
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.reading.period_words import named_periods, periods_of_key
from tongket.reading.seldom import seldom
from tongket.terms.period import Period
from tongket.terms.records import Event, EventKind
from tongket.terms.span import Span

# The event is introduced in the first sentences; what comes later is reported work.
_INTRODUCTION = 14
# A written report is no news of a meeting; it tells of one only where it says on which day.
_WRITTEN = re.compile(
    r"báo cáo|kế hoạch|thông báo|hướng dẫn|công văn|tờ trình|chương trình|quyết định|nghị quyết|chỉ thị"
)
_YEAR = re.compile(
    r"(cùng kỳ )?(?:năm |tháng \d{1,2}\s?[-/.]\s?|xuân [^\W\d]+ [^\W\d]+ |quý [ivx]+/|[\d/.-]\d[/.-]|đợt \d+/| - )"
    r"((?:20|19)\d\d)(?!\d)"
)
_FULL_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d")
# A term or a stage ("2020 - 2025") tells no year of its own; a longer stretch is an anniversary and ends in its year.
_TERMS = re.compile(r"(\d{4})\s?[-/]\s?(\d{4})")
_LONGEST_TERM = 6
# The press the software reads began with this century: an earlier year is history.
_FIRST_YEAR = 2000
# A report without a meeting: "trong 7 tháng đầu năm 2019, Ủy ban Kiểm tra …".
_LOOKS_BACK = re.compile(r"(?:^|, )trong (?:\d+|sáu|chín) tháng (?:qua|đầu năm|cuối năm|năm)")
# Occasions that look back on nothing: a month or a quarter in their names only dates them.
_ONLY_DATED = re.compile(r"tiếp công dân|tiếp xúc cử tri|đối thoại|kỳ họp|ngày hội")
# Words by which an event without a day is introduced.
_HELD = re.compile(
    r"\b(?:tổ chức(?! đảng| cơ sở| chính trị| thành viên| đoàn)|chủ trì"
    r"|diễn ra|làm việc|có buổi|tiến hành|khai mạc|họp|dự|bế mạc|phát động|khai giảng|bế giảng)\b"
)
# A sentence that says no more of an event named before than when and where it was held.
_WAS_HELD = re.compile(r"(?:hội nghị|cuộc họp|buổi \w+|chương trình|sự kiện|hội thảo|lễ|phiên họp) (?:đã )?(?:được tổ chức|diễn ra)\b")
# What an interview says of itself.
_TALK = seldom(
    r"có (?:cuộc|buổi) (?:trao đổi|phỏng vấn|trò chuyện) (?:với|cùng)|trả lời phỏng vấn|phỏng vấn (?:đồng chí|ông|bà)"
)
# One of these stands in what `_TALK` meets.
_TALK_WORDS = ("phỏng vấn", "có cuộc ", "có buổi ")
# Within how many sentences a report says what it looks back on.
_OPENING = 4
_REPORT = re.compile(r"(?:theo|qua)? ?báo cáo\b")
_NATIONWIDE = seldom(
    r"(?:hội nghị|trực tuyến)[^,.]{0,24}toàn quốc"
    r"|(?:thủ tướng|bộ trưởng|tổng bí thư|thường trực ban bí thư)[^.;]{0,80} chủ trì[^.;]{0,30} trực tuyến"
)
# Bodies that bear no place's name and review their own work.
_OWN_WORK = re.compile(r"bộ (?!chính trị|chỉ huy|đội|tư lệnh)|tổng cục|tổng công ty|tập đoàn|(?:khối|cụm) thi đua")
_PERIOD_KINDS = {EventKind.REVIEW, EventKind.BRIEFING, EventKind.INSPECTION, EventKind.CONGRESS}

# The term of the body that meets: "Ban Chấp hành … khóa VIII, nhiệm kỳ 2015 - 2020".
# A term of those who are elected: "đại biểu HĐND các cấp nhiệm kỳ 2026 - 2031".
_OFFICE_TERM = seldom(
    r"(?:(?:khóa|lần thứ) [ivxl\d]{1,6},? \(?nhiệm kỳ |bầu cử [^.;]{0,120}?nhiệm kỳ )\d{4}\s?[-–/]\s?\d{4}\)?"
)
# History is looked back on by no one's report.
_HISTORY = re.compile(r"lịch sử|đề tài|biên soạn")
# An honouring beside which a review is held in the same breath: the review is the event.
_AND_REVIEW = re.compile(
    r"\b(?:và|,|kết hợp(?: với)?|gắn với)\W+(?:tổ chức )?(?:hội nghị|lễ|đại hội) (?:sơ kết|tổng kết)"
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
_TODAY = re.compile(r"\b(?:sáng|trưa|chiều|tối|hôm) (nay|qua)\b")
# The months in which a whole year and its second half begin.
_WHOLE_OR_HALF = (1, 7)
_WHOLE_YEAR = (1, 12)
# Within how many sentences after the introduction it stands.
_SOON_AFTER = 4


def read_events(page: Page, cues: Cues, taken: Sequence[Span] = ()) -> tuple[Event, ...]:
    """Return the body's events; none where no sentence introduces one (`docs/spec/reading.md`, events).

    Args:
        page: The document.
        cues: Its cues.
        taken: The spans of its directives: the days they hold are the directives' own.
    """
    days = Days(page.key, taken)
    sentence = _introduction(page, cues, days)
    if sentence is None or _is_interview(page):
        return ()
    key = sentence.of(page.key)
    day = days.told(sentence)
    kind = _kind(page, cues, sentence, dated=day is not None)
    if kind is EventKind.OTHER and not _ONLY_DATED.search(key) and _is_on_work(page, sentence, days):
        kind = EventKind.REVIEW
    if kind is EventKind.INSPECTION and is_report(page.key, sentence):
        # "trong 6 tháng đầu năm, Ủy ban Kiểm tra …": the work of a body whose work is to inspect.
        kind = EventKind.REVIEW
    reviewed, ahead = _periods(page, sentence, kind, days)
    other = kind is EventKind.OTHER and not _ONLY_DATED.search(key)
    if reviewed is None and (other or _LOOKS_BACK.search(key)):
        (year, month), congress = _held(page, sentence, days), "đại hội" in key
        # "Hội nghị người lao động năm 2024" goes through the year before.
        named = [] if _HISTORY.search(key) or "người lao động năm" in key else _periods_named(page, sentence, taken)
        reviewed = next((told for told in named if not _is_ahead(told, year, month, congress=congress)), None)
        kind = EventKind.REVIEW if reviewed or is_report(page.key, sentence) else kind
        ahead = _told_ahead(page, reviewed) if reviewed else None
    if kind is EventKind.REVIEW and reviewed is None and ahead is None and _only_sets_to_work(page, cues, sentence):
        kind = EventKind.OTHER
    host = host_of(page, cues, sentence, congress=kind is EventKind.CONGRESS)
    if host is None and kind is EventKind.INSPECTION:
        host = sender_before(page, sentence)
    org = None
    if not _is_nationwide(key + page.headline):
        org = org_of(page, cues, sentence, host, inspects=kind is EventKind.INSPECTION)
        if host and kind is EventKind.REVIEW and _OWN_WORK.match(fold(host)):
            org = host
    return (
        Event(
            kind=kind,
            span=_first_of(page, sentence),
            date=_date(page, sentence, ahead if kind is EventKind.CONGRESS and ahead else reviewed, day),
            host=host,
            org=org,
            place=place_of(page, sentence, org),
            reviewed=str(reviewed) if reviewed else None,
            ahead=str(ahead) if ahead else None,
        ),
    )


def _only_sets_to_work(page: Page, cues: Cues, sentence: Span) -> bool:
    """Tell whether a meeting of no period only sets to one piece of work ("triển khai công tác phòng, chống bão")."""
    found = kind_in(cues, sentence)
    return found is not None and page.key.startswith("triển khai", found[1].start)


def _is_nationwide(told: str) -> bool:
    # One of these stands in whatever the pattern meets: two looks spare most sentences the search.
    return ("toàn quốc" in told or "trực tuyến" in told) and _NATIONWIDE.search(told) is not None


def _is_interview(page: Page) -> bool:
    """Tell whether the page is a talk with someone: it says so at its beginning, and asks."""
    opening = page.key[page.sentences[0].start : page.sentences[min(len(page.sentences), _OPENING + 2) - 1].end]
    if not any(word in opening for word in _TALK_WORDS) or not _TALK.search(opening):
        return False
    return sum(page.key.endswith("?", *part) for part in page.sentences) > 1


def _introduction(page: Page, cues: Cues, days: Days) -> Span | None:
    """Return the sentence that introduces the event: a day with an occasion, else an occasion that is held."""
    held: Span | None = None
    dated: Span | None = None
    headline = page.headline
    for sentence in page.sentences[:_INTRODUCTION]:
        occasion = names_event(page.key, cues, sentence)
        holds = cues.first("holds", *sentence) is not None
        if not (occasion or holds) or sentence.of(page.key) == headline:
            continue
        day = days.told(sentence) or _TODAY.search(page.key, *sentence)
        if day and occasion and holds:
            return _with_what_it_dates(page, cues, sentence)
        # What will be held is work to come, told without a day.
        now = held is None and not cues.first("will", *sentence) and _HELD.search(page.key, *sentence)
        if occasion and holds and now:
            held = sentence
        if day and dated is None:
            dated = sentence
    if dated or _WRITTEN.match(headline):
        return dated
    told = _headline(page, cues)
    if told and BODY_FIRST.match(page.key, told.start):
        return told
    report = _report(page)
    if report and (held is None or report.start <= held.start):
        return report
    return held or (told and _after(page, told))


def _with_what_it_dates(page: Page, cues: Cues, dated: Span) -> Span:
    """Return a sentence, with the one before where that names the event and this one only says when it was held."""
    at = bisect_left(page.sentence_starts, dated.start) - 1
    if at < 0 or not _WAS_HELD.match(page.key, dated.start) or kind_in(cues, dated):
        return dated
    return Span(page.sentences[at].start, dated.end) if kind_in(cues, page.sentences[at]) else dated


def _first_of(page: Page, told: Span) -> Span:
    """Return the first of the sentences that introduce an event together, or the one that does."""
    at = bisect_left(page.sentence_starts, told.start)
    first = page.sentences[at] if at < len(page.sentences) else told
    return first if first.start == told.start and first.end < told.end else told


def _headline(page: Page, cues: Cues) -> Span | None:
    """Return the headline where it names the event."""
    title = page.fields.title
    at = page.text.find(title) if title else -1
    span = Span(at, at + len(title)) if title and at >= 0 else None
    return span if span and any(part.covers(span) for part in page.body) and kind_in(cues, span) else None


def _after(page: Page, headline: Span) -> Span | None:
    return next((part for part in page.sentences if part.start >= headline.end), None)


def _report(page: Page) -> Span | None:
    """Return the sentence that opens a report without a meeting."""
    return next((part for part in page.sentences[:_OPENING] if is_report(page.key, part)), None)


def is_report(key: str, sentence: Span) -> bool:
    """Tell whether a sentence opens a report of work rather than news of a meeting."""
    if key.find(" tháng ", *sentence) < 0:
        return False
    return _LOOKS_BACK.search(sentence.of(key)) is not None and day_in(key, sentence) is None


def _kind(page: Page, cues: Cues, sentence: Span, *, dated: bool) -> EventKind:
    """Return the kind that the sentence names, else its headline; the headline first where no day is told."""
    told = kind_in(cues, sentence)
    title = page.fields.title
    at = page.text.find(title) if title else -1
    named = kind_in(cues, Span(at, at + len(title))) if title and at >= 0 else None
    found = (told or named) if dated else (named or told)
    if told is None and found and found[0] is EventKind.CONGRESS and cues.first("meets", *sentence):
        # "hội nghị tuyên truyền Đại hội": the headline does not make it one.
        return EventKind.OTHER
    if found and found[0] is EventKind.CEREMONY and _AND_REVIEW.search(page.key, *sentence):
        return EventKind.REVIEW
    return found[0] if found else EventKind.OTHER


def _periods(page: Page, sentence: Span, kind: EventKind, days: Days) -> tuple[Period | None, Period | None]:
    if kind is EventKind.OTHER and "kỳ họp" in sentence.of(page.key):
        return periods_of_session(page, sentence, _held(page, sentence, days)[0])
    if kind not in _PERIOD_KINDS:
        return None, None
    reviewed, ahead = _periods_told(page, sentence, days, congress=kind is EventKind.CONGRESS)
    if kind is EventKind.CONGRESS:
        return _terms(page, sentence, reviewed or ahead, days)
    if reviewed is None and kind is EventKind.REVIEW:
        reviewed = _years_looked_back_on(page, sentence, days)
    if reviewed is None and kind in {EventKind.INSPECTION, EventKind.BRIEFING}:
        reviewed = _told_in_report(page, sentence, days)
        # What is ahead of no work looked into is the inspection itself ("kế hoạch kiểm tra năm 2018").
        ahead = ahead if ahead and reviewed and comes_after(ahead, reviewed) else None
    if reviewed is None and (ahead is None and kind is EventKind.REVIEW or kind is EventKind.BRIEFING):
        reviewed = period_of_work(page, sentence, _held(page, sentence, days)[0] or _year_around(page, sentence))
    if reviewed is not None and reviewed.first.year > (_held(page, sentence, days)[0] or reviewed.first.year):
        # No one has looked back on what is to come.
        reviewed, ahead = None, ahead or reviewed
    if reviewed is None and ahead is not None and ahead.last.year < (_held(page, sentence, days)[0] or 0):
        # Nor does anyone plan what is over: "kế hoạch kiểm toán ngân sách năm 2017", told in 2018.
        reviewed, ahead = ahead, None
    if "báo cáo viên" in sentence.of(page.key) + page.headline:
        # A month in the name of a reporters' conference only dates it, unless it goes through their work too.
        return (reviewed, ahead) if _REVIEWS_TOO.search(sentence.of(page.key)) else (None, None)
    if kind is EventKind.BRIEFING and reviewed is not None and ahead is None and _is_month(reviewed):
        reviewed, ahead = months_of_briefing(page, sentence, reviewed)
    if kind is EventKind.REVIEW and reviewed is None and ahead is not None:
        reviewed = _before(page, ahead)
    if reviewed is not None and ahead is None and kind in {EventKind.REVIEW, EventKind.BRIEFING}:
        ahead = _told_ahead(page, reviewed) or _next_month(sentence.of(page.key), reviewed)
    return reviewed, ahead


def _years_looked_back_on(page: Page, sentence: Span, days: Days) -> Period | None:
    year = _held(page, sentence, days)[0] or _year_around(page, sentence)
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
    held = year, month = _held(page, sentence, days)
    if not congress:
        texts = [_OFFICE_TERM.sub(" ", text) if "nhiệm kỳ" in text else text for text in texts]
        texts += _reviews(page, sentence, held)
    reviewed, ahead = None, None
    # Only where no year is told at all the one told around counts: few pages are without.
    for known in (year,) if year else (None, 0):
        for text in texts:
            if text and reviewed is None:
                reviewed, told = event_periods(text, _year_around(page, sentence) if known == 0 else known, month)
                ahead = ahead or told
    return reviewed, ahead if ahead is None or reviewed is None or comes_after(ahead, reviewed) else None


def _reviews(page: Page, sentence: Span, held: tuple[int | None, int]) -> list[str]:
    """Return the sentences soon after the introduction that say what period the meeting goes through."""
    at = next((index for index, later in enumerate(page.sentences) if later.start >= sentence.end), 0)
    after = page.sentences[at : at + _SOON_AFTER] if at else ()
    return [text for part in after if _IS_TO_REVIEW.match(text := part.of(page.key)) and event_periods(text, *held)[0]]


def _is_on_work(page: Page, sentence: Span, days: Days) -> bool:
    """Tell whether a mere meeting goes through the work of a period, or sets that of one ahead."""
    key = sentence.of(page.key)
    if "cuối năm" in key and event_periods(key, _year_around(page, sentence))[1] is not None:
        return True
    return bool(_reviews(page, sentence, _held(page, sentence, days)))


def _held(page: Page, sentence: Span, days: Days) -> tuple[int | None, int]:
    """Return the year in which the event was held, as its day or the day of publishing tells it, and its month."""
    day = days.at_all(sentence)
    published = page.fields.published
    year = (day.year if day else None) or (int(published[:4]) if published else None)
    return year or (None if day else _year_around(page, sentence)), day.month if day else 0


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
    whole = (period.first.month, period.last.month) == _WHOLE_YEAR
    return not whole or period.first.year < (year or period.first.year) or not 0 < month < LAST_MONTHS


def _told_in_report(page: Page, sentence: Span, days: Days) -> Period | None:
    """Return the period that an inspection's sentence names, or the report given to it."""
    reports = [part.of(page.key) for part in page.sentences[:_INTRODUCTION] if _REPORT.match(page.key, part.start)]
    for text in (sentence.of(page.key), page.headline, *reports):
        year = _year_around(page, sentence)
        named = [told.period for told in periods_of_key(_OFFICE_TERM.sub(" ", text), year)]
        # A term that has just begun is what a resolution is for, not what is looked into.
        over = [period for period in named if _is_over(period, year, *_held(page, sentence, days))]
        if over:
            return over[0]
    return None


def _periods_named(page: Page, sentence: Span, taken: Sequence[Span]) -> list[Period]:
    """Return the periods that a sentence names outside its directives and the terms of bodies."""
    year = _year_around(page, sentence)
    terms = [Span(*match.span()) for match in _OFFICE_TERM.finditer(page.key, *sentence)]
    return [
        named.period
        for named in named_periods(sentence.of(page.text), year)
        if not any(span.start <= sentence.start + named.span.start < span.end for span in (*taken, *terms))
    ]


def _is_ahead(period: Period, year: int | None, month: int, *, congress: bool) -> bool:
    """Tell whether no one looks back on a period without saying so.

    Such are the rest of a year, a term that is not over, and in its first months the year of the meeting: it only
    dates it ("hội nghị xúc tiến đầu tư năm 2018").
    """
    if period.last.year > period.first.year:
        return congress or (year is not None and period.last.year > year)
    if (period.first.month, period.last.month) == _WHOLE_YEAR and period.first.year == year:
        return 0 < month < LAST_MONTHS
    return period.first.month > 1 and period.last.month == 12 and period.first.month != 12  # noqa: PLR2004 - December


def _told_ahead(page: Page, reviewed: Period) -> Period | None:
    """Return the period ahead that a sentence after the introduction names beside the period reviewed."""
    for sentence in page.sentences[:_INTRODUCTION]:
        _, ahead = event_periods(sentence.of(page.key), reviewed.last.year)
        if ahead is not None and comes_after(ahead, reviewed):
            return ahead
    return None


def _date(page: Page, sentence: Span, told: Period | None, day: EventDay | None) -> str | None:
    published = page.fields.published
    if day is None:
        if today := _told_today(sentence.of(page.key), published):
            return today
        month = month_in(page.key, *sentence)
        if month is None and told and _year_of_period(told) and (told.first.month, told.last.month) == _WHOLE_YEAR:
            # A year is reviewed at its end or in the next: nothing tells which.
            return None
        year = published[:4] if published else _year_of_period(told) or _year_around(page, sentence)
        return month or (str(year) if year else None)
    year = year_of(day, told, published) or _year_around(page, sentence)
    if year is None:
        return None
    # "ngày 30/02/2024": no calendar has the day, so no more than its month is told.
    stands = day.day <= monthrange(year, day.month)[1]
    return f"{year}-{day.month:02}-{day.day:02}" if stands else f"{year}-{day.month:02}"


def _told_today(key: str, published: str | None) -> str | None:
    """Return the day that "sáng nay" or "chiều qua" means on the day of publishing."""
    told = _TODAY.search(key) if published and len(published) == len("2024-01-01") else None
    if told is None or published is None:
        return None
    return str(date.fromisoformat(published) - timedelta(days=told[1] == "qua"))


def _year_of_period(told: Period | None) -> int | None:
    return told.last.year if told and told.first.year == told.last.year else None


def _year_around(page: Page, sentence: Span) -> int | None:
    """Return the year that the sentence names, else its headline, else the one the first sentences name most."""
    first = page.sentences[0].start
    opening = page.key[first : page.sentences[min(len(page.sentences), _INTRODUCTION) - 1].end]
    own = sentence.of(page.key)
    # Beside a day that tells no year, a day told in full is another's: of the directive carried out.
    for text in (_FULL_DAY.sub(" ", own), own, page.headline, opening):
        # "so với cùng kỳ năm 2017" is said in the year after.
        named = (int(year) + bool(same) for same, year in _YEAR.findall(_TERMS.sub(_end_of_stretch, text)))
        years = Counter(year for year in named if year >= _FIRST_YEAR)
        if years:
            return years.most_common(1)[0][0]
    return None


def _end_of_stretch(match: re.Match[str]) -> str:
    return " " if int(match[2]) - int(match[1]) <= _LONGEST_TERM else f" năm {match[2]}"
