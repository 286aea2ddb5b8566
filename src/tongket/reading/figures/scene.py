"""A number in its place: what every reader of a number is given, and the signs behind it."""

import re
from typing import NamedTuple

from tongket.reading.figures.context import FigureLists, Left
from tongket.reading.figures.nouns import noun_end
from tongket.terms.records import Figure, FigureKind

_PERCENT = re.compile(r" ?%| phần trăm(?!\w)| điểm (?:%|phần trăm(?!\w))")
_MONEY = re.compile(r" ?(?:đồng|vnđ|vnd|đ)(?!\w|/c(?!\w))((?:/[^\W\d]+)*)")
_LETTERS = re.compile(r"[^\W\d_]+")


class Reached(NamedTuple):
    """Figures read at one place, and where reading goes on."""

    figures: tuple[Figure, ...]
    end: int


class Scene(NamedTuple):
    """Where a number stands: the text, its key, the lists, the number's start, its clause and its line."""

    key: str
    text: str
    lists: FigureLists
    at: int
    floor: int
    limit: int
    left: Left

    def noun_after(self, end: int) -> tuple[int, str | None]:
        """Return where the noun right after `end` ends, and the noun."""
        last = noun_end(self.key, self.text, end, self.limit)
        return last, self.text[end:last].strip() or None


def sign_at(key: str, end: int, lists: FigureLists) -> tuple[FigureKind | None, int]:
    """Return whether the number that ends at `end` is a percent or money, and where its sign ends."""
    if percent := _PERCENT.match(key, end):
        return FigureKind.PERCENT, percent.end()
    if money := _MONEY.match(key, end):
        follower = _LETTERS.match(key, money.end() + 1) if key[money.end() : money.end() + 1] == " " else None
        if follower is None or follower[0] not in lists.by_tag["not money"]:
            return FigureKind.MONEY, money.end()
    return None, end


def share_noun(key: str, text: str, end: int, limit: int) -> tuple[int, str | None]:
    """Return where the noun of a percent ends, and the noun."""
    last = noun_end(key, text, end, limit, share=True) if key[end : end + 1] == " " else end
    return last, text[end:last].strip() or None
