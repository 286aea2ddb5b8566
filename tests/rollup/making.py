"""Tables for tests, written short: what an org gave, where it counts."""

from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from tongket.rollup.rows import table
from tongket.terms.columns import CHOSEN, WAYS, Certainty
from tongket.terms.period import Period

Bound = str | int | Decimal | None


def number(written: Bound) -> Decimal | None:
    """Return a bound as a decimal."""
    return None if written is None else Decimal(written)


def gave(
    org: str, version: int, low: Bound, high: Bound = "same", *, of: str = "lop", asked: str = "2024", **more: object
) -> dict[str, Any]:
    """Return a row of `CHOSEN`: one number, or two bounds; `more` are columns, `period` that of the row."""
    period = Period.parse(str(more.pop("period", asked)))
    both = (number(low), number(low if high == "same" else high))
    row = {"indicator": of, "org": org, "version": version, "first": period.first, "last": period.last}
    row |= {"year": period.last.year, "low": both[0], "high": both[1], "approx": False, "conflict": False}
    return {**row, "asked": asked, **more}


def way(version: int, ancestor: str = "tinh", share: Bound = 1, steps: int = 1, level: str = "tỉnh") -> dict[str, Any]:
    """Return a row of `WAYS`; a share of None is not derivable."""
    part = number(share)
    certainty = Certainty.NOT_DERIVABLE if part is None else Certainty.EXACT if part == 1 else Certainty.APPORTIONED
    basis = "dân số" if certainty is Certainty.APPORTIONED else ""
    where = {"version": version, "ancestor": ancestor, "level": level, "steps": steps}
    return {**where, "share": part, "certainty": certainty.value, "basis": basis}


def cells(*rows: dict[str, Any]) -> pa.Table:
    """Return rows as a table of cells."""
    return table(CHOSEN, rows)


def ways(*rows: dict[str, Any]) -> pa.Table:
    """Return rows as a table of ways."""
    return table(WAYS, rows)


def day(written: str) -> date:
    """Return an ISO day."""
    return date.fromisoformat(written)
