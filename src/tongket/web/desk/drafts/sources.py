"""The way back of a figure in a review: total, parts, document, sentence."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongket.actions.explain import explain
from tongket.actions.people.whose import whose
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.desk.routes import DeskRequest, not_found, route


def _whose_entry(_request: DeskRequest, *, entry: str) -> str:
    org = whose(entry)
    if org is None:
        raise not_found(entry)
    return org


@require_safe
@route(Verb.SEE, _whose_entry)
def source(request: DeskRequest, *, entry: str) -> HttpResponse:
    """Show what an entry rests on, as a page or as a piece beside the review."""
    try:
        step = explain(entry)
    except TongketError as error:
        raise not_found(entry) from error
    part = "desk/drafts/source_part.html" if request.headers.get("HX-Request") else "desk/drafts/source.html"
    return render(request, part, {"step": step})
