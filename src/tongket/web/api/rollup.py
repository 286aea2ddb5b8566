"""The roll-up: totals with bounds, as it was or as it is."""

from datetime import date, datetime

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from tongket.actions.people.office import office
from tongket.actions.roll_up import Asked, Line, roll_up
from tongket.actions.rolling.places import Where
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.api.operations import operation
from tongket.web.api.shapes import Bounds, Refusal, bounds
from tongket.web.desk.routes import org_in_path

router = Router(tags=["roll-up"])


class Question(Schema):
    """What is asked.

    Attributes:
        period: `2024`, `2025-H1`, `2024-Q3`, `2024-06`.
        indicator: Ids; all where none is named.
        level: One line for each org of this level below; one for the org itself where empty.
        of_level: Whose figures are added; those right below where empty.
        on: The map of this day; the map of each period where absent.
        known_at: What was recorded by then; everything where absent.
    """

    period: list[str]
    indicator: list[str] = Field(default_factory=list)
    level: str = ""
    of_level: str = ""
    on: date | None = None
    known_at: datetime | None = None


class LineShown(Schema):
    """One indicator of one org in one period; `total` over those below, `own` what the org told itself."""

    org: str
    name: str
    period: str
    indicator: str
    measure: str
    total: Bounds | None
    own: Bounds | None
    certainty: str
    basis: str
    conflict: bool
    orgs: int
    owed: int


@router.get("/orgs/{org}/rollup", response={200: list[LineShown], 400: Refusal})
@operation(Verb.SEE, org_in_path)
def org_rollup(request: HttpRequest, org: str, question: Query[Question]) -> list[LineShown]:  # noqa: ARG001 - the gate has looked at it
    """Answer a question about an org and those below it."""
    where = Where(org, question.level, question.of_level, question.on)
    periods = tuple(Period.parse(each) for each in question.period)
    asked = Asked(where, periods, tuple(question.indicator), question.known_at)
    return [_shown(line) for line in roll_up(office().profile, asked).lines]


def _shown(line: Line) -> LineShown:
    return LineShown(
        org=line.org,
        name=line.name,
        period=str(line.period),
        indicator=line.indicator.id,
        measure=line.indicator.measure,
        total=bounds(line.quantity) if line.quantity else None,
        own=bounds(line.own.quantity) if line.own else None,
        certainty=line.certainty.value,
        basis=line.basis,
        conflict=line.conflict,
        orgs=line.orgs,
        owed=line.owed,
    )
