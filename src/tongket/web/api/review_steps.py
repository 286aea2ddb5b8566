"""Steps of a review, and what is said to it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from tongket.actions.drafting.comment_draft import comment_draft, comments_on
from tongket.actions.drafting.drafts import steps
from tongket.actions.drafting.settle_draft import settle_draft
from tongket.terms.roles import Verb
from tongket.terms.work import CommentRow, StepRow
from tongket.web.api.asking import asking, period_in_path
from tongket.web.api.operations import operation
from tongket.web.api.reviews import ReviewListed, review_listed, standing_in_path
from tongket.web.api.shapes import Listed, Name, Text, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import org_in_path

router = Router(tags=["reviews"])
_REVIEW = "/reviews/{org}/{period}"


class Stepped(Schema):
    """A step: `approved`, `locked`, `published` or `reopened`, with the version and last step that were seen."""

    step: Name
    version: Name
    last_step: Name = ""
    comment: Text = ""


class Said(Schema):
    """A comment on a paragraph, or on the whole where `place` is empty."""

    text: Text
    place: Name = ""


class ReviewStepShown(Schema):
    """A step that a review took; `draft` is the version it is about."""

    id: str
    step: str
    draft: str
    by: str
    comment: str


class ReviewSaid(Schema):
    """What somebody said; `place` is the paragraph, empty for the whole."""

    by: str
    at: datetime
    place: str
    text: str


@router.get(_REVIEW + "/steps", response=answers(Listed[ReviewStepShown]))
@operation(Verb.SEE, org_in_path)
def review_steps(request: HttpRequest, org: str, period: str, window: Query[Window]) -> Listed[ReviewStepShown]:  # noqa: ARG001 - the gate has looked at it
    """List the steps of a review, the oldest first."""
    stretch = period_in_path(period)
    standing_in_path(org, stretch)
    return part(steps(org, stretch), window, _step)


@router.post(_REVIEW + "/steps", response=answers(ReviewListed))
@operation(Verb.PUBLISH, org_in_path)
def review_step(request: HttpRequest, org: str, period: str, stepped: Stepped) -> ReviewListed:
    """Approve, lock, publish or open a review again."""
    stretch = period_in_path(period)
    seen = stepped.version, stepped.last_step
    settle_draft(actor(asking(request)), org, stretch, stepped.step, seen=seen, comment=stepped.comment)
    return review_listed(standing_in_path(org, stretch))


@router.get(_REVIEW + "/comments", response=answers(Listed[ReviewSaid]))
@operation(Verb.SEE, org_in_path)
def review_comments(request: HttpRequest, org: str, period: str, window: Query[Window]) -> Listed[ReviewSaid]:  # noqa: ARG001 - as above
    """List what was said to a review, the oldest first."""
    stretch = period_in_path(period)
    standing_in_path(org, stretch)
    return part(comments_on(org, stretch), window, _said)


@router.post(_REVIEW + "/comments", response=answers(None, 204))
@operation(Verb.DRAFT, org_in_path)
def review_comment(request: HttpRequest, org: str, period: str, said: Said) -> HttpResponse:
    """Say something to a review."""
    comment_draft(actor(asking(request)), org, period_in_path(period), said.place, said.text)
    return HttpResponse(status=204)


def _step(row: StepRow) -> ReviewStepShown:
    return ReviewStepShown.from_orm(row)


def _said(said: tuple[datetime, CommentRow]) -> ReviewSaid:
    at, row = said
    return ReviewSaid(by=row.by, at=at, place=row.place, text=row.text)
