"""Cue words, all found in one pass over the body of a page.

The lists in `data/` hold phrases under tags; an Aho–Corasick automaton finds every one of them at once, so the cost
does not grow with the length of the lists (a Python alternation of 200 phrases takes forty times as long). Phrases
are kept with a space on either side and met in a text whose marks are spaces, so only whole words are hits.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import ahocorasick

from tongket.reading.keyed import fold
from tongket.reading.places import provinces
from tongket.terms.span import Span

_MARK = re.compile(r"[^\w]")
_LISTS = ("cues.txt", "events.txt", "posts.txt", "surnames.txt")
# Looked for only where a sentence begins or a post ends: `opens` and `WordStops` find them there more cheaply.
_NO_OCCASION = frozenset({"holds", "not_event"})
_LOCAL = frozenset({"order", "caption", "org_comma", "post_stop", "body_word"})


class Cue(NamedTuple):
    """A phrase of the list, met at `[start, end)` of the key."""

    start: int
    end: int
    tag: str


class _Listed(NamedTuple):
    starts: list[int]
    cues: list[Cue]


class Cues:
    """Every cue of one body, by tag, in order of their place."""

    def __init__(self, text: str, key: str, body: Iterable[Span]) -> None:
        """Scan the parts of `key`, which is `text` folded by `fold`, that belong to the body."""
        self._hits = _scan(text, key, body)
        self._by_tag: dict[str, _Listed] = {}

    def of(self, tag: str) -> list[Cue]:
        """Return the cues of one tag; of two that overlap, only the one that starts first and is longest."""
        return self._listed(tag).cues

    def within(self, tag: str, start: int, end: int) -> list[Cue]:
        """Return the cues of `tag` that lie wholly in `[start, end)`."""
        starts, cues = self._by_tag.get(tag) or self._listed(tag)
        low = bisect_left(starts, start)
        high = bisect_left(starts, end, low)
        if low == high:
            return []
        return cues[low : high - 1] if cues[high - 1].end > end else cues[low:high]

    def first(self, tag: str, start: int, end: int) -> Cue | None:
        """Return the first cue of `tag` in `[start, end)`, if any."""
        starts, cues = self._by_tag.get(tag) or self._listed(tag)
        at = bisect_left(starts, start)
        return cues[at] if at < len(cues) and cues[at].end <= end else None

    def at(self, tag: str, start: int) -> Cue | None:
        """Return the cue of `tag` that starts exactly at `start`, if any."""
        starts, cues = self._by_tag.get(tag) or self._listed(tag)
        at = bisect_left(starts, start)
        return cues[at] if at < len(cues) and starts[at] == start else None

    def _listed(self, tag: str) -> _Listed:
        found = self._by_tag.get(tag)
        if found is None:
            cues = _longest(tag, self._hits.get(tag, []))
            found = self._by_tag[tag] = _Listed([cue.start for cue in cues], cues)
        return found


def opens(tag: str, key: str, start: int) -> int:
    """Return where the longest phrase of a list ends that begins at `start`; `start` where none does."""
    if not key.startswith(_openers(tag), start):
        return start
    whole = (start + len(phrase) for phrase in _openers(tag) if key.startswith(phrase, start))
    return max((end for end in whole if not key[end : end + 1].isalnum()), default=start)


def _scan(text: str, key: str, body: Iterable[Span]) -> dict[str, list[tuple[int, int]]]:
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for part in body:
        # One space before the part, so a hit's place in it is its place in the part plus one.
        worded = f" {_MARK.sub(' ', part.of(key))} "
        for last, (length, tags) in _automaton().iter(worded):
            end = part.start + last - 1
            start = end - length
            for tag in tags:
                # A family name without its capital is an ordinary word.
                if tag != "surname" or text[start].isupper():
                    found[tag].append((start, -end))
    return found


def _longest(tag: str, hits: list[tuple[int, int]]) -> list[Cue]:
    """Return the hits, given as (start, -end), without those that begin inside an earlier or longer one."""
    kept: list[Cue] = []
    reached = -1
    for start, minus_end in sorted(hits):
        if start >= reached:
            reached = -minus_end
            kept.append(Cue(start, reached, tag))
    return kept


@cache
def _automaton() -> "ahocorasick.Automaton":
    tags: dict[str, tuple[str, ...]] = dict.fromkeys(provinces(), ("province",))
    for name in _LISTS:
        for phrase, more in phrases(name).items():
            tags[phrase] = (*tags.get(phrase, ()), *(tag for tag in more if tag not in _LOCAL))
            if name == "events.txt" and not _NO_OCCASION.issuperset(more):
                tags[phrase] = (*tags[phrase], "occasion")
    automaton = ahocorasick.Automaton()
    for phrase, all_tags in tags.items():
        if all_tags:
            automaton.add_word(f" {_MARK.sub(' ', phrase)} ", (len(phrase), all_tags))
    automaton.make_automaton()
    return automaton


@cache
def first_words(tag: str) -> frozenset[str]:
    """Return the words that phrases of one list begin with."""
    return frozenset(phrase.split(" ")[0] for phrase in _openers(tag))


@cache
def words_of(tag: str) -> frozenset[str]:
    """Return the phrases of one list."""
    return frozenset(_openers(tag))


@cache
def _openers(tag: str) -> tuple[str, ...]:
    return tuple(phrase for name in _LISTS for phrase, tags in phrases(name).items() if tag in tags)


@cache
def phrases(name: str) -> dict[str, tuple[str, ...]]:
    """Return each phrase of a list of `data/` with the tags it stands under, folded.

    A line `[tag]` opens a tag; then one phrase a line, or several parted by ` | `; `#` opens a comment.
    """
    tags: dict[str, tuple[str, ...]] = {}
    tag = ""
    for raw in files("tongket.reading.data").joinpath(name).read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            tag = line.strip("[]")
            continue
        for phrase in filter(None, (part.strip() for part in line.split("|"))):
            folded = fold(phrase)
            tags[folded] = (*tags.get(folded, ()), tag)
    return tags
