"""Roll up: a question over what the ledger holds, answered with bounds and certainty, down to the figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.asking import asking, asking_kept, sources_of
from tongket.actions.rolling.facts import Sources
from tongket.actions.rolling.places import name_of, ways_to
from tongket.rollup.answers import (
    Counts,
    Key,
    Part,
    Percent,
    Total,
    counts_of,
    differences_of,
    owed_of,
    parts_of,
    percents_of,
    percents_table,
    totals_of,
)
from tongket.rollup.engines.engine import Engine
from tongket.rollup.engines.opening import open_engine
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.rollup.ways import Way
from tongket.terms.columns import CHOSEN, EXCUSES, FIGURES_OWED, OWING, REPORTS, WAYS, Certainty
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverOrgs, Profile
from tongket.terms.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one org in one period.

    Attributes:
        org: Org id.
        name: On the map asked for.
        period: Asked for.
        indicator: Which.
        total: Over the orgs below; None where nobody gave a figure or nothing adds up.
        own: What the org itself, or those that became it, told.
        percent: Part and base, where the indicator is recomputed from them.
        orgs: How many orgs the total rests on.
        owed: How many owed a figure.
        basis: What the shares of apportioned figures were measured by; empty where there are none.
        difference: The own figure less the total; open on both sides where one of them is not there.
        parts: What the total rests on; empty unless asked for.
    """

    org: str
    name: str
    period: Period
    indicator: Indicator
    total: Total | None
    own: Total | None
    percent: Percent | None
    orgs: int
    owed: int
    basis: str
    difference: Quantity
    parts: tuple[Part, ...] = ()

    @property
    def quantity(self) -> Quantity | None:
        """The figure over the orgs below."""
        if self.percent:
            return self.percent.share
        return self.total.quantity if self.total else None

    @property
    def certainty(self) -> Certainty:
        """How the figure over the orgs below, or else the own one, came over changes of the map."""
        found = self.percent or self.total or self.own
        return found.certainty if found else Certainty.EXACT

    @property
    def conflict(self) -> bool:
        """Whether documents disagree somewhere in it."""
        return any(each.conflict for each in (self.percent, self.total, self.own) if each)


@dataclass(frozen=True, slots=True)
class Rolled:
    """The answer: lines, and by org and period what became of the reports owed by those below."""

    lines: tuple[Line, ...]
    counts: Mapping[tuple[str, Period], Counts]
    names: Mapping[str, str]
    facts: Sources


def roll_up(profile: Profile, asked: Asked, kept: Path | None = None) -> Rolled:
    """Answer a question out of the ledger that is open.

    Args:
        profile: Whole, hung on its map; the readings have been attributed by it.
        asked: The question.
        kept: The file that keeps what was worked out, made where there is none; then only what was told since is worked
            out. The answer is the same; None works out all of it.

    Raises:
        TongketError: There is no such org, level, indicator or engine.
    """
    indicators = _indicators(profile, asked.indicators)
    over = asking(profile, asked) if kept is None else asking_kept(profile, asked, kept)
    with open_engine(asked.engine) as engine:
        answers = _ask(engine, over.tables, ways_to(over.versions, asked.where), asked.drill)
    names = {each.org: each.name for each in over.versions.all}
    lines = _lines(answers, indicators, over.versions, asked)
    counts = {(org, Period.parse(period)): each for (org, period), each in answers.counts.items()}
    return Rolled(tuple(lines), counts, names, over.sources or sources_of(answers.parts))


def plan() -> None:
    """Plan what every roll-up asks, so that the first to ask in this process does not wait two seconds for it."""
    columns = {"cells": CHOSEN, "figures_owed": FIGURES_OWED, "owing": OWING, "reports": REPORTS, "excuses": EXCUSES}
    empty = {name: table(each, ()) for name, each in columns.items()} | {"percents": percents_table(())}
    with open_engine() as engine:
        _ask(engine, empty, [Way(0, "", "", steps) for steps in (0, 1)], drill=False)


@dataclass(frozen=True)
class _Answers:
    """What the engine answered; of an org with none below it only its own figures are asked for."""

    totals: Mapping[Key, Total]
    own: Mapping[Key, Total]
    percents: Mapping[Key, Percent] = field(default_factory=dict)
    owed: Mapping[Key, int] = field(default_factory=dict)
    counts: Mapping[tuple[str, str], Counts] = field(default_factory=dict)
    differences: Mapping[Key, Quantity] = field(default_factory=dict)
    parts: Mapping[Key, Sequence[Part]] = field(default_factory=dict)
    bases: Mapping[Key, str] = field(default_factory=dict)


def _ask(engine: Engine, tables: Mapping[str, pa.Table], ways: Sequence[Way], drill: bool) -> _Answers:  # noqa: FBT001 - a part of the question
    given = {name: engine.give(name, each) for name, each in tables.items()}
    own = engine.give("own_ways", table(WAYS, [way for way in ways if not way.steps]))
    cells = given["cells"]
    told = totals_of(engine, cells, own)
    ways_up = [way for way in ways if way.steps]
    if not ways_up:
        return _Answers({}, told, bases=_bases(tables["cells"], ways))
    up = engine.give("ways", table(WAYS, ways_up))
    return _Answers(
        totals_of(engine, cells, up),
        told,
        percents_of(engine, cells, up, given["percents"]),
        owed_of(engine, cells, given["figures_owed"], up),
        counts_of(engine, given["owing"], given["reports"], given["excuses"], up),
        differences_of(engine, cells, engine.give("all_ways", table(WAYS, ways))),
        parts_of(engine, cells, up, given["tellings"]) if drill else {},
        _bases(tables["cells"], ways),
    )


def _lines(answers: _Answers, indicators: Sequence[Indicator], versions: Versions, asked: Asked) -> Iterable[Line]:
    keys = {*answers.totals, *answers.own, *answers.percents}
    orgs = sorted({key[0] for key in keys}, key=lambda org: versions.by_org[org][0].number)
    for period in asked.periods:
        for org in orgs:
            name = name_of(versions, org, asked.where, period)
            for indicator in indicators:
                key = (org, str(period), indicator.id)
                if key in keys:
                    yield _line(key, period, indicator, answers, name)


def _line(key: Key, period: Period, indicator: Indicator, answers: _Answers, name: str) -> Line:
    is_percent = bool(indicator.part and indicator.base)
    percent = answers.percents.get(key) if is_percent else None
    total = answers.totals.get(key) if not is_percent and indicator.over_orgs is OverOrgs.SUM else None
    found = percent or total
    return Line(
        org=key[0],
        name=name,
        period=period,
        indicator=indicator,
        total=total,
        own=answers.own.get(key),
        percent=percent,
        orgs=found.orgs if found else 0,
        owed=answers.owed.get(key, 0),
        basis=answers.bases.get(key, ""),
        difference=answers.differences.get(key, Quantity(None, None)) if total else Quantity(None, None),
        parts=tuple(answers.parts.get(key, ())),
    )


def _bases(cells: pa.Table, ways: Iterable[Way]) -> dict[Key, str]:
    """Return by what the shares of the figures in every apportioned total were measured."""
    apportioned: dict[int, list[Way]] = defaultdict(list)
    for way in ways:
        if way.basis:
            apportioned[way.version].append(way)
    if not apportioned:
        return {}
    found: dict[Key, set[str]] = defaultdict(set)
    for row in cells.select(["version", "asked", "indicator"]).to_pylist():
        for way in apportioned.get(row["version"], ()):
            found[way.ancestor, row["asked"], row["indicator"]].add(way.basis)
    return {key: ", ".join(sorted(bases)) for key, bases in found.items()}


def _indicators(profile: Profile, wanted: Sequence[str]) -> list[Indicator]:
    known = {each.id: each for each in profile.indicators}
    if missing := [each for each in wanted if each not in known]:
        message = f"Hồ sơ không có chỉ tiêu “{missing[0]}”. Hãy chọn một trong: {', '.join(known)}."
        raise TongketError(message)
    return [known[each] for each in wanted] if wanted else list(profile.indicators)
