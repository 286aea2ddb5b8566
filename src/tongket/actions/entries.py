"""The rows of one reading: every record with its source span, quote, sentence, page and line."""

from dataclasses import dataclass

from tongket.actions.document_places import DocumentPlaces
from tongket.ledger.names import entry_id
from tongket.reading.form import reading_to_json
from tongket.terms.document import Document
from tongket.terms.finding import Finding, Severity
from tongket.terms.records import Award, Directive, Event, Figure, Official, Reading, Statement
from tongket.terms.span import Span
from tongket.terms.tables import (
    AwardRow,
    DirectiveRow,
    DocumentRow,
    EventRow,
    FigureRow,
    FindingRow,
    FormRow,
    OfficialRow,
    ReadingRow,
    Row,
    StatementRow,
)


@dataclass(frozen=True, slots=True)
class Origins:
    """What the rows of one reading have in common: document id, reading id, and where things stand."""

    document: str
    reading: str
    places: DocumentPlaces

    def name(self, mark: str, *says: object) -> str:
        """Return the id of an entry of this reading."""
        return entry_id(mark, self.reading, *says)

    def quote(self, span: Span) -> str:
        """Return the words of `span`."""
        return span.of(self.places.reading.text)


def rows_of_reading(document: Document, size: int, reading: Reading, replaces: str) -> list[Row]:
    """Return every row that a document and its reading make.

    Args:
        document: As taken from the file.
        size: Of the file in bytes.
        reading: What was understood of it.
        replaces: Id of the reading by an earlier version of the reader; empty for a first.
    """
    document_id = document.source_sha256
    reading_id = entry_id("R", document_id, reading.reader)
    origins = Origins(document_id, reading_id, DocumentPlaces(document, reading))
    # Nothing but an error of the file leaves it without any text.
    readable = bool(document.text.strip())
    return [
        DocumentRow(document_id, document.name, document.format, size, readable),
        ReadingRow(reading_id, document_id, reading.reader, replaces),
        FormRow(reading_id, reading_to_json(reading, with_text=True)),
        *(_finding(each, origins) for each in findings_of(document, reading)),
        *(_figure(each, origins) for each in reading.figures),
        *(_statement(each, origins) for each in reading.statements),
        *(_event(each, origins, main=place == 0) for place, each in enumerate(reading.events)),
        *(_directive(each, origins) for each in reading.directives),
        *(_official(each, origins) for each in reading.officials),
        *(_award(each, origins) for each in reading.awards),
    ]


def findings_of(document: Document, reading: Reading) -> list[Finding]:
    """Return the findings of the file and of what it says, each once."""
    return list(dict.fromkeys((*document.findings, *reading.findings)))


def finding_row(finding: Finding, reading: str, document: str, mapping: str = "", line: int = 0) -> FindingRow:
    """Return the row of a finding; `mapping` where it is about whose report it is."""
    start, end = finding.span or (-1, -1)
    name = entry_id("X", mapping, reading, finding.code, finding.message, start, end)
    severity = Severity(finding.severity).value
    return FindingRow(name, mapping, reading, document, finding.code, severity, finding.message, start, end, line)


def _finding(finding: Finding, origins: Origins) -> FindingRow:
    line = 0 if finding.span is None else origins.places.line_of(finding.span)
    return finding_row(finding, origins.reading, origins.document, line=line)


def _figure(figure: Figure, origins: Origins) -> FigureRow:
    around = origins.places.surroundings(figure.span)
    quantity, span = figure.quantity, figure.span
    return FigureRow(
        id=origins.name("F", *span, figure.kind.value, quantity.low, quantity.high, quantity.approx, figure.noun),
        reading=origins.reading,
        document=origins.document,
        kind=figure.kind.value,
        low=quantity.low,
        high=quantity.high,
        approx=quantity.approx,
        noun=figure.noun or "",
        start=span.start,
        end=span.end,
        quote=origins.quote(span),
        sentence=around.sentence,
        at=around.at,
        before=around.before,
        headings=around.headings,
        in_cell=around.in_cell,
        column=around.column,
        said_in=origins.places.said_in(span),
        page=around.page,
        line=around.line,
    )


def _statement(statement: Statement, origins: Origins) -> StatementRow:
    around, span = origins.places.surroundings(statement.span), statement.span
    return StatementRow(
        origins.name("S", *span, statement.kind.value),
        origins.reading,
        origins.document,
        statement.kind.value,
        span.start,
        span.end,
        origins.quote(span),
        around.headings,
        around.page,
        around.line,
    )


def _event(event: Event, origins: Origins, *, main: bool) -> EventRow:
    around, span = origins.places.surroundings(event.span), event.span
    told = (event.date, event.host, event.org, event.place, event.reviewed, event.ahead)
    date, host, org, place, reviewed, ahead = (each or "" for each in told)
    return EventRow(
        id=origins.name("E", *span, event.kind.value, main, *told),
        reading=origins.reading,
        document=origins.document,
        main=main,
        kind=event.kind.value,
        date=date,
        host=host,
        org=org,
        place=place,
        reviewed=reviewed,
        ahead=ahead,
        start=span.start,
        end=span.end,
        quote=origins.quote(span),
        page=around.page,
        line=around.line,
    )


def _directive(directive: Directive, origins: Origins) -> DirectiveRow:
    span = directive.spans[0]
    around = origins.places.surroundings(span)
    return DirectiveRow(
        origins.name("D", *span, directive.key),
        origins.reading,
        origins.document,
        directive.key,
        directive.date or "",
        len(directive.spans),
        span.start,
        span.end,
        origins.quote(span),
        around.sentence,
        around.page,
        around.line,
    )


def _official(official: Official, origins: Origins) -> OfficialRow:
    span = official.spans[0]
    around = origins.places.surroundings(span)
    return OfficialRow(
        origins.name("O", *span, official.name),
        origins.reading,
        origins.document,
        official.name,
        "\n".join(official.posts),
        " ".join(role.value for role in official.roles),
        span.start,
        span.end,
        origins.quote(span),
        around.page,
        around.line,
    )


def _award(award: Award, origins: Origins) -> AwardRow:
    around, span = origins.places.surroundings(award.span), award.span
    return AwardRow(
        origins.name("A", *span, award.honour, award.grantor),
        origins.reading,
        origins.document,
        award.honour,
        award.grantor or "",
        span.start,
        span.end,
        origins.quote(span),
        around.sentence,
        around.page,
        around.line,
    )
