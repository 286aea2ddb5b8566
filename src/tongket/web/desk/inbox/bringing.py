"""Take the files that a person drops or chooses."""

import re
from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from tongket.actions.inbox.receive import Brought, Outcome, Received, new_batch, receive, refusal_of
from tongket.terms.roles import Verb
from tongket.web.desk.person import actor
from tongket.web.desk.routes import DeskRequest, route

_BATCH = re.compile(r"BT-[0-9a-f]{12}")


@require_POST
@route(Verb.TAKE_IN)
def bring(request: DeskRequest) -> HttpResponse:
    """Take files in; to HTMX tell of each what became of it, else go back to the list."""
    told = request.POST.get("batch", "")
    batch = told if _BATCH.fullmatch(told) else new_batch()
    received = list(_received(request, batch))
    if request.headers.get("HX-Request") == "true":
        return render(request, "desk/inbox/received.html", {"received": received, "batch": batch})
    if not received:
        messages.error(request, gettext("Chưa chọn tệp nào. Hãy chọn một hay nhiều tệp rồi bấm “Đưa lên”."))
        return redirect("inbox")
    _tell(request, received)
    return redirect(f"{reverse('inbox')}?batch={batch}")


def _received(request: DeskRequest, batch: str) -> Iterable[Received]:
    """Take in file by file, so that no more than one is in memory."""
    for file in request.FILES.getlist("files"):
        name, size = file.name or "", file.size or 0
        if refusal := refusal_of(name, size):
            yield Received(name, Outcome.REFUSED, told=refusal)
        else:
            yield from receive(actor(request), request.org, batch, [Brought(name, file.read())])


def _tell(request: DeskRequest, received: Sequence[Received]) -> None:
    taken = sum(each.outcome is Outcome.TAKEN for each in received)
    if taken:
        told = ngettext("Đã nhận {n} tệp; đang đọc.", "Đã nhận {n} tệp; đang đọc.", taken).format(n=taken)
        messages.success(request, told)
    for each in received:
        if each.outcome is Outcome.KNOWN:
            told = gettext("“{name}” đã có trong hộp đến với tên “{before}”: không nhận lần nữa.")
            messages.warning(request, told.format(name=each.name, before=each.told))
        elif each.outcome is Outcome.REFUSED:
            messages.error(request, each.told)
