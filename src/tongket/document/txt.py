"""Text files: bytes to lines."""

from tongket.document.charset import decode, modern
from tongket.document.draft import Source
from tongket.document.faults import fault
from tongket.document.plain import lines_of, settle
from tongket.terms.document import Document


def read_txt(data: bytes, source: Source) -> Document:
    """Read a text file of any encoding.

    Args:
        data: Its bytes.
        source: Its name, hash and bounds.

    Returns:
        The document; its text is the file's, in NFC with line feeds.
    """
    limits = source.limits
    decoded = decode(data)
    findings = [fault(code, **values) for code, values in decoded.faults]
    modernised, codes = modern(decoded.text.split("\n"))
    findings += [fault(code) for code in codes]
    text = settle("\n".join(modernised))
    if len(text) > limits.max_characters:
        text = text[: text.rfind("\n", 0, limits.max_characters) + 1] or text[: limits.max_characters]
        findings.append(fault("TEXT-TOO-LONG", limit=limits.max_characters))
    if text.count("\n") >= limits.max_lines:
        text = "\n".join(text.split("\n", limits.max_lines)[: limits.max_lines]) + "\n"
        findings.append(fault("TOO-MANY-LINES", limit=limits.max_lines))
    lines = lines_of(text)
    if not lines:
        findings.append(fault("FILE-NO-TEXT"))
    return Document(source.name, text, lines, "txt", source.sha256, tuple(findings))
