"""What is to be seen of each sentence: the traits that are weighed to tell what it tells.

A trait is a name such as "main:task", a cue of the list `task` in the main clause, or "judged:result", the verdict
of `judge.py`. None of them decides anything: what each counts for is learnt (`data/statement_weights.csv`).
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tongket.reading.statements.wording import MAIN_CLAUSE, OPENING, Wording
from tongket.terms.records import StatementKind
from tongket.terms.span import Span

# The lists of `data/cues.txt` whose phrases are traits. The first cue of a list in a sentence stands in its opening,
# else in its main clause, else behind; one in the opening is a trait of the next sentence too.
_TAGS = (
    "achieved", "aim", "asked", "awarded", "done", "done_aside", "done_by", "future", "guests", "importance", "limit",
    "limit_lead", "meeting", "mend", "no_limit", "no_task", "praise", "request", "set", "shown", "speak", "task",
    "told_only", "under_way", "want", "will", "worked",
)  # fmt: skip
_PLACED = {tag: (f"any:{tag}", f"main:{tag}", f"open:{tag}") for tag in _TAGS}
# What of one sentence is a trait of the one after it.
_CARRIED = {f"open:{tag}": f"before:{tag}" for tag in _TAGS} | {"spoken": "before:spoken"}
JUDGED = "judged:"
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
    """Return the traits of each sentence of a text, in order; none twice."""
    found = [_own_traits(sentence) for sentence in sentences]
    _place_cues(wording, [sentence.span for sentence in sentences], found)
    carried: list[str] = []
    end = 0
    for sentence, traits in zip(sentences, found, strict=True):
        before, carried = carried, [_CARRIED[trait] for trait in traits if trait in _CARRIED]
        traits.extend(before)
        if end and wording.key.find("\n", end, sentence.span.start) >= 0:
            traits.append("new paragraph")
        end = sentence.span.end
    return found


def names_shortcoming(sentence: Sentence, traits: Sequence[str]) -> bool:
    """Tell whether a sentence opens by turning to shortcomings and says one in so many words."""
    if sentence.judged is not StatementKind.LIMITATION or sentence.why not in _SAID:
        return False
    return "open:want" in traits or "open:limit_lead" in traits


def _own_traits(sentence: Sentence) -> list[str]:
    judged = f"{JUDGED}{sentence.judged or 'none'}"
    traits = [judged, f"{judged} by {sentence.why}"]
    if sentence.spoken:
        traits.append("spoken")
    return traits


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
