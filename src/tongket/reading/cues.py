"""Cue words, all found in one pass over the key of a text.

The lists in `data/` hold phrases under tags; an Aho–Corasick automaton finds every one of them at once, so the cost
does not grow with the length of the lists (a Python alternation of 200 phrases takes forty times as long).
"""

from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import ahocorasick

from tongket.reading.keyed import fold
from tongket.reading.places import provinces


class Cue(NamedTuple):
    """A phrase of the list, met at `[start, end)` of the key."""

    start: int
    end: int
    tag: str


class Cues:
    """Every cue of one text, by tag, in order of their place."""

    def __init__(self, key: str) -> None:
        """Scan `key`, a text folded by `fold`."""
        self._key = key
        self._by_tag = _scan(key)

    def of(self, tag: str) -> list[Cue]:
        """Return the cues of one tag; of two that overlap, only the one that starts first and is longest."""
        return self._by_tag.get(tag, [])

    def within(self, tag: str, start: int, end: int) -> list[Cue]:
        """Return the cues of `tag` that lie wholly in `[start, end)`."""
        cues = self.of(tag)
        low = bisect_left(cues, (start, 0, ""))
        high = bisect_left(cues, (end, 0, ""), low)
        found = cues[low:high]
        return found[:-1] if found and found[-1].end > end else found

    def first(self, tag: str, start: int, end: int) -> Cue | None:
        """Return the first cue of `tag` in `[start, end)`, if any."""
        cues = self.of(tag)
        at = bisect_left(cues, (start, 0, ""))
        return cues[at] if at < len(cues) and cues[at].end <= end else None

    def at(self, tag: str, start: int) -> Cue | None:
        """Return the cue of `tag` that starts exactly at `start`, if any."""
        cues = self.of(tag)
        at = bisect_left(cues, (start, 0, ""))
        return cues[at] if at < len(cues) and cues[at].start == start else None


def _scan(key: str) -> dict[str, list[Cue]]:
    """Return the cues of `key` by tag: word-bounded, longest first, no two of one tag overlapping."""
    found: dict[str, list[tuple[int, int]]] = {}
    for last, (length, tags) in _automaton().iter(key):
        end = last + 1
        start = end - length
        if (end < len(key) and key[end].isalnum()) or (start and key[start - 1].isalnum()):
            continue
        for tag in tags:
            found.setdefault(tag, []).append((start, -end))
    return {tag: _longest(tag, hits) for tag, hits in found.items()}


def _longest(tag: str, hits: list[tuple[int, int]]) -> list[Cue]:
    kept: list[Cue] = []
    reached = -1
    for start, minus_end in sorted(hits):
        if start >= reached:
            reached = -minus_end
            kept.append(Cue(start, reached, tag))
    return kept


@cache
def _automaton() -> "ahocorasick.Automaton":
    automaton = ahocorasick.Automaton()
    tags: dict[str, tuple[str, ...]] = {}
    for name in ("cues.txt", "events.txt", "posts.txt", "surnames.txt"):
        for phrase, more in phrases(name).items():
            tags[phrase] = (*tags.get(phrase, ()), *more)
    for name in provinces():
        tags[name] = (*tags.get(name, ()), "province")
    for phrase, all_tags in tags.items():
        automaton.add_word(phrase, (len(phrase), all_tags))
    automaton.make_automaton()
    return automaton


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
