"""The counted noun phrase: what stands right after a number (`docs/spec/reading.md`, figures, `noun`).

The lists are in `data/nouns.txt`; the phrase begins where the number ends and goes on until a word that cannot
belong to it, over a comma only where another noun of the same sort follows.
"""

import re
from functools import cache
from typing import NamedTuple

from tongket.reading.cues import phrases

# A noun phrase of a report seldom has more words; the longest list of the seed documents has 15.
_REACH = 110
# What no noun reaches over; a dot or slash within a word belongs to it ("tp.hcm", "tạ/ha"). One class of characters
# comes first, so that the search runs over the others at once.
_CUT = re.compile(r"[;:()\[\]\"…!?|\n•+./](?:(?<![./])|(?![^\W\d]))")
_SHARE_OPENERS = frozenset({"các", "số", "tổng", "những", "toàn"})


class NounLists(NamedTuple):
    """The word lists of the noun phrase.

    Attributes:
        bounds: First word to the phrases that belong to the noun (True, these first) or end it (False).
        head: First word to the nouns that are often counted, the longest first.
        place: The same of words that a proper name follows.
        sorts: First word to the nouns that belong to a sort, the longest first, each with its sorts.
    """

    bounds: dict[str, tuple[tuple[tuple[str, ...], bool], ...]]
    head: dict[str, tuple[tuple[str, ...], ...]]
    place: dict[str, tuple[tuple[str, ...], ...]]
    sorts: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]


@cache
def noun_lists() -> NounLists:
    """Return the lists of `data/nouns.txt`."""
    tags: dict[str, list[str]] = {}
    for phrase, all_tags in phrases("nouns.txt").items():
        for tag in all_tags:
            tags.setdefault(tag, []).append(phrase)
    sorts: dict[str, frozenset[str]] = {}
    for tag, entries in tags.items():
        if tag.startswith("sort "):
            for phrase in entries:
                sorts[phrase] = sorts.get(phrase, frozenset()) | {tag}
    keep, stop = _by_first(tags["keep"]), _by_first(tags["stop"])
    bounds = {
        first: tuple((phrase, True) for phrase in keep.get(first, ()))
        + tuple((phrase, False) for phrase in stop.get(first, ()))
        for first in {**keep, **stop}
    }
    by_first = {
        first: tuple((phrase, sorts[" ".join(phrase)]) for phrase in found)
        for first, found in _by_first(list(sorts)).items()
    }
    return NounLists(bounds, _by_first(tags["head"]), _by_first(tags["place"]), by_first)


def _by_first(entries: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        words = tuple(entry.split())
        by_first.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()}


def _length_at(phrases_of: dict[str, tuple[tuple[str, ...], ...]], words: list[str], at: int) -> int:
    """Return how many of `words` from `at` on make the longest phrase of the list, or 0."""
    for phrase in phrases_of.get(words[at], ()):
        size = len(phrase)
        if size == 1 or tuple(words[at : at + size]) == phrase:
            return size
    return 0


def noun_end(key: str, text: str, start: int, limit: int, *, share: bool = False) -> int:
    """Return where the noun phrase that begins at `start` ends; `start` itself where none begins there.

    Args:
        key: Key of the text.
        text: The text, for its capitals.
        start: Where the phrase would begin.
        limit: It does not go beyond this.
        share: True after a percent sign, where `các` and `số` may begin it ("100% các địa phương").
    """
    piece = key[start : min(limit, start + _REACH)]
    if cut := _CUT.search(piece):
        piece = piece[: cut.start()]
    lists = noun_lists()
    end = at = start
    before: list[str] = []
    for clause in piece.split(","):
        words = clause.split(" ")
        first = 0 if words[0] else 1
        if first >= len(words) or not words[first]:
            break
        if before and not (_sorts_at(lists, words, first) & _sorts_in(lists, before)):
            break
        last = _clause_end(words, first, text, at, share=share and not before)
        if last == first:
            break
        end = at + sum(map(len, words[:last])) + last - 1
        if last < len(words):
            break
        before = before or words
        at += len(clause) + 1
    return end


def _clause_end(words: list[str], first: int, text: str, at: int, *, share: bool) -> int:
    """Return the index after the last word of the phrase within one clause."""
    lists = noun_lists()
    here = _opening(words, first, text, at, share=share)
    if here < 0:
        return -here
    count = len(words)
    while here < count:
        word = words[here]
        if word in lists.bounds and (step := _step(lists, words, here)) is not None:
            if step == 0 and not (word == "và" and here > first and _goes_on(lists, words, first, here)):
                break
            here += step or 1
        elif word.isalpha() or (word and word[0].isalpha()):
            here += 1
        else:
            break
    return here


def _opening(words: list[str], first: int, text: str, at: int, *, share: bool) -> int:
    """Return the index after what may open the phrase; negative where it also ends it ("02 xã Tân Bình")."""
    here, count = first, len(words)
    if share:
        while here < count and words[here] in _SHARE_OPENERS:
            here += 1
    elif words[first] in noun_lists().place:
        place = first + _length_at(noun_lists().place, words, first)
        if first < place < count and _capital(words, place, text, at):
            return -place
    return here


def _step(lists: NounLists, words: list[str], here: int) -> int | None:
    """Return how many words a listed compound takes, 0 where a listed phrase ends the noun, None for neither."""
    for phrase, belongs in lists.bounds[words[here]]:
        size = len(phrase)
        if size == 1 or tuple(words[here : here + size]) == phrase:
            return size if belongs else 0
    return None


def _goes_on(lists: NounLists, words: list[str], first: int, here: int) -> bool:
    """Tell whether the word after "và" is a noun of the same sort as those before it."""
    return here + 1 < len(words) and bool(_sorts_at(lists, words, here + 1) & _sorts_in(lists, words[first:here]))


def _sorts_at(lists: NounLists, words: list[str], at: int) -> frozenset[str]:
    """Return the sorts of the noun that begins at `at`, the longest that is listed."""
    for phrase, sorts in lists.sorts.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return sorts
    return frozenset()


def _sorts_in(lists: NounLists, words: list[str]) -> frozenset[str]:
    """Return the sorts of the first noun in `words` that has any ("lượt cán bộ" is people)."""
    for at in range(len(words)):
        if found := _sorts_at(lists, words, at):
            return found
    return frozenset()


def _capital(words: list[str], here: int, text: str, at: int) -> bool:
    place = at + sum(map(len, words[:here])) + here
    # "trường THPT" is a sort of school, "trường Tân Bình" one of them.
    return text[place : place + 1].isupper() and not text[place + 1 : place + 2].isupper()


def begins_with_head(key: str, start: int, limit: int) -> bool:
    """Tell whether a noun that is often counted begins at `start` or after one space."""
    piece = key[start : min(limit, start + 30)].lstrip(" ")
    words = [word.rstrip(",;.:)") for word in piece.split(" ", 3)[:3]]
    return bool(_length_at(noun_lists().head, words, 0))


@cache
def head_starts() -> frozenset[str]:
    """Return the first words of the nouns that are often counted."""
    return frozenset(noun_lists().head)
