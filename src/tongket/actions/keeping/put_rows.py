"""Put many rows into new tables quickly: what slows each row down is laid aside, and made once for all at the end."""

from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from django.db import connection
from django.db.models import (
    AutoField,
    BigIntegerField,
    BinaryField,
    BooleanField,
    CharField,
    DateTimeField,
    Field,
    TextField,
)

from tongket.actions.keeping.kept_tables import KeptTable, in_database
from tongket.ledger.exact_decimal import ExactDecimalField

Put = Callable[[Iterable[list[Any]]], None]
"""Puts rows in whose values came out of JSON (`written_lines.py`); it may change the lists."""

_AS_THEY_ARE = (AutoField, BigIntegerField, BooleanField, CharField, TextField)
# Moments and decimals come again and again: a document's rows have one moment.
_REMEMBERED = 4096
_SQLITE_PAGES = 64 * 1024
_SERVER_MEMORY = "256MB"


@contextmanager
def laid_aside(tables: Sequence[KeptTable], told: Callable[[int, int], None]) -> Iterator[None]:
    """Take away what watches over each new row of tables, and make it again at the end: indexes, on SQLite triggers.

    It stands in a transaction: where that fails all is as it was. Making an index that forbids two alike tells of
    them.

    Args:
        tables: Without rows.
        told: Called with how many were made again, and how many there are.

    Raises:
        IntegrityError: An index forbids what the rows are.
    """
    names = [table.in_database for table in tables]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SET LOCAL maintenance_work_mem = '{_SERVER_MEMORY}'")
            cursor.execute(_INDEXES, [names])
        else:
            cursor.execute(f"PRAGMA cache_size = -{_SQLITE_PAGES}")
            cursor.execute(_INDEXES_AND_TRIGGERS.format(", ".join(["%s"] * len(names))), names)
        aside = cursor.fetchall()
        for kind, name, _ in aside:
            cursor.execute(f"DROP {kind} {connection.ops.quote_name(name)}")
        yield
        for number, (_, _, made) in enumerate(aside, 1):
            cursor.execute(made)
            told(number, len(aside))


# Not those of keys, which belong to their constraints.
_INDEXES = """
SELECT 'INDEX', name.relname, pg_get_indexdef(held.indexrelid) FROM pg_index AS held
JOIN pg_class AS name ON name.oid = held.indexrelid JOIN pg_class AS its ON its.oid = held.indrelid
WHERE its.relname = ANY(%s) AND its.relnamespace = current_schema()::regnamespace
AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = held.indexrelid) ORDER BY 2
"""
_INDEXES_AND_TRIGGERS = """
SELECT type, name, sql FROM sqlite_master
WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name IN ({}) ORDER BY 1, 2
"""


@contextmanager
def putting(table: KeptTable, names: Sequence[str]) -> Iterator[Put]:
    """Let rows be put into a table.

    Args:
        table: Which.
        names: Of the columns in the order of the values; what is not named gets what a new row has there.
    """
    fields = table.columns
    others = [field for name, field in fields.items() if name not in names]
    makers = [(place, made) for place, name in enumerate(names) if (made := _reader(fields[name])) is not None]
    usual = [field.get_db_prep_save(field.get_default(), connection) for field in others]
    columns = ", ".join(in_database(field) for field in (*(fields[name] for name in names), *others))
    into = f"{connection.ops.quote_name(table.in_database)} ({columns})"
    ready = partial(_ready, len(names), makers, usual)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                yield lambda rows: _all(copy.write_row, map(ready, rows))
            return
        places = ", ".join(["%s"] * len(fields))
        statement = f"INSERT INTO {into} VALUES ({places})"  # noqa: S608 - names of tables of ours
        yield lambda rows: cursor.executemany(statement, [ready(row) for row in rows])


def _all(write: Callable[[Sequence[Any]], None], rows: Iterable[Sequence[Any]]) -> None:
    for row in rows:
        write(row)


def _ready(
    count: int, makers: Sequence[tuple[int, Callable[[Any], Any]]], usual: list[Any], row: list[Any]
) -> list[Any]:
    """Turn the JSON of a row into what the database takes."""
    if len(row) != count:
        message = f"một dòng có {len(row)} cột, lẽ ra {count}"
        raise ValueError(message)
    for place, made in makers:
        if row[place] is not None:
            row[place] = made(row[place])
    return row + usual if usual else row


def _reader(field: "Field[Any, Any]") -> Callable[[Any], Any] | None:
    """Return what turns the JSON of a column into what the database takes; None where it takes it as it is."""
    kept = partial(field.get_db_prep_save, connection=connection)
    if isinstance(field, ExactDecimalField):
        return lru_cache(_REMEMBERED)(lambda text: kept(Decimal(text)))
    if isinstance(field, DateTimeField):
        return lru_cache(_REMEMBERED)(lambda text: kept(datetime.fromisoformat(text)))
    if isinstance(field, BinaryField):
        return lambda text: kept(b64decode(text))
    if isinstance(field, _AS_THEY_ARE):
        return None
    return lambda value: kept(field.to_python(value))
