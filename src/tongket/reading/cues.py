"""Cue words, all found in one pass over the body of a page.

The lists in `data/` hold phrases under tags; an Aho–Corasick automaton finds every one of them at once, so the cost
does not grow with the length of the lists (a Python alternation of 200 phrases takes forty times as long). Phrases
are kept with a space on either side and met in a text whose marks are spaces, so only whole words are hits.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, compress
from operator import itemgetter, le
from typing import NamedTuple

import ahocorasick

from tongket.reading.awards.words import HEADS
from tongket.reading.figures.numbers import SURE_NUMBERS
from tongket.reading.keyed import fold
from tongket.reading.places import provinces
from tongket.reading.spans import as_span
from tongket.terms.span import Span

_MARK = re.compile(r"[^\w ]")
# Nearly all marks of a page: a plain replacement of these costs a tenth of the pattern, which does what is left.
_MARKS = "\n.,;:()-\"/%'!?&+…[]*"
_LISTS = ("cues.txt", "events.txt", "posts.txt", "surnames.txt")
# Looked for only where a sentence begins or a post ends: `opens` and `first_words` find them there more cheaply.
_NO_OCCASION = frozenset({"holds", "not_event", "aside", "meets", "session"})
# No phrase of those lists is shorter.
_BEGINNING = 2
# By the name under which they are asked for: the cues of a list that are no part of a phrase of another.
_OUTSIDE = {
    "asked": ("request", "no_task"),
    "set": ("task", "no_task"),
    "aimed": ("aim", "no_task"),
    "lacking": ("limit", "no_limit"),
    "worked": ("done", "done_aside"),
}
_LOCAL = frozenset({"order", "caption", "org_comma", "post_stop", "body_word", "setting", "telling"})


class _Lists(NamedTuple):
    """The automaton of all lists.

    Phrases that stand under the same tags are one group, so that a hit is kept once however many tags it has;
    `tags` tells by group which tags these are.
    """

    automaton: "ahocorasick.Automaton"
    tags: tuple[tuple[str, ...], ...]


_Met = list[tuple[int, int]]
# Where the phrases of one tag start and end, none in another, and these with one beyond every text behind them. No
# class of its own, since a page has forty of them.
_Listed = tuple[list[int], list[int], list[Span]]

_SURNAME = "surname"
_BEYOND = Span(sys.maxsize, sys.maxsize)
_start_of, _end_of = itemgetter(0), itemgetter(1)


class Cues:
    """Every cue of one body, by tag, in order of their place.

    A page asks some three hundred times, mostly for what it does not have: `within` and `first` are written so that
    nearly all of that runs in the interpreter's own C.
    """

    def __init__(self, text: str, key: str, body: Iterable[Span]) -> None:
        """Scan the parts of `key`, which is `text` folded by `fold`, that belong to the body."""
        # With one space before each, so that a place in it is the place in the part plus one.
        self._parts = [(part.start - 1, f" {_without_marks(part.of(key))} ") for part in body]
        met = _scan(self._parts)
        # Most questions are for what a page does not have: a look here is a tenth of a question.
        self.tags = met.keys()
        self._met = met
        self._of_tag = _OfTag(text, met)

    def of(self, tag: str) -> list[Span]:
        """Return the cues of one tag; of two that overlap, only the one that starts first and is longest."""
        return self._of_tag[tag][2][:-1]

    def met(self, tag: str) -> Sequence[tuple[int, int]]:
        """Return where phrases of a list start and end, in order, also where they overlap: half of the work of `of`."""
        if tag in _OUTSIDE:
            starts, ends, _ = self._of_tag[tag]
            return list(zip(starts, ends, strict=True))
        groups = self._met.get(tag, ())
        return groups[0] if len(groups) == 1 else sorted(chain.from_iterable(groups))

    def within(self, tag: str, start: int, end: int) -> list[Span]:
        """Return the cues of `tag` that lie wholly in `[start, end)`."""
        starts, ends, cues = self._of_tag[tag]
        return cues[bisect_left(starts, start) : bisect_right(ends, end)]

    def first(self, tag: str, start: int, end: int) -> Span | None:
        """Return the first cue of `tag` in `[start, end)`, if any."""
        starts, _, cues = self._of_tag[tag]
        cue = cues[bisect_left(starts, start)]
        return cue if cue[1] <= end else None

    def at(self, tag: str, start: int) -> Span | None:
        """Return the cue of `tag` that starts exactly at `start`, if any."""
        starts, _, cues = self._of_tag[tag]
        cue = cues[bisect_left(starts, start)]
        return cue if cue[0] == start else None

    def words(self, start: int, end: int, most: int) -> list[str]:
        """Return the first words, at most so many, without marks, of a stretch `[start, end)` of the body."""
        for before, worded in reversed(self._parts):
            if before < start:
                return worded[start - before : end - before].split(None, most)[:most]
        return []


_NOTHING: _Listed = ([], [], [_BEYOND])


class _OfTag(dict[str, _Listed]):
    """The cues by tag: few lists are asked of most pages, so each is put in order when it is."""

    def __init__(self, text: str, met: Mapping[str, list[_Met]]) -> None:
        super().__init__()
        self._text, self._met = text, met

    def __missing__(self, tag: str) -> _Listed:
        groups = self._met.get(tag)
        if groups is None and tag in _OUTSIDE:
            listed = self[tag] = _outside(*(self[name] for name in _OUTSIDE[tag]))
            return listed
        if groups is None:
            self[tag] = _NOTHING
            return _NOTHING
        # Of one group by their end, of several by their start.
        cues = groups[0] if len(groups) == 1 else sorted(chain.from_iterable(groups))
        if len(cues) == 1 and tag != _SURNAME:
            # Every third list of a page.
            cue = cues[0]
            listed = self[tag] = [cue[0]], [cue[1]], [as_span(cue), _BEYOND]
            return listed
        if tag == _SURNAME:
            # A family name without its capital is an ordinary word.
            capital = map(str.isupper, map(self._text.__getitem__, map(_start_of, cues)))
            cues = list(compress(cues, capital))
        listed = self[tag] = _untangled(cues)
        return listed


def opens(tag: str, key: str, start: int) -> int:
    """Return where the longest phrase of a list ends that begins at `start`; `start` where none does."""
    for phrase in _by_beginning(tag).get(key[start : start + _BEGINNING], ()):
        if key.startswith(phrase, start):
            end = start + len(phrase)
            if not key[end : end + 1].isalnum():
                return end
    return start


def _scan(parts: Iterable[tuple[int, str]]) -> dict[str, list[_Met]]:
    """Return where the phrases of each tag were met, group by group, in order of their end."""
    lists = _lists()
    met: defaultdict[int, _Met] = defaultdict(list)
    for before, worded in parts:
        for last, (length, group) in lists.automaton.iter(worded):
            end = before + last
            met[group].append((end - length, end))
    found: dict[str, list[_Met]] = {}
    for group, hits in met.items():
        for tag in lists.tags[group]:
            found.setdefault(tag, []).append(hits)
    return found


def _without_marks(key: str) -> str:
    """Return a piece of a key, as long, in which every mark is a space."""
    for mark in _MARKS:
        key = key.replace(mark, " ")
    return key if key.replace(" ", "").isalnum() else _MARK.sub(" ", key)


def _untangled(met: _Met) -> _Listed:
    starts, ends = list(map(_start_of, met)), list(map(_end_of, met))
    # Phrases seldom overlap; to see it costs a tenth of taking them apart.
    if not all(map(le, ends, starts[1:])):
        met = _apart(sorted(met))
        starts, ends = list(map(_start_of, met)), list(map(_end_of, met))
    return starts, ends, [*map(as_span, met), _BEYOND]


def _outside(listed: _Listed, covers: _Listed) -> _Listed:
    """Return the cues of a list that are no part of one of another."""
    starts, ends, over = covers
    if len(over) == 1 or len(listed[2]) == 1:
        return listed
    kept: _Met = [cue for cue in listed[2][:-1] if (at := bisect_right(starts, cue[0])) == 0 or ends[at - 1] < cue[1]]
    return listed if len(kept) == len(listed[0]) else _untangled(kept)


def _apart(met: _Met) -> _Met:
    """Return what was met, given in order, without what begins inside a phrase that begins earlier or is longer."""
    kept: _Met = []
    begun = reached = -1
    for cue in met:
        start, end = cue
        if start >= reached:
            kept.append(cue)
        elif start == begun:
            # Of those that start together the longest comes last.
            kept[-1] = cue
        else:
            continue
        begun, reached = start, end
    return kept


@cache
def _lists() -> _Lists:
    tags: dict[str, tuple[str, ...]] = dict.fromkeys(provinces(), ("province",))
    for tag, words in (("honour", HEADS), ("number", SURE_NUMBERS)):
        for word in words:
            tags[word] = (*tags.get(word, ()), tag)
    for name in _LISTS:
        for phrase, more in phrases(name).items():
            tags[phrase] = (*tags.get(phrase, ()), *(tag for tag in more if tag not in _LOCAL))
            if name == "events.txt" and not _NO_OCCASION.issuperset(more):
                tags[phrase] = (*tags[phrase], "occasion")
    automaton = ahocorasick.Automaton()
    numbers: dict[tuple[str, ...], int] = {}
    for phrase, all_tags in tags.items():
        if all_tags:
            group = numbers.setdefault(all_tags, len(numbers))
            automaton.add_word(f" {_MARK.sub(' ', phrase)} ", (len(phrase), group))
    automaton.make_automaton()
    return _Lists(automaton, tuple(numbers))


@cache
def _by_beginning(tag: str) -> dict[str, list[str]]:
    """Return the phrases of one list by their first letters, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(_openers(tag), key=len, reverse=True):
        found.setdefault(phrase[:_BEGINNING], []).append(phrase)
    return found


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
    # Folded as a whole: phrase by phrase it takes four times as long.
    text = fold(files("tongket.reading.data").joinpath(name).read_text(encoding="utf-8"))
    for raw in text.splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            tag = line.strip("[]")
            continue
        for phrase in filter(None, (part.strip() for part in line.split("|"))):
            tags[phrase] = (*tags.get(phrase, ()), tag)
    return tags
