"""The statements of a page, sentence by sentence."""

from collections.abc import Collection, Sequence
from datetime import date

from tongket.document.seldom import seldom
from tongket.reading.cues import Cues
from tongket.reading.events.reader import is_report
from tongket.reading.page import Page
from tongket.reading.period_words import periods_of_key
from tongket.reading.statements.judge import Judge, Told
from tongket.reading.statements.prose import prose
from tongket.reading.statements.traits import Sentence, traits_of
from tongket.reading.statements.weighing import weigh
from tongket.reading.statements.wording import Wording
from tongket.terms.period import Period
from tongket.terms.records import Event, Statement, StatementKind
from tongket.terms.span import Span

# Before a period in a headline they set it ahead.
_AHEAD = seldom(r"(?:mục tiêu|nhiệm vụ|phương hướng|kế hoạch|phấn đấu|giải pháp)[^,.;]{0,30}$")
# Weights were learnt from whole reports. A text of fewer sentences has no row of kinds to weigh: there rules tell.
_REPORT = 5
# Characters of a day that is told whole: `2023-12-27`.
_WHOLE_DAY = 10
# What a word may begin with: quotes and brackets.
_MARKS_OF_WORDS = "\"'“‘«([…"


def read_statements(
    page: Page, cues: Cues, events: Sequence[Event], speeches: Collection[int] = ()
) -> tuple[Statement, ...]:
    """Return the body's statements in order; sentences on the meeting itself carry none.

    A report goes from what was done to what was wanting to what is to be done: what a sentence tells is weighed by
    its own words together with what those around it tell (`docs/spec/reading.md`, statements).

    Args:
        page: The document.
        cues: Its cues.
        events: Its events: the sentence that introduces one tells of the meeting.
        speeches: The numbers of the sentences in which an official speaks.
    """
    wording = Wording(page.key, cues)
    seen = sentences_seen(page, wording, events, speeches)
    if len(seen) < _REPORT:
        kinds = _judged(page, wording, events, seen)
    else:
        spoken = {place for place, sentence in enumerate(seen) if sentence.spoken}
        kinds = weigh(traits_of(wording, seen), spoken)
    return tuple(Statement(kind, sentence.span) for sentence, kind in zip(seen, kinds, strict=True) if kind is not None)


def sentences_seen(page: Page, wording: Wording, events: Sequence[Event], speeches: Collection[int]) -> list[Sentence]:
    """Return the sentences of the report; takes what `read_statements` takes."""
    spoken = frozenset(_worded(page.key, page.sentences[index]).start for index in speeches)
    news = [event.span for event in events if not is_report(page.key, event.span)]
    seen: list[Sentence] = []
    for span, section in prose(page, wording):
        worded = _worded(page.key, span)
        introduces = any(_is_of(page.key, span, lead) for lead in news)
        seen.append(Sentence(span, worded, section, introduces, worded.start in spoken))
    return seen


def _judged(
    page: Page, wording: Wording, events: Sequence[Event], seen: Sequence[Sentence]
) -> list[StatementKind | None]:
    """Return what the sentences of a short text tell by the rules."""
    spoken = frozenset(sentence.worded.start for sentence in seen if sentence.spoken)
    judge = Judge(wording, spoken, _told_periods(page, events))
    return [judge.kind_of(each.worded, each.section, introduces=each.introduces) for each in seen]


def _is_of(key: str, span: Span, lead: Span) -> bool:
    """Tell whether a sentence is a lead, shares some of it or says the same words over."""
    start, end = span
    if start < lead.end and lead.start < end:
        return True
    return end - start == lead.end - lead.start and key.startswith(lead.of(key), start)


def _worded(key: str, span: Span) -> Span:
    """Return a sentence without the picture signs and marks before its first word."""
    start = span.start
    if key[start].isalnum():
        return span
    while start < span.end and not (key[start].isalnum() or key[start] in _MARKS_OF_WORDS):
        start += 1
    return Span(start, span.end)


def _told_periods(page: Page, events: Sequence[Event]) -> Told:
    main = events[0] if events else None
    reviewed = Period.parse(main.reviewed) if main and main.reviewed else None
    ahead = Period.parse(main.ahead) if main and main.ahead else None
    if reviewed is None and page.fields.title:
        title = page.headline
        named = next(iter(periods_of_key(title)), None)
        if named and _AHEAD.search(title, 0, named.span.start):
            ahead = ahead or named.period
        elif named:
            reviewed = named.period
    told = main.date if main else None
    return Told(reviewed, ahead, date.fromisoformat(told) if told and len(told) == _WHOLE_DAY else None)
