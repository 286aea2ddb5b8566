"""The event a document reports on; one at most: further occasions of the same page are not read."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from tongket.document.seldom import seldom
from tongket.reading.cues import Cues
from tongket.reading.events.body_names import BODY_FIRST
from tongket.reading.events.days import Days, EventDay, day_in, month_in, year_of
from tongket.reading.events.hosts import host_of, sender_before
from tongket.reading.events.kinds import kind_in, names_event
from tongket.reading.events.looked_back_on import (
    WHOLE_YEAR,
    held_in,
    is_ahead,
    is_on_work,
    periods_named,
    periods_of,
    told_ahead,
    year_around,
)
from tongket.reading.events.orgs import org_of, place_of
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.period import Period
from tongket.terms.records import Event, EventKind
from tongket.terms.span import Span

# The event is introduced in the first sentences; what comes later is reported work.
_INTRODUCTION = 14
# A written report is no news of a meeting; it tells of one only where it says on which day.
_WRITTEN = re.compile(
    r"báo cáo|kế hoạch|thông báo|hướng dẫn|công văn|tờ trình|chương trình|quyết định|nghị quyết|chỉ thị"
)
# A report without a meeting: "trong 7 tháng đầu năm 2019, Ủy ban Kiểm tra …".
_LOOKS_BACK = re.compile(r"(?:^|, )trong (?:\d+|sáu|chín) tháng (?:qua|đầu năm|cuối năm|năm)")
# Occasions that look back on nothing: a month or a quarter in their names only dates them.
_ONLY_DATED = re.compile(r"tiếp công dân|tiếp xúc cử tri|đối thoại|kỳ họp|ngày hội")
# Words by which an event without a day is introduced.
_HELD = re.compile(
    r"\b(?:tổ chức(?! đảng| cơ sở| chính trị| thành viên| đoàn)|chủ trì"
    r"|diễn ra|làm việc|có buổi|tiến hành|khai mạc|họp|dự|bế mạc|phát động|khai giảng|bế giảng)\b"
)
# A sentence that something is said or seen at a meeting: "Phát biểu tại hội nghị, …", "Các đại biểu dự buổi lễ".
_SAID_AT = re.compile(
    r"(?:tại|dự) (?:buổi |cuộc |phiên )?(?:hội nghị|họp|lễ|đại hội|hội thảo|tọa đàm|làm việc|gặp mặt|cuộc)\b"
)
_SAID_WITHIN = 160
# "Trước đó, tại cuộc họp ngày 8/5, …": what was before is not what the page reports on.
_EARLIER = "trước đó"
# Within how many sentences an event may be told without that; a day beside half of what names one, likewise.
_NEAR_TOP = 4
_LAST_DATED = 8
# Within how many sentences a lead stands; how near its beginning its day, and how much follows (characters).
_LEAD = 5
_DAY_FIRST = 32
# A sentence that says no more of an event named before than when and where it was held.
_WAS_HELD = re.compile(
    r"(?:hội nghị|cuộc họp|buổi \w+|chương trình|sự kiện|hội thảo|lễ|phiên họp) (?:đã )?(?:được tổ chức|diễn ra)\b"
)
# What an interview says of itself.
_TALK = seldom(
    r"có (?:cuộc|buổi) (?:trao đổi|phỏng vấn|trò chuyện) (?:với|cùng)|trả lời phỏng vấn|phỏng vấn (?:đồng chí|ông|bà)"
)
# One of these stands in what `_TALK` meets.
_TALK_WORDS = ("phỏng vấn", "có cuộc ", "có buổi ")
# Within how many sentences a report says what it looks back on.
_OPENING = 4
_NATIONWIDE = seldom(
    r"(?:hội nghị|trực tuyến)[^,.]{0,24}toàn quốc"
    r"|(?:thủ tướng|bộ trưởng|tổng bí thư|thường trực ban bí thư)[^.;]{0,80} chủ trì[^.;]{0,30} trực tuyến"
)
# Bodies that bear no place's name and review their own work.
_OWN_WORK = re.compile(
    r"bộ (?!chính trị|chỉ huy|đội|tư lệnh)|tổng cục|tổng công ty|tập đoàn|(?:khối|cụm) thi đua"
    r"|(?:trung ương )?(?:hội|hiệp hội|liên hiệp) (?!đồng)[^,]* việt nam$"
)
# Of those that lead work throughout the country, a period that they go through tells that it is their own.
_OWN_PERIOD = re.compile(r"quân ủy trung ương|ban (?!chỉ đạo|chấp hành)[^,]* trung ương$|bộ đội biên phòng$")

# History is looked back on by no one's report.
_HISTORY = re.compile(r"lịch sử|đề tài|biên soạn")
# An honouring beside which a review is held in the same breath: the review is the event.
_AND_REVIEW = re.compile(
    r"\b(?:và|,|kết hợp(?: với)?|gắn với)\W+(?:tổ chức )?(?:hội nghị|lễ|đại hội) (?:sơ kết|tổng kết)"
)
_TODAY = re.compile(r"\b(?:sáng|trưa|chiều|tối|hôm) (nay|qua)\b")


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
    kind, reviewed, ahead = _kind_and_periods(page, cues, sentence, days, taken)
    host = host_of(page, cues, sentence, congress=kind is EventKind.CONGRESS)
    if host is None and kind is EventKind.INSPECTION:
        host = sender_before(page, sentence)
    opens = kind is EventKind.CONGRESS and ahead is not None
    org = None
    if not _is_nationwide(key + page.headline):
        org = org_of(page, cues, sentence, host, inspects=kind is EventKind.INSPECTION)
        if host and kind is EventKind.REVIEW and _reviews_own_work(fold(host), reviewed):
            org = host
    return (
        Event(
            kind=kind,
            span=_first_of(page, sentence),
            date=_date(page, sentence, ahead if opens else reviewed, day, opens=opens),
            host=host,
            org=org,
            place=place_of(page, sentence, org),
            reviewed=str(reviewed) if reviewed else None,
            ahead=str(ahead) if ahead else None,
        ),
    )


def _reviews_own_work(host: str, reviewed: Period | None) -> bool:
    return bool(_OWN_WORK.match(host)) or (reviewed is not None and bool(_OWN_PERIOD.match(host)))


def _kind_and_periods(
    page: Page, cues: Cues, sentence: Span, days: Days, taken: Sequence[Span]
) -> tuple[EventKind, Period | None, Period | None]:
    """Return what the event is and which periods it spans: a mere meeting that goes through a period is a review."""
    key = sentence.of(page.key)
    kind = _kind(page, cues, sentence, dated=days.told(sentence) is not None)
    if kind is EventKind.OTHER and not _ONLY_DATED.search(key) and is_on_work(page, sentence, days):
        kind = EventKind.REVIEW
    if kind is EventKind.INSPECTION and is_report(page.key, sentence):
        # "trong 6 tháng đầu năm, Ủy ban Kiểm tra …": the work of a body whose work is to inspect.
        kind = EventKind.REVIEW
    reviewed, ahead = periods_of(page, sentence, kind, days)
    other = kind is EventKind.OTHER and not _ONLY_DATED.search(key)
    if reviewed is None and (other or _LOOKS_BACK.search(key)):
        (year, month), congress = held_in(page, sentence, days), "đại hội" in key
        # "Hội nghị người lao động năm 2024" goes through the year before.
        named = [] if _HISTORY.search(key) or "người lao động năm" in key else periods_named(page, sentence, taken)
        reviewed = next((told for told in named if not is_ahead(told, year, month, congress=congress)), None)
        kind = EventKind.REVIEW if reviewed or is_report(page.key, sentence) else kind
        ahead = told_ahead(page, reviewed) if reviewed else None
    if kind is EventKind.REVIEW and reviewed is None and ahead is None and _only_sets_to_work(page, cues, sentence):
        kind = EventKind.OTHER
    return kind, reviewed, ahead


def _only_sets_to_work(page: Page, cues: Cues, sentence: Span) -> bool:
    """Tell whether a meeting of no period only sets to one piece of work ("triển khai công tác phòng, chống bão")."""
    found = kind_in(cues, sentence)
    # Tasks at large ("triển khai nhiệm vụ") are a review's, with or without a period.
    return (
        found is not None
        and page.key.startswith("triển khai", found[1].start)
        and "nhiệm vụ" not in found[1].of(page.key)
    )


def _is_nationwide(told: str) -> bool:
    # One of these stands in whatever the pattern meets: two looks spare most sentences the search.
    return ("toàn quốc" in told or "trực tuyến" in told) and _NATIONWIDE.search(told) is not None


def _is_interview(page: Page) -> bool:
    """Tell whether the page is a talk with someone: it says so at its beginning, and asks."""
    opening = page.opening(_OPENING + 2)
    if not any(word in opening for word in _TALK_WORDS) or not _TALK.search(opening):
        return False
    return sum(page.key.endswith("?", *part) for part in page.sentences) > 1


def _introduction(page: Page, cues: Cues, days: Days) -> Span | None:
    """Return the sentence that introduces the event: a day with an occasion, else an occasion that is held."""
    held: Span | None = None
    dated: Span | None = None
    headline = page.headline
    for number, sentence in enumerate(page.news[:_INTRODUCTION]):
        occasion = names_event(page.key, cues, sentence)
        holds = cues.first("holds", *sentence) is not None
        if not (occasion or holds) or sentence.of(page.key).startswith(_EARLIER) or sentence.of(page.key) == headline:
            continue
        day = days.told(sentence) or _TODAY.search(page.key, *sentence)
        if day and occasion and holds:
            return _with_what_it_dates(page, cues, sentence)
        if held is None and occasion and _is_held(page, cues, sentence, number, holds=holds):
            held = sentence
        if day and dated is None and number < _LAST_DATED:
            dated = sentence
    dated = dated or _dated_lead(page, cues, days, held)
    if dated or _WRITTEN.match(headline):
        return dated
    told = _headline(page, cues)
    if told and BODY_FIRST.match(page.key, told.start):
        return told
    report = _report(page)
    if report and (held is None or report.start <= held.start):
        return report
    return held or (told and _after(page, told))


def _dated_lead(page: Page, cues: Cues, days: Days, held: Span | None) -> Span | None:
    """Return the lead before the sentence of a meeting where it begins with a day, though it names no occasion.

    Such a lead tells what was done at it ("Chiều 7/12, HĐND thành phố đã thông qua …"), or is cut short.
    """
    if held is None or days.told(held) or _WRITTEN.match(page.headline):
        return None
    for lead in page.news[:_LEAD]:
        if lead == held:
            return None
        day = days.told(lead)
        first = day is not None and day.start - lead.start <= _DAY_FIRST and lead.end - day.end >= _DAY_FIRST
        if first and not cues.first("will", *lead):
            return lead
    return None


def _is_held(page: Page, cues: Cues, sentence: Span, number: int, *, holds: bool) -> bool:
    """Tell whether a sentence without a day says that an event is held; farther down only one said at it does."""
    held = holds and _HELD.search(page.key, *sentence) is not None
    if held == (number >= _NEAR_TOP):
        within = min(sentence.end, sentence.start + _SAID_WITHIN)
        said = _SAID_AT.search(page.key, sentence.start, within) is not None
        # A mere "phát biểu tại hội nghị" at the top is what somebody said.
        held = said and (held or (number < _NEAR_TOP and kind_in(cues, sentence) is not None))
    elif not held:
        return False
    # What will be held is work to come, told without a day.
    return held and not cues.first("will", *sentence)


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
    return next((part for part in page.news[:_OPENING] if is_report(page.key, part)), None)


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
    if told and named and any(aside.covers(told[1]) for aside in cues.within("aside", *sentence)):
        # "… cùng đoàn công tác đến thăm": who comes does not tell what for, the headline does.
        told = named
    found = (told or named) if dated else (named or told)
    if told is None and found and found[0] is EventKind.CONGRESS and cues.first("meets", *sentence):
        # "hội nghị tuyên truyền Đại hội": the headline does not make it one.
        return EventKind.OTHER
    if found and found[0] is EventKind.CEREMONY and _AND_REVIEW.search(page.key, *sentence):
        return EventKind.REVIEW
    return found[0] if found else EventKind.OTHER


def _date(page: Page, sentence: Span, told: Period | None, day: EventDay | None, *, opens: bool) -> str | None:
    published = page.fields.published
    if day is None:
        if today := _told_today(sentence.of(page.key), published):
            return today
        month = month_in(page.key, *sentence)
        if month is None and told and _year_of_period(told) and (told.first.month, told.last.month) == WHOLE_YEAR:
            # A year is reviewed at its end or in the next: nothing tells which.
            return None
        year = published[:4] if published else _year_of_period(told) or year_around(page, sentence)
        return month or (str(year) if year else None)
    year = year_of(day, told, published, opens=opens) or year_around(page, sentence)
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
