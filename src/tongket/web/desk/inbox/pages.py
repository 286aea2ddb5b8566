"""The list of the inbox, and how far what came in together has been read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongket.actions.inbox.list_inbox import PAGE, list_inbox, progress_of, unfinished
from tongket.actions.inbox.receive import MOST_BYTES, new_batch
from tongket.actions.people.gate import may
from tongket.actions.people.office import office
from tongket.terms.roles import Verb
from tongket.web.desk.inbox.asking import address, asked, page_of
from tongket.web.desk.inbox.shown import shown_items
from tongket.web.desk.routes import DeskRequest, not_found, route

_MIB = 1024 * 1024


@require_safe
@route(Verb.SEE)
def inbox(request: DeskRequest) -> HttpResponse:
    """Show what came in."""
    question, page = asked(request), page_of(request)
    listed = list_inbox(question, page)
    last = max(1, -(-listed.total // PAGE))
    filtered = any((question.words, question.state, question.whose, question.period, question.doubtful, question.batch))
    context = {
        "items": shown_items(listed.items),
        "total": listed.total,
        "page": page,
        "last": last,
        "before": address(request, page=page - 1) if page > 1 else "",
        "after": address(request, page=page + 1) if page < last else "",
        "here": address(request, page=page),
        "asked": question,
        "filtered": filtered,
        "of_all": request.GET.get("of") == "all",
        "orgs": list(office().names.items())[:_MOST_TO_CHOOSE],
        "may_bring": may(request.person, Verb.TAKE_IN, request.org),
        "batches": unfinished(request.org),
        "new_batch": new_batch(),
        "most": MOST_BYTES // _MIB,
        "most_bytes": MOST_BYTES,
    }
    return render(request, "desk/inbox/inbox.html", context)


# More are a list nobody chooses from: then the name is typed into the field.
_MOST_TO_CHOOSE = 400


@require_safe
@route(Verb.SEE)
def batch(request: DeskRequest, *, batch: str) -> HttpResponse:
    """Show how far what came in together has been read; HTMX asks again until all is done."""
    progress = progress_of(request.org, batch)
    if not progress.total:
        raise not_found(batch)
    part = request.headers.get("HX-Request") == "true"
    template = "desk/inbox/progress.html" if part else "desk/inbox/batch.html"
    response = render(request, template, {"progress": progress, "asked_for": True})
    if part and (progress.over or request.GET.get("done", "0") != str(progress.done)):
        response["HX-Trigger"] = "inbox-changed"
    return response
