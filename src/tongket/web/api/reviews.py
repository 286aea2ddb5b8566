"""Reviews: their drafts, versions, steps and files."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from tongket.actions.drafting.comment_draft import comment_draft
from tongket.actions.drafting.draft_form import draft_from_json
from tongket.actions.drafting.drafted_review import drafted_review
from tongket.actions.drafting.drafts import Standing, reviews_of, standing
from tongket.actions.drafting.edit_draft import Edit, edit_draft
from tongket.actions.drafting.settle_draft import settle_draft
from tongket.actions.drafting.start_draft import start_draft
from tongket.actions.people.gate import visible
from tongket.review.word import write_docx
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking, period_in_path
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Line, Listed, Name, Text, Window, answers, gives, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import anyones, org_in_path

router = Router(tags=["reviews"])
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
    """A review with its newest version."""

    known_at: datetime
    sections: list[SectionShown]


class Edited(Schema):
    """What to change: `seen` is the version it rests on; an empty text takes a paragraph away."""

    seen: Name
    texts: dict[Name, Text] = Field(default_factory=dict)
    added: dict[Name, list[Text]] = Field(default_factory=dict)
    note: Line = ""


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


@router.get("/reviews", response=answers(Listed[ReviewListed]))
@operation(Verb.SEE, anyones)
def reviews(request: HttpRequest, window: Query[Window]) -> Listed[ReviewListed]:
    """List the reviews of the orgs that the asker sees, latest edit first."""
    listed = reviews_of(visible(asking(request).person))
    return part(listed, window, lambda each: _listed(_standing(each[1], each[2])))


@router.get("/reviews/{org}/{period}", response=answers(ReviewShown))
@operation(Verb.SEE, org_in_path)
def review(request: HttpRequest, org: str, period: str) -> ReviewShown:  # noqa: ARG001 - the gate has looked at it
    """Give the newest version of a review."""
    return _shown(_standing(org, period_in_path(period)))


@router.post("/reviews/{org}/{period}", response=answers(ReviewShown))
@operation(Verb.DRAFT, org_in_path)
def review_start(request: HttpRequest, org: str, period: str) -> ReviewShown:
    """Compose the first version out of the roll-up."""
    stretch = period_in_path(period)
    start_draft(actor(asking(request)), org, stretch)
    return _shown(_standing(org, stretch))


@router.put("/reviews/{org}/{period}", response=answers(ReviewShown))
@operation(Verb.DRAFT, org_in_path)
def review_edit(request: HttpRequest, org: str, period: str, edited: Edited) -> ReviewShown:
    """Save a version; a stale one is refused."""
    stretch = period_in_path(period)
    edit_draft(actor(asking(request)), org, stretch, Edit(edited.seen, edited.texts, edited.added, edited.note))
    return _shown(_standing(org, stretch))


@router.post("/reviews/{org}/{period}/steps", response=answers(ReviewListed))
@operation(Verb.PUBLISH, org_in_path)
def review_step(request: HttpRequest, org: str, period: str, stepped: Stepped) -> ReviewListed:
    """Approve, lock, publish or open a review again."""
    stretch = period_in_path(period)
    seen = stepped.version, stepped.last_step
    settle_draft(actor(asking(request)), org, stretch, stepped.step, seen=seen, comment=stepped.comment)
    return _listed(_standing(org, stretch))


@router.post("/reviews/{org}/{period}/comments", response=answers(None, 204))
@operation(Verb.DRAFT, org_in_path)
def review_comment(request: HttpRequest, org: str, period: str, said: Said) -> tuple[int, None]:
    """Say something to a review."""
    comment_draft(actor(asking(request)), org, period_in_path(period), said.place, said.text)
    return 204, None


@router.get("/reviews/{org}/{period}/review.docx", response=answers(None), openapi_extra=gives(_WORD))
@operation(Verb.SEE, org_in_path)
def review_word(request: HttpRequest, org: str, period: str) -> HttpResponse:  # noqa: ARG001 - the gate has looked at it
    """Give the review in the official layout."""
    found = _standing(org, period_in_path(period))
    return HttpResponse(write_docx(drafted_review(found.version)), content_type=_WORD)


def _standing(org: str, period: Period) -> Standing:
    found = standing(org, period)
    if found is None:
        raise nowhere(org)
    return found


def _listed(found: Standing) -> ReviewListed:
    return ReviewListed(**_said(found))


def _said(found: Standing) -> dict[str, str]:
    version = found.version
    step = found.step.id if found.step else ""
    names = {"org": version.org, "period": version.period, "version": version.id, "by": version.by}
    return {**names, "state": found.state, "last_step": step}


def _shown(found: Standing) -> ReviewShown:
    draft = draft_from_json(found.version.content)
    sections = [
        SectionShown(
            id=section.id,
            title=section.title,
            blocks=[
                BlockShown(id=block.id, text=block.text, org=block.org, source=block.source) for block in section.blocks
            ],
        )
        for section in draft.sections
    ]
    return ReviewShown(**_said(found), known_at=draft.known_at, sections=sections)
