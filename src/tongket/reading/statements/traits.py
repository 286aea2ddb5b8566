"""What is to be seen of each sentence: the traits that are weighed to tell what it tells.

A trait is a name such as "main:task", a cue of the list `task` in the main clause, or "section:result", the heading it
stands under; and every word is one, so that names of others hold a space or a colon. None of them decides anything:
what each counts for is learnt (`data/statement_weights.csv`); what is not in that table counts for nothing.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tongket.reading.cues import words_of
from tongket.reading.statements.wording import MAIN_CLAUSE, OPENING, Wording
from tongket.terms.records import StatementKind
from tongket.terms.span import Span

# The lists of `data/cues.txt` whose phrases are traits. The first cue of a list in a sentence stands in its opening,
# else in its main clause, else behind.
_TAGS = (
    "achieved", "aim", "awarded", "done", "done_by", "future", "importance", "limit", "limit_lead", "meeting", "mend",
    "praise", "request", "set", "shown", "task", "told_only", "want", "will", "worked",
)  # fmt: skip
_PLACED = {tag: (f"any:{tag}", f"main:{tag}", f"open:{tag}") for tag in _TAGS}
SPOKEN, INTRODUCES, ORDER, PARAGRAPH = "is spoken", "is lead", "is order", "new paragraph"
_SECTIONS = {kind: f"section:{kind}" for kind in StatementKind}
# Words of a sentence that are its opening, some sixty characters, and those beyond which few tell more.
_FIRST, _WORDS = 12, 40


class Sentence(NamedTuple):
    """A sentence of the report.

    Attributes:
        span: The sentence.
        worded: The same from its first word.
        section: What the heading it stands under announces, None where there is none that does.
        introduces: Whether it introduces an event.
        spoken: Whether an official speaks in it.
    """

    span: Span
    worded: Span
    section: StatementKind | None
    introduces: bool
    spoken: bool


def traits_of(wording: Wording, sentences: Sequence[Sentence]) -> list[list[str]]:
    """Return the traits of each sentence of a text, in order."""
    found = [_own_traits(wording, sentence) for sentence in sentences]
    _place_cues(wording, [sentence.worded for sentence in sentences], found)
    end = 0
    for sentence, traits in zip(sentences, found, strict=True):
        if end and wording.key.find("\n", end, sentence.worded.start) >= 0:
            traits.append(PARAGRAPH)
        end = sentence.worded.end
    return found


def _own_traits(wording: Wording, sentence: Sentence) -> list[str]:
    start, end = sentence.worded
    words = wording.cues.words(start, end, _WORDS)
    traits = [*dict.fromkeys(words), *filter(None, map(_first_words().get, dict.fromkeys(words[:_FIRST])))]
    if sentence.section:
        traits.append(_SECTIONS[sentence.section])
    if sentence.introduces:
        traits.append(INTRODUCES)
    if sentence.spoken:
        traits.append(SPOKEN)
    if wording.orders(start):
        traits.append(ORDER)
    return traits


@cache
def _first_words() -> dict[str, str]:
    """Return what a word of the list `telling` is called where it stands in the opening."""
    return {word: f"first:{word}" for word in words_of("telling")}


def _place_cues(wording: Wording, spans: Sequence[Span], found: Sequence[list[str]]) -> None:
    """Add to each sentence the lists that a cue in it is of, each by the first of its cues."""
    starts = [start for start, _ in spans]
    for tag, (anywhere, main, opening) in _PLACED.items():
        last = -1
        for start, end in wording.cues.met(tag):
            at = bisect_right(starts, start) - 1
            if at == last or end > spans[at].end:
                continue
            last, reach = at, end - starts[at]
            if at >= 0:
                found[at].append(opening if reach <= OPENING else main if reach <= MAIN_CLAUSE else anywhere)
