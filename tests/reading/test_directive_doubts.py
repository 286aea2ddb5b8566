"""The registry of well-known directives, and what contradicts it."""

from datetime import date

import pytest

from tongket.document.plain import document_from_text
from tongket.reading.directives.doubts import (
    DATE_CONTRADICTS_REGISTRY,
    PARTY_NUMBER_IN_STATE_SHAPE,
    check_directives,
)
from tongket.reading.directives.reader import read_directives
from tongket.reading.directives.registry import known_directives, known_key
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.finding import Finding
from tongket.terms.records import DocumentFields
from tongket.terms.span import Span


def doubts_of(text: str) -> tuple[Finding, ...]:
    """Return the doubts on the directives a text cites."""
    page = Page(document_from_text(text), fold(text), (Span(0, len(text)),), DocumentFields())
    return check_directives(page, read_directives(page))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Nghị quyết 35-NQ/TW ngày 24/10/2018 của Bộ Chính trị", "22/10/2018"),
        ("Chỉ thị số 52-CT/TW ngày 03/10/2015", "3/10/2025"),
        ("Chỉ thị 03-CT/TW ngày 15-4-2011", "14/5/2011"),
        ("Nghị định số 30/2020/NĐ-CP ngày 03/5/2020", "5/3/2020"),
    ],
)
def test_a_slip_in_a_date_is_found(text: str, right: str) -> None:
    """A date near to the known one, or like it, is a warning that tells the known one and quotes the citation."""
    (doubt,) = doubts_of(text)
    assert doubt.code == DATE_CONTRADICTS_REGISTRY
    assert right in doubt.message
    assert doubt.span == Span(0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị",
        "Chỉ thị số 35-CT/TW ngày 30/5/2019",
        "Chỉ thị số 35-CT/TW ngày 14/6/2024",
        "Nghị quyết số 998-NQ/TW ngày 1/2/2018",
        "Chỉ thị số 05-CT/TW ngày 1/2/1998",
        "Quyết định số 451/QĐ-TTg ngày 23/4/2020",
        "Chỉ thị số 05-CT/TW",
    ],
)
def test_a_number_given_again_or_unknown_is_no_doubt(text: str) -> None:
    """Every date of a reused number is right, and what the registry does not hold cannot contradict it."""
    assert doubts_of(text) == ()


def test_a_party_number_in_the_shape_of_the_state_is_noted() -> None:
    """The note gives the number as it should be written."""
    (doubt,) = doubts_of("Theo Quyết định số 217/QĐ-TW, các hội giám sát.")
    assert doubt.code == PARTY_NUMBER_IN_STATE_SHAPE
    assert "217-QĐ/TW" in doubt.message


def test_the_registry_is_whole() -> None:
    """Every row has number, type, issuer and title, and a day that exists where it has one."""
    rows = [row for rows in known_directives().values() for row in rows]
    assert len(rows) > 100
    for row in rows:
        assert all((row.key, row.type, row.issuer, row.title))
        assert row.date is None or date.fromisoformat(row.date)


@pytest.mark.parametrize(
    ("number", "code", "key"),
    [
        ("05", "CT", "05-CT/TW"),
        ("08", "QĐ", "08-QĐi/TW"),
        ("973", "QC", "973-QĐ/BTGTW"),
        ("204", "ĐA", "204-QĐ/TW"),
        ("999", "CT", None),
    ],
)
def test_a_short_form_is_looked_up(number: str, code: str, key: str | None) -> None:
    """Number and type find the one well-known paper, also under the word it is usually cited by."""
    assert known_key(number, code) == key
