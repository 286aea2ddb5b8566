"""Whose work a figure of an org's report tells: its own alone, or that of all below too; told by words, never guessed.

The words that describe a figure (up to the next one) come first, then those before it back to the figure before, then
the subject of its sentence, then headings that consist of such words; in a table the row, then the column. The
nearest place that has any tells; where it has both kinds, nothing is told. What somebody received is not what they did:
"gửi tới các chi bộ 1.200 cuốn" says nothing. The words stand in `data/scopes.txt`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tongket.reading.cues import phrases
from tongket.reading.keyed import fold
from tongket.terms.orgs import Org
from tongket.terms.scope import Scope
from tongket.terms.tables import FigureRow

_TIERS = ("tỉnh", "huyện", "xã", "thôn")
_CITY = "thành phố"
_PLACE = re.compile(r"\{(\w+)\}")
_BETWEEN = re.compile(r"[;:]|\.(?=\s)")
# What may stand before the words that say who did it, at the beginning of a sentence: a time, the head of a noun.
_SUBJECT = re.compile(r"^(?:[^,]{0,60},)?.{0,30}$")
_HEADING_START = re.compile(r"^\s*(?:(?:[ivxlc]+|\d+|[a-zđ])[.)]\s*)*[-*+]?\s*(?:(?:ở|tại|đối với)\s+)?")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an org stands among the levels, as folded words.

    Attributes:
        own: What its level is called: `tỉnh`, `thị xã`.
        tier: What its tier is called: a thị xã is `huyện`; empty where the level is of none.
        below: The levels below it.
    """

    own: tuple[str, ...]
    tier: str = ""
    below: tuple[str, ...] = ()


def standing_of(org: Org) -> Standing:
    """Return where an org stands; a city with nobody above it is of the tier of provinces."""
    levels = _levels()
    words = [fold(text) for text in (org.level, org.name)]
    found = [level for tier in _TIERS[:-1] for level in levels[tier] if any(_begins(text, level) for text in words)]
    if not found:
        return Standing(tuple(dict.fromkeys(words[:1])))
    tier = next(each for each in _TIERS if found[0] in levels[each])
    if found[0] == _CITY and org.parent is None:
        tier = _TIERS[0]
    lower = _TIERS[_TIERS.index(tier) + 1 :]
    return Standing((found[0],), tier, tuple(level for each in lower for level in levels[each]))


def scope_of(figure: FigureRow, figures: Sequence[FigureRow], org: Standing) -> Scope | None:
    """Return what the words around a figure tell of whose work it is; None where they tell nothing.

    Args:
        figure: Of a report of the org.
        figures: All of its document.
        org: Where the org stands.
    """
    cues = _cues(org)
    for told in (*_near(figure, figures, cues), *_of_headings(figure, cues)):
        if told:
            return next(iter(told)) if len(told) == 1 else None
    return None


@dataclass(frozen=True)
class _Cues:
    """The words as one pattern; a group a scope."""

    anywhere: re.Pattern[str]

    def found(self, text: str) -> list[tuple[Scope, int, int]]:
        return [(Scope(hit.lastgroup or ""), hit.start(), hit.end()) for hit in self.anywhere.finditer(text)]


def _near(figure: FigureRow, figures: Sequence[FigureRow], cues: _Cues) -> Iterator[set[Scope]]:
    if figure.in_cell:
        for text in (figure.sentence, figure.column):
            yield {scope for scope, start, _ in cues.found(fold(text)) if not _ends_with("rank", fold(text)[:start])}
        return
    if figure.at < 0:
        return
    key = fold(figure.sentence)
    start, end = figure.at, figure.at + len(figure.quote)
    others = [other for other in figures if other.sentence == figure.sentence and other.at >= 0]
    until = min((other.at for other in others if other.at >= end), default=len(key))
    since = max((other.at + len(other.quote) for other in others if other.at + len(other.quote) <= start), default=0)
    yield _after(key[start:until], cues)
    before = _BETWEEN.split(key[since:start])[-1]
    yield set(_doers(before, cues)[-1:])
    yield set(_doers(key[:since], cues, subject=True))


def _after(words: str, cues: _Cues) -> set[Scope]:
    stop = _BETWEEN.search(words)
    text = words[: stop.start()] if stop else words
    for scope, start, _ in cues.found(text):
        between = text[:start]
        if not _has("aim", between) and not _ends_with("rank", between):
            return {scope}
    return set()


def _doers(words: str, cues: _Cues, *, subject: bool = False) -> list[Scope]:
    return [
        scope
        for scope, start, _ in cues.found(words)
        if not _ends_with("audience", words[:start])
        and not _ends_with("rank", words[:start])
        and (not subject or _SUBJECT.match(words[:start]))
    ]


def _of_headings(figure: FigureRow, cues: _Cues) -> Iterator[set[Scope]]:
    """Yield what headings tell that begin with such words: "1. Cấp tỉnh"; others name a subject."""
    for heading in reversed(figure.headings.split("\n")):
        text = _HEADING_START.sub("", fold(heading))
        yield {scope for scope, start, _ in cues.found(text) if start == 0}


@lru_cache(maxsize=64)
def _cues(org: Standing) -> _Cues:
    words = {"own": org.own, "tier": (org.tier,) if org.tier else (), "below": org.below}
    groups = []
    for scope in Scope:
        told = [each for phrase in _under(scope.value) for each in _filled(phrase, words)]
        told.sort(key=len, reverse=True)
        groups.append(f"(?P<{scope.value}>{'|'.join(map(re.escape, told))})")
    return _Cues(re.compile(r"(?<!\w)(?:" + "|".join(groups) + r")(?!\w)"))


def _filled(phrase: str, words: dict[str, tuple[str, ...]]) -> Iterable[str]:
    hole = _PLACE.search(phrase)
    if hole is None:
        return [phrase]
    return [phrase.replace(hole.group(), word) for word in words[hole.group(1)]]


@lru_cache(maxsize=8)
def _levels() -> dict[str, tuple[str, ...]]:
    return {tier: _under(f"tier {tier}") for tier in _TIERS}


@lru_cache(maxsize=16)
def _under(tag: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, tags in phrases("scopes.txt").items() if tag in tags)


@lru_cache(maxsize=8)
def _pattern(tag: str, end: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, _under(tag))) + ")" + end)


def _has(tag: str, text: str) -> bool:
    return _pattern(tag, r"(?!\w)").search(text) is not None


def _ends_with(tag: str, text: str) -> bool:
    return _pattern(tag, r"\s*$").search(text) is not None


def _begins(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()
