"""How many records readings have, and on how many a person has spoken; counted by the database."""

from collections import Counter
from collections.abc import Sequence

from django.db.models import Count

from tongket.ledger.models.award import Award
from tongket.ledger.models.directive import Directive
from tongket.ledger.models.event import Event
from tongket.ledger.models.figure import Figure
from tongket.ledger.models.official import Official
from tongket.ledger.models.statement import Statement
from tongket.ledger.models.verdict import Verdict

_RECORDS = (Figure, Statement, Event, Directive, Official, Award)


def count_records(readings: Sequence[str]) -> Counter[str]:
    """Return how many records each of some readings has, by document id."""
    found: Counter[str] = Counter()
    for model in _RECORDS:
        rows = model._default_manager.filter(reading__in=readings).values_list("document")  # noqa: SLF001 - Django's own name
        found.update(dict(rows.annotate(number=Count("pk")).order_by()))
    return found


def count_judged(documents: Sequence[str]) -> Counter[str]:
    """Return on how many records of each of some documents a person has ever spoken, by document id."""
    rows = Verdict.objects.filter(document__in=documents).values_list("document")
    return Counter(dict(rows.annotate(number=Count("entry", distinct=True)).order_by()))
