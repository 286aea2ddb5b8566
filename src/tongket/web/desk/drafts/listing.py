"""All reviews that a person may see, a form to start one, and what was published."""

from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tongket.actions.drafting.draft_form import draft_from_json
from tongket.actions.drafting.drafts import PUBLISHED, Standing, published_reviews, reviews_of, standing
from tongket.actions.drafting.start_draft import start_draft
from tongket.actions.now import today
from tongket.actions.people.gate import may, visible
from tongket.actions.people.office import office
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.drafts.shown import STATES, sections_shown
from tongket.web.desk.person import actor
from tongket.web.desk.routes import DeskRequest, anyones, not_found, own_org, period_in_path, route

_ON_A_PAGE = 100


@require_safe
@route(Verb.SEE, anyones)
def listed(request: DeskRequest) -> HttpResponse:
    """List the reviews of all orgs that the person sees."""
    page = Paginator(reviews_of(visible(request.person)), _ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [_row(at, found) for at, org, period in page.object_list if (found := standing(org, period))]
    shown = {
        "page": page,
        "rows": rows,
        "may_start": may(request.person, Verb.DRAFT, request.org),
        "periods": _periods(),
    }
    return render(request, "desk/drafts/listed.html", shown)


@require_POST
@route(Verb.DRAFT, own_org)
def start(request: DeskRequest) -> HttpResponse:
    """Compose the draft of the own org's review of a period."""
    period = period_in_path(request.POST.get("period", ""))
    if standing(request.org, period) is None:
        start_draft(actor(request), request.org, period)
    return redirect("draft", org=request.org, period=str(period))


@require_safe
@route(Verb.SEE_PUBLISHED, anyones)
def published(request: DeskRequest) -> HttpResponse:
    """List what was published, of any org."""
    page = Paginator(published_reviews(), _ON_A_PAGE).get_page(request.GET.get("page"))
    names = office().names
    rows = [{"org": org, "period": period, "name": names.get(org, org)} for org, period in page.object_list]
    return render(request, "desk/drafts/published.html", {"page": page, "rows": rows})


@require_safe
@route(Verb.SEE_PUBLISHED, anyones)
def published_review(request: DeskRequest, *, org: str, period: str) -> HttpResponse:
    """Show a review that was published."""
    stretch = period_in_path(period)
    found = standing(org, stretch)
    if found is None or found.state != PUBLISHED:
        raise not_found(org)
    draft = draft_from_json(found.version.content)
    shown = {"sections": sections_shown(draft), "name": office().names.get(org, org), "label": stretch.label}
    return render(request, "desk/drafts/published_review.html", {**shown, "step": found.step})


def _row(at: datetime, found: Standing) -> dict[str, Any]:
    word, chip = STATES[found.state]
    version = found.version
    name = office().names.get(version.org, version.org)
    return {"at": at, "version": version, "name": name, "state": word, "chip": chip, "label": _label(version.period)}


def _label(period: str) -> str:
    return Period.parse(period).label


def _periods() -> list[Period]:
    """Return the periods that a review is likely to be on: this year and the two before, with their parts."""
    year = today().year
    texts = [f"{each}{part}" for each in range(year, year - 3, -1) for part in ("", "-H1", "-Q1", "-Q2", "-Q3", "-Q4")]
    return [Period.parse(text) for text in texts]
