"""What failed for good: why, and try again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from tongket.actions.jobs.dead_letters import letters_for, try_again
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.desk.inbox.asking import page_of
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, route

_PAGE = 100


@require_safe
@route(Verb.TAKE_IN)
def letters(request: DeskRequest) -> HttpResponse:
    """Show what failed of this org, and to whoever keeps the desk what failed of the whole of it."""
    found, page = letters_for(request.person, request.org), page_of(request)
    shown = found[(page - 1) * _PAGE : page * _PAGE]
    context = {"letters": shown, "total": len(found), "page": page, "last": max(1, -(-len(found) // _PAGE))}
    return render(request, "desk/inbox/failed.html", context)


@require_POST
@route(Verb.TAKE_IN)
def again(request: DeskRequest, *, job: str) -> HttpResponse:
    """Have a job that failed tried again."""
    try:
        letter = try_again(actor(request), job)
    except TongketError as error:
        messages.error(request, spoken(error))
    else:
        messages.success(request, gettext("Đang thử lại “{what}”.").format(what=letter.what))
    return redirect("inbox" if request.POST.get("next") == "inbox" else "inbox-failed")
