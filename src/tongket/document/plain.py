"""Plain text: lines as they stand, list numbers recognised at their start."""

import hashlib
import unicodedata
from functools import partial

from tongket.document.outline import Lookout
from tongket.terms.document import Document, Line, Origin
from tongket.terms.span import Span

# Made of their parts directly: a third of the cost of naming them.
_as_span, _as_line = partial(tuple.__new__, Span), partial(tuple.__new__, Line)
# Origins of the first lines, made once: a frozen value costs as much to build as a line itself.
_ORIGINS = tuple(Origin(paragraph=count) for count in range(1, 513))


def document_from_text(text: str, name: str = "") -> Document:
    """Make a document of a text that is already decoded.

    Args:
        text: The text; brought to NFC with line feeds as line ends, nothing else is changed.
        name: What to call the document.

    Returns:
        The document; its source hash is that of the text as given, in UTF-8.
    """
    settled = settle(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name=name, text=settled, lines=lines_of(settled), format="txt", source_sha256=digest)


def settle(text: str) -> str:
    """Bring a text to NFC with line feeds as line ends."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def lines_of(text: str) -> tuple[Line, ...]:
    """Cut a settled text into its lines that are not blank, each with what it looks like."""
    found: list[Line] = []
    start, look_at = 0, Lookout().at
    for raw in text.split("\n"):
        end = start + len(raw)
        if raw and not raw.isspace():
            look = look_at(raw)
            count = len(found)
            origin = _ORIGINS[count] if count < len(_ORIGINS) else Origin(paragraph=count + 1)
            kind, number, content = look
            found.append(_as_line((_as_span((start, end)), kind, number, start + content, origin, True)))
        start = end + 1
    return tuple(found)
