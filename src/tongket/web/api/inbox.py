"""The inbox of an org: what came in, bring files, how far they are read, what failed and trying it again."""

from collections.abc import Iterator
from datetime import datetime

from django.http import HttpRequest
from ninja import Field, File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from tongket.actions.inbox.list_inbox import Item, Progress, items_from, progress_of, unfinished
from tongket.actions.inbox.receive import Brought, Outcome, Received, new_batch, receive, refusal_of
from tongket.actions.jobs.dead_letters import DeadLetter, letters_for, try_again
from tongket.actions.people.office import office
from tongket.ledger.inbox_pages import InboxAsked
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking, period_asked
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Line, Listed, Name, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import DeskRequest, org_in_path

router = Router(tags=["inbox"])


class InboxQuestion(Window):
    """Which items.

    Attributes:
        words: In the name of the file.
        state: `waiting`, `read` or `failed`.
        whose: Org id that the document is of; `-` for one that is not told.
        period: Of the document; `-` for one that is not told.
        doubtful: Only documents that somebody has to look at.
        batch: What came in together.
        below: Also the inboxes of all orgs below.
    """

    words: Line = ""
    state: str = Field("", pattern="^(waiting|read|failed)?$")
    whose: Name = ""
    period: Name = ""
    doubtful: bool = False
    batch: Name = ""
    below: bool = False


class FindingShown(Schema):
    """What is wrong or doubtful in a document; `start` and `end` are -1 where the whole is meant."""

    code: str
    severity: str
    message: str
    start: int
    end: int
    line: int


class ItemShown(Schema):
    """A file that came in.

    Attributes:
        id: Of the item.
        document: Id of the document.
        name: As the file was called.
        inbox: Org whose inbox it came into.
        at: When it came.
        by: Who brought it; empty where nobody did.
        via: `upload`, `mail`, `folder`, `form`.
        batch: What came in together.
        state: `waiting`, `read`, `unreadable`, `failed`.
        org: Whose report it is; empty where not told.
        period: Of the report; empty where not told.
        by_hand: Whether a person told that.
        sure: `sure`, `look`, `untold`; empty while it is not read.
        findings: What is doubtful, the gravest first.
        records: How many records were read in it.
        judged: Of how many a person has spoken.
        failure: Why it failed; empty where it did not.
        job: What to try again; empty where nothing failed.
    """

    id: str
    document: str
    name: str
    inbox: str
    at: datetime
    by: str
    via: str
    batch: str
    state: str
    org: str
    period: str
    by_hand: bool
    sure: str
    findings: list[FindingShown]
    records: int
    judged: int
    failure: str
    job: str


class ReceivedShown(Schema):
    """What became of a file: `taken`, `known` (it was there before), `refused`; `told` says why."""

    name: str
    outcome: str
    item: str
    document: str
    told: str


class Together(Schema):
    """What came in together before; a new batch where empty."""

    batch: Name = ""


class Batch(Schema):
    """What came in together."""

    batch: str
    files: list[ReceivedShown]


class ProgressShown(Schema):
    """How far what came in together has been read; `over` when nothing waits any more."""

    batch: str
    read: int
    failed: int
    total: int
    over: bool


class LetterShown(Schema):
    """A job that failed for good."""

    job: str
    what: str
    item: str
    org: str
    reason: str
    at: datetime | None


@router.get("/orgs/{org}/inbox", response=answers(Listed[ItemShown]))
@operation(Verb.SEE, org_in_path)
def inbox(request: HttpRequest, org: str, question: Query[InboxQuestion]) -> Listed[ItemShown]:  # noqa: ARG001 - the gate has looked at it
    """List what came into an inbox, the newest first."""
    period = question.period if question.period in {"", "-"} else str(period_asked(question.period))
    asked = InboxAsked(
        office().tree(org) if question.below else [org],
        mapping="",
        batch=question.batch,
        words=question.words.strip(),
        state=question.state,
        whose=question.whose,
        period=period,
        doubtful=question.doubtful,
    )
    found = items_from(asked, question.offset, question.limit)
    return Listed(total=found.total, items=[item_shown(each) for each in found.items])


@router.post("/orgs/{org}/inbox", response=answers(Batch))
@operation(Verb.TAKE_IN, org_in_path)
def bring(request: HttpRequest, org: str, files: File[list[UploadedFile]], together: Form[Together]) -> Batch:
    """Bring files: they are kept at once and read soon; `batch` adds to what came in together before."""
    if together.batch and not _is_batch(together.batch):
        message = "Mã đợt phải có dạng BT- và 12 chữ số hệ 16. Hãy để trống để tạo đợt mới."
        raise TongketError(message)
    batch = together.batch or new_batch()
    received = _received(asking(request), org, batch, files)
    shown = [ReceivedShown.from_orm(each) for each in received]
    return Batch(batch=batch, files=shown)


@router.get("/orgs/{org}/inbox/batches", response=answers(Listed[ProgressShown]))
@operation(Verb.SEE, org_in_path)
def batches(request: HttpRequest, org: str, window: Query[Window]) -> Listed[ProgressShown]:  # noqa: ARG001 - the gate has looked at it
    """List what came in together last and is not all read yet."""
    return part(unfinished(org), window, _progress)


@router.get("/orgs/{org}/inbox/batches/{batch}", response=answers(ProgressShown))
@operation(Verb.SEE, org_in_path)
def batch_progress(request: HttpRequest, org: str, batch: str) -> ProgressShown:  # noqa: ARG001 - the gate has looked at it
    """Tell how far what came in together has been read."""
    found = progress_of(org, batch)
    if not found.total:
        raise nowhere(batch)
    return _progress(found)


@router.get("/orgs/{org}/inbox/failed", response=answers(Listed[LetterShown]))
@operation(Verb.TAKE_IN, org_in_path)
def failed(request: HttpRequest, org: str, window: Query[Window]) -> Listed[LetterShown]:
    """List the jobs of an org that failed for good, the newest first; to whoever keeps the desk, of all of it."""
    return part(letters_for(asking(request).person, org), window, _letter)


@router.post("/orgs/{org}/inbox/failed/{job}/again", response=answers(LetterShown))
@operation(Verb.TAKE_IN, org_in_path)
def again(request: HttpRequest, org: str, job: str) -> LetterShown:
    """Have a job that failed tried again."""
    if job not in {letter.job for letter in letters_for(asking(request).person, org)}:
        raise nowhere(job)
    return _letter(try_again(actor(asking(request)), job))


def item_shown(item: Item) -> ItemShown:
    """Return an item of an inbox as JSON has it."""
    row, letter = item.row, item.letter
    return ItemShown(
        id=row.id,
        document=row.document,
        name=row.name,
        inbox=row.org,
        at=item.at,
        by=row.by,
        via=row.via,
        batch=row.batch,
        state=item.state,
        org=item.org,
        period=item.period,
        by_hand=item.by_hand,
        sure=item.sure,
        findings=[FindingShown.from_orm(each) for each in item.findings],
        records=item.records,
        judged=item.judged,
        failure=letter.reason if letter else "",
        job=letter.job if letter else "",
    )


def _is_batch(name: str) -> bool:
    mark, _, rest = name.partition("-")
    return mark == "BT" and len(rest) == 12 and set(rest) <= set("0123456789abcdef")  # noqa: PLR2004 - as `new_batch`


def _received(request: DeskRequest, org: str, batch: str, files: list[UploadedFile]) -> Iterator[Received]:
    """Take in file by file, so that no more than one is in memory."""
    for file in files:
        name, size = file.name or "", file.size or 0
        if why := refusal_of(name, size):
            yield Received(name, Outcome.REFUSED, told=why)
        else:
            yield from receive(actor(request), org, batch, [Brought(name, file.read())])


def _progress(each: Progress) -> ProgressShown:
    return ProgressShown.from_orm(each)


def _letter(letter: DeadLetter) -> LetterShown:
    return LetterShown.from_orm(letter)
