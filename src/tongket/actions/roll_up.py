"""Roll up: a question over what the ledger holds, answered with bounds and certainty, down to the figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from tongket.actions.excuse import excuses
from tongket.actions.own_work import is_own_work
from tongket.actions.rolling.apart import Apart, apart
from tongket.actions.rolling.facts import Facts, Sources, facts, reports_of
from tongket.actions.rolling.kept_cells import kept_map, tables_of
from tongket.actions.rolling.kept_file import KeptFile, key_of
from tongket.actions.rolling.known import known
from tongket.actions.rolling.owing import excuse_rows, figure_rows, owing_rows, report_rows
from tongket.actions.rolling.places import Where, name_of, ways_to
from tongket.ledger.entries import rows_of
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
from tongket.rollup.asked import chosen, rows, standing, telling_rows, told_rows
from tongket.rollup.engines import Engine, open_engine
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.rollup.ways import Way
from tongket.terms.columns import CHOSEN, EXCUSES, FIGURES_OWED, OWING, REPORTS, TELLINGS, WAYS, Certainty
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverOrgs, Profile
from tongket.terms.profile_text import profile_text
from tongket.terms.quantity import Quantity
from tongket.terms.tables import DocumentRow, FigureRow


@dataclass(frozen=True, slots=True)
class Asked:
    """The question.

    Attributes:
        where: Under whom and on which map.
        periods: Each asked for by itself.
        indicators: Ids; empty for all.
        known_at: As known at this moment; None for now.
        drill: Whether the parts are asked for too.
        engine: What computes, as `rollup.engines.open_engine` names it.
    """

    where: Where
    periods: tuple[Period, ...]
    indicators: tuple[str, ...] = ()
    known_at: datetime | None = None
    drill: bool = False
    engine: str = "duckdb"


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
    asking = _asking(profile, asked) if kept is None else _asking_kept(profile, asked, kept)
    with open_engine(asked.engine) as engine:
        answers = _ask(engine, asking.tables, ways_to(asking.versions, asked.where), asked.drill)
    names = {each.org: each.name for each in asking.versions.all}
    lines = _lines(answers, indicators, asking.versions, asked)
    counts = {(org, Period.parse(period)): each for (org, period), each in answers.counts.items()}
    return Rolled(tuple(lines), counts, names, asking.sources or _sources(answers))


@dataclass(frozen=True)
class _Asking:
    """What a question is asked over; without sources those of the parts are looked up."""

    versions: Versions
    tables: Mapping[str, pa.Table]
    sources: Sources | None = None


def _asking(profile: Profile, asked: Asked) -> _Asking:
    said = facts(profile, asked.known_at)
    on_map = apart(profile, said, [asked.where])
    sources = Sources(said.documents, said.figures)
    return _Asking(on_map.versions, _tables(profile, on_map, said, asked.periods), sources)


def _asking_kept(profile: Profile, asked: Asked, place: Path) -> _Asking:
    told = known(profile, asked.known_at, KeptFile(place, key_of(profile_text(profile))))
    on_map = kept_map(profile, told, asked.where)
    found = [tables_of(on_map, period) for period in asked.periods]
    tables = {name: pa.concat_tables([each[name] for each in found]) for name in ("cells", "owing", "figures_owed")}
    came = reports_of(told.attributions)
    reports = [row for period in asked.periods for row in report_rows(on_map.standing(period)[1], came)]
    tables["reports"] = table(REPORTS, reports)
    tables["excuses"] = table(EXCUSES, excuse_rows(excuses(asked.known_at)))
    tables["tellings"] = table(TELLINGS, told_rows(on_map.tellings()) if asked.drill else ())
    return _Asking(on_map.versions, {**tables, "percents": percents_table(profile.indicators)})


def _sources(answers: "_Answers") -> Sources:
    figures = {saying.figure for parts in answers.parts.values() for part in parts for saying in part.sayings}
    documents = {row.id: row.name for row in rows_of(DocumentRow)}
    return Sources(documents, {row.id: row for row in rows_of(FigureRow, id=sorted(figures))})


@dataclass(frozen=True)
class _Answers:
    totals: Mapping[Key, Total]
    own: Mapping[Key, Total]
    percents: Mapping[Key, Percent]
    owed: Mapping[Key, int]
    counts: Mapping[tuple[str, str], Counts]
    differences: Mapping[Key, Quantity]
    parts: Mapping[Key, Sequence[Part]]
    bases: Mapping[Key, str]


def _tables(profile: Profile, on_map: Apart, known: Facts, periods: Iterable[Period]) -> dict[str, pa.Table]:
    """Return every table that is asked, of all periods together."""
    versions = on_map.versions
    found: dict[str, list[Mapping[str, object]]] = {}
    for period in periods:
        orgs = standing(versions, period)
        owing = [each for each in orgs if not is_own_work(each.version.org)]
        cells = list(chosen(on_map.tellings, profile.indicators, orgs, period))
        for name, made in (
            ("cells", rows(cells, versions, period)),
            ("tellings", telling_rows(cells)),
            ("owing", owing_rows(owing, profile, period)),
            ("figures_owed", figure_rows(owing, profile, period)),
            ("reports", report_rows(owing, known.reports)),
        ):
            found.setdefault(name, []).extend(made)
    found["excuses"] = list(excuse_rows(known.excuses))
    columns = {
        "cells": CHOSEN, "tellings": TELLINGS, "owing": OWING, "figures_owed": FIGURES_OWED, "reports": REPORTS,
        "excuses": EXCUSES,
    }  # fmt: skip
    tables = {name: table(columns[name], made) for name, made in found.items()}
    return {**tables, "percents": percents_table(profile.indicators)}


def _ask(engine: Engine, tables: Mapping[str, pa.Table], ways: Sequence[Way], drill: bool) -> _Answers:  # noqa: FBT001 - a part of the question
    given = {name: engine.give(name, each) for name, each in tables.items()}
    up = engine.give("ways", table(WAYS, [way for way in ways if way.steps]))
    own = engine.give("own_ways", table(WAYS, [way for way in ways if not way.steps]))
    cells = given["cells"]
    return _Answers(
        totals_of(engine, cells, up),
        totals_of(engine, cells, own),
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
            for indicator in indicators:
                key = (org, str(period), indicator.id)
                if key in keys:
                    yield _line(key, period, indicator, answers, name_of(versions, org, asked.where, period))


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
