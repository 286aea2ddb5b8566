"""Plain text: lines as they stand, list numbers recognised at their start."""

import hashlib
import unicodedata

from tongket.document.outline import HEADING_LENGTH, Look, is_image_name, look_of
from tongket.terms.document import Document, Line, LineKind, Origin
from tongket.terms.span import Span

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
    start, roman, under_image = 0, "", False
    for raw in text.split("\n"):
        end = start + len(raw)
        if raw and not raw.isspace():
            look = look_of(raw, last_roman=roman)
            if look.number and look.number[0] in "IVX":
                roman = look.number.rstrip(".)/-– ")
            if under_image and _is_caption(raw, look):
                look = Look(LineKind.CAPTION, "", 0)
            count = len(found)
            origin = _ORIGINS[count] if count < len(_ORIGINS) else Origin(paragraph=count + 1)
            found.append(Line(Span(start, end), look.kind, look.number, start + look.content, origin))
            under_image = "." in raw and is_image_name(raw)
        start = end + 1
    return tuple(found)


def _is_caption(raw: str, look: Look) -> bool:
    """A short line directly under a picture's file name says what the picture shows."""
    return look.kind is LineKind.PARAGRAPH and len(raw) <= HEADING_LENGTH and not is_image_name(raw)
