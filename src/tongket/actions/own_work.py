"""An org's own work apart from that of all below it: as a part of the total, like one more org right below.

What an org tells of all below it stands beside the sum of what those below told; what it tells of its own work alone
is in no figure of theirs, and is added to them. So its own work gets an org of its own on the map of a question,
which owes no report and goes where its org goes. Figures that do not say whose work they are count as of all below.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tongket.actions.corrected import Observed
from tongket.reading.percent_bases import is_all_of
from tongket.rollup.cells import Tellings, Told
from tongket.terms.orgs import Org, OrgChange, Share
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverOrgs, Profile
from tongket.terms.scope import Scope

_MARK = "/own"
_LEVEL = "việc của chính đơn vị"


def tellings(observed: Iterable[Observed], profile: Profile) -> list[Told]:
    """Return what figures tell: one telling each, of a fraction of equals ("35/35") one for part and whole.

    Args:
        observed: Figures with what a mapping and corrections make of them.
        profile: Knows which indicators are part and base of a percent.
    """
    bases = {each.part: each.base for each in profile.indicators if each.part and each.base}
    alone = Counter((said.document, said.org, said.indicator) for _, said in observed)
    found = []
    for row, said in observed:
        if not (said.indicator and said.org and said.period):
            continue
        base = bases.get(said.indicator)
        both = base and is_all_of(row) and said.id.startswith("B-") and not alone[said.document, said.org, base]
        found += [
            Told(said.org, indicator, Period.parse(said.period), row.quantity, row.id, row.document)
            for indicator in (said.indicator, *([base] if both and base else []))
        ]
    return found


def own_work_of(org: str) -> str:
    """Return the id under which an org's own work stands on the map of a question; no org of a profile has it."""
    return org + _MARK


def is_own_work(org: str) -> bool:
    """Tell whether an id is that of an org's own work."""
    return org.endswith(_MARK)


def scopes_of(observed: Iterable[Observed]) -> dict[str, str]:
    """Return by figure id whose work it is, of figures that say so."""
    return {row.id: said.scope for row, said in observed if said.scope}


def orgs_with_own_work(
    told: Tellings, scopes: Mapping[str, str], asked: Collection[str], profile: Profile
) -> frozenset[str]:
    """Return which of the orgs asked for told of their own work alone, and have others below them.

    Args:
        told: By org id and indicator id.
        scopes: By figure id.
        asked: Org ids.
        profile: Knows orgs and indicators; own work counts apart only for indicators that add up over orgs.
    """
    above = {row.parent for row in profile.orgs}
    added = _added(profile.indicators)
    return frozenset(
        org
        for (org, indicator), each in told.items()
        if org in above and org in asked and indicator in added and any(_is_own(one, scopes) for one in each)
    )


def with_own_work(profile: Profile, orgs: Collection[str]) -> Profile:
    """Return a profile on whose map the own work of some orgs, and of what became of them, stands right below each.

    What stands there already stays.
    """
    there = {row.id for row in profile.orgs}
    apart = {org for org in _with_kin(orgs, profile.changes) if own_work_of(org) not in there}
    if not apart:
        return profile
    rows = [_row(row) for row in profile.orgs if row.id in apart]
    changes = [_change(each, apart) for each in profile.changes if not apart.isdisjoint((*each.sources, *each.targets))]
    return replace(profile, orgs=(*profile.orgs, *rows), changes=(*profile.changes, *changes))


def told_apart(told: Tellings, scopes: Mapping[str, str], apart: Collection[str], profile: Profile) -> Tellings:
    """Return tellings with the own work of some orgs under an id of its own.

    Of any other org a figure of its own work counts for a period only where it told none of all below; beside one
    that does not say whose work it is it stays, and the two are a conflict where they differ.

    Args:
        told: By org id and indicator id.
        scopes: By figure id.
        apart: Ids of the orgs whose own work stands apart (`orgs_with_own_work`).
        profile: Knows which indicators add up over orgs; of the others nothing is taken apart.
    """
    added = _added(profile.indicators)
    found: dict[tuple[str, str], Sequence[Told]] = {}
    for (org, indicator), each in told.items():
        own = [one for one in each if _is_own(one, scopes)]
        if not own or indicator not in added:
            found[org, indicator] = each
            continue
        rest = [one for one in each if not _is_own(one, scopes)]
        if org in apart:
            name = own_work_of(org)
            found[name, indicator] = [replace(one, org=name) for one in own]
            if rest:
                found[org, indicator] = rest
        else:
            periods = {one.period for one in rest if scopes.get(one.figure) == Scope.ALL}
            found[org, indicator] = [*rest, *(one for one in own if one.period not in periods)]
    return found


def _is_own(told: Told, scopes: Mapping[str, str]) -> bool:
    return scopes.get(told.figure) == Scope.OWN


def _added(indicators: Iterable[Indicator]) -> set[str]:
    return {each.id for each in indicators if each.over_orgs is OverOrgs.SUM and not (each.part and each.base)}


def _with_kin(orgs: Iterable[str], changes: Sequence[OrgChange]) -> set[str]:
    """Return orgs with all that they were made of and that became of them, near and far."""
    near: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        together = {*change.sources, *change.targets}
        for org in together:
            near[org] |= together
    found, ahead = set(orgs), list(orgs)
    while ahead:
        fresh = near[ahead.pop()] - found
        found |= fresh
        ahead += fresh
    return found


def _row(org: Org) -> Org:
    return replace(
        org, id=own_work_of(org.id), name=f"{org.name} ({_LEVEL})", level=_LEVEL, aliases=(), parent=org.id, code=""
    )


def _change(change: OrgChange, apart: Collection[str]) -> OrgChange:
    """Return the same change of own work; what `_with_kin` gathers has all orgs of a change or none."""
    assert all(org in apart for org in (*change.sources, *change.targets))  # noqa: S101 - as the line above says
    return replace(
        change,
        sources=tuple(map(own_work_of, change.sources)),
        targets=tuple(map(own_work_of, change.targets)),
        shares=tuple(Share(own_work_of(each.source), own_work_of(each.target), each.share) for each in change.shares),
    )
