"""Two periods of one org as plain values: the earlier one carried over, what the map and what the work did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tongket.rollup.asked import rows
from tongket.rollup.cells import Cell
from tongket.rollup.changes import changes
from tongket.rollup.engines import DuckDB
from tongket.rollup.rows import plain, table
from tongket.rollup.versions import Versions
from tongket.rollup.ways import Way, ways_as_was, ways_on
from tongket.terms.columns import CHOSEN, WAYS, Certainty
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the orgs below gave for a period."""

    period: Period
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator in two periods.

    Attributes:
        carried: The earlier total on the map of the later period's last day; open on both sides where not derivable.
        certainty: Of `carried`.
        by_map: `carried` less the earlier total as it was.
        by_work: The later total less `carried`.
    """

    carried: Quantity
    certainty: Certainty
    by_map: Quantity
    by_work: Quantity


def compared_below(profile: Profile, org: str, earlier: Gathered, later: Gathered) -> dict[str, Compared]:
    """Compare two periods over the orgs right below `org`, by the id of each indicator that both periods give."""
    versions = Versions(profile.orgs, profile.changes)
    with DuckDB() as engine:
        before = engine.give("earlier", table(CHOSEN, rows(earlier.cells, versions, earlier.period)))
        after = engine.give("later", table(CHOSEN, rows(later.cells, versions, later.period)))
        was = engine.give("was", table(WAYS, _right_below(ways_as_was(versions), org)))
        now = engine.give("now", table(WAYS, _right_below(ways_on(versions, later.period.last), org)))
        found = engine.rows(changes(before, after, was, now))
    return {row["indicator"]: _compared(row) for row in found if _in_both(row)}


def _right_below(ways: Iterable[Way], org: str) -> list[Way]:
    return [way for way in ways if way.ancestor == org and way.steps == 1]


def _in_both(row: Mapping[str, Any]) -> bool:
    """Tell whether both periods gave a figure; a side without any has no certainty."""
    return all(row[f"{side}_certainty"] is not None for side in ("before", "carried", "after"))


def _compared(row: Mapping[str, Any]) -> Compared:
    rough = bool(row["before_approx"] or row["after_approx"])
    return Compared(
        Quantity(plain(row["carried_low"]), plain(row["carried_high"]), bool(row["carried_approx"])),
        Certainty(row["carried_certainty"]),
        Quantity(plain(row["map_low"]), plain(row["map_high"])),
        Quantity(plain(row["work_low"]), plain(row["work_high"]), rough),
    )
