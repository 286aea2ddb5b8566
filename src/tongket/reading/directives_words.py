"""The words of a citation, out of `data/citations.toml`: types, codes, issuers."""

import re
import tomllib
from importlib.resources import files
from typing import Final, NamedTuple

_TABLES: Final = tomllib.loads(files("tongket.reading.data").joinpath("citations.toml").read_text(encoding="utf-8"))


def _words(name: str, table: str = "wording") -> tuple[str, ...]:
    return tuple(word.strip() for word in _TABLES[table][name].split(","))


TYPES: Final[dict[str, str]] = _TABLES["types"]
"""What a paper is called, and the code of its number."""
WEAK: Final = frozenset(_words("weak"))
"""Type words that need a capital or "số" before a bare number."""
PROGRAMMES: Final = frozenset(_words("programmes"))
"""Type words whose bare number is the name of a programme, unless its issuer is told."""
KINDS: Final = _words("kinds")
"""What may stand between the type word and "số"."""
AFTER: Final = _words("after")
"""What may follow a bare number."""
ISSUED_VERBS: Final = _words("verbs", "issued")
"""Verbs of issuing, between the issuer and the paper."""
ISSUED_BETWEEN: Final = _words("between", "issued")
"""What may stand between such a verb and the paper."""
CODES: Final = frozenset(_words("known", "codes"))
"""Every type code, in its usual case."""


class Issuer(NamedTuple):
    """Who issues: the symbol in the number, and the grammar of that number (`party` or `state`)."""

    symbol: str
    shape: str


def _issuers() -> list[tuple[str, Issuer]]:
    committees = _TABLES["party"].items()
    found = [
        (f"{office} (?:của )?(?:{words})", Issuer(symbol + committee, "party"))
        for office, symbol in _TABLES["commissions"].items()
        for words, committee in committees
        if committee in {"TW", "TU", "HU", "QU", "ThU"} and not words.startswith(("đảng(", "hội nghị", "(?:ban chấp"))
    ]
    standing = r"(?:ban thường vụ |btv |thường trực |thường vụ |ban chấp hành |bch )?"
    found += [(standing + words, Issuer(symbol, "party")) for words, symbol in committees]
    return found + [(words, Issuer(symbol, "state")) for words, symbol in _TABLES["state"].items()]


_ISSUERS: Final = _issuers()
PARTY_SYMBOLS: Final = frozenset(issuer.symbol for _, issuer in _ISSUERS if issuer.shape == "party") | {
    "TXU",
    "CB",
    "ĐB",
}
"""Symbols that tell a Party paper."""
STATE_SYMBOLS: Final = frozenset(issuer.symbol for _, issuer in _ISSUERS if issuer.shape == "state")
"""Symbols that tell a paper of the State."""

_ISSUER: Final = re.compile(r"(?:" + "|".join(f"({words})" for words, _ in _ISSUERS) + r")(?!\w)")
# A look at one word spares the long pattern: these are the words an issuer's name begins with.
_FIRST: Final = frozenset(_words("first", "issued"))
_WORD: Final = re.compile(r"[^\W\d_]+")


class Named(NamedTuple):
    """An issuer met in a text, with the place it stands at."""

    issuer: Issuer
    start: int
    end: int


def issuer_at(key: str, start: int) -> Named | None:
    """Return the issuer whose name starts at `start` of the key, if any."""
    word = _WORD.match(key, start)
    if word is None or word.group() not in _FIRST:
        return None
    match = _ISSUER.match(key, start)
    return None if match is None else Named(_ISSUERS[(match.lastindex or 1) - 1][1], start, match.end())


def last_issuer(key: str, start: int, end: int) -> Named | None:
    """Return the last issuer named in `[start, end)` of the key, if any."""
    last = None
    floor = start
    for word in _WORD.finditer(key, start, end):
        if word.start() >= floor and word.group() in _FIRST:
            named = issuer_at(key, word.start())
            if named is not None and named.end <= end:
                last, floor = named, named.end
    return last
