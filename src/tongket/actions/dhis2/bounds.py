"""A number with bounds through a format that has none: the value is the known bound, the comment tells the bounds.

DHIS2 keeps one number a value and a free text beside it. `trên 150.000` goes out as `150000` with the comment
`trên 150.000 [tongket 150000..]`: the words for people, the brackets for us. A comment that a person wrote without
brackets says nothing of bounds, and brackets that do not fit the value any more (somebody corrected it) are void.
"""

import re
from decimal import Decimal

from tongket.terms.quantity import Quantity

_NUMBER = r"-?\d+(?:\.\d+)?"
_MARK = re.compile(rf"\[tongket (~?)({_NUMBER})?(\.\.)?({_NUMBER})?\]")


def value_of(quantity: Quantity) -> Decimal:
    """Return the number that stands for a quantity: its lower bound, or the upper where it has no lower.

    Args:
        quantity: With at least one bound.
    """
    value = quantity.high if quantity.low is None else quantity.low
    assert value is not None  # noqa: S101 - the caller's promise
    return value


def comment_of(quantity: Quantity, words: str) -> str:
    """Return the comment of a quantity that is not exact; empty for one that is.

    Args:
        quantity: To be told.
        words: The same as people write it.
    """
    if quantity.exact:
        return ""
    low, high = (None if value is None else f"{value:f}" for value in (quantity.low, quantity.high))
    inside = low if low is not None and low == high else f"{low or ''}..{high or ''}"
    return f"{words} [tongket {'~' if quantity.approx else ''}{inside}]"


def quantity_of(value: Decimal, comment: str) -> tuple[Quantity, bool]:
    """Return what a value with its comment tells, and whether the comment's bounds are void.

    Args:
        value: The number.
        comment: Of any origin.
    """
    exact = Quantity(value, value)
    match = _MARK.search(comment)
    if match is None:
        return exact, False
    rough, low, joint, high = match.groups()
    first = Decimal(low) if low else None
    told = Quantity(first, Decimal(high) if high else None if joint else first, bool(rough))
    if (told.low is None and told.high is None) or value_of(told) != value:
        return exact, True
    return told, False
