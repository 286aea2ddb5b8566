"""What stands beside a number.

Left of it: qualifiers that open its bounds, and words that make it a date or a name. Right of it: words that make it a
stretch of time, an age or a model.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tongket.reading.cues import phrases
from tongket.reading.figures.nouns import begins_with_head

_SURFACE_MOST = 20  # "trên 15 lĩnh vực" is where; a larger number on a surface is hardly met
_DAYS, _MONTHS = 31, 12
_EARLIEST, _LATEST = 1800, 2100
# "ước thực hiện cả năm đạt" has six words, no qualifier has more.
_LONGEST = 6
_TAIL = 60  # so many characters hold them
_OPENERS = "([\"'+*-"
# A quoted name ("mô hình “5 không, 3 sạch”") is short; a quoted speech is not.
_QUOTED = 110
_OPENING = frozenset("“‘«„")
_STRAIGHT = frozenset("\"'")


class FigureLists(NamedTuple):
    """The word lists of `data/figures.txt`.

    Attributes:
        bounds: Last word of a qualifier to those that end in it, longest first: their words, nearest to the number
            first, and their effect: `low`, `high` or `rough`.
        near: The last word of everything that matters left of a number; with any other word nothing does.
        by_tag: The other lists.
        no_count: Matches what makes the number before it a stretch of time, an age or a model.
        surface: Matches what one stands on.
    """

    bounds: dict[str, list[tuple[tuple[str, ...], str]]]
    near: frozenset[str]
    by_tag: dict[str, frozenset[str]]
    no_count: re.Pattern[str]
    surface: re.Pattern[str]


@cache
def figure_lists() -> FigureLists:
    """Return the lists of `data/figures.txt`."""
    tags: dict[str, set[str]] = {}
    for phrase, all_tags in phrases("figures.txt").items():
        for tag in all_tags:
            tags.setdefault(tag, set()).add(phrase)
    bounds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    effects = [(phrase, tag) for tag in ("low", "high", "rough") for phrase in tags[tag]]
    for phrase, tag in sorted(effects, key=lambda pair: -len(pair[0].split())):
        words = tuple(reversed(phrase.split()))
        bounds.setdefault(words[0], []).append((words, tag))
    left = [
        phrase
        for tag in ("day left", "month left", "year left", "name left", "place left", "programme left")
        for phrase in tags[tag]
    ]
    near = frozenset(phrase.rpartition(" ")[2] for phrase in (*bounds, *left, "từ", "số"))
    time = f" ?(?!(?:{_either(tags['worked'])})(?!\\w))(?:{_either(tags['duration'])})(?!\\w)"
    surface = f" (?:{_either(tags['surface'])})(?!\\w)"
    frozen = {tag: frozenset(found) for tag, found in tags.items()}
    return FigureLists(bounds, near, frozen, re.compile(time), re.compile(surface))


def _either(found: set[str]) -> str:
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True))


class Left(NamedTuple):
    """The words before a number, nearest first, each with its start; empty where none of them matters."""

    words: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()

    def last(self, count: int, skip: int = 0) -> str:
        """Return the nearest `count` words after skipping `skip`, in reading order."""
        return " ".join(self.words[skip : skip + count][::-1])


_NONE = Left()


def words_before(key: str, at: int, floor: int, lists: FigureLists) -> Left:
    """Return up to six words of the same clause right before `at`, or none if the nearest is in no list.

    A word that ends in a comma, bracket, colon or full stop is not of the clause, and nothing before it is.
    """
    if at <= floor or key[at - 1] != " ":
        return _NONE
    tail = key[max(floor, at - _TAIL) : at - 1].rpartition("\n")[2].split(" ")
    if tail[-1].lstrip(_OPENERS) not in lists.near:
        return _NONE
    words: list[str] = []
    starts: list[int] = []
    end = at - 1
    for word in reversed(tail[-_LONGEST:]):
        bare = word.lstrip(_OPENERS)
        if not bare or not bare[-1].isalnum():
            break
        words.append(bare)
        starts.append(end - len(bare))
        if bare != word:
            break
        end -= len(word) + 1
    return Left(tuple(words), tuple(starts))


def nearest_word(key: str, at: int, floor: int) -> str:
    """Return the word right before `at`, empty where something else than one space parts them."""
    return key[_word_start(key, at - 1, floor) : at - 1] if at > floor and key[at - 1] == " " else ""


def _word_start(key: str, end: int, floor: int) -> int:
    """Return where the word that ends at `end` begins, without an opening quote or bracket."""
    begin = key.rfind(" ", floor, end) + 1 or floor
    if (line := key.rfind("\n", begin, end)) >= 0:
        begin = line + 1
    while begin < end and not key[begin].isalnum():
        begin += 1
    return begin


class Bounds(NamedTuple):
    """What the words before a number do to it.

    Attributes:
        start: Where the first qualifier begins, or the number where there is none.
        low_open: True after "gần", "dưới" and their kin.
        high_open: True after "trên", "hơn" and their kin.
        approx: True after "khoảng", "ước" and their kin.
        taken: How many words the qualifiers take.
    """

    start: int
    low_open: bool = False
    high_open: bool = False
    approx: bool = False
    taken: int = 0


def read_bounds(left: Left, at: int, lists: FigureLists) -> Bounds:
    """Read the qualifiers right before a number that starts at `at`; several may stand together ("khoảng trên")."""
    if not left.words:
        return Bounds(at)
    start, taken, kinds = at, 0, set[str]()
    while found := _qualifier(left, taken, lists):
        size, kind = found
        taken += size
        start = left.starts[taken - 1]
        kinds.add(kind)
    return Bounds(start, "high" in kinds, "low" in kinds, "rough" in kinds, taken)


def _qualifier(left: Left, taken: int, lists: FigureLists) -> tuple[int, str] | None:
    if taken >= len(left.words):
        return None
    for words, kind in lists.bounds.get(left.words[taken], ()):
        size = len(words)
        if left.words[taken : taken + size] == words and not _compares(left, taken, words, lists):
            return size, kind
    return None


def _compares(left: Left, taken: int, words: tuple[str, ...], lists: FigureLists) -> bool:
    """Tell whether "hơn" or "quá" belongs to the word before it ("cao hơn 5%")."""
    if words not in {("hơn",), ("quá",)} or taken + 1 >= len(left.words):
        return False
    return left.words[taken + 1] in lists.by_tag["comparing"]


def is_programme(left: Left, lists: FigureLists) -> bool:
    """Tell whether the words before a round number make it the name of a programme."""
    return left.last(2) in lists.by_tag["programme left"]


def stands_on(key: str, end: int, value: Decimal, lists: FigureLists) -> bool:
    """Tell whether "trên" before the number that ends at `end` says where, not how many ("trên 3 lĩnh vực")."""
    return value <= _SURFACE_MOST and lists.surface.match(key, end) is not None


def is_date_word(left: Left, lists: FigureLists) -> bool:
    """Tell whether the nearest word makes a day of the number, and is no "mỗi ngày"."""
    return bool(left.words) and left.words[0] in lists.by_tag["day left"] and not _each(left, 0, lists)


def _each(left: Left, skip: int, lists: FigureLists) -> bool:
    return skip + 1 < len(left.words) and left.words[skip + 1] in lists.by_tag["each"]


def is_name(left: Left, skip: int, value: Decimal, rest: tuple[str, int, int], lists: FigureLists) -> bool:
    """Tell whether the words before a plain number make it a date or part of a name.

    Args:
        left: The words before the number.
        skip: How many of them are its qualifiers.
        value: The number.
        rest: The key, where the number's noun would begin, and where the text to look at ends.
        lists: The word lists.
    """
    if skip >= len(left.words) or _each(left, skip, lists):
        return False
    word, tags = left.words[skip], lists.by_tag
    if word == "số":
        return left.last(1, skip + 1) not in tags["sum"]
    if word in tags["day left"] or word in tags["month left"] or word in tags["year left"]:
        return _dated(word, value, lists)
    ends = [left.last(size, skip) for size in (1, 2, 3)]
    if any(phrase in tags["name left"] for phrase in ends):
        return True
    if not any(phrase in tags["place left"] for phrase in ends):
        return False
    # "Thôn 2 tổ chức …" is a hamlet that acts, not two organisations.
    return rest[0].startswith(" tổ chức", rest[1]) or not begins_with_head(*rest)


def _dated(word: str, value: Decimal, lists: FigureLists) -> bool:
    if word in lists.by_tag["day left"]:
        return value <= _DAYS
    return value <= _MONTHS if word in lists.by_tag["month left"] else _EARLIEST <= value <= _LATEST


def in_quoted_name(text: str, key: str, at: int) -> bool:
    """Tell whether `at` stands within a short quotation, which is a name ("cuộc vận động “5 không, 3 sạch”")."""
    floor = max(0, at - _QUOTED)
    begin = key.rfind('"', floor, at)
    if begin < 0 or not _opens(text, begin):
        return False
    end = key.find('"', at, begin + _QUOTED)
    return end >= 0 and "\n" not in key[begin:end]


def _opens(text: str, at: int) -> bool:
    if text[at] in _OPENING:
        return True
    return text[at] in _STRAIGHT and (at == 0 or text[at - 1] in " (\n") and not text[at + 1 : at + 2].isspace()
