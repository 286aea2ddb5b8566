"""For which periods reports came."""

from collections.abc import Sequence

from django.apps import apps

_AT_ONCE = 1000


def count_reports(mapping: str, orgs: Sequence[str] | None) -> int:
    """Return how many reports came of some orgs; None for all orgs."""
    asked = apps.get_model("ledger", "Attribution")._default_manager.filter(mapping=mapping)  # noqa: SLF001 - Django's own name for the manager of any model
    if orgs is None:
        return asked.count()
    return sum(asked.filter(org__in=orgs[at : at + _AT_ONCE]).count() for at in range(0, len(orgs), _AT_ONCE))


def told_periods(mapping: str, orgs: Sequence[str] | None) -> list[str]:
    """Return the periods of the reports of some orgs, each once; None for all orgs.

    Args:
        mapping: Id of the mapping that says whose report each reading is.
        orgs: Org ids.
    """
    attributions = apps.get_model("ledger", "Attribution")._default_manager  # noqa: SLF001 - Django's own name for the manager of any model
    asked = attributions.filter(mapping=mapping).exclude(period="")
    if orgs is None:
        return sorted(asked.values_list("period", flat=True).distinct())
    pieces = (orgs[start : start + _AT_ONCE] for start in range(0, len(orgs), _AT_ONCE))
    found = {
        period for piece in pieces for period in asked.filter(org__in=piece).values_list("period", flat=True).distinct()
    }
    return sorted(found)
