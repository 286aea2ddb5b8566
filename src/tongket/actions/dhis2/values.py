"""The values of a `dataValueSets` file, each with its place in the text.

The form is that of DHIS2's Web API ("Data values"): an object with `dataValues`, each value with `dataElement`,
`period`, `orgUnit`, `categoryOptionCombo`, `attributeOptionCombo`, `value`, `comment`, `followup`; `period` and
`orgUnit` may stand once for all. Id schemes in the file hold before anything else.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tongket.terms.finding import Finding, Severity
from tongket.terms.span import Span

_DECODER = json.JSONDecoder()
_UID = "uid"
# White space of JSON (RFC 8259, section 2).
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class DataValue:
    """One value as the file tells it; texts are empty where not told.

    Attributes:
        span: Of the whole object in the text.
        told: Of what it says as its value, quotes left out; the whole object where it says none.
        element: Id of the data element.
        their_org: Id of the org unit.
        period: Code of the period.
        category: Id of the category option combo.
        attribute: Id of the attribute option combo.
        value: As written.
        comment: As written.
        deleted: Whether DHIS2 says that it no longer holds.
    """

    span: Span
    told: Span
    element: str
    their_org: str
    period: str
    category: str
    attribute: str
    value: str
    comment: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class Schemes:
    """What the ids of a file are: `uid`, `code`, `name` or another word of DHIS2, for data elements and org units."""

    element: str = _UID
    their_org: str = _UID


@dataclass(frozen=True, slots=True)
class DataValueSet:
    """What a file tells: its values, the schemes of its ids, the day of completion, and what is wrong with it."""

    values: tuple[DataValue, ...]
    schemes: Schemes
    data_set: str
    complete: str
    findings: tuple[Finding, ...]


def is_value_set(text: str) -> bool:
    """Tell whether a text is a `dataValueSets` file."""
    start = text.lstrip("\ufeff \t\r\n")
    return start.startswith("{") and '"dataValues"' in text


def read_values(text: str) -> DataValueSet:
    """Read a `dataValueSets` file; what is broken in it is a finding, and what can be read of it is read."""
    try:
        head, values = _whole(text)
    except (ValueError, RecursionError) as error:
        message = f"Tệp JSON của DHIS2 không đọc được: {error}. Hãy xuất lại tệp."
        return DataValueSet((), Schemes(), "", "", (Finding("EXCHANGE-BROKEN", Severity.ERROR, message),))
    found, findings = [], []
    for place, (start, end) in enumerate(values, 1):
        told = json.loads(text[start:end])
        if isinstance(told, dict):
            found.append(_value(text, Span(start, end), head | told))
        else:
            message = f"Giá trị thứ {place} trong dataValues không phải là một đối tượng JSON: bỏ qua."
            findings.append(Finding("EXCHANGE-BROKEN", Severity.WARNING, message, Span(start, end)))
    return DataValueSet(
        tuple(found), _schemes(head), _text(head, "dataSet"), _text(head, "completeDate")[:10], tuple(findings)
    )


def _whole(text: str) -> tuple[dict[str, object], list[tuple[int, int]]]:
    """Return what the file says of all values, and where each of them stands.

    Raises:
        ValueError: It is no JSON, or not of this form.
    """
    start = _past_space(text, 1 if text.startswith("\ufeff") else 0)
    head: dict[str, object] = {}
    values: list[tuple[int, int]] = []
    for name, at, end in _members(text, start):
        if name == "dataValues" and text[at] == "[":
            values = list(_items(text, at))
        else:
            head[name] = json.loads(text[at:end])
    return head, values


def _members(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Yield the members of the object that starts at `at`: name, start and end of the value."""
    _expect(text, at, "{")
    at = _past_space(text, at + 1)
    while text[at : at + 1] != "}":
        name, end = _DECODER.raw_decode(text, at)
        at = _past_space(text, end)
        _expect(text, at, ":")
        at = _past_space(text, at + 1)
        _, end = _DECODER.raw_decode(text, at)
        yield str(name), at, end
        at = _next(text, end, "}")


def _items(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of the items of the list that starts at `at`."""
    at = _past_space(text, at + 1)
    while text[at : at + 1] != "]":
        _, end = _DECODER.raw_decode(text, at)
        yield at, end
        at = _next(text, end, "]")


def _next(text: str, end: int, closing: str) -> int:
    at = _past_space(text, end)
    if text[at : at + 1] == closing:
        return at
    _expect(text, at, ",")
    return _past_space(text, at + 1)


def _expect(text: str, at: int, sign: str) -> None:
    if text[at : at + 1] != sign:
        message = f"cần dấu “{sign}” ở vị trí {at}"
        raise ValueError(message)


def _past_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _value(text: str, span: Span, told: Mapping[str, object]) -> DataValue:
    places = {name: (start, end) for name, start, end in _members(text, span.start)}
    start, end = places.get("value", span)
    quoted = text[start] == '"'
    # A bare number is taken as it is written: through binary arithmetic 0.1 would no longer be 0.1.
    value = _text(told, "value") if quoted or "value" not in places else text[start:end]
    return DataValue(
        span,
        Span(start + quoted, end - quoted),
        _text(told, "dataElement"),
        _text(told, "orgUnit"),
        _text(told, "period"),
        _text(told, "categoryOptionCombo"),
        _text(told, "attributeOptionCombo"),
        value,
        _text(told, "comment"),
        told.get("deleted") is True,
    )


def _text(told: Mapping[str, object], name: str) -> str:
    value = told.get(name)
    if isinstance(value, bool) or value is None or isinstance(value, dict | list):
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _schemes(head: Mapping[str, object]) -> Schemes:
    whole = _text(head, "idScheme") or _UID
    element, their_org = _text(head, "dataElementIdScheme"), _text(head, "orgUnitIdScheme")
    return Schemes((element or whole).lower(), (their_org or whole).lower())
