"""Two periods of the orgs right below one, beside each other: what the map and what the work did."""

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.rollup.answers import Change, changes_of
from tongket.rollup.asked import rows
from tongket.rollup.cells import Cell
from tongket.rollup.engines import DuckDB
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.rollup.ways import Way, ways_as_was, ways_on
from tongket.terms.columns import CHOSEN, WAYS
from tongket.terms.period import Period
from tongket.terms.profile import Profile


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the orgs below gave for a period."""

    period: Period
    cells: tuple[Cell, ...]


def compared_below(profile: Profile, org: str, earlier: Gathered, later: Gathered) -> dict[str, Change]:
    """Return by the id of each indicator how the total over the orgs right below `org` changed between two periods."""
    versions = Versions(profile.orgs, profile.changes)
    with DuckDB() as engine:
        before = engine.give("earlier", table(CHOSEN, rows(earlier.cells, versions, earlier.period)))
        after = engine.give("later", table(CHOSEN, rows(later.cells, versions, later.period)))
        was = engine.give("was", table(WAYS, _right_below(ways_as_was(versions), org)))
        now = engine.give("now", table(WAYS, _right_below(ways_on(versions, later.period.last), org)))
        found = changes_of(engine, before, after, was, now)
    return {indicator: change for (_, indicator), change in found.items()}


def _right_below(ways: Iterable[Way], org: str) -> list[Way]:
    return [way for way in ways if way.ancestor == org and way.steps == 1]
