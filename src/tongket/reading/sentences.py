"""Where a sentence ends (`docs/spec/reading.md`, statements)."""

import re

from tongket.document.seldom import seldom
from tongket.reading.letters import UPPER
from tongket.reading.spans import as_span
from tongket.terms.span import Span

# A full stop after these is part of the word: titles, forms of address and place words in common use.
_WORDS = "tp|tx|tt|ts|pgs|gs|ths|bs|cn|ks|đ/c|đc|t|ct|pct|bt|pbt|p|q|h|x|st|tr|nxb|ub|vd|v.v|th|lđ|ng|đ"
_SHORT = seldom(rf"(?<!\w)(?i:{_WORDS.replace('.', '[.]')})$|(?<!\w)[{UPPER}]$")
_SHORT_WORDS, _LETTERS = frozenset(_WORDS.split("|")), frozenset(UPPER)
_STOP = re.compile(rf"[.!?…](?:(?<=\.)\.{{2,}})?[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[{UPPER}\d])")
_NUMBER = "số"
# What a single capital behind it numbers.
_RANKED = frozenset({"quý", "khóa", "khoá", "thứ", "hạng", "loại", "nhóm"})
_RANK_REACH = 8
# The longest of `_SHORT`.
_REACH = 4
# A day that a full stop parts from what was on it ("Ngày 18/7/2020. Đảng ủy xã …"), and the longest such opening.
_BARE_DAY = re.compile(r"(?:(?:sáng|trưa|chiều|tối) )?(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?", re.IGNORECASE)
_DAY_REACH = 22


# A degree before the name it belongs to, and the longest with the white space after it.
_DEGREE = re.compile(r"\b(?:gs|pgs|ts|ths|bs)\.\s*$")
_DEGREE_REACH = 12


def split_sentences(text: str, part: Span) -> list[Span]:
    """Cut one paragraph of `text` into sentences; what follows `;` or `:` stays with its sentence."""
    found: list[Span] = []
    start = part.start
    for match in _STOP.finditer(text, part.start, part.end):
        stop, end = match.span()
        if stop < start or (end == stop + 1 and text[stop] == "." and _is_short(text, start, stop)):
            continue
        if stop - start <= _DAY_REACH and _BARE_DAY.fullmatch(text, start, stop):
            continue
        found.append(as_span((start, end)))
        start = end
        while start < part.end and text[start].isspace():
            start += 1
    if start < part.end:
        found.append(as_span((start, part.end)))
    return found


def breaks_at_degree(key: str, at: int) -> bool:
    """Tell whether a sentence was cut at `at`, right behind a degree ("có: GS.TS." / "Lê …")."""
    low = max(0, at - _DEGREE_REACH)
    return key.rfind("s.", low, at) >= 0 and _DEGREE.search(key, low, at) is not None


def _is_short(text: str, start: int, stop: int) -> bool:
    piece = text[max(start, stop - _REACH) : stop]
    word = piece[piece.rfind(" ") + 1 :]
    if word == _NUMBER:
        # "số. 12" is a number; "dân tộc thiểu số." and "chuyển đổi số." end sentences.
        return text[stop + 1 : stop + _REACH].lstrip()[:1].isdigit()
    if word in _LETTERS and text[max(start, stop - _RANK_REACH) : stop - 2].rpartition(" ")[2] in _RANKED:
        # "quý I." and "hạng A." are no initials of a name.
        return False
    if word.isalnum():
        # A plain word is looked up: the pattern, for those beside other marks, takes five times as long.
        return word in _LETTERS or word.lower() in _SHORT_WORDS
    return _SHORT.search(piece) is not None
