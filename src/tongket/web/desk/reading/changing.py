"""One record: its sentence, what people said of it; change a figure, say something about any."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongket.actions.judging.change import change
from tongket.actions.judging.comment import comment
from tongket.actions.judging.judge import record_to_judge
from tongket.actions.judging.records import Record, record_named
from tongket.actions.people.gate import may
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.roles import Verb
from tongket.terms.tables import AwardRow, DirectiveRow, FigureRow
from tongket.web.desk.person import actor
from tongket.web.desk.reading.card import card
from tongket.web.desk.reading.figure_form import FigureForm, filled, indicators, typed
from tongket.web.desk.reading.shown import comments_of, newest_word, shown_records
from tongket.web.desk.reading.whose import inbox_of, inbox_org
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, not_found, route


@require_safe
@route(Verb.SEE, inbox_of(Verb.SEE))
def record(request: DeskRequest, *, document: str, record: str) -> HttpResponse:
    """Show one record with its sentence, its comments and, for a figure, the form that changes it."""
    found = record_named(document, record)
    if found is None:
        raise not_found(record)
    return _shown(request, document, found, filled(found))


@require_http_methods(["POST"])
@route(Verb.JUDGE, inbox_of(Verb.JUDGE))
def change_figure(request: DeskRequest, *, document: str, record: str) -> HttpResponse:
    """Change a figure; what is wrong with what was typed is shown beside it, and nothing typed is lost."""
    found = record_named(document, record)
    if found is None or not isinstance(found.row, FigureRow):
        raise not_found(record)
    form = typed(request.POST)
    said = form.said()
    if said is None:
        return _shown(request, document, found, form, seen=request.POST.get("seen", found.seen))
    try:
        change(actor(request), inbox_org(request, document), found, said, request.POST.get("seen", ""))
    except StaleError as error:
        return _shown(request, document, record_to_judge(document, record), form, stale=spoken(error))
    except TongketError as error:
        form.errors["form"] = spoken(error)
        return _shown(request, document, found, form)
    if request.headers.get("HX-Request") == "true":
        return card(request, record_to_judge(document, record))
    return redirect(f"{reverse('document', kwargs={'document': document})}?record={record}#r-{record}")


@require_POST
@route(Verb.SEE, inbox_of(Verb.SEE))
def say(request: DeskRequest, *, document: str, record: str) -> HttpResponse:
    """Say something about a record."""
    found = record_named(document, record)
    if found is None:
        raise not_found(record)
    try:
        comment(actor(request), inbox_org(request, document, Verb.SEE), record, request.POST.get("text", ""))
    except TongketError as error:
        return _shown(request, document, found, filled(found), comment_error=spoken(error))
    if request.headers.get("HX-Request") == "true":
        return _shown(request, document, found, filled(found))
    return redirect(reverse("document-record", kwargs={"document": document, "record": record}))


def _shown(request: DeskRequest, document: str, found: Record, form: FigureForm, **told: str) -> HttpResponse:
    """Show a record; `told` has `stale`, `comment_error` or `seen` where there is something to say."""
    row = found.row
    sentence = row.sentence if isinstance(row, FigureRow | DirectiveRow | AwardRow) else row.quote
    at = row.at if isinstance(row, FigureRow) else sentence.find(row.quote)
    cut = (sentence[:at], row.quote, sentence[at + len(row.quote) :]) if at >= 0 else ("", sentence, "")
    context = {
        "document_id": document,
        "each": shown_records(None, [found])[0],
        "sentence": cut,
        "before": row.before if isinstance(row, FigureRow) else "",
        "headings": row.headings.splitlines() if isinstance(row, FigureRow) else [],
        "is_figure": isinstance(row, FigureRow),
        "form": form,
        "seen": told.get("seen", found.seen),
        "indicators": indicators(),
        "comments": comments_of(row.id),
        "typed_comment": request.POST.get("text", "") if told.get("comment_error") else "",
        "newest": newest_word(found),
        "now": filled(found) if told.get("stale") and isinstance(row, FigureRow) else None,
        "may_judge": may(request.person, Verb.JUDGE, inbox_org(request, document)),
        **told,
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "desk/reading/detail.html" if part else "desk/reading/record_page.html", context)
