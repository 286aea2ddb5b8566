"""How a worker process is asked, and how it answers: JSON, so that nothing it says can run in the asking process."""

import json
from dataclasses import asdict
from typing import BinaryIO

from tongket.document.draft import Source
from tongket.document.limits import ReadLimits
from tongket.terms.document import Document, Line, LineKind, Origin
from tongket.terms.finding import Finding, Severity
from tongket.terms.span import Span


def ask(stream: BinaryIO, data: bytes, form: str, source: Source) -> None:
    """Write a question: a line that says what to read, then the bytes to read."""
    head = {"form": form, "name": source.name, "sha256": source.sha256, "limits": asdict(source.limits)}
    stream.write(json.dumps(head).encode("ascii") + b"\n")
    stream.write(data)


def asked(stream: BinaryIO) -> tuple[bytes, str, Source]:
    """Read a question: the bytes, their format, and what is known of the file."""
    told = json.loads(stream.readline())
    return stream.read(), told["form"], Source(told["name"], told["sha256"], ReadLimits(**told["limits"]))


def answer(document: Document) -> bytes:
    """Write a document."""
    told = {
        "name": document.name,
        "text": document.text,
        "lines": [
            [*line.span, line.kind, line.number, line.content, _origin(line.origin), line.article]
            for line in document.lines
        ],
        "format": document.format,
        "sha256": document.source_sha256,
        "findings": [[finding.code, finding.severity, finding.message] for finding in document.findings],
        "properties": document.properties,
    }
    return json.dumps(told).encode("ascii")


def answered(told: bytes) -> Document:
    """Read a document.

    Raises:
        ValueError, KeyError, TypeError: It is no answer.
    """
    fields = json.loads(told)
    return Document(
        name=fields["name"],
        text=fields["text"],
        lines=tuple(
            Line(Span(start, end), LineKind(kind), number, content, Origin(*origin), article)
            for start, end, kind, number, content, origin, article in fields["lines"]
        ),
        format=fields["format"],
        source_sha256=fields["sha256"],
        findings=tuple(Finding(code, Severity(weight), message) for code, weight, message in fields["findings"]),
        properties=tuple((key, value) for key, value in fields["properties"]),
    )


def _origin(origin: Origin) -> list[int | str | None]:
    place = [origin.page, origin.paragraph, origin.sheet, origin.table, origin.row, origin.column]
    return [*place, origin.across, origin.down]
