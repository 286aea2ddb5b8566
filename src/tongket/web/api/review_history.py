"""The versions of a review, and what differs between two."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.drafting.draft_differences import Difference, differences
from tongket.actions.drafting.draft_form import draft_from_json
from tongket.actions.drafting.drafts import versions
from tongket.terms.roles import Verb
from tongket.terms.work import DraftRow
from tongket.web.api.asking import period_in_path
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.reviews import SectionShown, sections_shown
from tongket.web.api.shapes import Listed, Name, Window, answers, part
from tongket.web.desk.routes import org_in_path

router = Router(tags=["reviews"])
_REVIEW = "/reviews/{org}/{period}"


class DraftListed(Schema):
    """A version of a review: who wrote it, and what they say they changed."""

    id: str
    by: str
    note: str
    replaces: str


class DraftShown(DraftListed):
    """A version with its paragraphs."""

    known_at: datetime
    sections: list[SectionShown]


class Compared(Window):
    """Which two versions: the newest, and the one before `newer`, where none is named."""

    older: Name = ""
    newer: Name = ""


class PieceShown(Schema):
    """Words that both versions have (`kept`), only the older (`taken`) or only the newer (`put`)."""

    kind: str
    text: str


class DifferenceShown(Schema):
    """A paragraph that is not the same in both."""

    section: str
    block: str
    pieces: list[PieceShown]


class Differences(Listed[DifferenceShown]):
    """What differs between two versions."""

    older: str
    newer: str


@router.get(_REVIEW + "/versions", response=answers(Listed[DraftListed]))
@operation(Verb.SEE, org_in_path)
def review_versions(request: HttpRequest, org: str, period: str, window: Query[Window]) -> Listed[DraftListed]:  # noqa: ARG001 - the gate has looked at it
    """List the versions of a review, the oldest first."""
    return part(_versions(org, period), window, DraftListed.from_orm)


@router.get(_REVIEW + "/versions/{draft}", response=answers(DraftShown))
@operation(Verb.SEE, org_in_path)
def review_version(request: HttpRequest, org: str, period: str, draft: str) -> DraftShown:  # noqa: ARG001 - as above
    """Give one version of a review."""
    row = _named(_versions(org, period), draft)
    listed, written = DraftListed.from_orm(row), draft_from_json(row.content)
    return DraftShown(**listed.dict(), known_at=written.known_at, sections=sections_shown(written))


@router.get(_REVIEW + "/differences", response=answers(Differences))
@operation(Verb.SEE, org_in_path)
def review_differences(request: HttpRequest, org: str, period: str, asked: Query[Compared]) -> Differences:  # noqa: ARG001 - as above
    """Tell what differs between two versions of a review, paragraph by paragraph, word by word."""
    found = _versions(org, period)
    newer = _named(found, asked.newer) if asked.newer else found[-1]
    older = _named(found, asked.older) if asked.older else found[max(found.index(newer) - 1, 0)]
    told = differences(draft_from_json(older.content), draft_from_json(newer.content))
    listed = part(told, asked, _difference)
    return Differences(total=listed.total, items=listed.items, older=older.id, newer=newer.id)


def _versions(org: str, period: str) -> list[DraftRow]:
    found = versions(org, period_in_path(period))
    if not found:
        raise nowhere(org)
    return found


def _named(found: list[DraftRow], name: str) -> DraftRow:
    row = next((each for each in found if each.id == name), None)
    if row is None:
        raise nowhere(name)
    return row


def _difference(each: Difference) -> DifferenceShown:
    return DifferenceShown.from_orm(each)
