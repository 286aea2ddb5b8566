"""Where a sentence ends (`docs/spec/reading.md`, statements)."""

import re

from tongket.terms.span import Span

# A full stop after these is part of the word: titles, forms of address and place words in common use.
_SHORT = re.compile(r"(?:\b(?:tp|tx|tt|ts|pgs|gs|ths|bs|cn|ks|đ/c|đc|t|ct|pct|bt|pbt|p|q|h|x|st|tr|nxb|vd|v\.v|th|lđ|ng)|\b[A-ZĐ])$", re.IGNORECASE)
_STOP = re.compile(r"(?:\.{3,}|…|[.!?])(?:[\"”’'»)\]]*)(?=\s+[\"“‘'«(\[]?[^\W_a-zà-ỹđ])")


def split_sentences(text: str, part: Span) -> list[Span]:
    """Cut one paragraph of `text` into sentences; what follows `;` or `:` stays with its sentence."""
    found: list[Span] = []
    start = part.start
    for match in _STOP.finditer(text, part.start, part.end):
        if match.start() < start:
            continue
        if text[match.start()] == "." and match.end() - match.start() == 1 and _SHORT.search(text, start, match.start()):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
        while start < part.end and text[start].isspace():
            start += 1
    if start < part.end:
        found.append(Span(start, part.end))
    return found
