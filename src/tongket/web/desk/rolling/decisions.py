"""The lists to decide: figures on which documents disagree, figures that fit no indicator, and what was decided."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongket.actions.deciding.conflicts import conflicts as conflicts_of
from tongket.actions.deciding.decide import assign_indicator, choose
from tongket.actions.deciding.decisions import decisions as decisions_of
from tongket.actions.deciding.decisions import undo
from tongket.actions.deciding.misfits import misfits as misfits_of
from tongket.actions.people.gate import NotAllowedError, may
from tongket.actions.people.office import office
from tongket.actions.pivoting.sides import MOST_REPORTS, periods_told, reports_below
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.rolling.asked import question_of
from tongket.web.desk.rolling.pages import around, document_address, known_org
from tongket.web.desk.routes import DeskRequest, org_in_path, route

_AT_ONCE = 25


@require_safe
@route(Verb.SEE, org_in_path)
def conflicts(request: DeskRequest, *, org: str) -> HttpResponse:
    """Show where documents disagree."""
    known_org(org)
    return _conflicts(request, org)


@require_POST
@route(Verb.DECIDE, org_in_path)
def decide_conflict(request: DeskRequest, *, org: str) -> HttpResponse:
    """Let one figure of several hold."""
    known_org(org)
    given = request.POST
    try:
        about = (given.get("indicator", ""), Period.parse(given.get("period", "")))
        choose(actor(request), org, about, given.get("figure", ""), given.get("reason", ""))
    except NotAllowedError:
        raise
    except TongketError as error:
        return _conflicts(request, _back(request, org), spoken(error))
    messages.success(request, _("Đã chọn. Các số còn lại không tính nữa, vẫn xem lại được."))
    return redirect("rollup-conflicts", org=_back(request, org))


@require_safe
@route(Verb.SEE, org_in_path)
def misfits(request: DeskRequest, *, org: str) -> HttpResponse:
    """Show the figures of an org's own reports that fit no indicator."""
    known_org(org)
    return _misfits(request, org)


@require_POST
@route(Verb.DECIDE, org_in_path)
def decide_misfit(request: DeskRequest, *, org: str) -> HttpResponse:
    """Say which indicator a figure is, or that it is none."""
    known_org(org)
    given = request.POST
    try:
        assign_indicator(
            actor(request), org, given.get("figure", ""), given.get("indicator", ""), given.get("reason", "")
        )
    except NotAllowedError:
        raise
    except TongketError as error:
        return _misfits(request, org, spoken(error))
    messages.success(request, _("Đã ghi quyết định về số liệu này."))
    return redirect(reverse("rollup-misfits", kwargs={"org": org}) + f"?{request.GET.urlencode()}")


@require_safe
@route(Verb.SEE, org_in_path)
def decided(request: DeskRequest, *, org: str) -> HttpResponse:
    """Show what was decided for an org."""
    known_org(org)
    return _decided(request, org)


@require_POST
@route(Verb.DECIDE, org_in_path)
def take_back(request: DeskRequest, *, org: str) -> HttpResponse:
    """Take a decision back."""
    known_org(org)
    try:
        undo(actor(request), org, request.POST.get("line", ""), request.POST.get("reason", ""))
    except NotAllowedError:
        raise
    except TongketError as error:
        return _decided(request, org, spoken(error))
    messages.success(request, _("Đã rút lại quyết định."))
    return redirect("rollup-decided", org=org)


def _conflicts(request: DeskRequest, org: str, wrong: str = "") -> HttpResponse:
    place = office()
    typed, wrong_period = request.GET.get("periods", "").strip(), ""
    try:
        period = Period.parse(typed) if typed else _latest_year(org)
    except TongketError as error:
        period, wrong_period = _latest_year(org), spoken(error)
    page = Paginator(conflicts_of(request.person, org, period), _AT_ONCE).get_page(request.GET.get("page"))
    shown = [
        (
            each,
            [(one, document_address(one.document, one.figure)) for one in each.sentences],
            may(request.person, Verb.DECIDE, each.org, within=place),
        )
        for each in page
    ]
    about: dict[str, object] = {"shown": shown, "page": page, "wrong": wrong, "typed": request.POST}
    about |= {"period": period, "typed_period": typed or str(period or ""), "wrong_period": wrong_period}
    return render(request, "desk/rolling/conflicts.html", {**_around(request, org), **about})


def _misfits(request: DeskRequest, org: str, wrong: str = "") -> HttpResponse:
    asked = question_of(request.GET, org)
    period = asked.pivot.periods[0] if asked.pivot else None
    found, counted = misfits_of(request.person, org, period) if period else ([], {})
    why = request.GET.get("why", "")
    page = Paginator([each for each in found if why in ("", each.why)], _AT_ONCE).get_page(request.GET.get("page"))
    shown = [(each, document_address(each.document, each.figure)) for each in page]
    about = {"shown": shown, "page": page, "wrong": wrong, "typed": request.POST, "why": why, "period": period}
    whys = sorted(counted.items(), key=lambda pair: -pair[1])
    choices = [(each.id, each.name, each.measure) for each in office().profile.indicators]
    return render(
        request, "desk/rolling/misfits.html", {**_around(request, org), **about, "whys": whys, "choices": choices}
    )


def _decided(request: DeskRequest, org: str, wrong: str = "") -> HttpResponse:
    page = Paginator(decisions_of(request.person, org), _AT_ONCE).get_page(request.GET.get("page"))
    about = {"page": page, "wrong": wrong, "typed": request.POST}
    return render(request, "desk/rolling/decided.html", {**_around(request, org), **about})


def _around(request: DeskRequest, org: str) -> dict[str, object]:
    return around(request, org, question_of(request.GET, org))


def _latest_year(org: str) -> Period | None:
    """Return for which year a list is shown that nobody chose one for: none where all years can be read at once."""
    place = office()
    told = periods_told(place, org)
    return Period.parse(str(told[0].last.year)) if told and reports_below(place, org) > MOST_REPORTS else None


def _back(request: DeskRequest, org: str) -> str:
    """Return for which org the list was shown from which something was decided."""
    back = request.POST.get("back", org)
    return back if back in office().names else org
