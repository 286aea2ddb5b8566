"""A page of an inbox: the newest items that fit what is asked, so that no page reads the whole ledger."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from tongket.ledger.models.attribution import Attribution
from tongket.ledger.models.finding import Finding
from tongket.ledger.models.inbox import Inbox
from tongket.ledger.models.reading import Reading
from tongket.ledger.models.telling import Telling
from tongket.terms.work import InboxRow

_COLUMNS = tuple(column.name for column in fields(InboxRow))


@dataclass(frozen=True, slots=True)
class InboxAsked:
    """Which items of an inbox; what is empty is not asked.

    Attributes:
        orgs: Whose inboxes.
        mapping: By which attributions are asked.
        failed: Ids of items whose job failed for good.
        batch: What came together.
        words: In the name of the file.
        state: `waiting`, `read`, `failed`.
        whose: Org id that the document is of; `-` for one that is not told.
        period: Of the document, as in `Period`; `-` for one that is not told.
        doubtful: Only documents with an error or a warning.
    """

    orgs: Sequence[str]
    mapping: str
    failed: Sequence[str] = ()
    batch: str = ""
    words: str = ""
    state: str = ""
    whose: str = ""
    period: str = ""
    doubtful: bool = False


def inbox_page(asked: InboxAsked, first: int, count: int) -> tuple[list[tuple[datetime, InboxRow]], int]:
    """Return a page of items with when they came, the newest first, and how many there are in all.

    Args:
        asked: Which.
        first: Place of the first, from 0.
        count: How many at most.
    """
    found = _found(asked).order_by("-recorded_at", "name", "pk")
    rows = found.values_list("recorded_at", *_COLUMNS)[first : first + count]
    return [(at, InboxRow(*values)) for at, *values in rows], found.count()


def batch_progress(orgs: Sequence[str], batch: str, failed: Sequence[str]) -> tuple[int, int, int]:
    """Return of what came in together how many are read, how many failed, and how many there are.

    Args:
        orgs: Whose inboxes.
        batch: Its name.
        failed: Ids of items whose job failed for good.
    """
    mine = Inbox.objects.filter(org__in=orgs, batch=batch)
    read = mine.filter(_is_read()).count()
    return read, mine.filter(pk__in=failed).exclude(_is_read()).count(), mine.count()


def last_batches(org: str, count: int) -> list[str]:
    """Return the batches that came into an inbox last, the newest first."""
    found = Inbox.objects.filter(org=org).order_by("-recorded_at", "-pk").values_list("batch", flat=True)
    return list(dict.fromkeys(found[: count * 100]))[:count]


def waiting_in(org: str, failed: Sequence[str]) -> int:
    """Return how many items of an inbox wait to be read."""
    return Inbox.objects.filter(org=org).exclude(pk__in=failed).exclude(_is_read()).count()


def _found(asked: InboxAsked) -> "QuerySet[Inbox]":
    found = Inbox.objects.filter(org__in=asked.orgs)
    if asked.batch:
        found = found.filter(batch=asked.batch)
    if asked.words:
        found = found.filter(name__icontains=asked.words)
    if asked.state == "failed":
        found = found.filter(pk__in=asked.failed).exclude(_is_read())
    elif asked.state:
        found = found.filter(_is_read() if asked.state == "read" else ~_is_read())
        found = found if asked.state == "read" else found.exclude(pk__in=asked.failed)
    for column, value in (("org", asked.whose), ("period", asked.period)):
        found = found.filter(_told(column, value, asked.mapping)) if value else found
    return found.filter(_is_doubtful(asked.mapping)) if asked.doubtful else found


def _is_read() -> Exists:
    return Exists(Reading.objects.filter(document=OuterRef("document")))


def _is_doubtful(mapping: str) -> Exists:
    of_document = Finding.objects.filter(document=OuterRef("document"), severity__in=("error", "warning"))
    return Exists(of_document.filter(mapping__in=("", mapping)))


def _told(column: str, value: str, mapping: str) -> Q:
    """Return the condition that a document is told to be of an org or a period: a person's word before the reader's."""
    asked = {column: "" if value == "-" else value}
    tellings = Telling.objects.filter(document=OuterRef("document"))
    last = tellings.filter(~Exists(Telling.objects.filter(replaces=OuterRef("pk"))))
    read = Attribution.objects.filter(document=OuterRef("document"), mapping=mapping)
    return Q(Exists(last.filter(**asked))) | (~Q(Exists(tellings)) & Q(Exists(read.filter(**asked))))
