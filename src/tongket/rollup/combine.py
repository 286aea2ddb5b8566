"""Several tellings of one figure: they agree within their rounding, or they are a conflict that nobody settles here.

`docs/decisions/0007-conflicts-in-totals.md` tells why a conflict enters a total with the bounds of all its tellings.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.terms.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Combined:
    """What several tellings come to; `conflict` where no single number fits all of them."""

    quantity: Quantity
    conflict: bool = False


def combine(told: Sequence[Quantity]) -> Combined:
    """Return the tightest bounds that all tellings leave, or the widest that any of them has where they conflict.

    Order and repetition change nothing: 27.284, "gần 27.300" and "hơn 27.000" are 27.284 in any order.

    Args:
        told: At least one telling.
    """
    if len(told) == 1 and _in_order(told[0]):
        return Combined(told[0])
    if _reaches_meet(told):
        # A number that a document calls rough says nothing where another gives it for sure.
        sure = [quantity for quantity in told if not quantity.approx]
        return Combined(_met(sure) if sure else _widest(told))
    return Combined(_widest(told), conflict=True)


def _in_order(quantity: Quantity) -> bool:
    return quantity.low is None or quantity.high is None or quantity.low <= quantity.high


def reach(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Return between which numbers a telling can lie, by how people round.

    "gần 27.300" lies less than one step of its last digit that is not zero below, "hơn 27.000" above it; a rough
    number half a step on both sides. Only whether tellings agree rests on this, never a total.
    """
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return Decimal("-Infinity"), Decimal("Infinity")
    if low is None or high is None:
        known = high if low is None else low
        assert known is not None  # noqa: S101 - one of the two is told, as the line above has seen
        return (known - _step(known), known) if low is None else (known, known + _step(known))
    slack = Decimal("0.5") if quantity.approx else Decimal(0)
    return low - slack * _step(low), high + slack * _step(high)


def _step(value: Decimal) -> Decimal:
    """Return the place value of the last digit that is not zero: 27.300 → 100, 449.000 → 1.000, 12,5 → 0,1."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _reaches_meet(told: Iterable[Quantity]) -> bool:
    # On a line, stretches that meet two by two all meet in one place (Helly), so the ends are enough.
    reaches = [reach(quantity) for quantity in told]
    return max(low for low, _ in reaches) <= min(high for _, high in reaches)


def _met(told: Sequence[Quantity]) -> Quantity:
    lows = [quantity.low for quantity in told if quantity.low is not None]
    highs = [quantity.high for quantity in told if quantity.high is not None]
    return Quantity(max(lows, default=None), min(highs, default=None))


def _widest(told: Sequence[Quantity]) -> Quantity:
    lows = [quantity.low for quantity in told]
    highs = [quantity.high for quantity in told]
    return Quantity(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
        any(quantity.approx for quantity in told),
    )
