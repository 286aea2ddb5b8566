"""The statements of a page, sentence by sentence."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from tongket.reading.cues import Cues
from tongket.reading.events.reader import is_report
from tongket.reading.page import Page
from tongket.reading.period_words import periods_of_key
from tongket.reading.statements.judge import Judge, Told
from tongket.reading.statements.prose import prose
from tongket.reading.statements.traits import Sentence, names_shortcoming, traits_of
from tongket.reading.statements.weighing import weigh
from tongket.reading.statements.wording import Wording
from tongket.terms.period import Period
from tongket.terms.records import Event, Statement, StatementKind
from tongket.terms.span import Span

# Before a period in a headline they set it ahead.
_AHEAD = re.compile(r"(?:mục tiêu|nhiệm vụ|phương hướng|kế hoạch|phấn đấu|giải pháp)[^,.;]{0,30}$")
# What was learnt was learnt from whole reports. A text of fewer sentences has no row of kinds to weigh: there the
# rules alone tell.
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
    seen = sentences_seen(page, cues, events, speeches)
    kinds = [told.judged for told in seen]
    if len(seen) >= _REPORT:
        known = {place: told.judged for place, told in enumerate(seen) if told.certain}
        spoken = {place for place, told in enumerate(seen) if told.spoken}
        kinds = weigh([told.traits for told in seen], known, spoken)
    return tuple(Statement(kind, told.span) for told, kind in zip(seen, kinds, strict=True) if kind is not None)


class Seen(NamedTuple):
    """A sentence of the report.

    Attributes:
        span: The sentence.
        certain: Whether the rules alone tell: under a heading that announces what is told, and of a shortcoming that
            the sentence opens with and says in so many words. There they held nine times in ten on unseen pages.
        spoken: Whether an official speaks in it.
        judged: What it tells by the rules alone.
        traits: What is to be seen of it.
    """

    span: Span
    certain: bool
    spoken: bool
    judged: StatementKind | None
    traits: list[str]


def sentences_seen(page: Page, cues: Cues, events: Sequence[Event], speeches: Collection[int] = ()) -> list[Seen]:
    """Return the sentences of the report with what is to be seen of each; takes what `read_statements` takes."""
    spoken = frozenset(_worded(page.key, page.sentences[index]).start for index in speeches)
    wording = Wording(page.key, cues)
    judge = Judge(wording, spoken, _told_periods(page, events))
    news = [event.span for event in events if not is_report(page.key, event.span)]
    spans: list[Span] = []
    sentences: list[Sentence] = []
    headed: list[bool] = []
    for span, section in prose(page, wording):
        introduces = any(_is_of(page.key, span, lead) for lead in news)
        worded = _worded(page.key, span)
        judged = judge.kind_of(worded, section, introduces=introduces)
        spans.append(span)
        sentences.append(Sentence(worded, worded.start in spoken, judged, judge.why))
        headed.append(section is not None)
    return [
        Seen(span, under or names_shortcoming(sentence, traits), sentence.spoken, sentence.judged, traits)
        for span, under, sentence, traits in zip(spans, headed, sentences, traits_of(wording, sentences), strict=True)
    ]


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
