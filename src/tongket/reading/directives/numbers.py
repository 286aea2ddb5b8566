"""The number of a document: what is written, and the one key it is known by.

Party papers are numbered `05-CT/TW`, papers of the State `16/CT-TTg` or, with their year, `30/2020/NĐ-CP`
(Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP). Reports write both in many ways: `05 - CT/TW`, `05 CT/TW`,
`217/QĐ-TW`, `996 - QĐTU`, `03-CT/TƯ`. Where the issuer's grammar is known it decides, else the written one stands.
"""

import re
from typing import NamedTuple

from tongket.document.seldom import seldom
from tongket.reading.directives.words import CODES, PARTY_SYMBOLS, STATE_SYMBOLS

_CASED = {code.lower(): code for code in CODES}
_CODES = "|".join(sorted(_CASED, key=len, reverse=True))
_NUMBER = r"(?P<no>\d{1,5}[a-z]?)"
_FULL = re.compile(
    rf"{_NUMBER}(?: ?/ ?(?P<year>(?:19|20)\d\d))?(?P<before> ?[-/.]? ?)"
    rf"(?P<code>{_CODES})(?P<between> ?[-/] ?|)(?=[a-zđư])"
)
# Papers without a type code: an office's letter (`123/UBND-VX`), a law (`202/2025/QH15`), a society's (`400/HLGVN`).
_BARE = re.compile(rf"{_NUMBER}(?: ?/ ?(?P<year>(?:19|20)\d\d))? ?/ ?(?=[a-zđư]{{2}})")
_SYMBOL = seldom(r"(?:T\. ?[ƯW]\b|TTg|[A-ZĐÐƯ])(?:[A-ZĐÐƯ0-9&]|hU\b|Tg\b|g\b)*(?:-[A-ZĐÐƯ][A-ZĐÐƯ0-9]*(?:Tg\b)?)*")
# In lower case only these are surely symbols ("05-ct/tw"); anything else may be the next word.
_SMALL = re.compile(r"(?:tw|tư|tu|hu|ttg|ubnd|hđnd|btgtw|btgtu)\b")
_PROPER = {"TTG": "TTg", "THU": "ThU"}


class Numbered(NamedTuple):
    """A full number as met in a text: its key, its parts, and where it ends."""

    key: str
    number: str
    code: str
    symbol: str
    end: int
    mixed: bool
    """Whether it writes a Party paper in the shape of the State (`217/QĐ-TW`)."""


def read_number(text: str, key: str, start: int) -> Numbered | None:
    """Read the full number that starts at `start`, or None where there is none.

    Args:
        text: The document's text.
        key: The folded text, as long as `text`.
        start: Where the number's first digit stands.
    """
    match = _FULL.match(key, start)
    if match is None:
        return _read_bare(text, key, start)
    written = _symbol_at(text, key, match.end())
    if written is None or not _is_code(text, match, written[0]):
        return _read_bare(text, key, start)
    symbol, end = written
    code = _CASED[match["code"]]
    shape = _shape(symbol, match["before"], match["between"])
    mixed = shape == "party" and match["before"].strip() == "/" and match["between"].strip() == "-"
    number = padded(match["no"])
    return Numbered(make_key(number, match["year"], code, symbol, shape), number, code, symbol, end, mixed)


def padded(number: str) -> str:
    """Write a number with at least two digits: `5` is `05`."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return digits.lstrip("0").zfill(2) + number[len(digits) :]


def make_key(number: str, year: str | None, code: str, symbol: str, shape: str) -> str:
    """Put a key together; `shape` is `party` or `state`."""
    if shape == "party":
        return f"{number}-{code}/{symbol}"
    return f"{number}/{year}/{code}-{symbol}" if year else f"{number}/{code}-{symbol}"


def _read_bare(text: str, key: str, start: int) -> Numbered | None:
    match = _BARE.match(key, start)
    if match is None:
        return None
    written = _symbol_at(text, key, match.end())
    if written is None or len(written[0]) < 2:  # noqa: PLR2004 - one letter is a mark of a list or a house number
        return None
    symbol, end = written
    number = padded(match["no"])
    year = f"{match['year']}/" if match["year"] else ""
    return Numbered(f"{number}/{year}{symbol}", number, "", symbol, end, mixed=False)


def _symbol_at(text: str, key: str, start: int) -> tuple[str, int] | None:
    """Return the issuer's symbol written at `start`, as it should be written, and where it ends."""
    match = _SYMBOL.match(text, start)
    if match is None or (match.end() - start == 1 and key.startswith(("tw", "tư", "tu"), start)):
        match = _SMALL.match(key, start)
    if match is None:
        return None
    symbol = match.group().upper().replace("Ð", "Đ").replace(". ", ".").replace("T.Ư", "TW").replace("T.W", "TW")
    symbol = symbol.replace("TƯ", "TW")
    return "-".join(_PROPER.get(part, part) for part in symbol.split("-")), match.end()


def _is_code(text: str, match: re.Match[str], symbol: str) -> bool:
    """Tell a type code from a word that looks like one: it is in capitals, or all of the number is in lower case."""
    written = text[match.start("code") : match.end("code")]
    if not match["between"] and symbol not in PARTY_SYMBOLS:
        return False
    if not match["before"].strip() and "/" not in match["between"]:
        return False
    return written[0].isupper() or symbol in PARTY_SYMBOLS or symbol in STATE_SYMBOLS


def _shape(symbol: str, before: str, between: str) -> str:
    if symbol in PARTY_SYMBOLS:
        return "party"
    if symbol in STATE_SYMBOLS or symbol.partition("-")[0] in STATE_SYMBOLS:
        return "state"
    if "/" in between:
        return "party"
    return "state" if "/" in before or "-" in between else "party"
