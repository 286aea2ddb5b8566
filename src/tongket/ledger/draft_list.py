"""Which reviews are being drafted, without their texts: a list of hundreds must not read them."""

from collections.abc import Sequence
from datetime import datetime

from django.apps import apps
from django.db.models import Max


def drafted(orgs: Sequence[str]) -> list[tuple[datetime, str, str]]:
    """Return when each review of some orgs was last edited, with its org and period, the latest first."""
    drafts = apps.get_model("ledger", "Draft")._default_manager.filter(org__in=sorted(orgs))  # noqa: SLF001 - Django's own name for the manager of any model
    found = drafts.values("org", "period").annotate(at=Max("recorded_at")).order_by("-at", "org", "period")
    return [(row["at"], row["org"], row["period"]) for row in found]
