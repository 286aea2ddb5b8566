"""Which org owes which report for which period, and by which day: worked out from the profile and the map.

An org owes a report of a period when it stood on every day of it, at a level that has the duty on its last day. So
a commune that begins on 1 July owes the second half-year and not the year, and nobody is counted who was not there.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Duty, ReportKind

_DAY = timedelta(days=1)
_YEAR_MONTHS = 12
MONTHS = {ReportKind.MONTH: 1, ReportKind.QUARTER: 3, ReportKind.HALF: 6, ReportKind.YEAR: _YEAR_MONTHS}
"""How many months a report of each kind is on."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A report that an org owes.

    Attributes:
        org: Org id.
        report: Kind of report.
        period: What it is on.
        due: Last day on which it may come; None where the profile names none.
        grace: So many days later it still counts as in time.
        indicators: Indicator ids it must give; empty for all that the profile asks of everybody.
    """

    org: str
    report: ReportKind
    period: Period
    due: date | None
    grace: int
    indicators: tuple[str, ...]

    @property
    def until(self) -> date | None:
        """The last day with the days of grace; None where no day is named."""
        return self.due + timedelta(days=self.grace) if self.due else None


def owed(duties: Iterable[Duty], orgs: Sequence[Org], stretch: Period) -> list[Owed]:
    """Return what is owed on the whole periods within a stretch of time, in the order of duties, periods and orgs.

    Args:
        duties: Of the profile.
        orgs: Rows of dated facts, checked (`org_history.check_history`).
        stretch: Only periods that lie within it.
    """
    rows: dict[str, list[Org]] = defaultdict(list)
    for org in orgs:
        rows[org.id].append(org)
    found: dict[tuple[str, ReportKind, Period], Owed] = {}
    for duty in duties:
        for period in periods_within(duty.report, stretch):
            due = duty.due_on.after(period) if duty.due_on else None
            for org_id in (org_id for org_id, facts in rows.items() if _stood_through(facts, duty.level, period)):
                row = Owed(org_id, duty.report, period, due, duty.grace, duty.indicators)
                found.setdefault((org_id, duty.report, period), row)
    return list(found.values())


def periods_within(kind: ReportKind, stretch: Period) -> list[Period]:
    """Return the periods of a rhythm that lie whole within a stretch, oldest first."""
    months = MONTHS[kind]
    years = range(stretch.first.year, stretch.last.year + 1)
    begins = [(year, month) for year in years for month in range(1, _YEAR_MONTHS + 1, months)]
    periods = [Period.of_months(year, month, month + months - 1) for year, month in begins]
    return [period for period in periods if stretch.contains(period)]


def data_window(duty: Duty, period: Period) -> tuple[date, date]:
    """Return the first and last day whose data a report on a period holds.

    With a cut-off on the 14th a report on the year holds the data of 15 December of the year before to 14 December
    (Nghị định 09/2019/NĐ-CP, Điều 12); without one, those of the period itself.
    """
    if duty.cut_off is None:
        return period.first, period.last
    # The period's last day has the month's number; the day before its first lies in the month before.
    before = period.first - _DAY
    return _day_of(before, duty.cut_off) + _DAY, _day_of(period.last, duty.cut_off)


def _day_of(last_of_month: date, day: int) -> date:
    return last_of_month.replace(day=min(day, last_of_month.day))


def _stood_through(rows: Iterable[Org], level: str, period: Period) -> bool:
    """Tell whether rows of one org cover every day of a period, the last of them at `level`."""
    day = period.first
    for row in sorted(rows, key=lambda each: each.valid_from):
        if row.valid_on(day):
            if row.valid_to > period.last:
                return row.level == level
            day = row.valid_to
    return False
