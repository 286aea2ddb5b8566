"""Which reports came, asked of the database alone: a board of thousands of orgs needs no more than this of each."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from tongket.ledger.models.attribution import Attribution
from tongket.ledger.models.reading import Reading
from tongket.ledger.models.telling import Telling

# In one question; SQLite takes 32,766.
_AT_ONCE = 1000


class ThatCame(NamedTuple):
    """A report that came: whose, on which period, its document and its day (ISO, empty where not told)."""

    org: str
    period: str
    document: str
    day: str


def reports_that_came(orgs: Sequence[str] | None, periods: Sequence[str], retired: str) -> list[ThatCame]:
    """Return the reports of some orgs on some periods, by their latest readings and the latest said of whose they are.

    Documents of which a person says whose they are (`TellingRow`) are left out: the words of people are few, and
    are put over what was read elsewhere.

    Args:
        orgs: Org ids; None for all.
        periods: As `Period` writes them.
        retired: What the version of the reader holds where a document tells nothing more.
    """
    found = _held(periods, retired).values_list("org", "period", "document", "day")
    pieces = [None] if orgs is None else [orgs[start : start + _AT_ONCE] for start in range(0, len(orgs), _AT_ONCE)]
    return [
        ThatCame(*row)
        for piece in pieces
        for row in (found if piece is None else found.filter(org__in=piece)).order_by().iterator(chunk_size=2000)
    ]


def did_any_come(orgs: Sequence[str] | None, periods: Sequence[str]) -> bool:
    """Tell whether any report of some orgs on some periods came; None for all orgs."""
    asked = Attribution.objects.filter(period__in=periods)
    return (asked if orgs is None else asked.filter(org__in=orgs[:_AT_ONCE])).exists()


def _held(periods: Sequence[str], retired: str) -> QuerySet[Attribution]:
    # Two questions: PostgreSQL joins each once, but of one with "or" it would ask every attribution.
    replaced = Reading.objects.filter(replaces=OuterRef("reading"))
    retired_ones = Reading.objects.filter(pk=OuterRef("reading"), reader__contains=retired)
    said_anew = Attribution.objects.filter(replaces=OuterRef("pk"))
    told = Telling.objects.filter(document=OuterRef("document"))
    return Attribution.objects.filter(period__in=periods).exclude(org="").filter(
        ~Exists(replaced), ~Exists(retired_ones), ~Exists(said_anew), ~Exists(told)
    )  # fmt: skip
