"""The figures of a review: those that have changed since it was written, and those that can be put in."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.drafting.fresh_figures import Changed, changed_figures, refresh_figures
from tongket.actions.drafting.linkable import linkable_totals
from tongket.terms.roles import Verb
from tongket.terms.tables import TotalRow
from tongket.web.api.asking import asking, period_in_path
from tongket.web.api.operations import operation
from tongket.web.api.reviews import ReviewShown, review_shown, standing_in_path
from tongket.web.api.shapes import Listed, Name, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import org_in_path

router = Router(tags=["reviews"])
_FIGURES = "/reviews/{org}/{period}/figures"


class TotalNamed(Schema):
    """A figure that can be put into a paragraph as `[[id|text]]`."""

    id: str
    label: str
    text: str


class FigureChanged(Schema):
    """A figure of a draft: `words` as the draft knew it, `now` as it is, and the ids of both totals."""

    target: str
    label: str
    words: str
    other: str
    now: str


class Refreshed(Schema):
    """The version that was seen."""

    seen: Name


@router.get(_FIGURES, response=answers(Listed[TotalNamed]))
@operation(Verb.DRAFT, org_in_path)
def figures(request: HttpRequest, org: str, period: str, window: Query[Window]) -> Listed[TotalNamed]:  # noqa: ARG001 - the gate has looked at it
    """List the figures that can be put into a review as links."""
    found = linkable_totals(standing_in_path(org, period_in_path(period)).version)
    return part(found, window, _total)


@router.get(_FIGURES + "/changed", response=answers(Listed[FigureChanged]))
@operation(Verb.DRAFT, org_in_path)
def changed(request: HttpRequest, org: str, period: str, window: Query[Window]) -> Listed[FigureChanged]:
    """List the figures of a review that are others by now; it is composed anew for that, which takes seconds."""
    version = standing_in_path(org, period_in_path(period)).version
    return part(changed_figures(actor(asking(request)), version), window, _changed)


@router.post(_FIGURES + "/refresh", response=answers(ReviewShown))
@operation(Verb.DRAFT, org_in_path)
def refresh(request: HttpRequest, org: str, period: str, refreshed: Refreshed) -> ReviewShown:
    """Save a version with the figures as they are now."""
    stretch = period_in_path(period)
    standing_in_path(org, stretch)
    refresh_figures(actor(asking(request)), org, stretch, refreshed.seen)
    return review_shown(standing_in_path(org, stretch))


def _total(row: TotalRow) -> TotalNamed:
    return TotalNamed.from_orm(row)


def _changed(each: Changed) -> FigureChanged:
    return FigureChanged.from_orm(each)
