"""Tasks: set, changed, answered; what reports say of them; and the tasks and limitations that reports tell."""

from collections.abc import Mapping
from datetime import date, datetime

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from tongket.actions.now import today
from tongket.actions.register.answers import answers_to
from tongket.actions.register.said import CameBack, Told, limitations_back, tasks_said
from tongket.actions.register.set_task import Wanted, answer_task, change_task, set_task, task_from_statement
from tongket.actions.register.tasks import Status, Task, Version, task_of, tasks_from, tasks_in
from tongket.terms.roles import Verb
from tongket.web.api import shapes
from tongket.web.api.asking import asking, period_asked
from tongket.web.api.directives import EvidenceShown, evidence_shown
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Day, Listed, Name, Text, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.register.about import org_to_answer, org_to_see, setter
from tongket.web.desk.routes import org_in_path

router = Router(tags=["tasks"])
_MOST_OWNERS = 500


class TasksAsked(Window):
    """Which tasks: only those that the org has to do itself, or that stand so; `overdue` only those too late."""

    mine: bool = False
    status: Status | None = None
    overdue: bool = False


class TaskShown(Schema):
    """A task.

    Attributes:
        id: Of the task.
        org: Who sets it.
        text: What is to be done.
        origin: Id of the sentence, or key of the directive, it comes from; empty where a person set it.
        owners: Who has to do it.
        due: Last day; null where none is named.
        status: How it stands.
        overdue: Whether it is too late.
        note: Why it stands so.
        by: Who said so.
        seen: Id of its last version, to be given back with what is said next.
    """

    id: str
    org: str
    text: str
    origin: str
    owners: list[str]
    due: date | None
    status: Status
    overdue: bool
    note: str
    by: str
    seen: str


class VersionShown(Schema):
    """What was said of a task."""

    at: datetime
    by: str
    text: str
    owners: list[str]
    due: str
    status: Status
    note: str


class OwnersAnswer(Schema):
    """What an owner's reports say of a task."""

    org: str
    evidence: list[EvidenceShown]


class TaskWithAnswers(TaskShown):
    """A task with its versions, and what reports on a period say of it; empty where none came."""

    versions: list[VersionShown]
    period: str
    periods: list[str]
    answers: list[OwnersAnswer]


class TaskAsked(Schema):
    """What reports on which period say; on the latest where none is named."""

    period: Name = ""


class TaskWanted(Schema):
    """A task; `origin` is the key of a directive or the id of a sentence it comes from."""

    text: Text
    owners: list[Name] = Field(max_length=_MOST_OWNERS)
    due: Day | None = None
    origin: Name = ""


class TaskFromSentence(Schema):
    """The task that a sentence of a report tells."""

    statement: Name


class TaskAnswered(Schema):
    """How a task stands, and what was done; `seen` as the task had it."""

    status: Status
    note: Text = ""
    seen: Name


class TaskChanged(TaskAnswered):
    """A task as it shall be."""

    text: Text
    owners: list[Name] = Field(max_length=_MOST_OWNERS)
    due: Day | None = None


class SaidAsked(Window):
    """The tasks that reports on a year tell; on any where none is named. `offset` and `limit` count sentences."""

    year: shapes.Year | None = None


class ToldShown(Schema):
    """A sentence of a report; `task` is the id of the task that was set from it, empty for none."""

    entry: str
    org: str
    period: str
    name: str
    sentence: str
    task: str


class CameBackShown(Schema):
    """A limitation that was told on more than one period, the latest first."""

    org: str
    told: list[ToldShown]


@router.get("/orgs/{org}/tasks", response=answers(Listed[TaskShown]))
@operation(Verb.SEE, org_in_path)
def tasks(request: HttpRequest, org: str, asked: Query[TasksAsked]) -> Listed[TaskShown]:  # noqa: ARG001 - the gate has looked at it
    """List the tasks that an org set or has to do, and those of all below: overdue first."""
    day = today()
    found = [
        each
        for each in tasks_in(org, day)
        if (not asked.mine or org in each.owners)
        and asked.status in (None, each.status)
        and (not asked.overdue or each.is_overdue(day))
    ]
    return part(found, asked, task_shown)


@router.post("/orgs/{org}/tasks", response=answers(TaskShown))
@operation(Verb.ASSIGN, org_in_path)
def new_task(request: HttpRequest, org: str, wanted: TaskWanted) -> TaskShown:
    """Set a task for the org itself or for those below it."""
    asked = Wanted(wanted.text, tuple(wanted.owners), _day(wanted.due), wanted.origin)
    return task_shown(_held(set_task(actor(asking(request)), org, asked).task))


@router.post("/orgs/{org}/tasks/from-statement", response=answers(TaskShown))
@operation(Verb.ASSIGN, org_in_path)
def new_task_from_statement(request: HttpRequest, org: str, told: TaskFromSentence) -> TaskShown:
    """Set the task that a sentence of a report tells, for the org whose report it is."""
    return task_shown(_held(task_from_statement(actor(asking(request)), org, told.statement).task))


@router.get("/orgs/{org}/tasks/said", response=answers(Listed[ToldShown]))
@operation(Verb.SEE, org_in_path)
def said(request: HttpRequest, org: str, asked: Query[SaidAsked]) -> Listed[ToldShown]:  # noqa: ARG001 - as above
    """List the tasks that the reports of an org tell, the latest period first."""
    told = tasks_said([org], asked.year)
    given = tasks_from(each.entry for each in told[asked.offset : asked.offset + asked.limit])
    return part(told, asked, lambda each: _told(each, given))


@router.get("/orgs/{org}/limitations", response=answers(Listed[CameBackShown]))
@operation(Verb.SEE, org_in_path)
def limitations(request: HttpRequest, org: str, window: Query[Window]) -> Listed[CameBackShown]:  # noqa: ARG001 - as above
    """List the limitations that came back in the reports of an org, period by period."""
    back = limitations_back([org])
    given = tasks_from(one.entry for each in back[window.offset : window.offset + window.limit] for one in each.told)
    return part(back, window, lambda each: _back(each, given))


@router.get("/tasks/{task}", response=answers(TaskWithAnswers))
@operation(Verb.SEE, org_to_see)
def task(request: HttpRequest, task: str, asked: Query[TaskAsked]) -> TaskWithAnswers:  # noqa: ARG001 - as above
    """Tell all about one task."""
    held = _held(task)
    found = answers_to(held, period_asked(asked.period) if asked.period else None)
    return TaskWithAnswers(
        **task_shown(held).dict(),
        versions=[_version(each) for each in held.versions],
        period=str(found.period) if found.period else "",
        periods=[str(each) for each in found.periods],
        answers=[
            OwnersAnswer(org=org, evidence=[evidence_shown(each) for each in shown])
            for org, shown in found.by_org.items()
        ],
    )


@router.put("/tasks/{task}", response=answers(TaskShown))
@operation(Verb.ASSIGN, setter)
def change(request: HttpRequest, task: str, changed: TaskChanged) -> TaskShown:
    """Change a task as who set it."""
    wanted = Wanted(changed.text, tuple(changed.owners), _day(changed.due))
    change_task(actor(asking(request)), task, wanted, changed.status, changed.note, changed.seen)
    return task_shown(_held(task))


@router.post("/tasks/{task}/answers", response=answers(TaskShown))
@operation(Verb.ANSWER, org_to_answer)
def answer(request: HttpRequest, task: str, answered: TaskAnswered) -> TaskShown:
    """Say how a task stands as one who has to do it."""
    org = org_to_answer(asking(request), task)
    answer_task(actor(asking(request)), task, org, answered.status, answered.note, answered.seen)
    return task_shown(_held(task))


def _held(task: str) -> Task:
    held = task_of(task)
    if held is None:
        raise nowhere(task)
    return held


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def task_shown(held: Task) -> TaskShown:
    """Return a task as JSON has it."""
    now = held.now
    return TaskShown(
        id=held.id,
        org=now.org,
        text=now.text,
        origin=now.origin,
        owners=list(held.owners),
        due=held.due,
        status=held.status,
        overdue=held.is_overdue(today()),
        note=now.note,
        by=now.by,
        seen=now.id,
    )


def _version(version: Version) -> VersionShown:
    row = version.row
    return VersionShown(
        at=version.at,
        by=row.by,
        text=row.text,
        owners=row.owners.split("\n"),
        due=row.due,
        status=Status(row.status),
        note=row.note,
    )


def _told(each: Told, given: Mapping[str, Task]) -> ToldShown:
    task = given[each.entry].id if each.entry in given else ""
    period = str(each.period)
    return ToldShown(entry=each.entry, org=each.org, period=period, name=each.name, sentence=each.sentence, task=task)


def _back(back: CameBack, given: Mapping[str, Task]) -> CameBackShown:
    return CameBackShown(org=back.org, told=[_told(each, given) for each in back.told])
