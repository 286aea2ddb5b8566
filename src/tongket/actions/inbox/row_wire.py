"""Rows as JSON and back: what the reading process answers, so that nothing it says can run in the asking process."""

import json
from collections.abc import Iterable
from dataclasses import astuple, fields
from decimal import Decimal, InvalidOperation
from typing import Any

from tongket.terms.tables import ROWS, Row

_BY_NAME = {row_type.__name__: row_type for row_type in ROWS}


def rows_to_json(rows: Iterable[Row]) -> bytes:
    """Write rows; a number keeps its last digit, since ids are made out of it."""
    told = [[type(row).__name__, *(_written(value) for value in astuple(row))] for row in rows]
    return json.dumps(told).encode("ascii")


def rows_from_json(told: bytes) -> list[Row]:
    """Read rows.

    Raises:
        ValueError: It is no writing of rows.
    """
    try:
        return [_row(name, values) for name, *values in json.loads(told)]
    except (TypeError, KeyError, ValueError, InvalidOperation) as error:
        message = f"no rows: {error}"
        raise ValueError(message) from error


def _row(name: str, values: list[Any]) -> Row:
    row_type = _BY_NAME[name]
    read = [_read(value) for value in values]
    for column, value in zip(fields(row_type), read, strict=True):
        if not isinstance(value, column.type if isinstance(column.type, type) else Decimal | None):
            message = f"{name}.{column.name}: {value!r}"
            raise TypeError(message)
    return row_type(*read)


def _written(value: object) -> object:
    return {"decimal": str(value)} if isinstance(value, Decimal) else value


def _read(value: Any) -> Any:  # noqa: ANN401 - a value of JSON
    return Decimal(value["decimal"]) if isinstance(value, dict) else value
