"""Take a person's word on records: one at a time, or all that are sure at once, which can be taken back."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from tongket.actions.judging.accept_sure import accept_sure
from tongket.actions.judging.judge import judge, record_to_judge
from tongket.actions.judging.records import Record, Verdict, read_document
from tongket.actions.judging.undo_sure import undo_sure
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.roles import Verb
from tongket.web.desk.person import actor
from tongket.web.desk.reading.card import card
from tongket.web.desk.reading.shown import newest_word
from tongket.web.desk.reading.whose import inbox_of, inbox_org
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, not_found, route

_BUTTONS = {"accept": Verdict.ACCEPTED, "reject": Verdict.REJECTED, "open": Verdict.OPEN}


@require_POST
@route(Verb.JUDGE, inbox_of(Verb.JUDGE))
def one(request: DeskRequest, *, document: str) -> HttpResponse:
    """Accept, reject or open one record; the button's value is its id and what the person saw of it."""
    button = next((name for name in _BUTTONS if request.POST.get(name)), "")
    entry, _, seen = request.POST.get(button, "").partition("|")
    if not entry:
        message = gettext("Chưa chọn mục nào để duyệt. Hãy bấm nút ở một mục.")
        raise TongketError(message)
    try:
        judge(actor(request), inbox_org(request, document), record_to_judge(document, entry), _BUTTONS[button], seen)
    except StaleError as error:
        return _refused(request, document, record_to_judge(document, entry), error)
    if request.headers.get("HX-Request") == "true":
        return card(request, record_to_judge(document, entry))
    return redirect(f"{reverse('document', kwargs={'document': document})}?record={entry}#r-{entry}")


@require_POST
@route(Verb.JUDGE, inbox_of(Verb.JUDGE))
def sure(request: DeskRequest, *, document: str) -> HttpResponse:
    """Accept all that nothing speaks against."""
    found = read_document(document)
    if found is None:
        raise not_found(document)
    said = accept_sure(actor(request), inbox_org(request, document), found)
    if not said:
        messages.success(request, gettext("Không còn mục chắc chắn nào chưa duyệt."))
    # The page tells what this press accepted, and lets it be taken back (`page.py`).
    return _back(request, document, press=said[0].id if said else "")


@require_POST
@route(Verb.JUDGE, inbox_of(Verb.JUDGE))
def undo(request: DeskRequest, *, document: str) -> HttpResponse:
    """Open again what the person accepted with one key, where nobody has spoken of it since."""
    found = read_document(document)
    if found is None:
        raise not_found(document)
    press = undo_sure(actor(request), inbox_org(request, document), found, request.POST.get("press", ""))
    opened, left = len(press.untouched), press.left
    if opened:
        told = ngettext("Đã hoàn tác, {n} mục lại chưa duyệt.", "Đã hoàn tác, {n} mục lại chưa duyệt.", opened)
        messages.success(request, told.format(n=opened))
    if left:
        told = ngettext("{n} mục giữ nguyên vì đã có người sửa.", "{n} mục giữ nguyên vì đã có người sửa.", left)
        messages.warning(request, told.format(n=left))
    return _back(request, document)


def _back(request: DeskRequest, document: str, press: str = "") -> HttpResponse:
    """Go back to the part of the document that the person saw."""
    part = request.POST.get("part", "")
    query = {"part": part} if part.isascii() and part.isdigit() else {}
    query |= {"press": press} if press else {}
    return redirect(reverse("document", kwargs={"document": document}) + (f"?{urlencode(query)}" if query else ""))


def _refused(request: DeskRequest, document: str, record: Record, error: StaleError) -> HttpResponse:
    """Show the newer version beside what the person wanted to say."""
    if request.headers.get("HX-Request") == "true":
        return card(request, record, stale=spoken(error))
    context = {"message": spoken(error), "document_id": document, "record": record, "newest": newest_word(record)}
    return render(request, "desk/reading/stale.html", context)
