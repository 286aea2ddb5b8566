"""Who owed reports and figures for a period, and which of these reports came."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from tongket.actions.rolling.facts import Came
from tongket.rollup.asked import Standing
from tongket.rollup.below import Place, last_day_in_time, owes
from tongket.rollup.coverage import cover
from tongket.rollup.rows import schema
from tongket.terms.columns import FIGURES_OWED
from tongket.terms.period import Period
from tongket.terms.profile import Duty, Indicator, OverTime, Profile
from tongket.terms.tables import ExcuseRow


def owing_rows(orgs: Iterable[Standing], profile: Profile, asked: Period) -> Iterator[Mapping[str, Any]]:
    """Yield who owed reports on its part of a period (`terms.columns.OWING`); without duties everybody did."""
    for each in orgs:
        if _owes(each, profile):
            stretch = each.stretch
            row = {"org": each.version.org, "version": each.version.number, "report": "", "asked": str(asked)}
            until = last_day_in_time(_place(each), profile.duties)
            yield {**row, "first": stretch.first, "last": stretch.last, "until": until}


def figures_owed(orgs: Sequence[Standing], profile: Profile, asked: Period) -> pa.Table:
    """Return who owed which figure for a period (`terms.columns.FIGURES_OWED`)."""
    owing = [each for each in orgs if _owes(each, profile)]
    names, owed_by = list[str](), list[Standing]()
    alike: dict[tuple[str, bool], list[str]] = {}
    for each in owing:
        # Whoever is of one level and stood at the end, or not, owes the same.
        key = (each.version.level, each.stretch.last == asked.last)
        if key not in alike:
            told = profile.indicators
            alike[key] = [one.id for one in told if _owes_figure(each, one, profile.duties, asked)]
        names += alike[key]
        owed_by += [each] * len(alike[key])
    columns = {
        "indicator": names,
        "org": [each.version.org for each in owed_by],
        "version": [each.version.number for each in owed_by],
        "asked": pa.repeat(str(asked), len(names)),
    }
    return pa.table(columns, schema=schema(FIGURES_OWED))


def report_rows(orgs: Iterable[Standing], came: Mapping[str, Sequence[Came]]) -> Iterator[Mapping[str, Any]]:
    """Yield whose reports cover its part of a period wholly (`terms.columns.REPORTS`).

    Where several reports do so together, they came on the day of the last of them.
    """
    for each in orgs:
        mine = came.get(each.version.org, ())
        periods = {report.period for report in mine}
        covering = (each.stretch,) if each.stretch in periods else cover(each.stretch, periods)
        if covering:
            days = [_first_day(report.day for report in mine if report.period == period) for period in covering]
            known = [day for day in days if day is not None]
            day = max(known) if len(known) == len(days) else None
            yield {"org": each.version.org, "first": each.stretch.first, "last": each.stretch.last, "day": day}


def excuse_rows(excused: Iterable[ExcuseRow]) -> Iterator[Mapping[str, Any]]:
    """Yield which reports need not come (`terms.columns.EXCUSES`)."""
    for row in excused:
        period = Period.parse(row.period)
        yield {"org": row.org, "first": period.first, "last": period.last, "reason": row.reason}


def _owes(each: Standing, profile: Profile) -> bool:
    return owes(_place(each), profile.duties) if profile.duties else True


def _place(each: Standing) -> Place:
    return Place(each.version.org, each.version.name, each.version.level, each.stretch)


def _owes_figure(each: Standing, indicator: Indicator, duties: Sequence[Duty], asked: Period) -> bool:
    if indicator.over_time is OverTime.LAST and each.stretch.last != asked.last:
        return False
    mine = [duty for duty in duties if duty.level == each.version.level]
    return not mine or any(not duty.indicators or indicator.id in duty.indicators for duty in mine)


def _first_day(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)
