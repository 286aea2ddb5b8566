"""What was found, and the questions that a person keeps."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tongket.actions.people.gate import visible
from tongket.actions.people.office import office
from tongket.actions.searching.saved import forget_search, save_search, saved_searches
from tongket.actions.searching.search import AT_ONCE, KINDS, Searched, Sought, search
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.rolling.pages import document_address
from tongket.web.desk.routes import DeskRequest, anyones, route
from tongket.web.desk.searching.marking import marked

_KIND_NAMES = {
    "figure": gettext_lazy("số liệu"),
    "result": gettext_lazy("kết quả"),
    "limitation": gettext_lazy("hạn chế"),
    "task": gettext_lazy("nhiệm vụ"),
    "event": gettext_lazy("hoạt động"),
    "directive": gettext_lazy("văn bản chỉ đạo"),
    "official": gettext_lazy("người giữ chức vụ"),
    "award": gettext_lazy("khen thưởng"),
}
_NAMES = ("q", "org", "periods", "kind")


@require_safe
@route(Verb.SEE, anyones)
def find(request: DeskRequest) -> HttpResponse:
    """Show what is found for the words of the address."""
    typed = {name: request.GET.get(name, "").strip() for name in _NAMES}
    wrong: dict[str, str] = {}
    found = _found(request, typed, wrong)
    place = office()
    shown = {
        "typed": typed,
        "wrong": wrong,
        "found": found,
        "hits": _hits(found),
        "orgs": [(org, place.names[org]) for org in visible(request.person)],
        "kinds": [(kind, _KIND_NAMES[kind]) for kind in KINDS],
        "saved": saved_searches(request.person),
        "query": _query(typed),
        "page": _page(request.GET),
        "pages": -(-found.count // AT_ONCE) if found else 0,
    }
    return render(request, "desk/searching/find.html", shown)


@require_POST
@route(Verb.SEE, anyones)
def keep(request: DeskRequest) -> HttpResponse:
    """Keep a question under a name."""
    query = request.POST.get("query", "")
    try:
        save_search(actor(request), request.POST.get("name", ""), _query(_typed(QueryDict(query))))
        messages.success(request, _("Đã lưu tìm kiếm."))
    except TongketError as error:
        messages.error(request, spoken(error))
    return redirect(reverse("search") + f"?{_query(_typed(QueryDict(query)))}")


@require_POST
@route(Verb.SEE, anyones)
def forget(request: DeskRequest) -> HttpResponse:
    """Let go of a question that was kept."""
    try:
        forget_search(actor(request), request.POST.get("entry", ""))
        messages.success(request, _("Đã bỏ tìm kiếm đã lưu."))
    except TongketError as error:
        messages.error(request, spoken(error))
    return redirect("search")


def _found(request: DeskRequest, typed: dict[str, str], wrong: dict[str, str]) -> Searched | None:
    if not typed["q"]:
        return None
    try:
        periods = tuple(str(Period.parse(each)) for each in typed["periods"].split(",") if each.strip())
    except TongketError as error:
        wrong["periods"] = spoken(error)
        return None
    org = typed["org"] if typed["org"] in office().names else ""
    kind = typed["kind"] if typed["kind"] in KINDS else ""
    return search(request.person, Sought(typed["q"], org, periods, kind, _page(request.GET)))


def _hits(found: Searched | None) -> list[dict[str, object]]:
    names = office().names
    return [
        {
            "text": marked(hit.found.text, hit.hits),
            "name": hit.found.name,
            "org": names.get(hit.found.org, ""),
            "period": Period.parse(hit.found.period).label if hit.found.period else "",
            "address": document_address(hit.found.document, hit.records[0][1] if hit.records else f"L{hit.found.line}"),
            "records": [
                (_KIND_NAMES[kind], document_address(hit.found.document, entry)) for kind, entry in hit.records
            ],
        }
        for hit in (found.hits if found else ())
    ]


def _typed(given: QueryDict) -> dict[str, str]:
    return {name: given.get(name, "").strip() for name in _NAMES}


def _query(typed: dict[str, str]) -> str:
    return urlencode([(name, value) for name, value in typed.items() if value])


def _page(given: QueryDict) -> int:
    page = given.get("page", "1")
    return max(1, int(page)) if page.isdecimal() and len(page) < 4 else 1  # noqa: PLR2004 - there are at most 80
