"""What was published, of any org: for everybody who acts for one."""

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.drafting.draft_form import draft_from_json
from tongket.actions.drafting.drafts import PUBLISHED, published_reviews
from tongket.actions.people.office import office
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.api.asking import period_in_path
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.reviews import SectionShown, sections_shown, standing_in_path
from tongket.web.api.shapes import Listed, Window, answers, part
from tongket.web.desk.routes import anyones

router = Router(tags=["reviews"])


class PublishedListed(Schema):
    """A review that is published."""

    org: str
    name: str
    period: str


class PublishedShown(PublishedListed):
    """A review that is published, with its paragraphs, and who published it."""

    by: str
    sections: list[SectionShown]


@router.get("/published", response=answers(Listed[PublishedListed]))
@operation(Verb.SEE_PUBLISHED, anyones)
def published(request: HttpRequest, window: Query[Window]) -> Listed[PublishedListed]:  # noqa: ARG001 - the gate has looked at it
    """List what is published, of any org, the newest period first."""
    return part(published_reviews(), window, _listed)


@router.get("/published/{org}/{period}", response=answers(PublishedShown))
@operation(Verb.SEE_PUBLISHED, anyones)
def published_review(request: HttpRequest, org: str, period: str) -> PublishedShown:  # noqa: ARG001 - as above
    """Give a review that is published."""
    stretch = period_in_path(period)
    found = standing_in_path(org, stretch)
    if found.state != PUBLISHED or found.step is None:
        raise nowhere(org)
    sections = sections_shown(draft_from_json(found.version.content))
    return PublishedShown(**_listed((org, stretch)).dict(), by=found.step.by, sections=sections)


def _listed(each: tuple[str, Period]) -> PublishedListed:
    org, period = each
    return PublishedListed(org=org, name=office().names.get(org, org), period=str(period))
