"""Beside the roll-up: what changed against an earlier period, what stands apart, and a chart."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from tongket.actions.people.office import office
from tongket.actions.pivoting.beside import changes as changes_of
from tongket.actions.pivoting.beside import documents_of
from tongket.actions.pivoting.beside import outliers as outliers_of
from tongket.actions.pivoting.files import drawing
from tongket.actions.pivoting.sides import MOST_REPORTS, reports_below
from tongket.review.charts import svg
from tongket.review.wording import number
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.rolling.asked import question_of
from tongket.web.desk.rolling.pages import around, document_address, known_org
from tongket.web.desk.routes import DeskRequest, org_in_path, route

_AT_ONCE = 100


@require_safe
@route(Verb.SEE, org_in_path)
def changes(request: DeskRequest, *, org: str) -> HttpResponse:
    """Show what changed against an earlier period, and what of it the map did and what the work."""
    known_org(org)
    asked = question_of(request.GET, org)
    against = request.GET.get("against", "").strip()
    shown: dict[str, object] = {"against": against}
    if asked.pivot:
        later = asked.pivot.periods[-1]
        shown = {"against": against or str(later.a_year_before), "later": later}
        try:
            earlier = Period.parse(against) if against else later.a_year_before
            page = Paginator(changes_of(request.person, asked.pivot, earlier), _AT_ONCE)
            shown |= {"earlier": earlier, "page": page.get_page(request.GET.get("page"))}
        except TongketError as error:
            asked.wrong["form"] = spoken(error)
    return render(request, "desk/rolling/changes.html", {**around(request, org, asked), **shown})


@require_safe
@route(Verb.SEE, org_in_path)
def outliers(request: DeskRequest, *, org: str) -> HttpResponse:
    """Show the figures that stand far from their org's own history."""
    known_org(org)
    too_many = reports_below(office(), org) > MOST_REPORTS
    page = Paginator([] if too_many else outliers_of(request.person, org), _AT_ONCE).get_page(request.GET.get("page"))
    documents = documents_of(figure for each in page for figure in each.figures)
    shown = [
        (each, number(each.value), number(each.median), [document_address(documents[one], one) for one in each.figures])
        for each in page
    ]
    about = {**around(request, org, question_of(request.GET, org)), "page": page, "shown": shown, "too_many": too_many}
    return render(request, "desk/rolling/outliers.html", about)


@require_safe
@route(Verb.SEE, org_in_path)
def chart(request: DeskRequest, *, org: str) -> HttpResponse:
    """Draw one indicator over the orgs, with the same figures as a table."""
    known_org(org)
    asked = question_of(request.GET, org)
    named = request.GET.get("drawn", "")
    drawn = drawing(request.person, asked.pivot, named) if asked.pivot else None
    shown = {"chart": drawn, "drawn": named, "picture": mark_safe(svg(drawn, {})) if drawn and drawn.bars else ""}  # noqa: S308 - drawn by us: texts of documents in it are escaped by the drawing library
    template = (
        "desk/rolling/chart_panel.html" if request.headers.get("HX-Request") == "true" else "desk/rolling/chart.html"
    )
    return render(request, template, {**around(request, org, asked), **shown})
