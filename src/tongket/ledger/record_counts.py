"""How many records readings have, how many were judged, which are still to be attributed: told by the database."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Count, Exists, OuterRef

from tongket.ledger.models.attribution import Attribution
from tongket.ledger.models.award import Award
from tongket.ledger.models.directive import Directive
from tongket.ledger.models.document import Document
from tongket.ledger.models.event import Event
from tongket.ledger.models.figure import Figure
from tongket.ledger.models.official import Official
from tongket.ledger.models.reading import Reading
from tongket.ledger.models.statement import Statement
from tongket.ledger.models.verdict import Verdict

# As in `entries.py`: what a statement of SQLite takes.
_AT_ONCE = 1000
_RECORDS = (Figure, Statement, Event, Directive, Official, Award)


def count_records(readings: Sequence[str]) -> Counter[str]:
    """Return how many records each of some readings has, by document id."""
    found: Counter[str] = Counter()
    for model in _RECORDS:
        rows = model._default_manager.filter(reading__in=readings).values_list("document")  # noqa: SLF001 - Django's own name
        found.update(dict(rows.annotate(number=Count("pk")).order_by()))
    return found


def any_unattributed(mapping: str) -> bool:
    """Tell whether a document with text has a latest reading of which a mapping says nothing yet."""
    latest = Reading.objects.filter(~Exists(Reading.objects.filter(replaces=OuterRef("pk"))))
    told = Attribution.objects.filter(reading=OuterRef("pk"), mapping=mapping)
    readable = Document.objects.filter(pk=OuterRef("document"), readable=True)
    return latest.filter(~Exists(told), Exists(readable)).exists()


def count_judged(documents: Sequence[str]) -> Counter[str]:
    """Return on how many records of each of some documents a person has spoken, by document id."""
    rows = Verdict.objects.filter(document__in=documents).values_list("document")
    found = Counter(dict(rows.annotate(number=Count("entry", distinct=True)).order_by()))
    found.subtract(_undone(documents))
    return found


def _undone(documents: Sequence[str]) -> Counter[str]:
    """Return of how many records the last word was undone, so that nobody's stands."""
    rows = dict(Verdict.objects.filter(document__in=documents, verdict="undone").values_list("pk", "document"))
    ids = sorted(rows)
    pieces = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
    after = {name for piece in pieces for name in _replaced(piece)}
    return Counter(document for name, document in rows.items() if name not in after)


def _replaced(ids: Sequence[str]) -> Iterable[str]:
    return Verdict.objects.filter(replaces__in=ids).values_list("replaces", flat=True)
