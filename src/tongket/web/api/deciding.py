"""What a roll-up leaves to decide: documents that disagree, figures that fit no indicator, and what was decided."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.deciding.conflicts import Conflict, conflicts
from tongket.actions.deciding.decide import assign_indicator, choose
from tongket.actions.deciding.decisions import Decision, decisions, undo
from tongket.actions.deciding.misfits import Misfit, misfits
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking, period_asked
from tongket.web.api.operations import operation
from tongket.web.api.rollup import SentenceShown
from tongket.web.api.shapes import Line, Listed, Name, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import org_in_path

router = Router(tags=["deciding"])


class ConflictsAsked(Window):
    """Only on this period, with its parts; on any where empty, which asks for few reports."""

    period: Name = ""


class ConflictShown(Schema):
    """A figure on which documents disagree, with all that they say."""

    org: str
    name: str
    indicator: str
    period: str
    sentences: list[SentenceShown]


class Chosen(Schema):
    """Which of several figures holds, and why."""

    indicator: Name
    period: Name
    figure: Name
    reason: Line


class MisfitsAsked(Window):
    """The reports of which period; `why` only for one reason."""

    period: Name
    why: Line = ""


class MisfitShown(Schema):
    """A figure that fits no indicator, with the reason; `likely` are those that the reader was torn between."""

    figure: str
    document: str
    name: str
    text: str
    before: str
    quote: str
    after: str
    reason: str
    why: str
    likely: list[str]


class Misfits(Listed[MisfitShown]):
    """Figures that fit no indicator; `whys` counts all of the period by their reason."""

    whys: dict[str, int]


class Assigned(Schema):
    """Which indicator a figure is; empty for none, so that it is asked for no more."""

    figure: Name
    indicator: Name = ""
    reason: Line


class DecisionShown(Schema):
    """What was decided; `holds` where it may be taken back."""

    id: str
    by: str
    at: datetime
    told: str
    entry: str
    holds: bool


class Undone(Schema):
    """A decision to take back, and why."""

    decision: Name
    reason: Line


class Corrected(Schema):
    """Ids of the corrections, or of the withdrawals, that were entered."""

    entries: list[str]


@router.get("/orgs/{org}/conflicts", response=answers(Listed[ConflictShown]))
@operation(Verb.SEE, org_in_path)
def list_conflicts(request: HttpRequest, org: str, asked: Query[ConflictsAsked]) -> Listed[ConflictShown]:
    """List where documents of an org and of those below it disagree."""
    period = period_asked(asked.period) if asked.period else None
    return part(conflicts(asking(request).person, org, period), asked, _conflict)


@router.post("/orgs/{org}/conflicts", response=answers(Corrected))
@operation(Verb.DECIDE, org_in_path)
def decide_conflict(request: HttpRequest, org: str, chosen: Chosen) -> Corrected:
    """Let one figure of several hold."""
    about = (chosen.indicator, period_asked(chosen.period))
    rows = choose(actor(asking(request)), org, about, chosen.figure, chosen.reason)
    return Corrected(entries=[row.id for row in rows])


@router.get("/orgs/{org}/misfits", response=answers(Misfits))
@operation(Verb.SEE, org_in_path)
def list_misfits(request: HttpRequest, org: str, asked: Query[MisfitsAsked]) -> Misfits:
    """List the figures of an org's own reports that fit no indicator."""
    found, whys = misfits(asking(request).person, org, period_asked(asked.period))
    listed = part([each for each in found if asked.why in ("", each.why)], asked, _misfit)
    return Misfits(total=listed.total, items=listed.items, whys=dict(whys))


@router.post("/orgs/{org}/misfits", response=answers(Corrected))
@operation(Verb.DECIDE, org_in_path)
def decide_misfit(request: HttpRequest, org: str, assigned: Assigned) -> Corrected:
    """Say which indicator a figure is, or that it is none."""
    row = assign_indicator(actor(asking(request)), org, assigned.figure, assigned.indicator, assigned.reason)
    return Corrected(entries=[row.id])


@router.get("/orgs/{org}/decisions", response=answers(Listed[DecisionShown]))
@operation(Verb.SEE, org_in_path)
def list_decisions(request: HttpRequest, org: str, window: Query[Window]) -> Listed[DecisionShown]:
    """List what was decided for an org, the newest first."""
    return part(decisions(asking(request).person, org), window, _decision)


@router.post("/orgs/{org}/decisions/undo", response=answers(Corrected))
@operation(Verb.DECIDE, org_in_path)
def undo_decision(request: HttpRequest, org: str, undone: Undone) -> Corrected:
    """Take a decision back."""
    rows = undo(actor(asking(request)), org, undone.decision, undone.reason)
    return Corrected(entries=[row.id for row in rows])


def _conflict(each: Conflict) -> ConflictShown:
    return ConflictShown(
        org=each.org,
        name=each.org_name,
        indicator=each.indicator.id,
        period=str(each.period),
        sentences=[SentenceShown.from_orm(one) for one in each.sentences],
    )


def _misfit(each: Misfit) -> MisfitShown:
    return MisfitShown.from_orm(each)


def _decision(each: Decision) -> DecisionShown:
    return DecisionShown.from_orm(each)
