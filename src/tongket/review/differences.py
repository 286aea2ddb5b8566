"""How a difference between two figures is written: up or down only where the bounds leave no doubt."""

from decimal import Decimal

from tongket.review.wording import UNKNOWN, bounded
from tongket.terms.quantity import Quantity, rounded
from tongket.terms.records import FigureKind

UNCLEAR = "chưa rõ tăng hay giảm"
"""Bounds that reach to both sides of nothing."""

SAME = "không đổi"
_RATE_PLACES = 1


def difference(by: Quantity, of: Quantity | None = None, kind: FigureKind = FigureKind.COUNT) -> str:
    """Write a difference: `tăng 12 (8,5%)`, `giảm từ 3 đến 8`, `tăng trên 20`, `không đổi`, `chưa rõ tăng hay giảm`.

    Args:
        by: The later figure less the earlier one; for percents in points.
        of: The earlier figure, so that a share can be told where both are exact; None for none.
        kind: What was compared.
    """
    low, high = by.low, by.high
    if low is None and high is None:
        return UNKNOWN
    if low == 0 and high == 0:
        return SAME
    if low is not None and low >= 0 and (high is None or high > 0):
        return f"tăng {_size(by, kind)}{_share(by, of, kind)}"
    if high is not None and high <= 0 and (low is None or low < 0):
        down = Quantity(-high, None if low is None else -low, by.approx)
        return f"giảm {_size(down, kind)}{_share(down, of, kind)}"
    return UNCLEAR


def _size(by: Quantity, kind: FigureKind) -> str:
    if kind is FigureKind.PERCENT:
        return f"{bounded(by, kind).replace('%', '')} điểm %"
    return bounded(by, kind, summed=True)


def _share(by: Quantity, of: Quantity | None, kind: FigureKind) -> str:
    exact = of is not None and of.low is not None and of.low == of.high and by.low is not None and by.low == by.high
    if not exact or kind is FigureKind.PERCENT or of is None or not of.low or by.low is None:
        return ""
    rate = rounded(by.low * 100 / of.low, _RATE_PLACES)
    return f" ({bounded(Quantity(rate, rate), FigureKind.PERCENT)})" if rate > Decimal(0) else ""
