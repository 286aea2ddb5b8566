"""Two periods beside each other: what the map and what the work did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.rollup.answers import Change, changes_of
from tongket.rollup.asked import rows
from tongket.rollup.cells import Cell
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.engines.engine import Engine
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


@dataclass(frozen=True, slots=True)
class Maps:
    """The orgs through time, and the ways that are added: as it was, and on the later period's last day."""

    versions: Versions
    was: Sequence[Way]
    now: Sequence[Way]


def compared(engine: Engine, earlier: Gathered, later: Gathered, maps: Maps) -> dict[tuple[str, str], Change]:
    """Return by ancestor and indicator how the total changed between two periods."""
    return changes_of(
        engine,
        engine.give("earlier", table(CHOSEN, rows(earlier.cells, maps.versions, earlier.period))),
        engine.give("later", table(CHOSEN, rows(later.cells, maps.versions, later.period))),
        engine.give("was", table(WAYS, maps.was)),
        engine.give("now", table(WAYS, maps.now)),
    )


def compared_below(profile: Profile, org: str, earlier: Gathered, later: Gathered) -> dict[str, Change]:
    """Return by the id of each indicator how the total over the orgs right below `org` changed between two periods."""
    versions = Versions(profile.orgs, profile.changes)
    was, now = ways_as_was(versions), ways_on(versions, later.period.last)
    maps = Maps(versions, _right_below(was, org), _right_below(now, org))
    with DuckDB() as engine:
        found = compared(engine, earlier, later, maps)
    return {indicator: change for (_, indicator), change in found.items()}


def _right_below(ways: Iterable[Way], org: str) -> list[Way]:
    return [way for way in ways if way.ancestor == org and way.steps == 1]
