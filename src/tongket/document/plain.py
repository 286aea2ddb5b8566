"""Plain text: lines as they stand, list numbers recognised at their start."""

import hashlib
import re
import unicodedata

from tongket.terms.document import Document, Line, LineKind, Origin
from tongket.terms.span import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def document_from_text(text: str, name: str = "") -> Document:
    """Make a document of a text that is already decoded.

    Args:
        text: The text; brought to NFC with line feeds as line ends, nothing else is changed.
        name: What to call the document.

    Returns:
        The document; its source hash is that of the text as given, in UTF-8.
    """
    settled = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = tuple(
        Line(Span(*match.span()), LineKind.PARAGRAPH, origin=Origin(paragraph=count))
        for count, match in enumerate(_LINE.finditer(settled), start=1)
    )
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name=name, text=settled, lines=lines, format="txt", source_sha256=digest)
