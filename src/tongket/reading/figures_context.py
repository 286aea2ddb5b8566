"""What stands left of a number: qualifiers that open its bounds, and words that make it a date or a name."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tongket.reading.cues import phrases
from tongket.reading.nouns import begins_with_head

_SURFACE_MOST = 20  # "trên 15 lĩnh vực" is where; a larger number on a surface is hardly met
_DAYS, _MONTHS = 31, 12
_YEARS = range(1800, 2101)


class Lists(NamedTuple):
    """The word lists of `data/figures.txt`, by tag."""

    bounds: dict[str, str]
    comparing: frozenset[str]
    surface: tuple[str, ...]
    day_left: frozenset[str]
    month_left: frozenset[str]
    year_left: frozenset[str]
    name_left: frozenset[str]
    place_left: frozenset[str]
    sum: frozenset[str]
    each: frozenset[str]
    word_left: frozenset[str]
    year_word_left: frozenset[str]
    duration: tuple[str, ...]
    worked: tuple[str, ...]
    not_money: frozenset[str]


@cache
def figure_lists() -> Lists:
    """Return the lists of `data/figures.txt`."""
    tags: dict[str, list[str]] = {}
    bounds: dict[str, str] = {}
    for phrase, all_tags in phrases("figures.txt").items():
        for tag in all_tags:
            tags.setdefault(tag, []).append(phrase)
            if tag in {"low", "high", "rough"}:
                bounds[phrase] = tag

    def words(tag: str) -> frozenset[str]:
        return frozenset(tags[tag])

    return Lists(
        bounds, words("comparing"), tuple(tags["surface"]), words("day left"), words("month left"), words("year left"),
        words("name left"), words("place left"), words("sum"), words("each"), words("word left"),
        words("year word left"), tuple(tags["duration"]), tuple(tags["worked"]), words("not money"),
    )  # fmt: skip


class Left(NamedTuple):
    """The words before a number, nearest first, each with its start."""

    words: tuple[str, ...]
    starts: tuple[int, ...]

    def last(self, count: int, skip: int = 0) -> str:
        """Return the nearest `count` words after skipping `skip`, in reading order."""
        return " ".join(reversed(self.words[skip : skip + count]))


def words_before(key: str, at: int, floor: int) -> Left:
    """Return up to five words of the same clause right before `at`.

    A word that ends in a comma, bracket, colon or full stop is not of the clause, and nothing before it is.
    """
    words: list[str] = []
    starts: list[int] = []
    end = at
    while len(words) < 5 and end > floor and key[end - 1] == " ":  # noqa: PLR2004 - "ước thực hiện cả năm đạt" has five
        end -= 1
        begin = max(key.rfind(" ", floor, end), key.rfind("\n", floor, end), floor - 1) + 1
        if begin == end or not key[end - 1].isalnum():
            break
        while not key[begin].isalnum():
            begin += 1
        words.append(key[begin:end])
        starts.append(begin)
        end = begin
    return Left(tuple(words), tuple(starts))


class Bounds(NamedTuple):
    """What the words before a number do to it."""

    start: int
    low_open: bool = False
    high_open: bool = False
    approx: bool = False
    taken: int = 0


def read_bounds(left: Left, at: int) -> Bounds:
    """Read the qualifiers right before a number that starts at `at`; several may stand together ("khoảng trên")."""
    lists = figure_lists()
    start, taken, kinds = at, 0, set[str]()
    while taken < len(left.words):
        for size in (4, 3, 2, 1):
            if taken + size <= len(left.words) and (kind := lists.bounds.get(left.last(size, taken))):
                break
        else:
            break
        if size == 1 and left.words[taken] in {"hơn", "quá"} and _compares(left, taken):
            break
        taken += size
        start = left.starts[taken - 1]
        kinds.add(kind)
    return Bounds(start, "high" in kinds, "low" in kinds, "rough" in kinds, taken)


def _compares(left: Left, taken: int) -> bool:
    return taken + 1 < len(left.words) and left.words[taken + 1] in figure_lists().comparing


def stands_on(key: str, noun: int, value: Decimal) -> bool:
    """Tell whether "trên" before this number says where, not how many ("trên 3 lĩnh vực")."""
    return value <= _SURFACE_MOST and key.startswith(figure_lists().surface, noun)


def is_name(left: Left, skip: int, value: Decimal, key: str, noun: int, limit: int) -> bool:
    """Tell whether the words before a plain number make it a date or part of a name.

    Args:
        left: The words before the number.
        skip: How many of them are its qualifiers.
        value: The number.
        key: Key of the text.
        noun: Where its noun would begin.
        limit: Where the text to look at ends.
    """
    if skip >= len(left.words):
        return False
    lists = figure_lists()
    word = left.words[skip]
    pair = left.last(2, skip)
    before = left.words[skip + 1] if skip + 1 < len(left.words) else ""
    if before in lists.each:
        return False
    if word in lists.day_left:
        return value <= _DAYS
    if word in lists.month_left:
        return value <= _MONTHS
    if word in lists.year_left:
        return value in _YEARS
    if word == "số":
        return before not in lists.sum
    if word in lists.name_left or pair in lists.name_left or left.last(3, skip) in lists.name_left:
        return True
    if word in lists.place_left or pair in lists.place_left or left.last(3, skip) in lists.place_left:
        return not begins_with_head(key, noun, limit)
    return False


def no_count(key: str, noun: int) -> bool:
    """Tell whether what follows a number makes it a stretch of time, an age or a model ("5 năm", "2 cấp")."""
    lists = figure_lists()
    at = noun + (key[noun : noun + 1] == " ")
    for word in lists.duration:
        end = at + len(word)
        if key.startswith(word, at) and not key[end : end + 1].isalnum():
            return not key.startswith(lists.worked, at)
    return False
