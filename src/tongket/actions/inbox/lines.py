"""How the lines of a document look, kept beside its reading so that a page can show the document as it is.

Written as JSON, a list for each line: start, end, kind, list number, start of its own words, whether it is of the
article, and where it came from (`Origin`).
"""

import json
from dataclasses import astuple

from tongket.ledger.entries import rows_of
from tongket.terms.document import Document, Line, LineKind, Origin
from tongket.terms.span import Span
from tongket.terms.work import LinesRow


def lines_row(document: Document, reading: str) -> LinesRow:
    """Return the row that keeps the lines of a document.

    Args:
        document: As taken from the file.
        reading: Id of its reading.
    """
    written = [
        [*line.span, line.kind.value, line.number, line.content, line.article, *astuple(line.origin)]
        for line in document.lines
    ]
    return LinesRow(reading, document.source_sha256, json.dumps(written, ensure_ascii=False, separators=(",", ":")))


def lines_of(reading: str, text: str) -> list[Line]:
    """Return the lines of a reading's document; of one that was not taken in through the desk, those of its text.

    Args:
        reading: Id of the reading.
        text: Of the document.
    """
    rows = rows_of(LinesRow, id=reading)
    if not rows:
        return list(_plain(text))
    return [
        Line(Span(start, end), LineKind(kind), number, content, Origin(*origin), article)
        for start, end, kind, number, content, article, *origin in json.loads(rows[0].lines)
    ]


def _plain(text: str) -> list[Line]:
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(Span(start, start + len(line)), LineKind.PARAGRAPH))
        start += len(line) + 1
    return lines
