"""Make a record of words that the reader missed."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tongket.actions.correct import Said
from tongket.actions.judging.add_record import MADE_BY_HAND, Chosen, add_record
from tongket.actions.judging.records import Kind, ReadDocument, read_document
from tongket.actions.people.office import office
from tongket.terms.errors import TongketError
from tongket.terms.records import FigureKind
from tongket.terms.roles import Verb
from tongket.web.desk.person import actor
from tongket.web.desk.reading.figure_form import FigureForm, indicators, typed
from tongket.web.desk.reading.shown import kind_titles
from tongket.web.desk.reading.whose import inbox_of, inbox_org
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, not_found, route

_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class _Words:
    """The words chosen: where they stand, or why they were not found."""

    start: int = -1
    end: int = -1
    error: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.JUDGE, inbox_of(Verb.JUDGE))
def add(request: DeskRequest, *, document: str) -> HttpResponse:
    """Show the form for chosen words; make the record where it was sent."""
    found = read_document(document)
    if found is None:
        raise not_found(document)
    told = request.POST if request.method == "POST" else request.GET
    words = _chosen(found, told)
    form = typed(told) if request.method == "POST" else _proposed(found)
    kind = Kind(told["kind"]) if told.get("kind") in {each.value for each in MADE_BY_HAND} else Kind.FIGURE
    if request.method != "POST" or words.error:
        return _form(request, found, words, form, kind)
    said = form.said() if kind is Kind.FIGURE else None
    if kind is Kind.FIGURE and said is None:
        return _form(request, found, words, form, kind)
    try:
        entry = _made(request, found, words, kind, said)
    except TongketError as error:
        form.errors["form"] = spoken(error)
        return _form(request, found, words, form, kind)
    messages.success(request, gettext("Đã thêm mục bị sót; lần đọc sau vẫn giữ."))
    address = f"{reverse('document', kwargs={'document': document})}?record={entry}#r-{entry}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def _made(request: DeskRequest, found: ReadDocument, words: _Words, kind: Kind, said: Said | None) -> str:
    told = request.POST
    number = FigureKind(told["number"]) if told.get("number") in set(FigureKind) else FigureKind.COUNT
    # A browser sends line ends as two characters.
    quote = told.get("quote", "").replace("\r\n", "\n") or found.text[words.start : words.end]
    chosen = Chosen(words.start, words.end, quote, kind, said, number)
    return add_record(actor(request), inbox_org(request, found.row.id), found, chosen)


def _chosen(found: ReadDocument, told: QueryDict) -> _Words:
    """Return where the chosen words stand: as the page counted them, or as the only place where they are found."""
    start, end = told.get("start", ""), told.get("end", "")
    if all(each.isascii() and each.isdigit() and len(each) < _MOST_DIGITS for each in (start, end)):
        first, last = int(start), min(int(end), len(found.text))
        words = found.text[first:last]
        kept = words.strip()
        if kept:
            first += len(words) - len(words.lstrip())
            return _Words(first, first + len(kept))
        return _Words(error=gettext("Đoạn được chọn không có chữ. Hãy bôi đen lại."))
    asked = " ".join(told.get("words", "").split())
    if not asked:
        return _Words(error=gettext("Chưa chọn đoạn nào. Hãy bôi đen đoạn bị sót, hoặc chép đoạn đó vào ô."))
    count = found.text.count(asked)
    if count != 1:
        told_so = gettext("Đoạn này có {n} chỗ trong văn bản. Hãy chép dài hơn hoặc đúng từng chữ, trong một dòng.")
        return _Words(error=told_so.format(n=count))
    at = found.text.index(asked)
    return _Words(at, at + len(asked))


def _proposed(found: ReadDocument) -> FigureForm:
    own = found.attribution
    org = office().names.get(own.org, own.org) if own else ""
    return FigureForm(org_name=org, period=own.period if own else "")


def _form(request: DeskRequest, found: ReadDocument, words: _Words, form: FigureForm, kind: Kind) -> HttpResponse:
    titles = kind_titles()
    context = {
        "document_id": found.row.id,
        "name": found.row.name,
        "words": words,
        "quote": found.text[words.start : words.end] if words.start >= 0 else "",
        "typed_words": request.GET.get("words", ""),
        "form": form,
        "kind": kind.value,
        "number": request.POST.get("number", "count"),
        "kinds": [(each.value, titles[each]) for each in MADE_BY_HAND],
        "indicators": indicators(),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "desk/reading/adding_form.html" if part else "desk/reading/adding.html", context)
