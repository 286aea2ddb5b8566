"""Tasks, one task with what reports say of it, and what people do to it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongket.actions.now import today
from tongket.actions.people.gate import NotAllowedError, may
from tongket.actions.people.office import office
from tongket.actions.register.answers import answers_to
from tongket.actions.register.set_task import Wanted, answer_task, change_task, set_task, task_from_statement
from tongket.actions.register.tasks import ENDED, Status, Task, tasks_in
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.board.asked import PAGE
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.register.about import held_task, org_to_answer, org_to_see, setter
from tongket.web.desk.register.directive_pages import judging_route, sentences
from tongket.web.desk.register.words import OVERDUE, STAGES, STATUSES
from tongket.web.desk.routes import DeskRequest, refused, route


@require_safe
@route(Verb.SEE)
def tasks(request: DeskRequest) -> HttpResponse:
    """Show the tasks of the org: overdue first."""
    day, mine, status = today(), request.GET.get("mine", ""), request.GET.get("status", "")
    found = tasks_in(request.org, day)
    overdue = sum(task.is_overdue(day) for task in found)
    shown = [task for task in found if (not mine or request.org in task.owners) and _fits(task, status, day)]
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(task, day) for task in page],
        "mine": mine,
        "status": status,
        "overdue": overdue,
        "statuses": STATUSES.items(),
        "may_assign": may(request.person, Verb.ASSIGN, request.org),
        "tab": "tasks",
    }
    return render(request, "desk/register/tasks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.ASSIGN)
def new_task(request: DeskRequest) -> HttpResponse:
    """Set a task."""
    given = request.POST if request.method == "POST" else request.GET
    wanted = Wanted(given.get("text", ""), tuple(given.getlist("owner")), given.get("due", ""), given.get("origin", ""))
    if request.method != "POST":
        return _new(request, wanted)
    try:
        row = set_task(actor(request), request.org, wanted)
    except NotAllowedError:
        raise
    except TongketError as error:
        return _new(request, wanted, spoken(error))
    messages.success(request, _("Đã giao nhiệm vụ."))
    return redirect("task", task=row.task)


@require_POST
@route(Verb.ASSIGN)
def from_statement(request: DeskRequest) -> HttpResponse:
    """Set the task that a sentence tells."""
    try:
        row = task_from_statement(actor(request), request.org, request.POST.get("statement", ""))
    except NotAllowedError:
        raise
    except TongketError as error:
        return refused(request, error, 400)
    messages.success(request, _("Đã giao nhiệm vụ. Hãy ghi thời hạn nếu có."))
    return redirect("task", task=row.task)


@require_safe
@route(Verb.SEE, org_to_see)
def task(request: DeskRequest, task: str) -> HttpResponse:
    """Show one task."""
    return _page(request, held_task(task))


@require_POST
@route(Verb.ANSWER, org_to_answer)
def answer(request: DeskRequest, task: str) -> HttpResponse:
    """Say how a task stands as one of its owners."""
    status, note, seen = (request.POST.get(name, "") for name in ("status", "note", "seen"))
    try:
        answer_task(actor(request), task, org_to_answer(request, task), _status(status), note, seen)
    except NotAllowedError:
        raise
    except TongketError as error:
        return _page(request, held_task(task), answer_error=spoken(error))
    messages.success(request, _("Đã cập nhật nhiệm vụ."))
    return redirect("task", task=task)


@require_POST
@route(Verb.ASSIGN, setter)
def change(request: DeskRequest, task: str) -> HttpResponse:
    """Change a task as who set it."""
    given = request.POST
    wanted = Wanted(given.get("text", ""), tuple(given.getlist("owner")), given.get("due", ""))
    status, note, seen = (given.get(name, "") for name in ("status", "note", "seen"))
    try:
        change_task(actor(request), task, wanted, _status(status), note, seen)
    except NotAllowedError:
        raise
    except TongketError as error:
        return _page(request, held_task(task), wanted, change_error=spoken(error))
    messages.success(request, _("Đã cập nhật nhiệm vụ."))
    return redirect("task", task=task)


def _status(written: str) -> Status:
    return Status(written) if written in set(Status) else Status.OPEN


def _fits(task: Task, status: str, day: date) -> bool:
    if status == "overdue":
        return task.is_overdue(day)
    return task.status not in ENDED if not status else status in ("all", task.status.value)


def _row(task: Task, day: date) -> dict[str, Any]:
    names = office().names
    owners = [names.get(org, org) for org in task.owners]
    mark = OVERDUE if task.is_overdue(day) else STATUSES[task.status]
    return {"task": task, "owners": owners, "mark": mark, "setter": names.get(task.now.org, task.now.org)}


def _new(request: DeskRequest, wanted: Wanted, error: str = "") -> HttpResponse:
    context = {"wanted": wanted, "choices": _choices(request.org), "error": error, "tab": "tasks"}
    return render(request, "desk/register/new_task.html", context)


def _choices(org: str, among: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return whom an org can give a task: itself, those right below it now, and those that have it already."""
    place = office()
    below = [row.id for row in place.rows_on(today(), org) if row.parent == org]
    return [(each, place.names[each]) for each in dict.fromkeys((org, *below, *among))]


def _page(request: DeskRequest, held: Task, wanted: Wanted | None = None, **errors: str) -> HttpResponse:
    written = request.GET.get("period", "")
    found = answers_to(held, Period.parse(written) if written else None)
    names, answers_for = office().names, org_to_answer(request, held.id)
    context = {
        **_row(held, today()),
        "held": held,
        "now": held.now,
        "wanted": wanted or Wanted(held.now.text, held.owners, held.now.due),
        "versions": [(version, STATUSES[Status(version.row.status)]) for version in reversed(held.versions)],
        "found": found,
        "answers": [
            {"name": names[org], "org": org, "sentences": sentences(list(shown)), "judge": judging_route(request, org)}
            for org, shown in found.by_org.items()
        ],
        "stages": STAGES.items(),
        "statuses": STATUSES.items(),
        "own_statuses": [(status, mark) for status, mark in STATUSES.items() if status is not Status.DROPPED],
        "choices": _choices(held.now.org, held.owners),
        "may_answer": may(request.person, Verb.ANSWER, answers_for),
        "answers_for": names.get(answers_for, answers_for),
        "may_change": may(request.person, Verb.ASSIGN, held.now.org),
        "typed_note": request.POST.get("note", ""),
        "typed_status": request.POST.get("status", held.now.status),
        "tab": "tasks",
        **errors,
    }
    return render(request, "desk/register/task.html", context)
