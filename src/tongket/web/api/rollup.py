"""The roll-up: totals with bounds, as it was or as it is, down to the sentences, and what stands beside it."""

from decimal import Decimal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from tongket.actions.find_outliers import Outlier
from tongket.actions.people.gate import require
from tongket.actions.people.office import office
from tongket.actions.pivoting.beside import ChangeSeen, changes, outliers
from tongket.actions.pivoting.parts import PartSeen, Sentence, parts_of_cell
from tongket.actions.pivoting.pivot import Pivot, rolled_up
from tongket.actions.roll_up import Line as RolledLine
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking, period_asked
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Bounds, Day, Listed, Moment, Name, Window, answers, bounds, part
from tongket.web.desk.routes import org_in_path

router = Router(tags=["roll-up"])
_MOST_PERIODS = 36  # as on the page of the roll-up
_MOST_INDICATORS = 500


class Question(Schema):
    """What is asked.

    Attributes:
        period: `2024`, `2025-H1`, `2024-Q3`, `2024-06`.
        indicator: Ids; all where none is named.
        level: One total for each org of this level below; for those right below where empty.
        of_level: Whose figures are added; those right below each where empty.
        on: The map of this day; the map of each period where absent.
        known_at: What was recorded by then; everything where absent.
    """

    period: list[Name] = Field(min_length=1, max_length=_MOST_PERIODS)
    indicator: list[Name] = Field(default_factory=list, max_length=_MOST_INDICATORS)
    level: Name = ""
    of_level: Name = ""
    on: Day | None = None
    known_at: Moment | None = None

    def about(self, org: str) -> Pivot:
        """Return the question about an org, as the page of the roll-up asks it."""
        periods = tuple(dict.fromkeys(period_asked(each) for each in self.period))
        indicators = tuple(dict.fromkeys(self.indicator))
        return Pivot(
            org, periods, indicators, level=self.level, of_level=self.of_level, day=self.on, known_at=self.known_at
        )


class ListQuestion(Question, Window):
    """What is asked, and which part of the answer."""


class PartsQuestion(Question):
    """One figure: `at` is whose it is."""

    at: Name


class ChangesQuestion(ListQuestion):
    """The last period is compared with `against`; a year before where that is empty."""

    against: Name = ""


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


class SentenceShown(Schema):
    """What one document says: a figure with its sentence."""

    figure: str
    document: str
    name: str
    text: str
    before: str
    quote: str
    after: str
    page: int
    line: int


class PartShown(Schema):
    """A figure that a total rests on; `share` tells what of it went in, empty where all of it did."""

    name: str
    period: str
    text: str
    share: str
    certainty: str
    conflict: bool
    sentences: list[SentenceShown]


class PartsShown(Schema):
    """A figure with what it rests on; `own` is what the org itself told."""

    name: str
    indicator: str
    period: str
    text: str
    quantity: Bounds | None
    orgs: int
    owed: int
    parts: list[PartShown]
    own: list[SentenceShown]


class ChangeShown(Schema):
    """How one indicator of one org changed, in words: by the map, and by the work."""

    org: str
    name: str
    indicator: str
    indicator_name: str
    before: str
    after: str
    by_map: str
    by_work: str
    certainty: str
    more: bool
    less: bool


class OutlierShown(Schema):
    """A figure that stands far from its org's own history."""

    org: str
    name: str
    period: str
    indicator: str
    value: str
    median: str
    figures: list[str]


@router.get("/orgs/{org}/rollup", response=answers(Listed[LineShown]))
@operation(Verb.SEE, org_in_path)
def org_rollup(request: HttpRequest, org: str, question: Query[ListQuestion]) -> Listed[LineShown]:
    """Give the totals of an org and of those below it."""
    asked = question.about(org)
    require(asking(request).person, Verb.SEE, org)
    lines = rolled_up(office(), asked).lines
    return part(list(lines.values()), question, _line)


@router.get("/orgs/{org}/rollup/parts", response=answers(PartsShown))
@operation(Verb.SEE, org_in_path)
def org_parts(request: HttpRequest, org: str, question: Query[PartsQuestion]) -> PartsShown:
    """Give what one figure rests on; one period and one indicator are asked for."""
    asked = question.about(org)
    if question.at not in office().names or len(asked.indicators) != 1:
        raise nowhere(question.at)
    found = parts_of_cell(asking(request).person, asked, question.at, asked.indicators[0], asked.periods[0])
    return PartsShown(
        name=found.name,
        indicator=found.indicator.id,
        period=str(found.period),
        text=found.cell.text,
        quantity=bounds(found.cell.quantity) if found.cell.quantity else None,
        orgs=found.orgs,
        owed=found.owed,
        parts=[_part(each) for each in found.parts],
        own=[_sentence(each) for each in found.own],
    )


@router.get("/orgs/{org}/rollup/changes", response=answers(Listed[ChangeShown]))
@operation(Verb.SEE, org_in_path)
def org_changes(request: HttpRequest, org: str, question: Query[ChangesQuestion]) -> Listed[ChangeShown]:
    """Tell what changed against an earlier period, and what of it the map did and what the work."""
    asked = question.about(org)
    earlier = period_asked(question.against) if question.against else asked.periods[-1].a_year_before
    return part(changes(asking(request).person, asked, earlier), question, _change)


@router.get("/orgs/{org}/rollup/outliers", response=answers(Listed[OutlierShown]))
@operation(Verb.SEE, org_in_path)
def org_outliers(request: HttpRequest, org: str, window: Query[Window]) -> Listed[OutlierShown]:
    """List the figures that stand far from their org's own history."""
    return part(outliers(asking(request).person, org), window, _outlier)


def _line(line: RolledLine) -> LineShown:
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


def _sentence(each: Sentence) -> SentenceShown:
    return SentenceShown.from_orm(each)


def _part(each: PartSeen) -> PartShown:
    return PartShown(
        name=each.name,
        period=each.period,
        text=each.text,
        share=each.share,
        certainty=each.certainty.value,
        conflict=each.conflict,
        sentences=[_sentence(one) for one in each.sentences],
    )


def _change(each: ChangeSeen) -> ChangeShown:
    return ChangeShown.from_orm(each)


def _outlier(each: Outlier) -> OutlierShown:
    return OutlierShown(
        org=each.org,
        name=each.name,
        period=str(each.period),
        indicator=each.indicator.id,
        value=_written(each.value),
        median=_written(each.median),
        figures=list(each.figures),
    )


def _written(value: Decimal) -> str:
    return f"{value:f}"
