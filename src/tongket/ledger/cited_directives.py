"""Which directives are cited in the reports of some orgs, and in how many documents: counted by the database."""

from collections.abc import Sequence

from django.db.models import Count

from tongket.ledger.models.attribution import Attribution
from tongket.ledger.models.directive import Directive

_AT_ONCE = 1000


def cited_directives(orgs: Sequence[str] | None) -> dict[str, int]:
    """Return in how many documents each directive is cited, by its key.

    Args:
        orgs: Whose reports; None for all documents.
    """
    if orgs is None:
        return _counts(None)
    found: dict[str, int] = {}
    for start in range(0, len(orgs), _AT_ONCE):
        for key, count in _counts(orgs[start : start + _AT_ONCE]).items():
            found[key] = found.get(key, 0) + count
    return found


def _counts(orgs: Sequence[str] | None) -> dict[str, int]:
    rows = Directive.objects.all()
    if orgs is not None:
        rows = rows.filter(document__in=Attribution.objects.filter(org__in=orgs).values("document"))
    return dict(rows.values_list("key").annotate(count=Count("document", distinct=True)).order_by())
