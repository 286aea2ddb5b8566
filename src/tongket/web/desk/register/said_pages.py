"""Tasks and limitations as reports tell them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongket.actions.now import today
from tongket.actions.people.gate import may
from tongket.actions.people.office import office
from tongket.actions.register.said import Told, limitations_back, tasks_said
from tongket.actions.register.tasks import tasks_from
from tongket.terms.roles import Verb
from tongket.web.desk.board.asked import PAGE, year_asked
from tongket.web.desk.routes import DeskRequest, route

# Orgs of which the sentences are read for one page.
_ORGS = 20


@require_safe
@route(Verb.SEE)
def said(request: DeskRequest) -> HttpResponse:
    """Show the tasks that reports set, each of which can be given with one click."""
    year = year_asked(request.GET)
    orgs, page = _orgs(request)
    rows = tasks_said(orgs, year)
    context = {
        **_frame(request, page, "said"),
        "rows": _with_tasks(rows[: 5 * PAGE]),
        "more": len(rows) > 5 * PAGE,
        "year": year,
        "years": range(today().year, today().year - 6, -1),
    }
    return render(request, "desk/register/said.html", context)


@require_safe
@route(Verb.SEE)
def limitations(request: DeskRequest) -> HttpResponse:
    """Show the limitations that came back, period by period."""
    orgs, page = _orgs(request)
    back = limitations_back(orgs)
    given = tasks_from(each.entry for group in back for each in group.told)
    names = office().names
    context = {
        **_frame(request, page, "limitations"),
        "rows": [
            {
                "name": names[group.org],
                "last": group.told[0],
                "told": group.told,
                "count": len({each.period for each in group.told}),
                "task": next((given[each.entry] for each in group.told if each.entry in given), None),
            }
            for group in back
        ],
    }
    return render(request, "desk/register/limitations.html", context)


def _orgs(request: DeskRequest) -> tuple[list[str], Any]:
    """Return the orgs whose reports are looked at on this page: the chosen one, or a page of the tree."""
    tree = office().tree(request.org)
    chosen = request.GET.get("org", "")
    page = Paginator([chosen] if chosen in tree else tree, _ORGS).get_page(request.GET.get("page"))
    return list(page), page


def _frame(request: DeskRequest, page: Any, tab: str) -> dict[str, Any]:  # noqa: ANN401 - a page of Django's
    place = office()
    return {
        "page": page,
        "org": request.GET.get("org", ""),
        "orgs": [(org, place.names[org]) for org in place.tree(request.org)[: 5 * PAGE]],
        "may_assign": may(request.person, Verb.ASSIGN, request.org),
        "tab": tab,
    }


def _with_tasks(rows: list[Told]) -> list[dict[str, Any]]:
    given, names = tasks_from(row.entry for row in rows), office().names
    return [{"told": row, "name": names[row.org], "task": given.get(row.entry)} for row in rows]
