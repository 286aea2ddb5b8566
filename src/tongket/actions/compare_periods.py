"""Compare two periods: what changed, and what of it comes from the map and what from the work."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.actions.rolling.apart import Apart, apart
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.facts import facts
from tongket.actions.rolling.places import name_of, ways_to
from tongket.actions.rolling.within import within
from tongket.rollup.answers import Change
from tongket.rollup.asked import chosen, standing
from tongket.rollup.compared import Gathered, Maps, compared
from tongket.rollup.engines.opening import open_engine
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
    then, on_day = replace(where, day=None), replace(where, day=later.last)
    known = facts(profile, asked.known_at, within(profile, [then, on_day], [earlier, later]))
    on_map = apart(profile, known, [then, on_day])
    versions = on_map.versions
    was, now = ([way for way in ways_to(versions, each) if way.steps] for each in (then, on_day))
    before, after = (_gathered(profile, on_map, period) for period in (earlier, later))
    with open_engine(asked.engine) as engine:
        found = compared(engine, before, after, Maps(versions, was, now))
    orgs = sorted({org for org, _ in found}, key=lambda org: versions.by_org[org][0].number)
    return [
        Compared(org, name_of(versions, org, on_day, later), indicator, found[org, indicator.id])
        for org in orgs
        for indicator in _adding(profile.indicators)
        if (org, indicator.id) in found and indicator.id in (asked.indicators or [indicator.id])
    ]


def _gathered(profile: Profile, on_map: Apart, period: Period) -> Gathered:
    orgs = standing(on_map.versions, period)
    return Gathered(period, tuple(chosen(on_map.tellings, _adding(profile.indicators), orgs, period)))


def _adding(indicators: Sequence[Indicator]) -> list[Indicator]:
    return [each for each in indicators if each.over_orgs is OverOrgs.SUM and not (each.part and each.base)]
