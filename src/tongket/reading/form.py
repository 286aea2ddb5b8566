"""The written form of a reading: one JSON object of format `tongket-reading/1` (`docs/spec/reading.md`).

The same reading gives the same bytes: keys stand in the order of the format, nothing is sorted by a hash,
letters are written as themselves.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from tongket.terms.errors import TongketError
from tongket.terms.finding import Finding, Severity
from tongket.terms.quantity import Quantity
from tongket.terms.records import (
    Award,
    Directive,
    DocumentFields,
    Event,
    EventKind,
    Figure,
    FigureKind,
    Official,
    Reading,
    Role,
    Statement,
    StatementKind,
)
from tongket.terms.span import Span

FORMAT = "tongket-reading/1"

Form = Mapping[str, Any]
Item = TypeVar("Item")


def reading_to_mapping(reading: Reading, *, with_text: bool = False) -> dict[str, Any]:
    """Return the reading as plain values, keys in the order of the format.

    Args:
        reading: What was understood of a document.
        with_text: Carry the document's text as `document.text`, so that the spans can be resolved.
    """
    return {
        "format": FORMAT,
        "document": _document(reading, with_text=with_text),
        "body": _spans(reading.body),
        "events": [_event(event) for event in reading.events],
        "officials": [_official(official) for official in reading.officials],
        "directives": [
            {"key": found.key, "date": found.date, "spans": _spans(found.spans)} for found in reading.directives
        ],
        "figures": [_figure(figure) for figure in reading.figures],
        "statements": [{"kind": found.kind.value, "span": list(found.span)} for found in reading.statements],
        "awards": [
            {"honour": award.honour, "grantor": award.grantor, "span": list(award.span)} for award in reading.awards
        ],
        "findings": [_finding(finding) for finding in reading.findings],
        "reader": reading.reader,
    }


def reading_to_json(reading: Reading, *, with_text: bool = False) -> str:
    """Return the reading as one line of JSON without a line end; letters stand as themselves."""
    return json.dumps(reading_to_mapping(reading, with_text=with_text), ensure_ascii=False)


def reading_from_mapping(form: Form, *, text: str | None = None) -> Reading:
    """Return the reading that `form` describes.

    Args:
        form: A JSON object of format `tongket-reading/1`; `findings` and `reader` may be missing.
        text: The document's text; without it `document.text` is taken, or the empty text.

    Raises:
        TongketError: `form` is not of that format; the message names the field.
    """
    if form.get("format") != FORMAT:
        told = form.get("format")
        message = (
            f"Bản đọc không có dạng {FORMAT}: trường `format` ghi {told!r}. Hãy đọc lại văn bản bằng `tongket read`."
        )
        raise TongketError(message)
    try:
        return _reading(form, text)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = (
            f"Bản đọc dạng {FORMAT} bị hỏng ({type(error).__name__}: {error}). Hãy đọc lại văn bản bằng `tongket read`."
        )
        raise TongketError(message) from error


def reading_from_json(line: str, *, text: str | None = None) -> Reading:
    """Return the reading written in `line`.

    Raises:
        TongketError: `line` is not JSON, or not of format `tongket-reading/1`.
    """
    try:
        form = json.loads(line)
    except ValueError as error:
        message = f"Bản đọc không phải là JSON: {error}. Hãy đọc lại văn bản bằng `tongket read --json`."
        raise TongketError(message) from error
    if not isinstance(form, dict):
        message = f"Bản đọc phải là một đối tượng JSON dạng {FORMAT}, ở đây là {type(form).__name__}."
        raise TongketError(message)
    return reading_from_mapping(form, text=text)


def _document(reading: Reading, *, with_text: bool) -> dict[str, Any]:
    fields = reading.fields
    form: dict[str, Any] = {
        "name": reading.name,
        "sha256": reading.sha256,
        "title": fields.title,
        "published": fields.published,
        "author": fields.author,
        "publisher": fields.publisher,
    }
    return {**form, "text": reading.text} if with_text else form


def _event(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind.value,
        "date": event.date,
        "host": event.host,
        "org": event.org,
        "place": event.place,
        "reviewed": event.reviewed,
        "ahead": event.ahead,
        "span": list(event.span),
    }


def _official(official: Official) -> dict[str, Any]:
    return {
        "name": official.name,
        "posts": list(official.posts),
        "roles": [role.value for role in official.roles],
        "spans": _spans(official.spans),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "kind": figure.kind.value,
        "low": _number(figure.quantity.low),
        "high": _number(figure.quantity.high),
        "approx": figure.quantity.approx,
        "noun": figure.noun,
        "span": list(figure.span),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "span": None if finding.span is None else list(finding.span),
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _number(value: Decimal | None) -> int | float | None:
    """Write a whole number as an integer; a float's shortest form keeps up to 15 digits of any other."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _reading(form: Form, text: str | None) -> Reading:
    document = form["document"]
    return Reading(
        name=_text(document["name"]),
        sha256=_text(document["sha256"]),
        text=document.get("text", "") if text is None else text,
        fields=DocumentFields(*(_told(document, key) for key in ("title", "published", "author", "publisher"))),
        body=_read_spans(form["body"]),
        events=_each(form["events"], _read_event),
        officials=_each(form["officials"], _read_official),
        directives=_each(form["directives"], _read_directive),
        figures=_each(form["figures"], _read_figure),
        statements=_each(form["statements"], _read_statement),
        awards=_each(form["awards"], _read_award),
        findings=_each(form.get("findings", ()), _read_finding),
        reader=_text(form.get("reader", "")),
    )


def _each(rows: Sequence[Form], read: Callable[[Form], Item]) -> tuple[Item, ...]:
    return tuple(read(row) for row in rows)


def _read_event(row: Form) -> Event:
    keys = ("date", "host", "org", "place", "reviewed", "ahead")
    return Event(EventKind(row["kind"]), _read_span(row["span"]), *(_told(row, key) for key in keys))


def _read_official(row: Form) -> Official:
    posts = tuple(_text(post) for post in row["posts"])
    return Official(_text(row["name"]), posts, tuple(map(Role, row["roles"])), _read_spans(row["spans"]))


def _read_directive(row: Form) -> Directive:
    return Directive(_text(row["key"]), _read_spans(row["spans"]), _told(row, "date"))


def _read_figure(row: Form) -> Figure:
    quantity = Quantity(_decimal(row.get("low")), _decimal(row.get("high")), bool(row.get("approx")))
    return Figure(FigureKind(row["kind"]), quantity, _read_span(row["span"]), _told(row, "noun"))


def _read_statement(row: Form) -> Statement:
    return Statement(StatementKind(row["kind"]), _read_span(row["span"]))


def _read_award(row: Form) -> Award:
    return Award(_text(row["honour"]), _read_span(row["span"]), _told(row, "grantor"))


def _read_finding(row: Form) -> Finding:
    span = row.get("span")
    where = None if span is None else _read_span(span)
    return Finding(_text(row["code"]), Severity(row["severity"]), _text(row["message"]), where)


def _read_spans(rows: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(_read_span(row) for row in rows)


def _read_span(row: Sequence[int]) -> Span:
    start, end = row
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        message = f"span {row!r}"
        raise ValueError(message)
    return Span(start, end)


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = f"{value!r} is no text"
        raise TypeError(message)
    return value


def _told(row: Form, key: str) -> str | None:
    value = row.get(key)
    return None if value is None else _text(value)
