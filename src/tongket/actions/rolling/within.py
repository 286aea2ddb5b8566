"""Of which orgs and periods a question is: so that the ledger is asked only for what can enter the answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tongket.actions.rolling.places import Where, ways_to
from tongket.rollup.versions import Versions
from tongket.terms.period import Period
from tongket.terms.profile import Profile

_MONTHS, _HALF, _QUARTER = 12, 6, 3


@dataclass(frozen=True, slots=True)
class Within:
    """Orgs, None for all of them, and the writings of periods, None for all."""

    orgs: frozenset[str] | None
    periods: frozenset[str] | None


def within(profile: Profile, wheres: Iterable[Where], periods: Sequence[Period] | None) -> Within:
    """Return of which orgs and periods something must be told to enter an answer.

    Args:
        profile: Whole.
        wheres: Every map and org that is asked for.
        periods: Each asked for by itself; None for all.

    Raises:
        TongketError: As `ways_to`.
    """
    versions = Versions(profile.orgs, profile.changes)
    orgs = frozenset(versions.all[way.version].org for where in wheres for way in ways_to(versions, where))
    told = None if periods is None else frozenset(each for period in periods for each in writings_within(period))
    return Within(None if len(orgs) == len(versions.by_org) else orgs, told)


@lru_cache(maxsize=256)
def writings_within(period: Period) -> frozenset[str]:
    """Return the writings of all periods that lie within one, itself too: what it can be put together from."""
    return frozenset(str(each) for each in _parts(period) if period.contains(each))


def _parts(period: Period) -> Iterator[Period]:
    yield period
    for year in range(period.first.year, period.last.year + 1):
        for month in range(1, _MONTHS + 1):
            yield Period.of_months(year, month, month)
            yield Period.of_months(year, 1, month)
        for size in (_QUARTER, _HALF):
            for first in range(1, _MONTHS + 1, size):
                yield Period.of_months(year, first, first + size - 1)
        for until in range(year + 1, period.last.year + 1):
            yield Period(date(year, 1, 1), date(until, _MONTHS, 31))
