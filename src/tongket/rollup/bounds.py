"""Bounds in expressions: what is open, what a share of a number is, all exact on every engine."""

from tongket.terms.columns import NUMBER_PLACES, SHARE_PLACES

import ibis  # isort: skip

SUM = f"decimal(38, {NUMBER_PLACES})"
"""The type of a sum of numbers: 38 digits is the widest decimal that DuckDB and Spark have."""
_SHARE = f"decimal(38, {SHARE_PLACES})"
PART = f"decimal(38, {NUMBER_PLACES + SHARE_PLACES})"
"""The type of a part of a number: every place of the number and of the share."""


def part_of(number: ibis.Value, share: ibis.Value) -> ibis.Value:
    """Return a share of a number to the last place; null where one of them is."""
    # Ibis tells a product the wider of its factors' types, so the share is given the digits of the sum; the engines
    # multiply exactly whatever the types say, and the cast names what they give.
    return (number.cast(SUM) * share.cast(_SHARE)).cast(PART)


def where(condition: ibis.Value, value: ibis.Value) -> ibis.Value:
    """Return the value where the condition holds, null where not."""
    return ibis.cases((condition, value), else_=ibis.null(value.type()))
