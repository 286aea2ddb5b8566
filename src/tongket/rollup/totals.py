"""Totals over orgs, one Ibis expression a question.

Bounds are added with bounds: one open part opens the total on its side, approx and conflict are contagious.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import ibis
import pyarrow as pa

from tongket.rollup.cells import Cell
from tongket.rollup.engines import run
from tongket.terms.quantity import Quantity, rounded

# Six decimals keep every share and amount that reports give; 32 digits before them no count reaches.
_PLACES = 6
_NUMBER = pa.decimal128(38, _PLACES)
_CELLS = pa.schema(
    [
        ("indicator", pa.string()),
        ("org", pa.string()),
        ("low", _NUMBER),
        ("high", _NUMBER),
        ("approx", pa.bool_()),
        ("conflict", pa.bool_()),
    ]
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total over orgs: its bounds and how many orgs it rests on."""

    indicator: str
    quantity: Quantity
    conflict: bool
    rests_on: int


@dataclass(frozen=True, slots=True)
class PercentSums:
    """Part and base of a percent, added over the orgs that gave both."""

    part: Quantity
    base: Quantity
    conflict: bool
    orgs: tuple[str, ...]


def sums(cells: Iterable[Cell]) -> dict[str, Sum]:
    """Return the total of every indicator that at least one org gave, by indicator id."""
    return {row["indicator"]: _sum(row) for row in run(summed(ibis.memtable(_table(cells))))}


def summed(cells: ibis.Table) -> ibis.Table:
    """Return the expression for totals by indicator, of a table of cells."""
    return cells.group_by("indicator").agg(
        low=ibis.cases((cells.low.isnull().any(), ibis.null()), else_=cells.low.sum()),
        high=ibis.cases((cells.high.isnull().any(), ibis.null()), else_=cells.high.sum()),
        approx=cells.approx.any(),
        conflict=cells.conflict.any(),
        rests_on=cells.org.nunique(),
    )


def percent_sums(parts: Sequence[Cell], bases: Sequence[Cell]) -> PercentSums | None:
    """Add part and base over the orgs that gave both; None where no org did."""
    if not parts or not bases:
        return None
    both = paired(ibis.memtable(_table(parts)), ibis.memtable(_table(bases)))
    rows = run(both)
    orgs = tuple(sorted(row["org"] for row in rows))
    if not orgs:
        return None
    part = sums(cell for cell in parts if cell.org in orgs)[parts[0].indicator]
    base = sums(cell for cell in bases if cell.org in orgs)[bases[0].indicator]
    return PercentSums(part.quantity, base.quantity, part.conflict or base.conflict, orgs)


def paired(parts: ibis.Table, bases: ibis.Table) -> ibis.Table:
    """Return the expression for the orgs that gave both the part and the base of a percent."""
    return parts.semi_join(bases, "org").select("org").distinct().order_by("org")


def share_of(part: Quantity, base: Quantity) -> Quantity | None:
    """Return `part` as a percent of `base`, with bounds; None where the base may be nothing or is open both ways."""
    if base.low is not None and base.low <= 0:
        return None
    low = None if part.low is None or base.high is None else part.low * 100 / base.high
    high = None if part.high is None or base.low is None else part.high * 100 / base.low
    return None if low is None and high is None else Quantity(low, high, part.approx or base.approx)


def _table(cells: Iterable[Cell]) -> pa.Table:
    rows = [
        {
            "indicator": cell.indicator,
            "org": cell.org,
            "low": _fitted(cell.quantity.low),
            "high": _fitted(cell.quantity.high),
            "approx": cell.quantity.approx,
            "conflict": cell.conflict,
        }
        for cell in cells
    ]
    return pa.Table.from_pylist(rows, schema=_CELLS)


def _fitted(value: Decimal | None) -> Decimal | None:
    return None if value is None else rounded(value, _PLACES)


def _sum(row: dict[str, object]) -> Sum:
    low, high = (_plain(row["low"]), _plain(row["high"]))
    return Sum(
        str(row["indicator"]),
        Quantity(low, high, bool(row["approx"])),
        bool(row["conflict"]),
        int(str(row["rests_on"])),
    )


def _plain(value: object) -> Decimal | None:
    """Take the zeros behind the decimal mark away that the column's type put there."""
    if value is None:
        return None
    number = Decimal(str(value))
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()
