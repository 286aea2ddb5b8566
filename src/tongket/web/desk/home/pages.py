"""The first page, and for which org a person acts."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tongket.terms.roles import Verb
from tongket.web.desk.person import ACTING_FOR
from tongket.web.desk.routes import DeskRequest, anyones, not_found, route


@require_safe
@route(Verb.SEE)
def home(request: DeskRequest) -> HttpResponse:
    """Show what waits for this person."""
    return render(request, "desk/home/home.html", {})


@require_POST
@route(Verb.ENTER, anyones)
def act_for(request: DeskRequest) -> HttpResponse:
    """Let a person act for another of their orgs from now on."""
    org = request.POST.get("org", "")
    if org not in request.person.orgs:
        raise not_found(org)
    request.session[ACTING_FOR] = org
    return redirect("home")
