"""The answer of a roll-up, and one figure's way back to its sentences."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from tongket.actions.people.gate import may, visible
from tongket.actions.people.office import office
from tongket.actions.pivoting.parts import Parts, Sentence, parts_of_cell
from tongket.actions.pivoting.sides import levels_below, periods_told
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.rolling.ahead import OFFERED
from tongket.web.desk.rolling.asked import Question, question_of
from tongket.web.desk.rolling.tables import sides, tables
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, route


@require_safe
@route(Verb.SEE)
def choose_org(request: DeskRequest) -> HttpResponse:
    """Lead to the roll-up of the org that the form names, else of the own; `to` names another of its pages."""
    given = request.GET.copy()
    page = {"misfits": "rollup-misfits", "outliers": "rollup-outliers"}.get(given.pop("to", [""])[-1], "rollup-of")
    org = given.pop("org", [request.org])[-1] or request.org
    query = f"?{given.urlencode()}" if given else ""
    return redirect(reverse(page, kwargs={"org": org}) + query)


@require_safe
@route(Verb.SEE, org_in_path)
def rollup(request: DeskRequest, *, org: str) -> HttpResponse:
    """Show the tables that the address asks for."""
    known_org(org)
    asked = question_of(request.GET, org)
    seen = None
    if asked.pivot:
        try:
            seen = tables(asked, asked.pivot)
        except TongketError as error:
            asked.wrong["form"] = spoken(error)
    shown: dict[str, object] = {"pages": _pages(asked, seen.pages if seen else 1)}
    shown["listings"] = (
        [(part, asked.query(part=part)) for part in range(1, seen.parts + 1)] if seen and seen.parts > 1 else []
    )
    shown |= {"answered": seen, "grids": seen.grids if seen else ""}
    return render(request, "desk/rolling/rollup.html", {**around(request, org, asked), **shown})


@require_safe
@route(Verb.SEE, org_in_path)
def parts(request: DeskRequest, *, org: str) -> HttpResponse:
    """Show what one figure rests on: beside the table, or as a page of its own."""
    known_org(org)
    asked = question_of(request.GET, org)
    at_org, indicator = request.GET.get("at_org", org), request.GET.get("at_indicator", "")
    if not asked.pivot or at_org not in office().names or not indicator:
        raise not_found(indicator)
    found = parts_of_cell(
        request.person, asked.pivot, at_org, indicator, Period.parse(request.GET.get("at_period", ""))
    )
    template = (
        "desk/rolling/parts_panel.html" if request.headers.get("HX-Request") == "true" else "desk/rolling/parts.html"
    )
    back = reverse("rollup-of", kwargs={"org": org}) + "?" + asked.query()
    return render(request, template, {"way": _with_addresses(found), "org": org, "back": back})


def known_org(org: str) -> None:
    """Refuse an org that the office does not have.

    Raises:
        Http404: As said.
    """
    if org not in office().names:
        raise not_found(org)


def around(request: DeskRequest, org: str, asked: Question) -> dict[str, object]:
    """Return what every page of the roll-up needs: the form's choices and the links of the state it is in."""
    place = office()
    told = periods_told(place, org)[:OFFERED]
    chosen = asked.typed["periods"].split(",")
    return {
        "org": org,
        "org_name": place.names[org],
        "asked": asked,
        "query": asked.query(),
        "orgs": [(each, place.names[each]) for each in visible(request.person)],
        "indicators": [(each, each.id in asked.indicators) for each in place.profile.indicators],
        "levels": levels_below(place, org),
        "offered": [(each.label, asked.query(periods=str(each), page=None), str(each) in chosen) for each in told],
        "sides": sides(),
        "may_decide": may(request.person, Verb.DECIDE, org, within=place),
        "swapped": asked.query(rows=asked.typed["columns"], columns=asked.typed["rows"], page=None),
    }


def document_address(document: str, record: str) -> str:
    """Return where a record is read beside its text; empty where no such page is."""
    try:
        return reverse("document", kwargs={"document": document}) + f"#{record}"
    except NoReverseMatch:
        return ""


def _pages(asked: Question, pages: int) -> list[tuple[int, str]]:
    return [(page, asked.query(page=page, part=asked.part)) for page in range(1, pages + 1)] if pages > 1 else []


def _with_addresses(found: Parts) -> dict[str, object]:
    shown = [(each, [_with_address(one) for one in each.sentences]) for each in found.parts]
    return {"told": found, "parts": shown, "own": [_with_address(each) for each in found.own]}


def _with_address(sentence: Sentence) -> tuple[Sentence, str]:
    return sentence, document_address(sentence.document, sentence.figure)
