"""The rows of a DHIS2 `dataValueSets` file: each value a figure with its place in the file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tongket.actions.dhis2.bounds import quantity_of
from tongket.actions.dhis2.observed import EXCHANGE
from tongket.actions.dhis2.values import DataValue, DataValueSet, read_values
from tongket.actions.entries import rows_of_reading
from tongket.terms.document import Document, Line, LineKind, Origin
from tongket.terms.finding import Finding, Severity
from tongket.terms.records import Figure, FigureKind, Reading
from tongket.terms.tables import Row

_NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,18})?(?:[eE][+-]?\d{1,2})?")
# The most digits before the point that the ledger's totals hold exactly.
_BEYOND = Decimal(10) ** 18


def rows_of_values(document: Document, size: int, plain: Reading, replaces: str) -> list[Row]:
    """Return every row of a file of values.

    Args:
        document: The file as text.
        size: Of the file in bytes.
        plain: Its reading as text.
        replaces: Id of the reading this one takes the place of.
    """
    values = read_values(document.text)
    lines = tuple(
        Line(value.span, LineKind.CELL, origin=Origin(table=1, row=place, column=1))
        for place, value in enumerate(values.values, 1)
    )
    told = [(value, _number(value.value)) for value in values.values]
    reading = replace(
        plain,
        events=(),
        officials=(),
        directives=(),
        statements=(),
        awards=(),
        figures=tuple(_figure(value, number) for value, number in told if number is not None),
        findings=(*document.findings, *values.findings, *_findings(values)),
        reader=plain.reader + EXCHANGE,
    )
    return rows_of_reading(replace(document, lines=lines), size, reading, replaces)


def _number(written: str) -> Decimal | None:
    number = Decimal(written) if _NUMBER.fullmatch(written.strip()) else None
    return number if number is not None and abs(number) < _BEYOND else None


def _figure(value: DataValue, number: Decimal) -> Figure:
    quantity, _ = quantity_of(number, value.comment)
    return Figure(FigureKind.COUNT, quantity, value.told)


def _findings(values: DataValueSet) -> Iterator[Finding]:
    for value in values.values:
        number = _number(value.value)
        if number is None:
            message = f"Giá trị “{value.value}” của “{value.element}” không phải là số: không được cộng."
            yield Finding("VALUE-NOT-NUMBER", Severity.WARNING, message, value.told)
        elif quantity_of(number, value.comment)[1]:
            message = f"Ghi chú “{value.comment}” không còn khớp với giá trị {value.value}: lấy giá trị, bỏ cận cũ."
            yield Finding("BOUND-VOID", Severity.WARNING, message, value.told)
