"""Sheets of OpenDocument: what a cell shows, and where it stands."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

import pytest

from document.made import codes, ods, packed, shown
from tongket.document.files import read_bytes
from tongket.terms.document import LineKind


def _sheet(rows: str, name: str = "Biểu 1", style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def _cell(words: str = "", more: str = "") -> str:
    inside = f"<text:p>{words}</text:p>" if words else ""
    return f"<table:table-cell {more}>{inside}</table:table-cell>"


def _value(kind: str, value: str, words: str) -> str:
    name = {"date": "date-value", "boolean": "boolean-value"}.get(kind, "value")
    return _cell(words, f'office:value-type="{kind}" office:{name}="{value}"')


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (_value("float", "1260", "1.260"), "1260"),
        (_value("float", "1.125", "1.125"), "1,125"),
        (_value("float", "0.30000000000000004", "0,3"), "0,3"),
        (_value("currency", "1500000", "1.500.000 ₫"), "1500000"),
        (_value("percentage", "0.97", "97%"), "97%"),
        (_value("percentage", "0.9745", "97,45%"), "97,45%"),
        (_value("date", "2023-12-31", "31/12/23"), "31/12/2023"),
        (_value("date", "2023-12-31", "12/31/2023"), "31/12/2023"),
        (_value("date", "2023-12-01", "12/2023"), "12/2023"),
        (_value("date", "2023-12-01", "2023"), "2023"),
        (_value("date", "2023-12-31T08:30:00", "31/12/2023 08:30"), "31/12/2023 08:30"),
        (_value("boolean", "true", "TRUE"), "TRUE"),
        (_value("float", "không", "12 lớp"), "12 lớp"),
        (_cell('Học<text:s text:c="2"/>viên</text:p><text:p>mới', 'office:value-type="string"'), "Học viên mới"),
        (_cell("Lớp<office:annotation><text:p>ghi nhớ</text:p></office:annotation>"), "Lớp"),
    ],
)
def test_a_cell_gives_what_it_shows(cell: str, text: str) -> None:
    """Numbers by their value, whatever mark the file shows decimals with; days as days; remarks are not seen."""
    assert read_bytes(ods(_sheet(_row(cell))), "bieu.ods").text == text


def test_a_cell_knows_its_sheet_row_column_and_how_far_it_is_joined() -> None:
    """Repeated cells and rows count, empty ones are no lines, what lies under a joined cell is not seen."""
    rows = _row(_cell(more='table:number-columns-repeated="16384"'), more='table:number-rows-repeated="2"')
    rows += "<table:table-header-rows>"
    rows += _row(
        _cell("Lớp", 'table:number-columns-spanned="2" table:number-rows-spanned="1"'),
        "<table:covered-table-cell><text:p>khuất</text:p></table:covered-table-cell>",
        _cell("Ghi chú"),
    )
    rows += "</table:table-header-rows>"
    rows += _row(
        _value("float", "4", "4").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="2"'),
        more='table:number-rows-repeated="2"',
    )
    rows += _row(_cell(), more='table:number-rows-repeated="1048000"') + _row(_cell("cuối"))
    document = read_bytes(ods(_sheet(rows) + _sheet(_row(_cell("Hai")), "Biểu 2")), "bieu.ods")
    assert document.format == "ods"
    assert {line.kind for line in document.lines} == {LineKind.CELL}
    assert [(line.span.of(document.text), line.origin.table, line.origin.row, line.origin.column, line.origin.across) for line in document.lines] == [
        ("Lớp", 1, 3, 1, 2), ("Ghi chú", 1, 3, 3, 1),
        ("4", 1, 4, 1, 1), ("4", 1, 4, 2, 1), ("4", 1, 5, 1, 1), ("4", 1, 5, 2, 1),
        ("cuối", 1, 1048006, 1, 1), ("Hai", 2, 1, 1, 1),
    ]  # fmt: skip


def test_a_hidden_sheet_is_left_out_with_a_finding() -> None:
    """A person does not see a hidden sheet; that it is there is said."""
    style = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    document = read_bytes(ods(_sheet(_row(_cell("Một"))) + _sheet(_row(_cell("Hai")), "Ẩn", "ta2"), style), "bieu.ods")
    assert (shown(document), codes(document)) == (["Một"], ["PART-LEFT-OUT"])


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"content.xml": "x", "META-INF/manifest.xml": "<encryption-data/>"}, "FILE-ENCRYPTED"),
        ({"content.xml": "<a/>"}, "FILE-CUT-OFF"),
        ({"content.xml": "<a"}, "FILE-CUT-OFF"),
    ],
)
def test_what_cannot_be_read_is_a_finding(parts: dict[str, str], code: str) -> None:
    """Locked, without its sheets, broken."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    assert codes(read_bytes(packed({"mimetype": kind, **parts}), "bieu.ods")) == [code]
