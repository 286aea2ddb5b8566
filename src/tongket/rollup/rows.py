"""Plain rows into Arrow tables with the columns of `terms.columns`, and numbers made to fit without becoming untrue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tongket.terms.columns import (
    NUMBER_DIGITS,
    NUMBER_PLACES,
    SHARE_DIGITS,
    SHARE_PLACES,
    Column,
    ColumnType,
)
from tongket.terms.quantity import Quantity

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ARROW: Mapping[ColumnType, pa.DataType] = MappingProxyType(
    {
        ColumnType.TEXT: pa.string(),
        ColumnType.DAY: pa.date32(),
        ColumnType.NUMBER: pa.decimal128(NUMBER_DIGITS, NUMBER_PLACES),
        ColumnType.SHARE: pa.decimal128(SHARE_DIGITS, SHARE_PLACES),
        ColumnType.YEAR: pa.int16(),
        ColumnType.STEPS: pa.int16(),
        ColumnType.VERSION: pa.int32(),
        ColumnType.FLAG: pa.bool_(),
    }
)
"""The Arrow type of every type of column."""

_STEP = Decimal(1).scaleb(-NUMBER_PLACES)
_MOST = Decimal(10) ** (NUMBER_DIGITS - NUMBER_PLACES) - _STEP


def schema(columns: Iterable[Column]) -> pa.Schema:
    """Return the Arrow schema of a table."""
    return pa.schema([pa.field(column.name, ARROW[column.type], nullable=column.open) for column in columns])


def table(columns: Sequence[Column], rows: "Iterable[Mapping[str, Any] | DataclassInstance]") -> pa.Table:
    """Return rows as a table; a row is a mapping or a dataclass with the names of the columns, and may have more."""
    plain = [row if isinstance(row, Mapping) else asdict(row) for row in rows]
    return pa.Table.from_pylist([{each.name: row[each.name] for each in columns} for row in plain], schema(columns))


def fitted(quantity: Quantity) -> Quantity:
    """Return a quantity whose bounds fit a column of numbers, never tighter than it was.

    A bound with more places moves outward by less than the last one kept; beyond 15 digits before the mark the number
    is open on that side and bounded by the largest one that fits on the other.
    """
    low, high = quantity.low, quantity.high
    return Quantity(
        None if low is None or low < -_MOST else min(low.quantize(_STEP, ROUND_FLOOR), _MOST),
        None if high is None or high > _MOST else max(high.quantize(_STEP, ROUND_CEILING), -_MOST),
        quantity.approx,
    )


def plain(value: Decimal | None) -> Decimal | None:
    """Return a number of an answer without the zeros behind the mark that its column put there."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
