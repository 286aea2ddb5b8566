"""Which orgs, levels and periods there are to ask a roll-up for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tongket.actions.attribute import mapping_of
from tongket.actions.people.office import Office
from tongket.actions.pivoting.kept import kept, rests_on
from tongket.actions.rolling.places import Where
from tongket.ledger.told_periods import count_reports, told_periods
from tongket.terms.period import Period

MOST_REPORTS = 500
"""So many are read at once for a list over all periods; of more, one year or a lower org has to be chosen."""


@dataclass(frozen=True, slots=True)
class OrgSeen:
    """An org as it is called in the answer."""

    id: str
    name: str


def orgs_asked(office: Office, where: Where, periods: Sequence[Period]) -> list[OrgSeen]:
    """Return the orgs for each of which there is a total: the one asked for, then those below, told or not."""
    rows = [row for row in office.profile.orgs if _stands(row.valid_from, row.valid_to, where.day, periods)]
    inside = set(office.tree(where.org))
    below = [
        row
        for row in rows
        if row.id in inside and (row.level == where.level if where.level else row.parent == where.org)
    ]
    own = [row for row in rows if row.id == where.org]
    names = {row.id: row.name for row in (*own, *below)}
    first = names.pop(where.org, office.names.get(where.org, where.org))
    return [OrgSeen(where.org, first), *(OrgSeen(org, name) for org, name in names.items())]


def levels_below(office: Office, org: str) -> list[str]:
    """Return the levels that stand, or stood, below an org, the highest first."""
    inside = set(office.tree(org)) - {org}
    return list(dict.fromkeys(row.level for row in office.profile.orgs if row.id in inside))


def periods_told(office: Office, org: str) -> list[Period]:
    """Return the periods for which reports came of an org and those below, the latest first, longer before shorter."""
    found = kept(
        ("periods", office.entry, org),
        rests_on(office, org),
        lambda: told_periods(mapping_of(office.profile), None if org == office.top else office.tree(org)),
    )
    periods = [Period.parse(each) for each in found]
    return sorted(periods, key=lambda each: (each.last, -each.first.toordinal()), reverse=True)


def reports_below(office: Office, org: str) -> int:
    """Return how many reports came of an org and those below."""
    return kept(
        ("reports", office.entry, org),
        rests_on(office, org),
        lambda: count_reports(mapping_of(office.profile), None if org == office.top else office.tree(org)),
    )


def _stands(first: date, end: date, day: date | None, periods: Sequence[Period]) -> bool:
    if day is not None:
        return first <= day < end
    return any(first <= period.last and period.first < end for period in periods)
