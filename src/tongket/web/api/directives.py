"""The register of directives, how far orgs are with one, and the word of a person on what is shown for it."""

from collections import Counter
from typing import Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.people.gate import Actor
from tongket.actions.register import directives as register
from tongket.actions.register.directives import OrgsWay, list_directives, read_directive
from tongket.actions.register.evidence import Shown, judge_evidence
from tongket.reading.evidence import Stage
from tongket.terms.roles import Verb
from tongket.terms.work import EvidenceRow
from tongket.web.api import shapes
from tongket.web.api.asking import asking
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import Line, Listed, Name, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import org_in_path

router = Router(tags=["directives"])
_NOTHING = "nothing"


class DirectivesAsked(Window):
    """Those in which some words stand, with or without marks."""

    words: Line = ""


class DirectiveListed(Schema):
    """A directive; texts are empty where not known, `cited` is the count of documents that cite it."""

    key: str
    type: str
    issuer: str
    date: str
    title: str
    cited: int


class DirectiveAsked(Window):
    """Which directive, only what reports on a year say of it, and only orgs that are so far: `nothing` for nothing yet.

    `counts` of the answer are of all orgs.
    """

    key: Name
    year: shapes.Year | None = None
    stage: Stage | Literal["nothing"] | None = None


class EvidenceShown(Schema):
    """A sentence that may show something.

    Attributes:
        entry: Id of the record.
        org: Whose report it stands in.
        period: Of the report.
        document: Id of the report.
        name: Of the report.
        sentence: The words.
        stage: What it shows: `studied`, `planned`, `reported`, `done`; null for nothing.
        verdict: `confirmed`, `refused`; empty where nobody said anything.
        by: Who said so.
        last: Id of the last word on it, to be given back as `seen`; empty for none.
    """

    entry: str
    org: str
    period: str
    document: str
    name: str
    sentence: str
    stage: Stage | None
    verdict: str
    by: str
    last: str


class WayShown(Schema):
    """How far an org is with a directive: the furthest stage that is shown, null for nothing yet."""

    org: str
    name: str
    stage: Stage | None
    confirmed: bool
    evidence: list[EvidenceShown]


class DirectiveShown(DirectiveListed):
    """All about a directive; `items` are a part of the orgs with how far they are, `counts` how many are how far."""

    replaces: list[str]
    replaced_by: list[str]
    owners: list[str]
    counts: dict[str, int]
    total: int
    items: list[WayShown]


class EvidenceSaid(Schema):
    """A word on a sentence.

    Attributes:
        about: Key of the directive, or id of the task.
        entry: Id of the record.
        stage: What it shows; null for nothing.
        verdict: `confirmed` or `refused`.
        seen: `last` of the sentence.
    """

    about: Name
    entry: Name
    stage: Stage | None = None
    verdict: Name
    seen: Name = ""


class EvidenceEntered(Schema):
    """The entry that was made."""

    id: str


@router.get("/orgs/{org}/directives", response=answers(Listed[DirectiveListed]))
@operation(Verb.SEE, org_in_path)
def directives(request: HttpRequest, org: str, asked: Query[DirectivesAsked]) -> Listed[DirectiveListed]:  # noqa: ARG001 - the gate has looked at it
    """List the register, those first that reports of an org and those below cite most."""
    return part(list_directives(org, asked.words), asked, _listed)


@router.get("/orgs/{org}/directives/one", response=answers(DirectiveShown))
@operation(Verb.SEE, org_in_path)
def directive(request: HttpRequest, org: str, asked: Query[DirectiveAsked]) -> DirectiveShown:  # noqa: ARG001 - as above
    """Tell all about one directive, with how far an org and those below are."""
    found = read_directive(asked.key, org, asked.year)
    if found is None:
        raise nowhere(asked.key)
    ways = part([each for each in found.ways if asked.stage in {None, each.stage or _NOTHING}], asked, _way)
    return DirectiveShown(
        **_listed(found.listed).dict(),
        replaces=list(found.replaces),
        replaced_by=list(found.replaced_by),
        owners=list(found.owners),
        counts=dict(Counter(each.stage or _NOTHING for each in found.ways)),
        total=ways.total,
        items=ways.items,
    )


@router.post("/orgs/{org}/evidence", response=answers(EvidenceEntered))
@operation(Verb.ANSWER, org_in_path)
def judge_own(request: HttpRequest, org: str, said: EvidenceSaid) -> EvidenceEntered:
    """Say what a sentence of the own org's report shows."""
    return _judged(actor(asking(request)), Verb.ANSWER, org, said)


@router.post("/orgs/{org}/evidence/below", response=answers(EvidenceEntered))
@operation(Verb.ASSIGN, org_in_path)
def judge_below(request: HttpRequest, org: str, said: EvidenceSaid) -> EvidenceEntered:
    """Say what a sentence of a report from below shows."""
    return _judged(actor(asking(request)), Verb.ASSIGN, org, said)


def evidence_shown(each: Shown) -> EvidenceShown:
    """Return a sentence that may show something as JSON has it."""
    return EvidenceShown.from_orm(each)


def _judged(who: Actor, verb: Verb, org: str, said: EvidenceSaid) -> EvidenceEntered:
    stage = said.stage.value if said.stage else ""
    row = EvidenceRow("", said.about, said.entry, org, stage, said.verdict, "", said.seen)
    return EvidenceEntered(id=judge_evidence(who, verb, row).id)


def _listed(each: register.Listed) -> DirectiveListed:
    return DirectiveListed.from_orm(each)


def _way(way: OrgsWay) -> WayShown:
    shown = [evidence_shown(each) for each in way.shown]
    return WayShown(org=way.org, name=way.name, stage=way.stage, confirmed=way.confirmed, evidence=shown)
