"""Reviews: their newest version, written and settled."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from tongket.actions.drafting.draft_form import Draft, draft_from_json
from tongket.actions.drafting.drafts import Standing, reviews_of, standing
from tongket.actions.drafting.edit_draft import Edit, edit_draft
from tongket.actions.drafting.settle_draft import NEXT
from tongket.actions.drafting.start_draft import start_draft
from tongket.actions.people.gate import visible
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking, period_in_path
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Line, Listed, Name, Text, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import anyones, org_in_path

router = Router(tags=["reviews"])


class BlockShown(Schema):
    """A paragraph; its figures stand as `[[id|words]]`."""

    id: str
    text: str
    org: str
    source: str


class SectionShown(Schema):
    """A part of a review."""

    id: str
    title: str
    blocks: list[BlockShown]


class ReviewListed(Schema):
    """A review as it stands: `edited`, `approved`, `locked` or `published`."""

    org: str
    period: str
    version: str
    state: str
    last_step: str
    by: str


class ReviewShown(ReviewListed):
    """A review with its newest version; `following` are the steps that can be taken next."""

    known_at: datetime
    following: list[str]
    sections: list[SectionShown]


class Edited(Schema):
    """What to change: `seen` is the version it rests on; an empty text takes a paragraph away."""

    seen: Name
    texts: dict[Name, Text] = Field(default_factory=dict)
    added: dict[Name, list[Text]] = Field(default_factory=dict)
    note: Line = ""


@router.get("/reviews", response=answers(Listed[ReviewListed]))
@operation(Verb.SEE, anyones)
def reviews(request: HttpRequest, window: Query[Window]) -> Listed[ReviewListed]:
    """List the reviews of the orgs that the asker sees, latest edit first."""
    listed = reviews_of(visible(asking(request).person))
    return part(listed, window, lambda each: review_listed(standing_in_path(each[1], each[2])))


@router.get("/reviews/{org}/{period}", response=answers(ReviewShown))
@operation(Verb.SEE, org_in_path)
def review(request: HttpRequest, org: str, period: str) -> ReviewShown:  # noqa: ARG001 - the gate has looked at it
    """Give the newest version of a review."""
    return review_shown(standing_in_path(org, period_in_path(period)))


@router.post("/reviews/{org}/{period}", response=answers(ReviewShown))
@operation(Verb.DRAFT, org_in_path)
def review_start(request: HttpRequest, org: str, period: str) -> ReviewShown:
    """Compose the first version out of the roll-up."""
    stretch = period_in_path(period)
    start_draft(actor(asking(request)), org, stretch)
    return review_shown(standing_in_path(org, stretch))


@router.put("/reviews/{org}/{period}", response=answers(ReviewShown))
@operation(Verb.DRAFT, org_in_path)
def review_edit(request: HttpRequest, org: str, period: str, edited: Edited) -> ReviewShown:
    """Save a version; a stale one is refused."""
    stretch = period_in_path(period)
    edit_draft(actor(asking(request)), org, stretch, Edit(edited.seen, edited.texts, edited.added, edited.note))
    return review_shown(standing_in_path(org, stretch))


def standing_in_path(org: str, period: Period) -> Standing:
    """Return the review that a path names; one that was never started leads nowhere."""
    found = standing(org, period)
    if found is None:
        raise nowhere(org)
    return found


def review_listed(found: Standing) -> ReviewListed:
    """Return a review as it stands as JSON has it."""
    return ReviewListed(**_said(found))


def _said(found: Standing) -> dict[str, str]:
    version = found.version
    step = found.step.id if found.step else ""
    names = {"org": version.org, "period": version.period, "version": version.id, "by": version.by}
    return {**names, "state": found.state, "last_step": step}


def review_shown(found: Standing) -> ReviewShown:
    """Return a review with its newest version as JSON has it."""
    draft = draft_from_json(found.version.content)
    following = list(NEXT[found.state])
    return ReviewShown(**_said(found), known_at=draft.known_at, following=following, sections=sections_shown(draft))


def sections_shown(draft: Draft) -> list[SectionShown]:
    """Return the parts of a draft as JSON has them."""
    return [
        SectionShown(
            id=section.id,
            title=section.title,
            blocks=[
                BlockShown(id=block.id, text=block.text, org=block.org, source=block.source) for block in section.blocks
            ],
        )
        for section in draft.sections
    ]
