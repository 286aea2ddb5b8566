"""Which documents tell something of some orgs for some periods: found by the indexes of the database."""

from collections.abc import Collection, Iterator, Sequence

from django.apps import apps
from django.db.models import Q

_TABLES = ("Attribution", "Observation", "Correction")
_AT_ONCE = 500


def telling_documents(orgs: Collection[str] | None, periods: Collection[str] | None) -> set[str]:
    """Return the documents in which a report, a figure or a correction is of one of these orgs and periods.

    Args:
        orgs: Org ids; None for all.
        periods: As in `Period`; None for all.
    """
    of_period = Q() if periods is None else Q(period__in=sorted(periods))
    found: set[str] = set()
    for table in _TABLES:
        entries = apps.get_model("ledger", table)._default_manager  # noqa: SLF001 - Django's own name for the manager of any model
        for of_org in _pieces(None if orgs is None else sorted(orgs)):
            found |= set(entries.filter(of_org, of_period).order_by().values_list("document", flat=True).distinct())
    return found


def _pieces(orgs: Sequence[str] | None) -> Iterator[Q]:
    if orgs is None:
        yield Q()
        return
    for start in range(0, len(orgs), _AT_ONCE):
        yield Q(org__in=orgs[start : start + _AT_ONCE])
