"""Documents: what is known of one, its text, its records with what people said of them, and to say something."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from tongket.actions.correct import Said
from tongket.actions.inbox.tell import tell, telling_of
from tongket.actions.judging.accept_sure import accept_sure, sure_records
from tongket.actions.judging.add_record import Chosen, add_record
from tongket.actions.judging.change import change
from tongket.actions.judging.comment import comment, comments_on
from tongket.actions.judging.judge import judge, record_to_judge
from tongket.actions.judging.records import Kind, ReadDocument, Record, Verdict, read_document, record_named
from tongket.actions.judging.undo_sure import undo_sure
from tongket.terms.quantity import Quantity
from tongket.terms.records import FigureKind
from tongket.terms.roles import Verb
from tongket.terms.tables import AwardRow, DirectiveRow, FigureRow
from tongket.terms.work import TellingRow
from tongket.web.api.asking import asking, period_asked
from tongket.web.api.inbox import FindingShown
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import (
    PNG,
    Amount,
    Bounds,
    Line,
    Listed,
    Name,
    Text,
    Window,
    answers,
    bounds,
    gives,
    part,
)
from tongket.web.desk.person import actor
from tongket.web.desk.reading.files import drawn_page, original
from tongket.web.desk.reading.whose import inbox_of, inbox_org

router = Router(tags=["documents"])
# Characters of a text: none of ours is near it.
_LONGEST = 1_000_000_000
_SEE, _JUDGE = inbox_of(Verb.SEE), inbox_of(Verb.JUDGE)


class DocumentShown(Schema):
    """A document that was read.

    Attributes:
        id: sha256 of its bytes.
        name: Of the file.
        format: Of the file.
        size: In bytes.
        readable: Whether any text was found in it.
        inbox: Org in whose inbox it lies.
        org: Whose report it is; empty where not told.
        org_basis: The words that tell it, or the reason a person gave.
        period: Of the report; empty where not told.
        period_basis: As above.
        told: Id of what a person last said of that, to be given back as `seen`; empty where nobody did.
        records: How many records it has.
        judged: Of how many a person has spoken.
        waiting: How many are doubtful and not judged.
        sure: How many are sure and not judged.
        findings: What is wrong or doubtful in it.
    """

    id: str
    name: str
    format: str
    size: int
    readable: bool
    inbox: str
    org: str
    org_basis: str
    period: str
    period_basis: str
    told: str
    records: int
    judged: int
    waiting: int
    sure: int
    findings: list[FindingShown]


class TextLine(Schema):
    """A line of the text: from `start` to before `end`, in characters; `page` is 0 where the format has none."""

    start: int
    end: int
    kind: str
    number: str
    page: int


class TextShown(Schema):
    """The text of a document; where it is long, from `offset` on, with `total` characters in all."""

    total: int
    offset: int
    text: str
    lines: list[TextLine]


class Piece(Schema):
    """Which part of a text, in characters."""

    offset: int = Field(0, ge=0, le=_LONGEST)
    limit: int = Field(100_000, ge=1, le=1_000_000)


class RecordShown(Schema):
    """A record.

    Attributes:
        id: Of the entry.
        kind: `figure`, `result`, `limitation`, `task`, `event`, `directive`, `official`, `award`.
        start: First character in the text.
        end: Behind the last.
        quote: The words.
        sentence: Around them.
        page: From 1; 0 where the format has none.
        line: From 1.
        quantity: Of a figure, its bounds as it counts now.
        indicator: Of a figure, by which indicator it counts now; empty where it does not.
        org: As above.
        period: As above.
        verdict: `open`, `accepted`, `rejected`.
        by: Who said so; empty where nobody did.
        doubts: Why a person has to look.
        by_hand: Who added it; empty for one that was read.
        seen: What people said of it so far, to be given back with what is said next.
    """

    id: str
    kind: str
    start: int
    end: int
    quote: str
    sentence: str
    page: int
    line: int
    quantity: Bounds | None
    indicator: str
    org: str
    period: str
    verdict: str
    by: str
    doubts: list[str]
    by_hand: str
    seen: str


class RecordsAsked(Window):
    """Which records.

    Attributes:
        kind: One of the kinds; all where empty.
        verdict: `open`, `accepted` or `rejected`; all where empty.
        doubtful: Only those that wait for a person.
    """

    kind: Kind | None = None
    verdict: Verdict | None = None
    doubtful: bool = False


class CommentShown(Schema):
    """What somebody said."""

    by: str
    at: datetime
    text: str


class RecordWithComments(RecordShown):
    """A record with what people said about it."""

    comments: list[CommentShown]


class Judged(Schema):
    """A word on a record; `seen` as the record had it."""

    verdict: Verdict
    seen: Line


class FigureSaid(Schema):
    """What a figure is: `low` and `high` are equal for an exact one, null where open; `reason` says why."""

    low: Amount | None = None
    high: Amount | None = None
    approx: bool = False
    indicator: Name
    org: Name
    period: Name
    reason: Line


class Changed(FigureSaid):
    """A figure said otherwise; `seen` as the record had it."""

    seen: Line


class Added(Schema):
    """Words that the reader missed; `figure` for one that is a figure."""

    start: int = Field(ge=0, le=_LONGEST)
    end: int = Field(ge=0, le=_LONGEST)
    quote: Text
    kind: Kind
    number: FigureKind = FigureKind.COUNT
    figure: FigureSaid | None = None


class Commented(Schema):
    """Something said."""

    text: Text


class Whose(Schema):
    """Whose report a document is; `seen` is `told` of the document."""

    org: Name
    period: Name
    reason: Line
    seen: Name = ""


class Accepted(Schema):
    """How many records were accepted; `press` names this time, to take it back, and is empty where none was."""

    accepted: int
    press: str


class SureTaken(Schema):
    """Which time that all sure records were accepted is taken back."""

    press: Name


class SureUndone(Schema):
    """How many records are open again, and how many stayed since somebody spoke of them or changed them."""

    opened: int
    left: int


@router.get("/documents/{document}", response=answers(DocumentShown))
@operation(Verb.SEE, _SEE)
def document(request: HttpRequest, document: str) -> DocumentShown:
    """Tell what is known of a document."""
    return _document(request, document)


@router.get("/documents/{document}/text", response=answers(TextShown))
@operation(Verb.SEE, _SEE)
def text(request: HttpRequest, document: str, piece: Query[Piece]) -> TextShown:  # noqa: ARG001 - the gate has looked at it
    """Give the text, with the lines that begin in it."""
    found = _read(document)
    end = piece.offset + piece.limit
    lines = [
        TextLine(
            start=each.span.start,
            end=each.span.end,
            kind=each.kind.value,
            number=each.number,
            page=each.origin.page or 0,
        )
        for each in found.lines
        if piece.offset <= each.span.start < end
    ]
    return TextShown(total=len(found.text), offset=piece.offset, text=found.text[piece.offset : end], lines=lines)


@router.get("/documents/{document}/original", response=answers(None), openapi_extra=gives("application/octet-stream"))
@operation(Verb.SEE, _SEE)
def original_file(request: HttpRequest, document: str) -> HttpResponse:
    """Give the file as it came."""
    return original(request, document=document)


@router.get("/documents/{document}/pages/{number}", response=answers(None), openapi_extra=gives(PNG))
@operation(Verb.SEE, _SEE)
def page_picture(request: HttpRequest, document: str, number: int) -> HttpResponse:  # noqa: ARG001 - as above
    """Give a page of a PDF as a picture; pages count from 1."""
    return drawn_page(document, number)


@router.put("/documents/{document}/whose", response=answers(DocumentShown))
@operation(Verb.JUDGE, _JUDGE)
def whose(request: HttpRequest, document: str, said: Whose) -> DocumentShown:
    """Say whose report a document is and for which period."""
    _read(document)
    period = str(period_asked(said.period))
    row = TellingRow("", document, said.org, period, said.reason, "", said.seen)
    tell(actor(asking(request)), inbox_org(asking(request), document), row)
    return _document(request, document)


@router.get("/documents/{document}/records", response=answers(Listed[RecordShown]))
@operation(Verb.SEE, _SEE)
def records(request: HttpRequest, document: str, asked: Query[RecordsAsked]) -> Listed[RecordShown]:  # noqa: ARG001 - as above
    """List the records of a document in the order of the text."""
    found = [
        each
        for each in _read(document).records
        if (asked.kind in {None, each.kind})
        and asked.verdict in {None, each.verdict}
        and (not asked.doubtful or each.waits)
    ]
    return part(found, asked, _record)


@router.post("/documents/{document}/records", response=answers(RecordWithComments))
@operation(Verb.JUDGE, _JUDGE)
def add(request: HttpRequest, document: str, added: Added) -> RecordWithComments:
    """Make a record of words that the reader missed; it is accepted."""
    found = _read(document)
    said = _said(added.figure) if added.figure else None
    chosen = Chosen(added.start, added.end, added.quote, added.kind, said, added.number)
    entry = add_record(actor(asking(request)), inbox_org(asking(request), document), found, chosen)
    return _with_comments(_named(document, entry))


@router.post("/documents/{document}/sure", response=answers(Accepted))
@operation(Verb.JUDGE, _JUDGE)
def sure(request: HttpRequest, document: str) -> Accepted:
    """Accept all records against which nothing speaks and of which nobody has spoken."""
    said = accept_sure(actor(asking(request)), inbox_org(asking(request), document), _read(document))
    return Accepted(accepted=len(said), press=said[0].id if said else "")


@router.post("/documents/{document}/sure/undo", response=answers(SureUndone))
@operation(Verb.JUDGE, _JUDGE)
def undo(request: HttpRequest, document: str, taken: SureTaken) -> SureUndone:
    """Open again what the asker accepted all at once, where nobody has spoken of it since."""
    press = undo_sure(actor(asking(request)), inbox_org(asking(request), document), _read(document), taken.press)
    return SureUndone(opened=len(press.untouched), left=press.left)


@router.get("/documents/{document}/records/{record}", response=answers(RecordWithComments))
@operation(Verb.SEE, _SEE)
def record(request: HttpRequest, document: str, record: str) -> RecordWithComments:  # noqa: ARG001 - as above
    """Give one record with what people said about it."""
    return _with_comments(_named(document, record))


@router.put("/documents/{document}/records/{record}", response=answers(RecordWithComments))
@operation(Verb.JUDGE, _JUDGE)
def change_figure(request: HttpRequest, document: str, record: str, changed: Changed) -> RecordWithComments:
    """Say what a figure is; with that it is accepted."""
    found = _named(document, record)
    if not isinstance(found.row, FigureRow):
        raise nowhere(record)
    change(actor(asking(request)), inbox_org(asking(request), document), found, _said(changed), changed.seen)
    return _with_comments(_named(document, record))


@router.post("/documents/{document}/records/{record}/verdict", response=answers(RecordWithComments))
@operation(Verb.JUDGE, _JUDGE)
def verdict(request: HttpRequest, document: str, record: str, judged: Judged) -> RecordWithComments:
    """Accept a record, reject it, or open it again."""
    found = _named(document, record)
    judge(actor(asking(request)), inbox_org(asking(request), document), found, judged.verdict, judged.seen)
    return _with_comments(record_to_judge(document, record))


@router.post("/documents/{document}/records/{record}/comments", response=answers(RecordWithComments))
@operation(Verb.SEE, _SEE)
def say(request: HttpRequest, document: str, record: str, said: Commented) -> RecordWithComments:
    """Say something about a record."""
    found = _named(document, record)
    comment(actor(asking(request)), inbox_org(asking(request), document, Verb.SEE), record, said.text)
    return _with_comments(found)


def _document(request: HttpRequest, document: str) -> DocumentShown:
    found = _read(document)
    told, row, now = found.attribution, found.row, telling_of(document)
    return DocumentShown(
        id=row.id,
        name=row.name,
        format=row.format,
        size=row.size,
        readable=row.readable,
        inbox=inbox_org(asking(request), document, Verb.SEE),
        org=told.org if told else "",
        org_basis=told.org_basis if told else "",
        period=told.period if told else "",
        period_basis=told.period_basis if told else "",
        told=now.id if now else "",
        records=len(found.records),
        judged=sum(each.spoken for each in found.records),
        waiting=sum(each.waits for each in found.records),
        sure=len(sure_records(found)),
        findings=[FindingShown.from_orm(each) for each in found.findings],
    )


def _read(document: str) -> ReadDocument:
    found = read_document(document)
    if found is None:
        raise nowhere(document)
    return found


def _named(document: str, record: str) -> Record:
    found = record_named(document, record)
    if found is None:
        raise nowhere(record)
    return found


def _said(figure: FigureSaid) -> Said:
    quantity = Quantity(_plain(figure.low), _plain(figure.high), figure.approx)
    return Said(figure.reason, quantity, figure.indicator, figure.org, period_asked(figure.period))


def _plain(value: Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(f"{value:f}")


def _record(found: Record) -> RecordShown:
    return RecordShown(**_told(found))


def _with_comments(found: Record) -> RecordWithComments:
    said = [CommentShown(by=row.by, at=at, text=row.text) for at, row in comments_on(found.row.id)]
    return RecordWithComments(**_told(found), comments=said)


def _told(found: Record) -> dict[str, Any]:
    row, (indicator, org, period) = found.row, found.counts
    return {
        "id": row.id,
        "kind": found.kind.value,
        "start": row.start,
        "end": row.end,
        "quote": row.quote,
        "sentence": row.sentence if isinstance(row, FigureRow | DirectiveRow | AwardRow) else row.quote,
        "page": row.page,
        "line": row.line,
        "quantity": bounds(found.quantity) if found.quantity else None,
        "indicator": indicator,
        "org": org,
        "period": period,
        "verdict": found.verdict.value,
        "by": found.said.by if found.said else "",
        "doubts": list(found.doubts),
        "by_hand": found.by_hand,
        "seen": found.seen,
    }
