"""Compare two periods: what changed, and what of it comes from the map and what from the work."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.actions.roll_up import Asked
from tongket.actions.rolling.facts import Facts, facts
from tongket.actions.rolling.places import name_of, ways_to
from tongket.rollup.answers import Change
from tongket.rollup.asked import chosen, standing
from tongket.rollup.compared import Gathered, Maps, compared
from tongket.rollup.engines import open_engine
from tongket.rollup.versions import Versions
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverOrgs, Profile


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator of one org: `name` as the org is called at the end of the later period."""

    org: str
    name: str
    indicator: Indicator
    change: Change


def compare_periods(profile: Profile, asked: Asked, earlier: Period) -> list[Compared]:
    """Compare what the orgs below gave in the last period asked for and in an earlier one.

    The later period is asked on the map of its own last day, the earlier one as it was and on that map.

    Args:
        profile: Whole, hung on its map; the readings have been attributed by it.
        asked: The question; its day is not asked for.
        earlier: The period compared with.

    Raises:
        TongketError: There is no such org, level or engine, or the org does not stand at the end of the later period.
    """
    where, later = asked.where, asked.periods[-1]
    versions = Versions(profile.orgs, profile.changes)
    known = facts(profile, asked.known_at)
    was = [way for way in ways_to(versions, replace(where, day=None)) if way.steps]
    now = [way for way in ways_to(versions, replace(where, day=later.last)) if way.steps]
    before, after = (_gathered(profile, versions, known, period) for period in (earlier, later))
    with open_engine(asked.engine) as engine:
        found = compared(engine, before, after, Maps(versions, was, now))
    orgs = sorted({org for org, _ in found}, key=lambda org: versions.by_org[org][0].number)
    on_day = replace(where, day=later.last)
    return [
        Compared(org, name_of(versions, org, on_day, later), indicator, found[org, indicator.id])
        for org in orgs
        for indicator in _adding(profile.indicators)
        if (org, indicator.id) in found and indicator.id in (asked.indicators or [indicator.id])
    ]


def _gathered(profile: Profile, versions: Versions, known: Facts, period: Period) -> Gathered:
    return Gathered(
        period, tuple(chosen(known.tellings, _adding(profile.indicators), standing(versions, period), period))
    )


def _adding(indicators: Sequence[Indicator]) -> list[Indicator]:
    return [each for each in indicators if each.over_orgs is OverOrgs.SUM and not (each.part and each.base)]
