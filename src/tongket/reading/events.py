"""The events a document reports on: the main one first, others where it tells of them as of their own."""

import re
from collections import Counter
from collections.abc import Sequence

from tongket.reading.abbreviations import explained_abbreviations
from tongket.reading.cues import Cues
from tongket.reading.event_days import day_in, month_in, year_of
from tongket.reading.event_periods import event_periods
from tongket.reading.event_words import kind_in, names_event
from tongket.reading.hosts import host_of, org_of, place_of
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
_YEAR = re.compile(r"(?<![\d/.,-])(?:20|19)\d\d(?![\d.,]\d|\d)|(?<=\d/)(?:20|19)\d\d(?!\d)")
# A term or a stage ("2020 - 2025") tells no year of its own.
_TERMS = re.compile(r"\d{4}\s?[-/]\s?\d{4}")
_PERIOD_KINDS = {EventKind.REVIEW, EventKind.BRIEFING, EventKind.INSPECTION, EventKind.CONGRESS}


def read_events(page: Page, cues: Cues, taken: Sequence[Span] = ()) -> tuple[Event, ...]:
    """Return the body's events; none where no sentence introduces one (`docs/spec/reading.md`, events).

    Args:
        page: The document.
        cues: Its cues.
        taken: The spans of its directives: the days they hold are the directives' own.
    """
    sentence = _introduction(page, cues, taken)
    if sentence is None:
        return ()
    title = page.fields.title or ""
    kind = _kind(page, cues, sentence)
    reviewed, ahead = _periods(page, sentence, title, kind)
    explained = explained_abbreviations(page.text)
    host = host_of(page, cues, sentence, explained)
    org = org_of(page, cues, sentence, host, inspects=kind is EventKind.INSPECTION)
    return (
        Event(
            kind=kind,
            span=sentence,
            date=_date(page, sentence, reviewed, taken),
            host=host,
            org=org,
            place=place_of(page, sentence, org),
            reviewed=str(reviewed) if reviewed else None,
            ahead=str(ahead) if ahead else None,
        ),
    )


def _introduction(page: Page, cues: Cues, taken: Sequence[Span]) -> Span | None:
    """Return the sentence that introduces the event: a day with an occasion, else an occasion that is held."""
    held: Span | None = None
    dated: Span | None = None
    title = page.fields.title
    for sentence in page.sentences[:_INTRODUCTION]:
        if title and fold(sentence.of(page.text)) == fold(title):
            continue
        occasion = names_event(page.key, cues, sentence)
        holds = cues.first("holds", *sentence) is not None
        day = day_in(page.key, sentence, taken)
        if day and occasion and holds:
            return sentence
        if occasion and holds and held is None:
            held = sentence
        if day and (occasion or holds) and dated is None:
            dated = sentence
    return dated or (None if _WRITTEN.match(fold(title or "")) else held)


def _kind(page: Page, cues: Cues, sentence: Span) -> EventKind:
    found = kind_in(cues, sentence)
    if found:
        return found[0]
    title = page.fields.title
    at = page.text.find(title) if title else -1
    named = kind_in(cues, Span(at, at + len(title))) if title and at >= 0 else None
    return named[0] if named else EventKind.OTHER


def _periods(page: Page, sentence: Span, title: str, kind: EventKind) -> tuple[Period | None, Period | None]:
    if kind not in _PERIOD_KINDS:
        return None, None
    reviewed, ahead = event_periods(sentence.of(page.text), sentence.of(page.key))
    if reviewed is None and title:
        told, next_told = event_periods(title, fold(title))
        reviewed, ahead = told, ahead or next_told
    if reviewed is not None and kind is EventKind.CONGRESS and not _is_over(page, sentence, reviewed):
        return None, reviewed
    if reviewed is not None and ahead is None and kind is EventKind.REVIEW:
        ahead = _told_ahead(page, reviewed)
    return reviewed, ahead


def _is_over(page: Page, sentence: Span, term: Period) -> bool:
    """Tell whether a congress looks back on the years it names: a stage, or a term that ends in its year or before."""
    if not re.search(rf"nhiệm kỳ {term.first.year}\s?-\s?{term.last.year}", sentence.of(page.key)):
        return True
    day = day_in(page.key, sentence)
    year = day.year if day and day.year else _year_around(page, sentence)
    return year is None or term.last.year <= year


def _told_ahead(page: Page, reviewed: Period) -> Period | None:
    """Return the period ahead that a sentence after the introduction names beside the period reviewed."""
    for sentence in page.sentences[:_INTRODUCTION]:
        _, ahead = event_periods(sentence.of(page.text), sentence.of(page.key))
        if ahead is not None and ahead.first > reviewed.last:
            return ahead
    return None


def _date(page: Page, sentence: Span, reviewed: Period | None, taken: Sequence[Span]) -> str | None:
    day = day_in(page.key, sentence, taken)
    published = page.fields.published
    if day is None:
        return month_in(page.key, *sentence) or (published[:4] if published else None)
    year = year_of(day, reviewed, published) or _year_around(page, sentence)
    return f"{year}-{day.month:02}-{day.day:02}" if year else None


def _year_around(page: Page, sentence: Span) -> int | None:
    """Return the year that the sentence names, else its headline, else the one the first sentences name most."""
    first = page.sentences[0].start
    opening = page.key[first : page.sentences[min(len(page.sentences), _INTRODUCTION) - 1].end]
    for text in (sentence.of(page.key), fold(page.fields.title or ""), opening):
        years = Counter(_YEAR.findall(_TERMS.sub(" ", text)))
        if years:
            return int(years.most_common(1)[0][0])
    return None
