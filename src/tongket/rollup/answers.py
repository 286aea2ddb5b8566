"""Answers of questions as plain values, for whoever shows them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

import ibis
import pyarrow as pa

from tongket.rollup.asked import rows
from tongket.rollup.beside import beside
from tongket.rollup.cells import Cell
from tongket.rollup.changes import changes
from tongket.rollup.completeness import completeness, owed
from tongket.rollup.drill import parts, told
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.engines.engine import Engine
from tongket.rollup.percents import percent_sums, share_of
from tongket.rollup.rows import plain, table
from tongket.rollup.totals import resting, totals
from tongket.rollup.versions import Versions
from tongket.rollup.ways import ways_as_was
from tongket.terms.columns import CHOSEN, WAYS, Certainty
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, Profile
from tongket.terms.quantity import Quantity

BY_ASKED = ("asked",)
_CERTAINTY = {each.value: each for each in Certainty}
_RANK = (Certainty.EXACT, Certainty.APPORTIONED, Certainty.NOT_DERIVABLE)

Key = tuple[str, str, str]
"""Ancestor, period asked for, indicator."""
_KEY = ("ancestor", "asked", "indicator")
_BOUNDS = ("low", "high", "approx")
_OF_A_TOTAL = ("conflict", "certainty", "apportioned", "underived")

# To write a question takes longer than a small answer. It knows its tables by name and columns only, which an engine
# gives the same way each time: so it is written once and asked of other rows again.
_totals, _resting, _percent_sums, _completeness, _owed, _beside = (
    lru_cache(maxsize=32)(question) for question in (totals, resting, percent_sums, completeness, owed, beside)
)


@dataclass(frozen=True, slots=True)
class Total:
    """What the orgs below came to.

    Attributes:
        quantity: Open on both sides where not derivable.
        conflict: Whether documents disagree somewhere below.
        certainty: How it came over changes of the map.
        orgs: How many orgs gave a figure.
        apportioned: How many figures went in by a share.
        underived: How many belong to it in a part that nobody knows.
    """

    quantity: Quantity
    conflict: bool
    certainty: Certainty
    orgs: int
    apportioned: int = 0
    underived: int = 0


@dataclass(frozen=True, slots=True)
class Percent:
    """Part and base of a percent, added over the `orgs` that gave both; `share` is None where it has none."""

    part: Quantity
    base: Quantity
    share: Quantity | None
    conflict: bool
    certainty: Certainty
    orgs: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the reports that were owed; `owed` is `reported + excused + missing`."""

    owed: int
    reported: int
    late: int
    undated: int
    excused: int
    missing: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What one document said: `figure` is the entry that leads to the sentence."""

    quantity: Quantity
    figure: str
    document: str


@dataclass(frozen=True, slots=True)
class Part:
    """A figure that a total rests on.

    Attributes:
        org: Who gave it.
        period: For which period it was told.
        told: As it was given.
        went_in: What of it is in the total.
        share: The part of it that is; None where nobody knows.
        certainty: Whether that part is exact.
        basis: What the share was measured by.
        conflict: Whether its documents disagree.
        sayings: What documents said, all of it.
    """

    org: str
    period: Period
    told: Quantity
    went_in: Quantity
    share: Decimal | None
    certainty: Certainty
    basis: str
    conflict: bool
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How a later total differs from an earlier one; a quantity is None where one of the two is not there.

    Attributes:
        before: The earlier total, as it was.
        carried: The same, on the later period's map.
        after: The later total.
        by_map: What of the difference comes from the map; open on both sides where not derivable.
        by_work: What of it comes from the work.
        certainty: How the earlier total came over the map.
    """

    before: Quantity | None
    carried: Quantity | None
    after: Quantity | None
    by_map: Quantity
    by_work: Quantity
    certainty: Certainty


def sums_below(
    cells: Iterable[Cell], profile: Profile, org: str, asked: Period
) -> tuple[dict[str, Total], dict[str, Percent]]:
    """Return totals and percents, by indicator id, over the orgs right below `org`, on the map as it was.

    Args:
        cells: What the orgs gave for the period asked for.
        profile: Whose orgs, changes and indicators these are.
        org: Org id.
        asked: The period.
    """
    versions = Versions(profile.orgs, profile.changes)
    below = [way for way in ways_as_was(versions) if way.ancestor == org and way.steps == 1]
    with DuckDB() as engine:
        given = engine.give("cells", table(CHOSEN, rows(cells, versions, asked)))
        ways = engine.give("ways", table(WAYS, below))
        percents = engine.give("percents", percents_table(profile.indicators))
        added, shares = totals_of(engine, given, ways), percents_of(engine, given, ways, percents)
    return {key[2]: each for key, each in added.items()}, {key[2]: each for key, each in shares.items()}


def percents_table(indicators: Iterable[Indicator]) -> pa.Table:
    """Return which indicators are percents of which two others, as `percent_sums` takes them.

    Raises:
        TongketError: Part and base of one have different measures: person-times are no part of persons.
    """
    by_id = {each.id: each for each in indicators}
    told = [(each.id, each.part, each.base) for each in by_id.values() if each.part and each.base]
    for percent, part, base in told:
        _check_measures(percent, by_id[part], by_id[base])
    names = ("percent", "part", "base")
    return pa.table({name: pa.array([row[at] for row in told], pa.string()) for at, name in enumerate(names)})


def _check_measures(percent: str, part: Indicator, base: Indicator) -> None:
    if part.measure != base.measure:
        message = (
            f"Chỉ tiêu “{percent}” tính phần trăm của “{part.name}” ({part.measure}) trên “{base.name}” "
            f"({base.measure}): hai đơn vị tính khác nhau. Hãy sửa “part”, “base” hay “measure” trong hồ sơ."
        )
        raise TongketError(message)


def totals_of(engine: Engine, cells: ibis.Table, ways: ibis.Table) -> dict[Key, Total]:
    """Return all totals; `cells` as `terms.columns.CHOSEN`."""
    counted = engine.records(_resting(cells, ways, BY_ASKED), (*_KEY, "orgs"))
    orgs = {(org, asked, indicator): count for org, asked, indicator, count in counted}
    found = engine.records(_totals(cells, ways, BY_ASKED), (*_KEY, *_BOUNDS, *_OF_A_TOTAL))
    return {
        (org, asked, indicator): Total(
            Quantity(plain(low), plain(high), approx),
            conflict,
            _CERTAINTY[certainty],
            orgs[org, asked, indicator],
            apportioned,
            underived,
        )
        for org, asked, indicator, low, high, approx, conflict, certainty, apportioned, underived in found
    }


def percents_of(engine: Engine, cells: ibis.Table, ways: ibis.Table, percents: ibis.Table) -> dict[Key, Percent]:
    """Return all percents that have a part and a base; `percents` as `percent_sums` takes it."""
    return {_key(row): _percent(row) for row in engine.rows(_percent_sums(cells, ways, percents, BY_ASKED))}


def counts_of(
    engine: Engine, owing: ibis.Table, reports: ibis.Table, excuses: ibis.Table, ways: ibis.Table
) -> dict[tuple[str, str], Counts]:
    """Return by ancestor and period asked for what became of the reports owed; `owing` as `terms.columns.OWING`."""
    found = engine.rows(_completeness(owing, reports, excuses, ways, BY_ASKED))
    names = Counts.__dataclass_fields__
    return {(row["ancestor"], row["asked"]): Counts(**{name: row[name] for name in names}) for row in found}


def differences_of(engine: Engine, cells: ibis.Table, ways: ibis.Table) -> dict[Key, Quantity]:
    """Return how far each own figure lies from the sum of those below, where both are there; `ways` of both."""
    names = (*_KEY, "difference_low", "difference_high", "approx", "own_approx", "parts", "own_parts")
    found = engine.records(_beside(cells, ways, BY_ASKED), names)
    return {
        (org, asked, indicator): Quantity(plain(low), plain(high), approx or own_approx)
        for org, asked, indicator, low, high, approx, own_approx, parts_, own_parts in found
        if parts_ is not None and own_parts is not None
    }


def changes_of(
    engine: Engine, earlier: ibis.Table, later: ibis.Table, was: ibis.Table, now: ibis.Table
) -> dict[tuple[str, str], Change]:
    """Return by ancestor and indicator how the later total differs; arguments as `changes` takes them."""
    found = engine.rows(changes(earlier, later, was, now))
    return {(row["ancestor"], row["indicator"]): _change(row) for row in found}


def _change(row: Mapping[str, Any]) -> Change:
    sides = [_quantity(row, f"{side}_") if row[f"{side}_parts"] else None for side in ("before", "carried", "after")]
    approx = any(each.approx for each in sides if each)
    by_map, by_work = (
        Quantity(plain(row[f"{side}_low"]), plain(row[f"{side}_high"]), approx) for side in ("map", "work")
    )
    certainty = Certainty(row["carried_certainty"] or Certainty.EXACT)
    return Change(sides[0], sides[1], sides[2], by_map, by_work, certainty)


def owed_of(engine: Engine, cells: ibis.Table, figures_owed: ibis.Table, ways: ibis.Table) -> dict[Key, int]:
    """Return how many orgs owed each total a figure."""
    found = engine.records(_owed(cells, figures_owed, ways, BY_ASKED), (*_KEY, "owed"))
    return {(org, asked, indicator): count for org, asked, indicator, count in found}


def parts_of(engine: Engine, cells: ibis.Table, ways: ibis.Table, tellings: ibis.Table) -> dict[Key, list[Part]]:
    """Return what every total rests on, each with all that documents said; `tellings` as `terms.columns.TELLINGS`."""
    said: dict[tuple[str, ...], list[Saying]] = defaultdict(list)
    for row in sorted(engine.rows(told(cells, tellings)), key=lambda row: str(row["figure"])):
        said[_cell(row)].append(Saying(_quantity(row), row["figure"], row["document"]))
    found: dict[Key, list[Part]] = defaultdict(list)
    for row in sorted(engine.rows(parts(cells, ways)), key=lambda row: (row["org"], row["first"])):
        found[_key(row)].append(_part(row, tuple(dict.fromkeys(said[_cell(row)]))))
    return found


def _part(row: Mapping[str, Any], sayings: tuple[Saying, ...]) -> Part:
    went_in = Quantity(plain(row["part_low"]), plain(row["part_high"]), row["approx"])
    return Part(
        row["org"],
        Period(row["first"], row["last"]),
        _quantity(row),
        went_in,
        plain(row["share"]),
        Certainty(row["certainty"]),
        row["basis"],
        row["conflict"],
        sayings,
    )


def _cell(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in ("indicator", "org", "first", "last"))


def _percent(row: Mapping[str, Any]) -> Percent:
    part, base = _quantity(row, "part_"), _quantity(row, "base_")
    certainty = max(Certainty(row["part_certainty"]), Certainty(row["base_certainty"]), key=_RANK.index)
    share = None if certainty is Certainty.NOT_DERIVABLE else share_of(part, base)
    return Percent(part, base, share, row["part_conflict"] or row["base_conflict"], certainty, row["orgs"])


def _key(row: Mapping[str, Any]) -> Key:
    return row["ancestor"], row["asked"], row["indicator"]


def _quantity(row: Mapping[str, Any], side: str = "") -> Quantity:
    return Quantity(plain(row[f"{side}low"]), plain(row[f"{side}high"]), row[f"{side}approx"])
