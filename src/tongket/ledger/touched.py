"""What was recorded since a moment, as far as it changes what a roll-up says: of which orgs it speaks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Manager, Model

# What is about one document, an excuse or the map; nothing else enters a roll-up.
_OF_DOCUMENTS = ("Reading", "Attribution", "Observation", "Correction")
_OF_EVERYTHING = ("Profile", "Org", "OrgChange", "OrgShare")
TABLES = (*_OF_DOCUMENTS, *_OF_EVERYTHING, "Excuse", "Withdrawal")
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry that was recorded: table and id, and what it is about: a document, an org or another entry."""

    table: str
    id: str
    about: str


def recorded_since(moment: datetime) -> list[Recorded]:
    """Return what was recorded after a moment."""
    found = []
    for table in TABLES:
        about = {"Excuse": "org", "Withdrawal": "entry"}.get(table, "document" if table in _OF_DOCUMENTS else "id")
        rows = _entries(table).filter(recorded_at__gt=moment).values_list("pk", about)
        found += [Recorded(table, name, what) for name, what in rows]
    return found


def orgs_of(entries: Iterable[Recorded]) -> frozenset[str] | None:
    """Return the orgs of which entries speak; None where they may change what is said of any."""
    documents: set[str] = set()
    orgs: set[str] = set()
    for each in entries:
        if each.table in _OF_DOCUMENTS:
            documents.add(each.about)
        elif each.table == "Excuse":
            orgs.add(each.about)
        elif each.table == "Withdrawal":
            if each.about[:2] in {"G-", "H-", "PF"}:
                return None
            documents |= _column("Correction", "document", pk__in=[each.about])
            orgs |= _column("Excuse", "org", pk__in=[each.about])
        else:
            return None
    for piece in _pieces(sorted(documents)):
        for table in ("Attribution", "Observation", "Correction"):
            orgs |= _column(table, "org", document__in=piece)
    return frozenset(orgs)


def _column(table: str, column: str, **asked: object) -> set[str]:
    return set(_entries(table).filter(**asked).values_list(column, flat=True).distinct())


def _pieces(values: list[str]) -> Iterator[list[str]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


def _entries(table: str) -> Manager[Model]:
    manager: Manager[Model] = apps.get_model("ledger", table)._default_manager  # noqa: SLF001 - Django's own name for the manager of any model
    return manager
