"""Over what a question is asked: the map, and the tables of what was told and owed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from tongket.actions.excuse import excuses
from tongket.actions.own_work import is_own_work, with_own_work
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.facts import Came, Sources, attributions_at, reports_of
from tongket.actions.rolling.kept_cells import kept_map, tables_of
from tongket.actions.rolling.kept_file import KeptFile, key_of
from tongket.actions.rolling.known import known
from tongket.actions.rolling.owing import excuse_rows, figures_owed, owing_rows, report_rows
from tongket.actions.rolling.places import ways_to
from tongket.actions.rolling.told_rows import Scoped, scoped, told_rows
from tongket.actions.rolling.within import within
from tongket.ledger.entries import rows_of
from tongket.rollup.answers import Key, Part, percents_table
from tongket.rollup.asked import standing, telling_rows
from tongket.rollup.cells import Tellings, by_org_and_indicator
from tongket.rollup.choosing import Choosing, told_of
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.terms.columns import EXCUSES, OWING, REPORTS, TELLINGS
from tongket.terms.profile import Profile
from tongket.terms.profile_text import profile_text
from tongket.terms.tables import DocumentRow, FigureRow


@dataclass(frozen=True)
class Asking:
    """The map and the tables; without sources those of the parts are looked up (`sources_of`)."""

    versions: Versions
    tables: Mapping[str, pa.Table]
    sources: Sources | None = None


def asking(profile: Profile, asked: Asked) -> Asking:
    """Return what a question is asked over, out of the ledger that is open.

    Raises:
        TongketError: As `ways_to`.
    """
    asked_of = within(profile, [asked.where], asked.periods)
    attributions = attributions_at(profile, asked.known_at, asked_of)
    told = told_rows(profile, attributions, asked.known_at, asked_of.periods or (), asked.indicators)
    on_map = _map(profile, asked, told)
    tables = _tables(profile, asked, on_map, reports_of(attributions))
    if not asked.drill:
        return Asking(on_map.versions, tables, Sources({}, {}))
    tellings = on_map.all_tellings()
    tables["tellings"] = table(TELLINGS, telling_rows(tellings))
    figures = {each.figure for said in tellings.values() for each in said}
    return Asking(on_map.versions, tables, replace(_named(figures), tellings=tellings))


def asking_kept(profile: Profile, asked: Asked, place: Path) -> Asking:
    """Return the same out of the file that keeps what was worked out, made where there is none.

    Raises:
        TongketError: As `ways_to`.
    """
    told = known(profile, asked.known_at, KeptFile(place, key_of(profile_text(profile))))
    on_map = kept_map(profile, told, asked.where)
    found = [tables_of(on_map, period) for period in asked.periods]
    tables = {name: pa.concat_tables([each[name] for each in found]) for name in ("cells", "owing", "figures_owed")}
    came = reports_of(told.attributions)
    reports = [row for period in asked.periods for row in report_rows(on_map.standing(period)[1], came)]
    tables["reports"] = table(REPORTS, reports)
    tables["excuses"] = table(EXCUSES, excuse_rows(excuses(asked.known_at)))
    if asked.drill:
        tables["tellings"] = table(TELLINGS, telling_rows(on_map.tellings()))
    return Asking(on_map.versions, {**tables, "percents": percents_table(profile.indicators)})


def sources_of(parts: Mapping[Key, Sequence[Part]]) -> Sources:
    """Return where the figures stand that parts of totals lead to."""
    return _named({saying.figure for each in parts.values() for part in each for saying in part.sayings})


def _named(figures: Iterable[str]) -> Sources:
    rows = {row.id: row for row in rows_of(FigureRow, id=sorted(figures))}
    documents = sorted({row.document for row in rows.values()})
    return Sources({row.id: row.name for row in rows_of(DocumentRow, id=documents)}, rows)


@dataclass(frozen=True)
class _Map:
    """The orgs through time, own work that stands apart among them, and what was told."""

    versions: Versions
    told: Scoped

    def all_tellings(self) -> Tellings:
        """Return everything that was told."""
        return {**by_org_and_indicator(map(told_of, self.told.plain.to_pylist())), **self.told.tellings}


def _map(profile: Profile, asked: Asked, told: pa.Table) -> _Map:
    versions = Versions(profile.orgs, profile.changes)
    tops = {versions.all[way.version].org for way in ways_to(versions, asked.where) if not way.steps}
    found = scoped(told, profile, tops)
    if found.apart:
        whole = with_own_work(profile, found.apart)
        versions = Versions(whole.orgs, whole.changes)
    return _Map(versions, found)


def _tables(profile: Profile, asked: Asked, on_map: _Map, came: Mapping[str, Sequence[Came]]) -> dict[str, pa.Table]:
    """Return every table that is asked, of all periods together."""
    versions = on_map.versions
    added = {way.version for way in ways_to(versions, asked.where)}
    choosing = Choosing(on_map.told.plain, on_map.told.tellings, profile.indicators, versions)
    cells, owed, owing, reports = [], [], list[Mapping[str, object]](), list[Mapping[str, object]]()
    for period in asked.periods:
        orgs = [each for each in standing(versions, period) if each.version.number in added]
        owe = [each for each in orgs if not is_own_work(each.version.org)]
        cells.append(choosing.cells(standing(versions, period), period))
        owed.append(figures_owed(owe, profile, period))
        owing += owing_rows(owe, profile, period)
        reports += report_rows(owe, came)
    return {
        "cells": pa.concat_tables(cells),
        "figures_owed": pa.concat_tables(owed),
        "owing": table(OWING, owing),
        "reports": table(REPORTS, reports),
        "excuses": table(EXCUSES, excuse_rows(excuses(asked.known_at))),
        "percents": percents_table(profile.indicators),
    }
