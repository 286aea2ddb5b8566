"""The orgs directly below another in a period, as the map was: each with the days on which it stood there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Duty, ReportKind

_DAY = timedelta(days=1)
_MONTHS = {ReportKind.MONTH: 1, ReportKind.QUARTER: 3, ReportKind.HALF: 6, ReportKind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Place:
    """An org's place on the map in a period.

    Attributes:
        org: Org id.
        name: As it was called at the end of the stretch.
        level: As it was at the end of the stretch.
        stretch: The part of the period in which it stood there.
    """

    org: str
    name: str
    level: str
    stretch: Period


def places_below(orgs: Iterable[Org], parent: str, period: Period) -> list[Place]:
    """Return who stood directly below `parent` in `period`, in the profile's order.

    Rows of facts of one org that follow one another are one place; after a gap it is a place again.
    """
    found: dict[str, list[Place]] = {}
    rows = [org for org in orgs if org.parent == parent and org.valid_in(period)]
    for org in sorted(rows, key=lambda row: row.valid_from):
        stretch = Period(max(org.valid_from, period.first), min(_last_day(org), period.last))
        before = found.setdefault(org.id, [])
        if before and before[-1].stretch.last + _DAY == stretch.first:
            stretch = Period(before.pop().stretch.first, stretch.last)
        before.append(Place(org.id, org.name, org.level, stretch))
    in_order = dict.fromkeys(org.id for org in rows)
    return [place for org_id in in_order for place in found[org_id]]


def owes(place: Place, duties: Iterable[Duty]) -> bool:
    """Tell whether a duty makes the org report on its whole stretch: the kind of report must fit into it."""
    months = _months(place.stretch)
    return any(duty.level == place.level and _MONTHS[duty.report] <= months for duty in duties)


def last_day_in_time(place: Place, duties: Iterable[Duty]) -> date | None:
    """Return the last day, grace included, on which a report on the whole stretch is in time; None where not told."""
    months = _months(place.stretch)
    for duty in duties:
        if duty.level == place.level and _MONTHS[duty.report] == months and duty.due_on is not None:
            return duty.due_on.after(place.stretch) + duty.grace * _DAY
    return None


def _last_day(org: Org) -> date:
    return org.valid_to if org.valid_to == date.max else org.valid_to - _DAY


def _months(stretch: Period) -> int:
    years = stretch.last.year - stretch.first.year
    return years * 12 + stretch.last.month - stretch.first.month + 1
