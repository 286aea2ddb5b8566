"""The words of a citation, out of `data/citations.toml`: types, codes, issuers."""

import re
import tomllib
from importlib.resources import files
from typing import Final, NamedTuple

from tongket.document.seldom import seldom

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


def _table(name: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return a table of issuers as one pattern, a group a row, and the rows' symbols."""
    rows = _TABLES[name]
    return seldom("(?:" + "|".join(f"({words})" for words in rows) + r")(?!\w)"), tuple(rows.values())


_PARTY: Final = _table("party")
_STATE: Final = _table("state")
_OFFICES: Final = _TABLES["commissions"]
_OFFICE: Final = re.compile("(" + "|".join(sorted(_OFFICES, key=len, reverse=True)) + ")(?: của)? ")
_OF_COMMITTEES: Final = ("TW", "TU", "HU", "QU", "ThU")
# A committee's standing part issues under the committee's symbol.
_STANDING: Final = re.compile("(?:ban thường vụ|btv|thường trực|thường vụ|ban chấp hành|bch) ")
_SYMBOLS: Final = frozenset(_PARTY[1])
PARTY_SYMBOLS: Final = (
    _SYMBOLS | {office + symbol for office in _OFFICES.values() for symbol in _OF_COMMITTEES} | {"TXU", "CB", "ĐB"}
)
"""Symbols that tell a Party paper."""
STATE_SYMBOLS: Final = frozenset(_STATE[1])
"""Symbols that tell a paper of the State."""
# A look at one word spares the long patterns: these are the words an issuer's name begins with.
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
    office = _OFFICE.match(key, start)
    if office is not None:
        committee = _issuer_of(_PARTY, "party", key, office.end())
        if committee is not None and committee.issuer.symbol in _OF_COMMITTEES:
            symbol = _OFFICES[office.group(1)] + committee.issuer.symbol
            return Named(Issuer(symbol, "party"), start, committee.end)
    standing = _STANDING.match(key, start)
    committee = None if standing is None else _issuer_of(_PARTY, "party", key, standing.end())
    found = committee or _issuer_of(_PARTY, "party", key, start) or _issuer_of(_STATE, "state", key, start)
    return None if found is None else Named(found.issuer, start, found.end)


def _issuer_of(table: tuple[re.Pattern[str], tuple[str, ...]], shape: str, key: str, start: int) -> Named | None:
    match = table[0].match(key, start)
    return None if match is None else Named(Issuer(table[1][(match.lastindex or 1) - 1], shape), start, match.end())


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
