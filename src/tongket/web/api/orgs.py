"""Orgs of the office on a day."""

from datetime import date

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.now import today
from tongket.actions.people.gate import visible
from tongket.actions.people.office import office
from tongket.reading.period_words import without_marks
from tongket.terms.orgs import Org
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Day, Listed, Name, Window, answers, part
from tongket.web.desk.routes import anyones, org_in_path

router = Router(tags=["orgs"])


class OrgShown(Schema):
    """One row of dated facts about an org, true from `valid_from` to the day before `valid_to`."""

    id: str
    name: str
    level: str
    parent: str | None
    kind: str
    code: str
    valid_from: date
    valid_to: date


class OnDay(Window):
    """As the map is on a day; today where none is named. Only those in whose name some words stand."""

    on: Day | None = None
    words: Name = ""


@router.get("/orgs", response=answers(Listed[OrgShown]))
@operation(Verb.SEE, anyones)
def orgs(request: HttpRequest, asked: Query[OnDay]) -> Listed[OrgShown]:
    """List the orgs that the asker sees, as they are on a day."""
    inside, key = set(visible(asking(request).person)), without_marks(asked.words)
    rows = office().rows_on(asked.on or today())
    return part([row for row in rows if row.id in inside and key in without_marks(row.name)], asked, org_shown)


@router.get("/orgs/{org}", response=answers(list[OrgShown]))
@operation(Verb.SEE, org_in_path)
def org_history(request: HttpRequest, org: str) -> list[OrgShown]:  # noqa: ARG001 - the gate has looked at it
    """Give all rows of facts about one org, oldest first."""
    rows = sorted((row for row in office().profile.orgs if row.id == org), key=lambda row: row.valid_from)
    if not rows:
        raise nowhere(org)
    return [org_shown(row) for row in rows]


def org_shown(row: Org) -> OrgShown:
    """Return a row of facts as JSON has it."""
    return OrgShown(
        id=row.id,
        name=row.name,
        level=row.level,
        parent=row.parent,
        kind=row.kind,
        code=row.code,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
