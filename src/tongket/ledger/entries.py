"""Add rows, ask for rows: between the frozen rows of `terms/tables.py` and the tables of the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import TypeVar

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model

from tongket.ledger.moments import last_moment, take_moment, write_alone
from tongket.ledger.org_facts import OrgFacts, check_facts, facts_of
from tongket.terms.errors import TongketError
from tongket.terms.tables import (
    CorrectionRow,
    ExcuseRow,
    OrgChangeRow,
    OrgRow,
    OrgShareRow,
    Row,
    WithdrawalRow,
)

AnyRow = TypeVar("AnyRow", bound=Row)

# SQLite's default limit of variables in one statement is 32,766; no row has more than 21 columns.
_AT_ONCE = 1000
_OF_THE_MAP = frozenset({OrgRow, OrgChangeRow, OrgShareRow, WithdrawalRow})
# Of these each entry is replaced by one other at most (`model.replaced_once`).
_IN_CHAINS = frozenset({OrgRow, OrgChangeRow, CorrectionRow, ExcuseRow})


def add(rows: Iterable[Row], *, at: datetime) -> None:
    """Add rows, all or none; one whose id is there already says the same and is passed over.

    Args:
        rows: Of any tables.
        at: When they were recorded, by the caller's clock, with its time zone; where something was recorded at that
            time or later, right after that (`moments.py`).

    Raises:
        TongketError: `at` has no time zone; a row replaces an entry that another has replaced; with rows about
            orgs, the whole map could no longer be true (`terms.org_history.check_history`).
    """
    if at.tzinfo is None:
        message = f"Thời điểm ghi sổ {at} không có múi giờ. Hãy đưa thời điểm có múi giờ, ví dụ theo UTC."
        raise TongketError(message)
    by_type: dict[type[Row], dict[str, Row]] = {}
    for row in rows:
        by_type.setdefault(type(row), {})[str(_kept(row.id))] = row
    with transaction.atomic():
        write_alone()
        fresh = {row_type: _fresh(row_type, group) for row_type, group in by_type.items()}
        if any(fresh.values()):
            moment = take_moment(at)
            for row_type, group in fresh.items():
                _insert(row_type, group, moment)
        # Two changes, each possible alone, may be impossible together.
        if not _OF_THE_MAP.isdisjoint(by_type):
            check_facts(org_facts())


def add_to(known: datetime | None, rows: Iterable[Row], *, at: datetime) -> bool:
    """Add rows that rest on all that was known, but only while nothing else has been added since.

    Args:
        known: The last moment when what they rest on was asked for (`moments.last_moment`).
        rows: As in `add`.
        at: As in `add`.

    Returns:
        Whether they were added; where not, the caller has to ask again.
    """
    with transaction.atomic():
        write_alone()
        if last_moment() != known:
            return False
        add(rows, at=at)
    return True


def rows_of(row_type: type[AnyRow], *, known_at: datetime | None = None, **equal: str | Sequence[str]) -> list[AnyRow]:
    """Return the rows of one table, in the order of their ids.

    Args:
        row_type: Which table.
        known_at: Only what was recorded by then; None for everything.
        equal: Column by what it must be; one of several where a list of texts is given.
    """
    lists = {name: sorted(set(value)) for name, value in equal.items() if not isinstance(value, str)}
    asked: dict[str, object] = {name: value for name, value in equal.items() if isinstance(value, str)}
    if known_at is not None:
        asked["recorded_at__lte"] = known_at
    if not lists:
        return _found(row_type, asked)
    (name, values), *others = lists.items()
    asked |= {f"{other}__in": several for other, several in others}
    pieces = (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
    found = [row for piece in pieces for row in _found(row_type, asked | {f"{name}__in": piece})]
    return sorted(found, key=lambda row: row.id)


def recorded(row_type: type[AnyRow], known_at: datetime | None = None, **equal: str) -> list[tuple[datetime, AnyRow]]:
    """Return the rows of one table with when they were recorded, the first one first; arguments as in `rows_of`."""
    found = _model(row_type)._default_manager.filter(**equal).order_by("recorded_at", "pk")  # noqa: SLF001 - as above
    known = found if known_at is None else found.filter(recorded_at__lte=known_at)
    return [(at, row_type(*values)) for at, *values in known.values_list("recorded_at", *_columns(row_type))]


def starting_with(row_type: type[AnyRow], start: str) -> list[AnyRow]:
    """Return the rows whose id begins with `start`, in the order of their ids."""
    return _found(row_type, {"pk__startswith": start})


def org_facts(known_at: datetime | None = None) -> OrgFacts:
    """Return the rows of facts and the changes that hold, as known at a moment; None for now."""
    return facts_of(
        rows_of(OrgRow, known_at=known_at),
        rows_of(OrgChangeRow, known_at=known_at),
        rows_of(OrgShareRow, known_at=known_at),
        rows_of(WithdrawalRow, known_at=known_at),
    )


def _fresh(row_type: type[Row], rows: Mapping[str, Row]) -> list[Row]:
    """Return the rows that are not there yet."""
    ids = list(rows)
    pieces = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
    asked = _model(row_type)._default_manager  # noqa: SLF001 - Django's own name for the manager of any model
    known = {name for piece in pieces for name in asked.filter(pk__in=piece).values_list("pk", flat=True)}
    return [row for name, row in rows.items() if name not in known]


def _insert(row_type: type[Row], rows: Sequence[Row], at: datetime) -> None:
    manager = _model(row_type)._default_manager  # noqa: SLF001 - as above
    values_of = attrgetter(*_columns(row_type))
    entries = [_model(row_type)(at, *map(_kept, values_of(row))) for row in rows]
    if row_type not in _IN_CHAINS:
        manager.bulk_create(entries, batch_size=_AT_ONCE, ignore_conflicts=True)
        return
    try:
        with transaction.atomic():
            manager.bulk_create(entries, batch_size=_AT_ONCE)
    except IntegrityError as error:
        message = (
            "Một mục vừa được người khác thay trước. Hãy mở lại để xem mục đang có hiệu lực rồi sửa trên mục đó "
            f"({error})."
        )
        raise TongketError(message) from error


def _kept(value: object) -> object:
    """Return what is kept of a value: PostgreSQL's texts cannot hold the character NUL, so on both it is `\ufffd`."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value


def _found(row_type: type[AnyRow], asked: Mapping[str, object]) -> list[AnyRow]:
    found = _model(row_type)._default_manager.filter(**asked)  # noqa: SLF001 - as above
    # Ordered here: a PostgreSQL server orders texts by its own locale.
    return sorted((row_type(*values) for values in found.values_list(*_columns(row_type))), key=lambda row: row.id)


def _columns(row_type: type[AnyRow]) -> list[str]:
    return [column.name for column in fields(row_type)]


def _model(row_type: type[AnyRow]) -> type[Model]:
    return apps.get_model("ledger", row_type.__name__.removesuffix("Row"))
