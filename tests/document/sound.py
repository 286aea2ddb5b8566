"""What holds for every document, whatever the file was."""

import unicodedata

from tongket.terms.document import Document


def assert_sound(document: Document) -> None:
    """Fail where a document breaks what every reader of it relies on."""
    assert unicodedata.is_normalized("NFC", document.text)
    assert "\r" not in document.text
    end = 0
    for line in document.lines:
        assert end <= line.span.start < line.span.end <= len(document.text)
        assert line.span.start <= line.content < line.span.end
        words = line.span.of(document.text)
        assert words.strip()
        assert "\n" not in words
        if line.number:
            assert words.lstrip().startswith(line.number)
        end = line.span.end
    if not document.lines:
        assert any(finding.severity == "error" for finding in document.findings), "no text and no word why"
