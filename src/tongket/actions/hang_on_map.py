"""Hang an office on the map in the ledger: its profile with the orgs of the map, and the bodies that report for them.

A commission or committee of a place is no org beside the place: its report is the place's, so its name is another
name of it. A body that is an org of its own (a department, a party committee of a plant) stands in the profile's own
`[[orgs]]` with an org of the map as its parent.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tongket.ledger.entries import org_facts
from tongket.terms.errors import TongketError
from tongket.terms.org_history import settled
from tongket.terms.orgs import Org, OrgChange
from tongket.terms.profile import Bodies, Profile
from tongket.terms.profile_form import check_orgs


def hang_on_map(profile: Profile) -> Profile:
    """Return the profile with orgs and changes of the part of the map it names; itself where it names none.

    Raises:
        TongketError: The ledger that is open does not have such an org; or orgs of the profile and of the map cannot
            be true together.
    """
    if profile.map is None:
        return profile
    facts = org_facts()
    rows, changes = part_of(facts.orgs, facts.changes, profile.map.under)
    named = tuple(_with_bodies(row, profile.map.bodies) for row in rows)
    orgs = settled((*profile.orgs, *named), (*profile.changes, *changes))
    whole = replace(profile, orgs=orgs, changes=(*profile.changes, *changes), map=None)
    check_orgs(whole)
    return whole


def part_of(
    orgs: Sequence[Org], changes: Sequence[OrgChange], under: Iterable[str]
) -> tuple[tuple[Org, ...], tuple[OrgChange, ...]]:
    """Return the rows and changes of some orgs, of all that ever stood below them and of all that went into these.

    An org outside that had a part in such a change comes along, without its own past. Who has its parent outside
    stands at the top.

    Raises:
        TongketError: One of `under` is not on the map.
    """
    rows = settled(orgs, changes)
    inside = _inside(rows, changes, under)
    touching = tuple(change for change in changes if inside & {*change.sources, *change.targets})
    taken = inside | {org for change in touching for org in (*change.sources, *change.targets)}
    kept = (row for row in rows if row.id in taken)
    return tuple(row if row.parent in taken else replace(row, parent=None) for row in kept), touching


def _inside(rows: Sequence[Org], changes: Sequence[OrgChange], under: Iterable[str]) -> set[str]:
    below: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        below[row.parent or ""].add(row.id)
    came_from: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        for target in change.targets:
            came_from[target] |= set(change.sources)
    known = {row.id for row in rows}
    inside: set[str] = set()
    ahead = list(under)
    if missing := [org for org in ahead if org not in known]:
        message = (
            f"Bản đồ trong sổ cái không có đơn vị “{missing[0]}” mà hồ sơ nêu ở [map]. Hãy nạp bản đồ "
            "(tongket org import vietnam) và tìm id bằng tongket org show."
        )
        raise TongketError(message)
    while ahead:
        org = ahead.pop()
        if org not in inside:
            inside.add(org)
            ahead += below[org] | came_from[org]
    return inside


def _with_bodies(row: Org, bodies: Iterable[Bodies]) -> Org:
    short = row.name.removeprefix(row.kind).removeprefix(row.kind.capitalize()).strip() or row.name
    names = [
        pattern.replace("{name}", row.name).replace("{short}", short)
        for each in bodies
        if each.level in ("", row.level) and each.kind in ("", row.kind)
        for pattern in each.names
    ]
    return replace(row, aliases=(*row.aliases, *dict.fromkeys(names)))
