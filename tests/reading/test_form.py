"""A reading survives being written and read again, to the byte."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.form import reading_from_json, reading_from_mapping, reading_to_json, reading_to_mapping
from tongket.terms.errors import TongketError
from tongket.terms.finding import Finding, Severity
from tongket.terms.quantity import Quantity
from tongket.terms.records import (
    Award,
    Directive,
    DocumentFields,
    Event,
    EventKind,
    Figure,
    FigureKind,
    Official,
    Reading,
    Role,
    Statement,
    StatementKind,
)
from tongket.terms.span import Span

TEXTS = st.text(max_size=12)
TOLD = st.none() | TEXTS
SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 10**6), st.integers(0, 10**4))
MANY = st.lists(SPANS, max_size=3).map(tuple)
# A float keeps 15 significant digits of a decimal number; the format promises no more.
NUMBERS = st.decimals(min_value=0, max_value=10**12, allow_nan=False, places=2) | st.integers(0, 10**18).map(Decimal)
FIGURES = st.builds(
    Figure,
    st.sampled_from(FigureKind),
    st.builds(Quantity, st.none() | NUMBERS, st.none() | NUMBERS, st.booleans()),
    SPANS,
    TOLD,
)
READINGS = st.builds(
    Reading,
    name=TEXTS,
    sha256=TEXTS,
    text=TEXTS,
    fields=st.builds(DocumentFields, TOLD, TOLD, TOLD, TOLD),
    body=MANY,
    events=st.lists(
        st.builds(Event, st.sampled_from(EventKind), SPANS, TOLD, TOLD, TOLD, TOLD, TOLD, TOLD), max_size=2
    ).map(tuple),
    officials=st.lists(
        st.builds(
            Official,
            TEXTS,
            st.lists(TEXTS, max_size=2).map(tuple),
            st.lists(st.sampled_from(Role), max_size=2).map(tuple),
            MANY,
        ),
        max_size=2,
    ).map(tuple),
    directives=st.lists(st.builds(Directive, TEXTS, MANY, TOLD), max_size=2).map(tuple),
    figures=st.lists(FIGURES, max_size=3).map(tuple),
    statements=st.lists(st.builds(Statement, st.sampled_from(StatementKind), SPANS), max_size=2).map(tuple),
    awards=st.lists(st.builds(Award, TEXTS, SPANS, TOLD), max_size=2).map(tuple),
    findings=st.lists(st.builds(Finding, TEXTS, st.sampled_from(Severity), TEXTS, st.none() | SPANS), max_size=2).map(
        tuple
    ),
    reader=TEXTS,
)


@given(READINGS)
def test_round_trip(reading: Reading) -> None:
    """Every reading comes back from its written form as it was, and is written the same again."""
    line = reading_to_json(reading, with_text=True)
    again = reading_from_json(line)
    assert again == reading
    assert reading_to_json(again, with_text=True) == line
    assert "\n" not in line


def test_keys_stand_in_the_order_of_the_format() -> None:
    """The keys of a reading and of its document stand in the order the format gives."""
    form = reading_to_mapping(a_reading())
    assert list(form) == [
        "format", "document", "body", "events", "officials", "directives",
        "figures", "statements", "awards", "findings", "reader",
    ]  # fmt: skip
    assert list(form["document"]) == ["name", "sha256", "title", "published", "author", "publisher"]
    assert list(form["figures"][0]) == ["kind", "low", "high", "approx", "noun", "span"]


def test_whole_numbers_are_written_as_integers() -> None:
    """A whole Decimal becomes an integer, another one the shortest decimal number, an open bound null."""
    form = json.loads(reading_to_json(a_reading()))
    assert [(row["low"], row["high"]) for row in form["figures"]] == [(1500, None), (98.5, 98.5)]
    assert isinstance(form["figures"][0]["low"], int)


def test_text_is_carried_only_when_asked() -> None:
    """The document's text stands in the form only where it was asked for, and can be given when reading back."""
    reading = a_reading()
    form = reading_to_mapping(reading)
    assert "text" not in form["document"]
    assert reading_from_mapping(form, text=reading.text) == reading


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "không phải là JSON"),
        ("[]", "đối tượng JSON"),
        ('{"format": "other/2"}', "other/2"),
        ('{"format": "tongket-reading/1"}', "document"),
        ('{"format": "tongket-reading/1", "document": {"name": 3, "sha256": ""}}', "3 is no text"),
    ],
)
def test_a_broken_form_is_the_callers_fault(line: str, told: str) -> None:
    """What is not a reading is refused with a message that says where it is wrong."""
    with pytest.raises(TongketError, match=told):
        reading_from_json(line)


def a_reading() -> Reading:
    """A small reading with two figures."""
    text = "Trên 1.500 lượt người dự, đạt 98,5%."
    return Reading(
        name="mau",
        sha256="00",
        text=text,
        fields=DocumentFields(title="Mẫu"),
        body=(Span(0, len(text)),),
        events=(),
        officials=(),
        directives=(),
        figures=(
            Figure(FigureKind.COUNT, Quantity(Decimal("1.5e3"), None), Span(0, 21), "lượt người"),
            Figure(FigureKind.PERCENT, Quantity(Decimal("98.50"), Decimal("98.50")), Span(30, 35)),
        ),
        statements=(),
        awards=(),
        findings=(),
        reader="0",
    )
