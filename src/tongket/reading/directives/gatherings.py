"""Resolutions known by the gathering that adopted them: a plenum (`NQTW4/XII`) or a congress (`NQĐH/XIII`)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_COUNTED = (
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai", "mười ba",
    "mười bốn", "mười lăm", "mười sáu", "mười bảy",
)  # fmt: skip
_WORDS = {word: at for at, word in enumerate(_COUNTED, 1)} | {"bốn": 4, "mười tư": 14}
_ORDINAL = r"(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r"|[ivx]+\b|\d{1,2}\b)(?! mươi)"
_CENTRE = r"(?:trung ương|tw|tư\b|t·ư)"
_TERM = r"(?:[ivx]+|\d{1,2})\b"
_TERMS = rf"[ ,(]{{0,3}}khóa (?P<terms>{_TERM}(?:\)?(?:[,;/] ?| và | ?- ?|, và )\(?(?:khóa {_TERM}|[ivx]+\b))*)\)?"
_PLENUM = re.compile(
    rf"(?: của| các)?(?: hội nghị)?,?(?: lần thứ (?P<before>{_ORDINAL}(?:(?:, ?| và )lần thứ {_ORDINAL})*))?"
    rf",?(?: của)?(?: ban chấp hành| bch)? ?{_CENTRE}"
    rf"(?: đảng)?(?:,? lần thứ (?P<after>{_ORDINAL}))?"
    rf"(?: ?(?P<numbers>\d{{1,2}}(?:(?:, ?| và ){_CENTRE}? ?\d{{1,2}}(?=[ ,(]))*))?(?![\d/%])"
    rf"(?: đảng)?(?:,? của (?:ban chấp hành|bch) ?{_CENTRE}(?: đảng)?)?(?:{_TERMS})?"
)
_ONE_TERM = re.compile(rf"\b{_TERM}")
_LOOSE_PLENUM = re.compile(rf"{_CENTRE} ?(?P<numbers>\d{{1,2}}(?:(?:, ?| và )\d{{1,2}})*){_TERMS}")
_CONGRESS = re.compile(r"(?:đại hội|đh)\b")
_DIRECT = re.compile(
    r"(?: đảng(?: bộ [^\W\d]+)?| đại biểu| toàn quốc| đoàn| công đoàn){0,3} "
    r"(?P<ordinal>[ivx]+\b|\d{1,2}(?= của đảng| đảng))"
)
# The ordinal stands behind the congress's name, which holds none of these.
_COUNTED_AS = re.compile(rf"[lk](?:ần thứ|hóa|ần) ?(?P<ordinal>{_ORDINAL})")
_NO_NAME = re.compile(r"[.;:()\"\n]|,(?! $)|đại hội|nghị quyết")
_LONGEST_NAME = 115
_NEXT_CONGRESS = re.compile(
    r"(?:,? ?\(?nhiệm kỳ \d{4} ?- ?\d{4}\)?)?(?: của [^.,;:\d]{2,60}?)?(?:,? ?\(?nhiệm kỳ \d{4} ?- ?\d{4}\)?)?"
    r"[,;]?(?: và| cũng như| cùng với| gắn với)? ?(?=đại hội)"
)
_DIGITS = re.compile(r"\d+")
_AND_TH = re.compile(r"(?:, ?| và )lần thứ ")
_LEAD = re.compile(r" ?(?:của |các |kỳ )*(?=đại hội|đh)")
_NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Adopted(NamedTuple):
    """A resolution named by its gathering; a plenum told without its term has a key that ends in `?`."""

    key: str
    end: int


def plena_at(text: str, key: str, start: int, code: str) -> list[Adopted]:
    """Read the plenum named at `start`, right after its type word: one paper for each plenum and term."""
    match = _PLENUM.match(key, start)
    if match is None:
        return []
    told = match["before"] or match["after"] or match["numbers"]
    return [] if told is None else _papers(text, match, told, code)


def loose_plena_at(text: str, key: str, start: int) -> list[Adopted]:
    """Read "Trung ương 4 khóa XI, XII" without a type word; the gathering itself ("Hội nghị Trung ương 4") is none."""
    match = _LOOSE_PLENUM.match(key, start)
    if match is None or key.endswith("hội nghị ", 0, start):
        return []
    return _papers(text, match, match["numbers"], "NQ")


def congresses_at(text: str, key: str, start: int) -> Iterator[Adopted]:
    """Read the congresses named at `start`, right after "nghị quyết", as far as they follow one another."""
    lead = _LEAD.match(key, start)
    while lead is not None:
        match = _ordinal_of(key, lead.end())
        term = match and _roman(text[match.start("ordinal") : match.end("ordinal")], match["ordinal"])
        if match is None or term is None:
            return
        yield Adopted(f"NQĐH/{term}", match.end())
        lead = _NEXT_CONGRESS.match(key, match.end())


def _ordinal_of(key: str, start: int) -> re.Match[str] | None:
    """Return the match that ends with the ordinal of the congress named at `start`, if it is told."""
    congress = _CONGRESS.match(key, start)
    if congress is None:
        return None
    direct = _DIRECT.match(key, congress.end())
    if direct is not None:
        return direct
    counted = _COUNTED_AS.search(key, congress.end(), congress.end() + _LONGEST_NAME)
    if counted is None or _NO_NAME.search(key, congress.end(), counted.start()):
        return None
    return counted


def _papers(text: str, match: re.Match[str], told: str, code: str) -> list[Adopted]:
    plena = [told] if told.isdigit() else _DIGITS.findall(told) or _AND_TH.split(told)
    numbers = [number for number in map(_number, plena) if number]
    terms: list[str] = []
    end = match.end()
    if match["terms"] is not None:
        base = match.start("terms")
        for found in _ONE_TERM.finditer(match["terms"]):
            term = _roman(text[base + found.start() : base + found.end()], found.group())
            if term is not None:
                terms.append(term)
    return [Adopted(f"{code}TW{number}/{term}", end) for term in terms or ["?"] for number in numbers]


def _number(told: str) -> int | None:
    if told in _WORDS:
        return _WORDS[told]
    if told.isdigit():
        return int(told) or None
    return _from_roman(told.upper())


def _roman(written: str, folded: str) -> str | None:
    """Return an ordinal as a Roman numeral; Roman letters count only in capitals ("vi phạm" is no sixth term)."""
    if folded in _WORDS:
        return _to_roman(_WORDS[folded])
    if folded.isdigit():
        return _to_roman(int(folded)) if int(folded) else None
    if not written.isupper() or (value := _from_roman(written)) is None or _to_roman(value) != written:
        return None
    return written


def _from_roman(numeral: str) -> int | None:
    value, rest = 0, numeral
    for worth, letters in _NUMERALS:
        while rest.startswith(letters):
            value, rest = value + worth, rest[len(letters) :]
    return None if rest or not value else value


def _to_roman(value: int) -> str:
    written = ""
    for worth, letters in _NUMERALS:
        while value >= worth:
            written, value = written + letters, value - worth
    return written
