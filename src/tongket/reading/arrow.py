"""Many readings as Arrow tables, one a record type, for pandas, polars or DuckDB (`tongket[arrow]`).

Every row says which document it comes from (`document`, `sha256`) and carries its words (`quote`). A record
with several spans has one `quote` and one `spans` entry a span, in order. Bounds are 64-bit floats: exact for
whole numbers up to 2**53, more than any report counts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from tongket.terms.errors import TongketError
from tongket.terms.records import Event, Figure, Reading
from tongket.terms.span import Span

try:
    import pyarrow as pa
except ModuleNotFoundError as missing:
    _ADVICE = "Bảng Arrow cần thư viện pyarrow, chưa được cài. Hãy cài: pip install 'tongket[arrow]'"
    raise TongketError(_ADVICE) from missing

Row = dict[str, Any]

_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_SOURCE = [("document", pa.string()), ("sha256", pa.string())]
_ONE_PLACE = [("start", pa.int32()), ("end", pa.int32()), ("quote", pa.string())]
_PLACES = [("spans", pa.list_(_SPAN)), ("quotes", pa.list_(pa.string())), ("quote", pa.string())]

SCHEMAS: Mapping[str, pa.Schema] = MappingProxyType(
    {
        "documents": pa.schema(
            [
                *_SOURCE,
                *((name, pa.string()) for name in ("title", "published", "author", "publisher", "reader")),
                ("characters", pa.int32()),
                ("body", pa.list_(_SPAN)),
            ]
        ),
        "events": pa.schema(
            [
                *_SOURCE,
                ("kind", pa.string()),
                ("main", pa.bool_()),
                *((name, pa.string()) for name in ("date", "host", "org", "place", "reviewed", "ahead")),
                *_ONE_PLACE,
            ]
        ),
        "officials": pa.schema(
            [
                *_SOURCE,
                ("name", pa.string()),
                ("posts", pa.list_(pa.string())),
                ("roles", pa.list_(pa.string())),
                *_PLACES,
            ]
        ),
        "directives": pa.schema([*_SOURCE, ("key", pa.string()), ("date", pa.string()), *_PLACES]),
        "figures": pa.schema(
            [
                *_SOURCE,
                ("kind", pa.string()),
                ("low", pa.float64()),
                ("high", pa.float64()),
                ("approx", pa.bool_()),
                ("noun", pa.string()),
                *_ONE_PLACE,
            ]
        ),
        "statements": pa.schema([*_SOURCE, ("kind", pa.string()), *_ONE_PLACE]),
        "awards": pa.schema([*_SOURCE, ("honour", pa.string()), ("grantor", pa.string()), *_ONE_PLACE]),
        "findings": pa.schema(
            [*_SOURCE, ("code", pa.string()), ("severity", pa.string()), ("message", pa.string()), *_ONE_PLACE]
        ),
    }
)

# Readings gathered before they become one batch of columns, so that only columns are held for the rest.
_BATCH = 256


def tables_of(readings: Iterable[Reading]) -> dict[str, pa.Table]:
    """Return one table a record type, named as in `SCHEMAS`, with the rows of all readings in order."""
    batches: dict[str, list[pa.RecordBatch]] = {name: [] for name in SCHEMAS}
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for count, reading in enumerate(readings, start=1):
        for name, found in rows_of(reading).items():
            rows[name].extend(found)
        if count % _BATCH == 0:
            _settle(rows, batches)
    _settle(rows, batches)
    return {name: pa.Table.from_batches(batches[name], schema=schema) for name, schema in SCHEMAS.items()}


def rows_of(reading: Reading) -> dict[str, list[Row]]:
    """Return the rows of one reading for each table of `SCHEMAS`."""
    source = _source(reading)
    return {name: [{**source, **row} for row in told(reading)] for name, told in _ROWS.items()}


def _settle(rows: dict[str, list[Row]], batches: dict[str, list[pa.RecordBatch]]) -> None:
    for name, schema in SCHEMAS.items():
        batches[name].append(pa.RecordBatch.from_pylist(rows[name], schema=schema))
        rows[name].clear()


def _source(reading: Reading) -> Row:
    return {"document": reading.name, "sha256": reading.sha256}


def _documents(reading: Reading) -> Iterator[Row]:
    fields = reading.fields
    yield {
        "title": fields.title,
        "published": fields.published,
        "author": fields.author,
        "publisher": fields.publisher,
        "reader": reading.reader,
        "characters": len(reading.text),
        "body": [span._asdict() for span in reading.body],
    }


def _events(reading: Reading) -> Iterator[Row]:
    for count, event in enumerate(reading.events):
        yield {**_event(event), "main": count == 0, **_place(reading, event.span)}


def _event(event: Event) -> Row:
    return {
        "kind": event.kind.value,
        "date": event.date,
        "host": event.host,
        "org": event.org,
        "place": event.place,
        "reviewed": event.reviewed,
        "ahead": event.ahead,
    }


def _officials(reading: Reading) -> Iterator[Row]:
    for official in reading.officials:
        roles = [role.value for role in official.roles]
        places = _places(reading, official.spans)
        yield {"name": official.name, "posts": list(official.posts), "roles": roles, **places}


def _directives(reading: Reading) -> Iterator[Row]:
    for directive in reading.directives:
        yield {"key": directive.key, "date": directive.date, **_places(reading, directive.spans)}


def _figures(reading: Reading) -> Iterator[Row]:
    for figure in reading.figures:
        yield {**_figure(figure), **_place(reading, figure.span)}


def _figure(figure: Figure) -> Row:
    return {
        "kind": figure.kind.value,
        "low": _float(figure.quantity.low),
        "high": _float(figure.quantity.high),
        "approx": figure.quantity.approx,
        "noun": figure.noun,
    }


def _statements(reading: Reading) -> Iterator[Row]:
    for statement in reading.statements:
        yield {"kind": statement.kind.value, **_place(reading, statement.span)}


def _awards(reading: Reading) -> Iterator[Row]:
    for award in reading.awards:
        yield {"honour": award.honour, "grantor": award.grantor, **_place(reading, award.span)}


def _findings(reading: Reading) -> Iterator[Row]:
    for finding in reading.findings:
        told = {"code": finding.code, "severity": finding.severity.value, "message": finding.message}
        yield told if finding.span is None else {**told, **_place(reading, finding.span)}


def _place(reading: Reading, span: Span) -> Row:
    return {"start": span.start, "end": span.end, "quote": span.of(reading.text)}


def _places(reading: Reading, spans: tuple[Span, ...]) -> Row:
    quotes = [span.of(reading.text) for span in spans]
    return {"spans": [span._asdict() for span in spans], "quotes": quotes, "quote": quotes[0] if quotes else None}


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


_ROWS: Mapping[str, Callable[[Reading], Iterator[Row]]] = MappingProxyType(
    {
        "documents": _documents,
        "events": _events,
        "officials": _officials,
        "directives": _directives,
        "figures": _figures,
        "statements": _statements,
        "awards": _awards,
        "findings": _findings,
    }
)
