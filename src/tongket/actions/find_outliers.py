"""Figures that stand far from what the same org told in its other periods: for a person to look at, never changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from tongket.actions.rolling.facts import Facts, facts
from tongket.actions.rolling.places import Where, ways_to
from tongket.actions.rolling.within import within
from tongket.rollup.asked import rows
from tongket.rollup.cells import cell
from tongket.rollup.engines.opening import open_engine
from tongket.rollup.outliers import outliers
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.terms.columns import CELLS
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, Profile


@dataclass(frozen=True, slots=True)
class Outlier:
    """A figure far from the others of its org.

    Attributes:
        org: Org id.
        name: As the org was called at the end of the period.
        indicator: Which.
        period: Of the figure.
        value: What was told.
        median: Of what the org told in its periods of that length.
        periods: How many these are.
        figures: The entries that tell it, which lead to their sentences.
    """

    org: str
    name: str
    indicator: Indicator
    period: Period
    value: Decimal
    median: Decimal
    periods: int
    figures: tuple[str, ...]


def find_outliers(
    profile: Profile, where: Where, known_at: datetime | None = None, engine: str = "duckdb"
) -> list[Outlier]:
    """Return the figures of the orgs below, and of the org itself, that stand far from their own history.

    Args:
        profile: Whole, hung on its map; the readings have been attributed by it.
        where: Under whom; its day and levels are not asked for.
        known_at: As known at this moment; None for now.
        engine: What computes, as `rollup.engines.opening.open_engine` names it.

    Raises:
        TongketError: There is no such org or engine.
    """
    versions = Versions(profile.orgs, profile.changes)
    under = {way.version for way in ways_to(versions, Where(where.org))}
    known = facts(profile, known_at, within(profile, [Where(where.org)], None))
    cells = [row for row in _cells(profile, versions, known) if row["version"] in under]
    with open_engine(engine) as computing:
        found = computing.rows(outliers(computing.give("cells", table(CELLS, cells))))
    judged = [_outlier(row, profile, versions, known) for row in found]
    return sorted(judged, key=lambda each: (each.name, each.indicator.id, each.period))


def _cells(profile: Profile, versions: Versions, known: Facts) -> Iterator[Mapping[str, Any]]:
    for (_, indicator_id), told in known.tellings.items():
        indicator = profile.indicator(indicator_id)
        for period in sorted({each.period for each in told}):
            found = cell(told, indicator, period) if indicator else None
            if found is not None:
                yield from rows([found], versions, period)


def _outlier(row: Mapping[str, Any], profile: Profile, versions: Versions, known: Facts) -> Outlier:
    indicator = profile.indicator(row["indicator"])
    assert indicator is not None  # noqa: S101 - only cells of its indicators were asked
    period = Period(row["first"], row["last"])
    standing = versions.on(row["org"], period.last) or versions.by_org[row["org"]][-1]
    told = known.tellings[row["org"], row["indicator"]]
    return Outlier(
        row["org"],
        standing.name,
        indicator,
        period,
        row["value"],
        row["median"],
        row["periods"],
        tuple(sorted(each.figure for each in told if each.period == period)),
    )
