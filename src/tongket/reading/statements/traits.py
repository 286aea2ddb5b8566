"""What is to be seen of each sentence: the traits that are weighed to tell what it tells.

A trait is a name such as "main:task", a cue of the list `task` in the main clause, or "judged:result", the verdict of
`judge.py`; and every word is one, so that names of others hold a space or a colon. None of them decides anything: what
each counts for is learnt (`data/statement_weights.csv`), of words only what those of the list `telling` do.
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
JUDGED = "judged:"
SPOKEN = "is spoken"
# Words of a sentence that are its opening, some sixty characters, and those beyond which few tell more.
_FIRST, _WORDS = 12, 40
# Verdicts on shortcomings that rest on a predicate, not on what stands around.
_SAID = frozenset({"short", "turns"})


class Sentence(NamedTuple):
    """A sentence of the report.

    Attributes:
        span: The sentence, from its first word.
        spoken: Whether an official speaks in it.
        judged: What it tells by the rules of `judge.py`.
        why: What that verdict rests on.
    """

    span: Span
    spoken: bool
    judged: StatementKind | None
    why: str


def traits_of(wording: Wording, sentences: Sequence[Sentence]) -> list[list[str]]:
    """Return the traits of each sentence of a text, in order; a word as often as it is met."""
    found = [_own_traits(wording, sentence) for sentence in sentences]
    _place_cues(wording, [sentence.span for sentence in sentences], found)
    end = 0
    for sentence, traits in zip(sentences, found, strict=True):
        if end and wording.key.find("\n", end, sentence.span.start) >= 0:
            traits.append("new paragraph")
        end = sentence.span.end
    return found


def names_shortcoming(sentence: Sentence, traits: Sequence[str]) -> bool:
    """Tell whether a sentence opens by turning to shortcomings and says one in so many words."""
    if sentence.why == "outright":
        return True
    if sentence.judged is not StatementKind.LIMITATION or sentence.why not in _SAID:
        return False
    return "open:want" in traits or "open:limit_lead" in traits


def _own_traits(wording: Wording, sentence: Sentence) -> list[str]:
    judged = f"{JUDGED}{sentence.judged or 'none'}"
    traits = [judged, f"{judged} by {sentence.why}"]
    if sentence.spoken:
        traits.append(SPOKEN)
    if wording.orders(sentence.span.start):
        traits.append("is order")
    words = wording.key[sentence.span.start : sentence.span.end].split(None, _WORDS)[:_WORDS]
    traits += words
    traits.extend(filter(None, map(_first_words().get, words[:_FIRST])))
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
        for start, end in wording.cues.of(tag):
            at = bisect_right(starts, start) - 1
            if at == last or end > spans[at].end:
                continue
            last, reach = at, end - starts[at]
            if at >= 0:
                found[at].append(opening if reach <= OPENING else main if reach <= MAIN_CLAUSE else anywhere)
