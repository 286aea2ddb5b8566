"""A sentence with the words that were hit marked, cut where it is too long to be read at a glance."""

from collections.abc import Sequence

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tongket.terms.span import Span

# As much as three lines of a page hold; a cut falls between words.
_AROUND = 160


def marked(text: str, hits: Sequence[Span]) -> SafeString:
    """Return the text with its hits marked; far before the first and far behind the last it is cut.

    Args:
        text: As it stands in the document.
        hits: In their order, none over another.
    """
    first = hits[0].start if hits else 0
    start = 0 if first <= _AROUND else text.find(" ", first - _AROUND) + 1
    last = max(hits[-1].end if hits else 0, start + _AROUND)
    cut = text.rfind(" ", last, last + _AROUND)
    end = len(text) if len(text) <= last + _AROUND else cut if cut > last else last + _AROUND
    pieces, at = [], start
    for hit in hits:
        pieces += [escape(text[at : hit.start]), format_html("<mark>{}</mark>", text[hit.start : hit.end])]
        at = hit.end
    pieces.append(escape(text[at:end]))
    return mark_safe(("… " if start else "") + "".join(pieces) + (" …" if end < len(text) else ""))  # noqa: S308 - every piece is escaped
