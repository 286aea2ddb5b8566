"""On which map and over which tellings a question is asked: the own work of the orgs asked for stands apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.actions.own_work import orgs_with_own_work, told_apart, with_own_work
from tongket.actions.rolling.facts import Facts
from tongket.actions.rolling.places import Where, ways_to
from tongket.rollup.cells import Tellings
from tongket.rollup.versions import Versions
from tongket.terms.profile import Profile


@dataclass(frozen=True, slots=True)
class Apart:
    """The orgs through time, own work that stands apart among them, and what each told."""

    versions: Versions
    tellings: Tellings


def apart(profile: Profile, known: Facts, wheres: Sequence[Where]) -> Apart:
    """Return map and tellings for a question.

    Args:
        profile: Whole, hung on its map.
        known: What was told.
        wheres: Every map and org that is asked for.

    Raises:
        TongketError: As `ways_to`.
    """
    versions = Versions(profile.orgs, profile.changes)
    asked = {versions.all[way.version].org for each in wheres for way in ways_to(versions, each) if not way.steps}
    orgs = orgs_with_own_work(known.said, known.scopes, asked, profile)
    if not orgs:
        return Apart(versions, known.tellings)
    whole = with_own_work(profile, orgs)
    return Apart(Versions(whole.orgs, whole.changes), told_apart(known.said, known.scopes, orgs, profile))
