"""One report of an org: how it stands, its steps, comments, excuses, reminders."""

from datetime import date, datetime

from django.http import HttpRequest
from ninja import Router, Schema

from tongket.actions.board.board import Cell
from tongket.actions.board.comment_report import comment_report
from tongket.actions.board.excuse_report import ask_again, excuse_report
from tongket.actions.board.letters import Letter, letter_for
from tongket.actions.board.remind import Reminder, remind
from tongket.actions.board.report_page import Given, ReportPage, letters_of, read_report
from tongket.actions.board.steps import ReportOf, Taken
from tongket.actions.board.take_step import take_step
from tongket.actions.now import today
from tongket.terms.profile import ReportKind
from tongket.terms.roles import Verb
from tongket.terms.steps import Step, may_follow
from tongket.web.api.asking import asking, period_in_path
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Line, Name, Text, answers
from tongket.web.desk.person import actor
from tongket.web.desk.routes import org_in_path

router = Router(tags=["reports"])
_REPORT = "/orgs/{org}/reports/{report}/{period}"


class CellShown(Schema):
    """A report that is owed.

    Attributes:
        report: Kind of report.
        period: What it is on.
        state: How it stands.
        due: Last day; null where none is named.
        until: Last day with the days of grace.
        in_time: Whether it came in time; null where nothing came, or no day is known.
        step: The last step; empty where none was taken.
        seen: Id of that step, to be given back with the next one.
        documents: Ids of the documents that came.
    """

    report: str
    period: str
    state: str
    due: date | None
    until: date | None
    in_time: bool | None
    step: str
    seen: str
    documents: list[str]


class StepShown(Schema):
    """A step that was taken."""

    id: str
    at: datetime
    step: str
    by: str
    comment: str


class GivenShown(Schema):
    """A figure that a report tells."""

    indicator: str
    text: str
    entry: str
    document: str
    sentence: str


class SaidShown(Schema):
    """A comment, or a reminder that was sent."""

    at: datetime
    by: str
    text: str
    reminder: bool


class ReportShown(CellShown):
    """All about a report; `following` are the steps that can be taken next, `letters` tell to whom reminders went."""

    org: str
    steps: list[StepShown]
    following: list[str]
    figures: list[GivenShown]
    missing: list[str]
    said: list[SaidShown]
    letters: list[str]
    excuse: str


class Submitted(Schema):
    """A report is handed in; `seen` as the report had it, empty before the first step."""

    seen: Name = ""
    comment: Text = ""


class ReportStep(Submitted):
    """A step of the level above: `approved`, `returned`, `locked` or `reopened`."""

    step: Step


class ReportComment(Schema):
    """Something said."""

    text: Text


class Excused(Schema):
    """Whether a report need not come, and why."""

    excused: bool
    reason: Line


class ReminderShown(Schema):
    """A reminder before it is sent: to whom, and a text that can be changed."""

    to: list[str]
    subject: str
    body: str


class Reminded(Schema):
    """A reminder as it shall be sent."""

    subject: Line
    body: Text


@router.get(_REPORT, response=answers(ReportShown))
@operation(Verb.SEE, org_in_path)
def report(request: HttpRequest, org: str, report: str, period: str) -> ReportShown:  # noqa: ARG001 - the gate has looked at it
    """Tell all about one report."""
    return _shown(report_in_path(org, report, period))


@router.post(_REPORT + "/submission", response=answers(ReportShown))
@operation(Verb.SUBMIT, org_in_path)
def submit(request: HttpRequest, org: str, report: str, period: str, submitted: Submitted) -> ReportShown:
    """Hand in the own org's report."""
    asked = report_in_path(org, report, period)
    take_step(actor(asking(request)), asked, Step.SUBMITTED, submitted.comment, submitted.seen)
    return _shown(asked)


@router.post(_REPORT + "/steps", response=answers(ReportShown))
@operation(Verb.APPROVE, org_in_path)
def settle(request: HttpRequest, org: str, report: str, period: str, stepped: ReportStep) -> ReportShown:
    """Approve, return, lock or reopen a report of the level below."""
    asked = report_in_path(org, report, period)
    take_step(actor(asking(request)), asked, stepped.step, stepped.comment, stepped.seen)
    return _shown(asked)


@router.post(_REPORT + "/comments", response=answers(ReportShown))
@operation(Verb.SEE, org_in_path)
def say(request: HttpRequest, org: str, report: str, period: str, said: ReportComment) -> ReportShown:
    """Say something about a report."""
    asked = report_in_path(org, report, period)
    comment_report(actor(asking(request)), asked, said.text)
    return _shown(asked)


@router.put(_REPORT + "/excuse", response=answers(ReportShown))
@operation(Verb.APPROVE, org_in_path)
def set_excuse(request: HttpRequest, org: str, report: str, period: str, excused: Excused) -> ReportShown:
    """Let a report of the level below not be owed, or be owed again."""
    asked = report_in_path(org, report, period)
    (excuse_report if excused.excused else ask_again)(actor(asking(request)), asked, excused.reason)
    return _shown(asked)


@router.get(_REPORT + "/reminder", response=answers(ReminderShown))
@operation(Verb.APPROVE, org_in_path)
def reminder(request: HttpRequest, org: str, report: str, period: str) -> ReminderShown:
    """Give the text of a reminder, for somebody to read before it is sent."""
    page = _page(report_in_path(org, report, period))
    return _letter(letter_for(page.cell, asking(request).org, today()))


@router.post(_REPORT + "/reminder", response=answers(ReportShown))
@operation(Verb.APPROVE, org_in_path)
def send_reminder(request: HttpRequest, org: str, report: str, period: str, reminded: Reminded) -> ReportShown:
    """Send a reminder to all who report for an org."""
    asked = report_in_path(org, report, period)
    remind(actor(asking(request)), Reminder(asked, reminded.subject, reminded.body))
    return _shown(asked)


def report_in_path(org: str, report: str, period: str) -> ReportOf:
    """Return the report that a path names; one that is not owed leads nowhere."""
    if report not in set(ReportKind):
        raise nowhere(report)
    asked = ReportOf(org, report, period_in_path(period))
    _page(asked)
    return asked


def cell_shown(cell: Cell) -> CellShown:
    """Return a report that is owed as JSON has it."""
    taken = cell.taken
    return CellShown(
        report=cell.owed.report.value,
        period=str(cell.owed.period),
        state=cell.state.value,
        due=cell.owed.due,
        until=cell.owed.until,
        in_time=cell.in_time,
        step=taken.step.value if taken else "",
        seen=taken.row.id if taken else "",
        documents=[each.document for each in cell.came],
    )


def _page(asked: ReportOf) -> ReportPage:
    page = read_report(asked, today())
    if page is None:
        raise nowhere(asked.name)
    return page


def _shown(asked: ReportOf) -> ReportShown:
    page = _page(asked)
    last = page.steps[-1].step if page.steps else None
    return ReportShown(
        **cell_shown(page.cell).dict(),
        org=asked.org,
        steps=[_step(each) for each in page.steps],
        following=sorted(each.value for each in may_follow(last)),
        figures=[_given(each) for each in page.figures],
        missing=[each.id for each in page.missing],
        said=[SaidShown.from_orm(each) for each in page.said],
        letters=[each.told for each in letters_of(asked)],
        excuse=page.excuse,
    )


def _step(taken: Taken) -> StepShown:
    row = taken.row
    return StepShown(id=row.id, at=taken.at, step=row.step, by=row.by, comment=row.comment)


def _given(each: Given) -> GivenShown:
    return GivenShown(
        indicator=each.indicator.id,
        text=each.text,
        entry=each.entry,
        document=each.document,
        sentence=each.sentence,
    )


def _letter(letter: Letter) -> ReminderShown:
    return ReminderShown(to=[each.email for each in letter.to], subject=letter.subject, body=letter.body)
