"""Orgs through time: the changes of the map, what one would do, and to make one."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from tongket.actions.keeping.change_map import Counted, Effect, change_map, map_version, see_change
from tongket.actions.keeping.map_change import ChangeOrder, Redrawn, Target
from tongket.actions.people.gate import visible
from tongket.actions.people.office import office
from tongket.terms.orgs import ChangeKind, OrgChange
from tongket.terms.roles import Verb
from tongket.web.api.asking import asking
from tongket.web.api.operations import operation
from tongket.web.api.orgs import OrgShown, org_shown
from tongket.web.api.shapes import Day, Line, Listed, Name, Window, answers, part
from tongket.web.desk.person import actor
from tongket.web.desk.routes import anyones

router = Router(tags=["orgs"])
_MOST = 500
_Share = Annotated[Decimal, Field(ge=0, le=1, max_digits=20, decimal_places=18)]


class ShareShown(Schema):
    """Which part of a source went to a target."""

    source: str
    target: str
    share: str


class ChangeMade(Schema):
    """What happened to orgs on a day, by its legal basis."""

    kind: ChangeKind
    day: date
    sources: list[str]
    targets: list[str]
    basis: str
    shares: list[ShareShown]
    share_basis: str


class ChangesMade(Listed[ChangeMade]):
    """Changes; `version` is that of the map, to be given back with a change."""

    version: str


class TargetWanted(Schema):
    """Who is there after a change.

    Attributes:
        name: As it is called from that day on; empty for unchanged.
        level: Of a new org.
        parent: Org id; empty for the parent of the first source.
        org: Id of one that stood before and goes on; empty for a new org.
        aliases: Of a new org: other names.
        share: Which part of a split source goes here; null where nobody knows.
    """

    name: Name = ""
    level: Name = ""
    parent: Name = ""
    org: Name = ""
    aliases: list[Name] = Field(default_factory=list, max_length=_MOST)
    share: _Share | None = None


class ChangeWanted(Schema):
    """What is to happen to orgs on a day, by its legal basis."""

    kind: ChangeKind
    day: Day
    basis: Line
    sources: list[Name] = Field(default_factory=list, max_length=_MOST)
    targets: list[TargetWanted] = Field(default_factory=list, max_length=_MOST)
    share_basis: Line = ""


class ChangeOrdered(ChangeWanted):
    """A change to be made; `version` is that of the map that was seen."""

    version: Name


class CountedShown(Schema):
    """A number before a change and after it."""

    what: str
    before: int
    after: int


class AlteredShown(Schema):
    """An org that goes on under another name or parent."""

    before: OrgShown
    after: OrgShown


class TouchedPerson(Schema):
    """Somebody who acts for an org that will be gone."""

    person: str
    org: str


class EffectShown(Schema):
    """What a change would do.

    Attributes:
        gone: Orgs that no longer stand.
        fresh: Orgs that begin.
        altered: Orgs that go on otherwise.
        levels: How many orgs of each level whose number changes.
        duties: How many orgs owe each report whose number changes.
        without_duty: Levels of new orgs from which no report is owed.
        totals: How many totals of the year before are of each certainty, seen on the new map.
        people: Who acts for an org that will be gone.
        version: Of the map, to be given back with the order.
    """

    gone: list[OrgShown]
    fresh: list[OrgShown]
    altered: list[AlteredShown]
    levels: list[CountedShown]
    duties: list[CountedShown]
    without_duty: list[str]
    totals: list[CountedShown]
    people: list[TouchedPerson]
    version: str


class ChangeDone(Schema):
    """A change that was made: ids of the orgs whose facts end, and the facts that begin."""

    ends: list[str]
    begins: list[OrgShown]


@router.get("/changes", response=answers(ChangesMade))
@operation(Verb.SEE, anyones)
def changes(request: HttpRequest, window: Query[Window]) -> ChangesMade:
    """List the changes of orgs that the asker sees, the latest first."""
    inside = set(visible(asking(request).person))
    mine = [each for each in office().profile.changes if inside & {*each.sources, *each.targets}]
    found = part(sorted(mine, key=lambda each: each.date, reverse=True), window, change_made)
    return ChangesMade(total=found.total, items=found.items, version=map_version())


@router.post("/changes/preview", response=answers(EffectShown))
@operation(Verb.ADMINISTER, anyones)
def preview(request: HttpRequest, wanted: ChangeWanted) -> EffectShown:
    """Tell what a change would do; nothing is entered."""
    return _effect(see_change(actor(asking(request)), _order(wanted)))


@router.post("/changes", response=answers(ChangeDone))
@operation(Verb.ADMINISTER, anyones)
def change(request: HttpRequest, ordered: ChangeOrdered) -> ChangeDone:
    """Make a change."""
    return _done(change_map(actor(asking(request)), _order(ordered), ordered.version))


def _order(wanted: ChangeWanted) -> ChangeOrder:
    targets = tuple(
        Target(each.name, each.level, each.parent, each.org, tuple(each.aliases), each.share) for each in wanted.targets
    )
    return ChangeOrder(wanted.kind, wanted.day, wanted.basis, tuple(wanted.sources), targets, wanted.share_basis)


def change_made(each: OrgChange) -> ChangeMade:
    """Return a change as JSON has it."""
    shares = [ShareShown(source=one.source, target=one.target, share=f"{one.share:f}") for one in each.shares]
    return ChangeMade(
        kind=each.kind,
        day=each.date,
        sources=list(each.sources),
        targets=list(each.targets),
        basis=each.basis,
        shares=shares,
        share_basis=each.share_basis,
    )


def _effect(effect: Effect) -> EffectShown:
    return EffectShown(
        gone=[org_shown(row) for row in effect.gone],
        fresh=[org_shown(row) for row in effect.fresh],
        altered=[AlteredShown(before=org_shown(one), after=org_shown(other)) for one, other in effect.altered],
        levels=[_counted(each) for each in effect.levels],
        duties=[_counted(each) for each in effect.duties],
        without_duty=list(effect.without_duty),
        totals=[_counted(each) for each in effect.totals],
        people=[TouchedPerson(person=person, org=org) for person, org in effect.people],
        version=effect.version,
    )


def _counted(each: Counted) -> CountedShown:
    return CountedShown.from_orm(each)


def _done(redrawn: Redrawn) -> ChangeDone:
    return ChangeDone(ends=list(redrawn.ends), begins=[org_shown(row) for row in redrawn.begins])
