"""Orgs through time: who stood where on a day, the story of one, and a change that is seen before it is done."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from tongket.actions.keeping.change_map import Effect, change_map, see_change
from tongket.actions.keeping.map_change import ChangeOrder, Target
from tongket.actions.now import today
from tongket.actions.org_chart import OrgChart
from tongket.actions.people.gate import visible
from tongket.actions.people.office import office
from tongket.reading.period_words import without_marks
from tongket.terms.errors import TongketError
from tongket.terms.orgs import ChangeKind, Org
from tongket.terms.roles import Verb
from tongket.web.desk.administration.tabs import shown
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, anyones, not_found, org_in_path, route

_ON_A_PAGE = 100
_MOST_TARGETS = 12
KINDS = {
    ChangeKind.MERGE: gettext_lazy("Nhập"),
    ChangeKind.SPLIT: gettext_lazy("Chia, tách"),
    ChangeKind.RENAME: gettext_lazy("Đổi tên"),
    ChangeKind.MOVE: gettext_lazy("Chuyển cấp trên"),
    ChangeKind.OPEN: gettext_lazy("Lập mới"),
    ChangeKind.ABOLISH: gettext_lazy("Giải thể"),
}
_REPORTS = {
    "month": gettext_lazy("tháng"),
    "quarter": gettext_lazy("quý"),
    "half": gettext_lazy("sáu tháng"),
    "year": gettext_lazy("năm"),
}
_CERTAINTIES = {
    "exact": gettext_lazy("Tổng chính xác"),
    "apportioned": gettext_lazy("Tổng có phần chia theo tỷ lệ"),
    "not derivable": gettext_lazy("Tổng không suy ra được"),
}


@require_safe
@route(Verb.ADMINISTER, anyones)
def orgs(request: DeskRequest) -> HttpResponse:
    """List the orgs that the person administers as they stood on a day, each under its parent."""
    day, words = _day(request.GET.get("day", "")) or today(), request.GET.get("words", "").strip()
    mine = set(visible(request.person, Verb.ADMINISTER))
    rows = [row for row in office().rows_on(day) if row.id in mine]
    listed = [(depth, row) for depth, row in _as_tree(rows) if without_marks(words) in without_marks(row.name)]
    page = Paginator(listed, _ON_A_PAGE).get_page(request.GET.get("page"))
    kinds = [(kind.value, title) for kind, title in KINDS.items() if kind is not ChangeKind.OPEN]
    told = {"page": page, "day": day, "words": words, "kinds": kinds, "names": office().names, "tab": "orgs"}
    return shown(request, "orgs.html", told)


@require_safe
@route(Verb.ADMINISTER, org_in_path)
def org(request: DeskRequest, org: str) -> HttpResponse:
    """Tell the story of one org."""
    found = office()
    if org not in found.names:
        raise not_found(org)
    story = OrgChart(found.profile.orgs, found.profile.changes).story(org, today())
    changes = [(each, KINDS[each.change.kind]) for each in story.changes]
    told = {
        "name": found.names[org],
        "story": story,
        "changes": changes,
        "tab": "orgs",
        "ever": date.min,
        "on": date.max,
    }
    return shown(request, "org.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.ADMINISTER, anyones)
def change(request: DeskRequest) -> HttpResponse:
    """Ask for a change, show what it would do, and enter it."""
    given = request.POST if request.method == "POST" else request.GET
    kind = next((each for each in ChangeKind if each.value == given.get("kind")), ChangeKind.MERGE)
    told = _form(request, kind, given)
    if request.method == "POST" and "more" not in given:
        try:
            order = _order(kind, given)
            if given.get("do") == "enter":
                change_map(actor(request), order, given.get("version", ""))
                messages.success(request, _("Đã ghi thay đổi đơn vị."))
                return redirect("orgs")
            told |= _seen(see_change(actor(request), order))
        except TongketError as error:
            told["refused"] = spoken(error)
    return shown(request, "orgs_change.html", told)


def _seen(effect: Effect) -> dict[str, Any]:
    names = {row.id: row.name for row in effect.redrawn.orgs} | office().names
    altered = [
        (old.name, new.name, names.get(old.parent or "", "–"), names.get(new.parent or "", "–"))
        for old, new in effect.altered
    ]
    totals = [(_CERTAINTIES[each.what], each) for each in effect.totals if each.before or each.after]
    duties = [(_REPORTS[each.of], each) for each in effect.duties]
    return {"effect": effect, "totals": totals, "duties": duties, "altered": altered}


def _form(request: HttpRequest, kind: ChangeKind, given: QueryDict) -> dict[str, Any]:
    names, sources = office().names, given.getlist("source")
    count = {ChangeKind.ABOLISH: 0, ChangeKind.SPLIT: max(2, _number(given.get("targets", "")))}.get(kind, 1)
    more = "more" in request.POST
    pieces = range(1, min(count + more, _MOST_TARGETS) + 1)
    stays = kind in {ChangeKind.RENAME, ChangeKind.MOVE}
    return {
        "kind": kind.value,
        "title": KINDS[kind],
        "kinds": [(each.value, title) for each, title in KINDS.items()],
        "sources": [(each, names.get(each, each)) for each in sources],
        "given": given,
        "targets": [
            {name: given.get(f"{name}-{number}", "") for name in _FIELDS} | {"number": number} for number in pieces
        ],
        "count": len(pieces),
        "asks": {
            "name": kind not in {ChangeKind.MOVE, ChangeKind.ABOLISH},
            "level": not stays,
            "parent": kind is not ChangeKind.RENAME,
            "staying": kind in {ChangeKind.MERGE, ChangeKind.SPLIT},
            "share": kind is ChangeKind.SPLIT,
        },
        "levels": sorted({row.level for row in office().profile.orgs}),
        "parents": [(row.id, row.name) for row in office().rows_on(today())],
        "tab": "orgs",
    }


_FIELDS = ("name", "level", "parent", "org", "aliases", "share")


def _order(kind: ChangeKind, given: QueryDict) -> ChangeOrder:
    """Return the order that a form gives.

    Raises:
        TongketError: No day, or a share that is no number.
    """
    day, sources = _day(given.get("day", "")), tuple(given.getlist("source"))
    if day is None:
        message = _("Hãy ghi ngày bắt đầu có hiệu lực, viết như 2025-07-01.")
        raise TongketError(message)
    stays = kind in {ChangeKind.RENAME, ChangeKind.MOVE}
    count = 0 if kind is ChangeKind.ABOLISH else min(_number(given.get("targets", "")) or 1, _MOST_TARGETS)
    targets = tuple(_target(given, number, sources[0] if stays and sources else "") for number in range(1, count + 1))
    # Of a split, rows of the form that were left empty are none.
    told = tuple(each for each in targets if kind is not ChangeKind.SPLIT or each.name or each.org or each.level)
    return ChangeOrder(kind, day, given.get("basis", ""), sources, told, given.get("share_basis", ""))


def _typed(given: QueryDict, number: int) -> dict[str, str]:
    return {name: given.get(f"{name}-{number}", "").strip() for name in _FIELDS}


def _target(given: QueryDict, number: int, staying: str) -> Target:
    told = _typed(given, number)
    try:
        share = Decimal(told["share"].replace(",", ".")) if told["share"] else None
    except InvalidOperation as error:
        message = _("Tỷ lệ “%(share)s” không phải là số: hãy viết như 0,6.") % {"share": told["share"]}
        raise TongketError(message) from error
    aliases = tuple(line.strip() for line in told["aliases"].splitlines() if line.strip())
    return Target(told["name"], told["level"], told["parent"], staying or told["org"], aliases, share)


def _as_tree(rows: list[Org]) -> list[tuple[int, Org]]:
    """Return rows each after its parent, with how deep it stands."""
    inside = {row.id for row in rows}
    below: dict[str, list[Org]] = {}
    for row in rows:
        below.setdefault(row.parent if row.parent in inside and row.parent else "", []).append(row)
    ahead = [(0, row) for row in reversed(below.get("", []))]
    found: list[tuple[int, Org]] = []
    while ahead:
        depth, row = ahead.pop()
        found.append((depth, row))
        ahead += [(depth + 1, child) for child in reversed(below.get(row.id, []))]
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 3 else 0  # noqa: PLR2004 - of two digits at most
