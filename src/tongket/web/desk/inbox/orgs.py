"""Orgs by name, for fields in which one is typed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongket.actions.people.office import office
from tongket.reading.keyed import fold
from tongket.terms.roles import Verb
from tongket.web.desk.routes import DeskRequest, anyones, route

_AT_ONCE = 20


@require_safe
@route(Verb.ENTER, anyones)
def names(request: DeskRequest) -> HttpResponse:
    """Give the orgs whose names have some words, as choices of a field."""
    found = orgs_called(request.GET.get("q", "") or request.GET.get("org_name", ""))
    names_found = list(dict.fromkeys(name for _org, name in found))
    return render(request, "desk/inbox/org_options.html", {"names": names_found[:_AT_ONCE]})


def orgs_called(words: str) -> list[tuple[str, str]]:
    """Return id and name of every org of the office in whose name some words stand."""
    key = fold(words)
    return [(org, name) for org, name in office().names.items() if key in fold(name)]


def org_named(told: str) -> str:
    """Return the id of the org of that name or id; empty where there is none or more than one."""
    known = office().names
    if told in known:
        return told
    found = [org for org, name in known.items() if fold(name) == fold(told)]
    return found[0] if len(found) == 1 else ""
