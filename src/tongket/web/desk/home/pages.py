"""The first page, and for which org a person acts."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tongket.actions.now import today
from tongket.actions.people.office import office
from tongket.actions.todays_work import todays_work
from tongket.terms.roles import Verb
from tongket.web.desk.board.words import STATES
from tongket.web.desk.person import ACTING_FOR
from tongket.web.desk.routes import DeskRequest, anyones, not_found, route


@require_safe
@route(Verb.SEE)
def home(request: DeskRequest) -> HttpResponse:
    """Show what waits for this person."""
    names, day = office().names, today()
    work = todays_work(request.person, request.org, day)
    reports = [
        (kind, count, [(cell, names[cell.owed.org], STATES[cell.state]) for cell in cells])
        for kind, (count, cells) in (
            ("hand-in", work.to_hand_in),
            ("approve", work.to_approve),
            ("late", work.late_below),
        )
    ]
    tasks = [(task, task.is_overdue(day)) for task in work.tasks[1]]
    return render(request, "desk/home/home.html", {"work": work, "reports": reports, "tasks": tasks, "day": day})


@require_POST
@route(Verb.ENTER, anyones)
def act_for(request: DeskRequest) -> HttpResponse:
    """Let a person act for another of their orgs from now on."""
    org = request.POST.get("org", "")
    if org not in request.person.orgs:
        raise not_found(org)
    request.session[ACTING_FOR] = org
    return redirect("home")
