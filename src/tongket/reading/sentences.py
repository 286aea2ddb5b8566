"""Where a sentence ends (`docs/spec/reading.md`, statements)."""

import re

from tongket.reading.letters import UPPER
from tongket.terms.span import Span

# A full stop after these is part of the word: titles, forms of address and place words in common use.
_SHORT = re.compile(
    r"(?<!\w)(?i:tp|tx|tt|ts|pgs|gs|ths|bs|cn|ks|đ/c|đc|t|ct|pct|bt|pbt|p|q|h|x|st|tr|nxb|vd|v\.v|th|lđ|ng|số|đ)$"
    rf"|(?<!\w)[{UPPER}]$"
)
_STOP = re.compile(rf"[.!?…](?:(?<=\.)\.{{2,}})?[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[{UPPER}\d])")
# The longest of `_SHORT`.
_REACH = 4


def split_sentences(text: str, part: Span) -> list[Span]:
    """Cut one paragraph of `text` into sentences; what follows `;` or `:` stays with its sentence."""
    found: list[Span] = []
    start = part.start
    for match in _STOP.finditer(text, part.start, part.end):
        stop, end = match.span()
        if stop < start or (end == stop + 1 and text[stop] == "." and _is_short(text, start, stop)):
            continue
        found.append(Span(start, end))
        start = end
        while start < part.end and text[start].isspace():
            start += 1
    if start < part.end:
        found.append(Span(start, part.end))
    return found


def _is_short(text: str, start: int, stop: int) -> bool:
    return _SHORT.search(text[max(start, stop - _REACH) : stop]) is not None
