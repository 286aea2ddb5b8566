"""A number with its bounds, as reports give it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number between two bounds.

    Attributes:
        low: Smallest value it may have; None where open below ("gần 1.300").
        high: Largest value it may have; None where open above ("trên 150 nghìn").
        approx: True where the document itself calls it rough ("khoảng", "ước").
    """

    low: Decimal | None
    high: Decimal | None
    approx: bool = False

    def __add__(self, other: "Quantity") -> "Quantity":
        """Add bounds with bounds: one open part opens the sum on that side, approx is contagious."""
        return Quantity(_plus(self.low, other.low), _plus(self.high, other.high), self.approx or other.approx)

    @property
    def exact(self) -> bool:
        """Tell whether both bounds are one value and the document did not call it rough."""
        return self.low is not None and self.low == self.high and not self.approx


def rounded(value: Decimal, places: int) -> Decimal:
    """Round to so many decimals, half away from zero, as offices do."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _plus(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return None if left is None or right is None else left + right
