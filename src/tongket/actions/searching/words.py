"""Words of a text, folded for the search, and what a person typed as wanted words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tongket.reading.keyed import fold
from tongket.reading.period_words import without_marks
from tongket.terms.passages import Wanted
from tongket.terms.span import Span

_WORD = re.compile(r"[^\W_]+")
# A phrase in quotes, or what stands between blanks; both may have a `-` before them.
_TYPED = re.compile(r'(-?)"([^"]*)(?:"|$)|(\S+)')
_QUOTES = str.maketrans("“”„«»", '"""""')
# After a q the tone stands on the y in both habits; many hands write it on the u all the same.
_AFTER_Q = {"qùy": "quỳ", "qúy": "quý", "qủy": "quỷ", "qũy": "quỹ", "qụy": "quỵ"}
# Nobody looks for a longer one; what is longer is a broken line of a file.
_LONGEST = 100
# Syllables come back again and again; Vietnamese has some 7,000.
_KEPT = 16_384


def composed(text: str) -> str:
    """Return a text with each letter and its marks in one, so that there is one writing of a word."""
    return unicodedata.normalize("NFC", text)


def words_of(text: str) -> list[tuple[Span, str]]:
    """Return the words of a composed text, folded, each with where it stands."""
    return [(Span(*hit.span()), _same(hit.group())) for hit in _WORD.finditer(fold(text))]


@lru_cache(maxsize=_KEPT)
def _same(word: str) -> str:
    for wrong, right in _AFTER_Q.items():
        word = word.replace(wrong, right)
    return word[:_LONGEST]


@lru_cache(maxsize=_KEPT)
def bare(word: str) -> str:
    """Return a folded word without its marks."""
    return without_marks(word).lower() or word


def wanted_words(typed: str, *, with_marks: bool | None = None) -> list[Wanted]:
    """Read what a person typed: words, "phrases in quotes", `begin*`, `-absent`.

    Somebody who types any mark means marks; who types none finds every word that reads so without them.

    Args:
        typed: As typed.
        with_marks: Whether marks count; None to see it by what was typed.

    Returns:
        Nothing where no word stands in it, or only absent ones.
    """
    found = [(words, begins, absent) for words, begins, absent in _pieces(composed(typed.translate(_QUOTES))) if words]
    marks = any(bare(word) != word for words, _, _ in found for word in words) if with_marks is None else with_marks
    if all(absent for _, _, absent in found):
        found = [(words, begins, False) for words, begins, _ in found]
    return [
        Wanted(tuple(words if marks else map(bare, words)), marks, begins, absent) for words, begins, absent in found
    ]


def hits_in(text: str, wanted: Sequence[Wanted]) -> list[Span]:
    """Return where the wanted words stand in a composed text, in its order, none over another."""
    words = words_of(text)
    taken: set[int] = set()
    for each in wanted:
        if not each.absent:
            taken |= set(_places(each, [word if each.with_marks else bare(word) for _, word in words]))
    return _joined(text, [words[place][0] for place in sorted(taken)])


def _pieces(typed: str) -> Iterator[tuple[list[str], bool, bool]]:
    for hit in _TYPED.finditer(typed):
        phrase, single = hit[2], hit[3] or ""
        text = single if phrase is None else phrase
        absent = bool(hit[1]) or (len(single) > 1 and single[0] == "-" and single[1].isalpha())
        yield [word for _, word in words_of(text)], text.endswith("*"), absent


def _places(wanted: Wanted, words: Sequence[str]) -> Iterator[int]:
    size = len(wanted.words)
    *before, last = wanted.words
    for start in range(len(words) - size + 1):
        end = words[start + size - 1]
        ends = end.startswith(last) if wanted.begins else end == last
        if ends and list(words[start : start + size - 1]) == before:
            yield from range(start, start + size)


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Put spans with nothing but a blank between them together."""
    found: list[Span] = []
    for span in spans:
        if found and text[found[-1].end : span.start] == " ":
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
