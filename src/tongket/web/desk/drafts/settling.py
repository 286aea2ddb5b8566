"""Steps of a review and what is said to it."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tongket.actions.drafting.comment_draft import comment_draft
from tongket.actions.drafting.settle_draft import settle_draft
from tongket.terms.roles import Verb
from tongket.web.desk.person import actor
from tongket.web.desk.routes import DeskRequest, org_in_path, period_in_path, route


@require_POST
@route(Verb.PUBLISH, org_in_path)
def settle(request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Approve, lock, publish or open again what the person has seen."""
    seen = request.POST.get("version", ""), request.POST.get("last_step", "")
    step, comment_ = request.POST.get("step", ""), request.POST.get("comment", "")
    settle_draft(actor(request), org, period_in_path(period), step, seen=seen, comment=comment_)
    return redirect("draft", org=org, period=period)


@require_POST
@route(Verb.DRAFT, org_in_path)
def comment(request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Say something to a paragraph, or to the whole."""
    place = request.POST.get("place", "")
    comment_draft(actor(request), org, period_in_path(period), place, request.POST.get("text", ""))
    response = redirect("draft", org=org, period=period)
    response.headers["Location"] += f"#{place}" if place else "#comments"
    return response
