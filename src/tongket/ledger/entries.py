"""Add rows, ask for rows: between the frozen rows of `terms/tables.py` and the tables of the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, fields
from typing import TypeVar

from django.apps import apps
from django.db.models import Model

from tongket.terms.tables import Row

AnyRow = TypeVar("AnyRow", bound=Row)

# SQLite's default limit of variables in one statement is 32,766; no row has more than 20 columns.
_AT_ONCE = 1000


def add(rows: Iterable[Row]) -> None:
    """Add rows; one whose id is there already says the same and is passed over."""
    by_type: dict[type[Row], list[Row]] = {}
    for row in rows:
        by_type.setdefault(type(row), []).append(row)
    for row_type, group in by_type.items():
        model = _model(row_type)
        model._default_manager.bulk_create(  # noqa: SLF001 - Django's own name for the manager of any model
            [model(*astuple(row)) for row in group], batch_size=_AT_ONCE, ignore_conflicts=True
        )


def rows_of(row_type: type[AnyRow], **equal: str | Sequence[str]) -> list[AnyRow]:
    """Return the rows of one table, in the order of their ids.

    Args:
        row_type: Which table.
        equal: Column by what it must be; one of several where a list of texts is given.
    """
    lists = {name: sorted(set(value)) for name, value in equal.items() if not isinstance(value, str)}
    single = {name: value for name, value in equal.items() if isinstance(value, str)}
    if not lists:
        return _found(row_type, single)
    (name, values), *others = lists.items()
    asked = single | {f"{other}__in": several for other, several in others}
    pieces = (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
    found = [row for piece in pieces for row in _found(row_type, asked | {f"{name}__in": piece})]
    return sorted(found, key=lambda row: row.id)


def starting_with(row_type: type[AnyRow], start: str) -> list[AnyRow]:
    """Return the rows whose id begins with `start`, in the order of their ids."""
    return _found(row_type, {"pk__startswith": start})


def _found(row_type: type[AnyRow], asked: Mapping[str, object]) -> list[AnyRow]:
    columns = [column.name for column in fields(row_type)]
    found = _model(row_type)._default_manager.filter(**asked).order_by("pk")  # noqa: SLF001 - as above
    return [row_type(*values) for values in found.values_list(*columns)]


def _model(row_type: type[AnyRow]) -> type[Model]:
    return apps.get_model("ledger", row_type.__name__.removesuffix("Row"))
