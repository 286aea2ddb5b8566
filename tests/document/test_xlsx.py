"""Sheets: what a cell shows, and where it stands."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

import io
import zipfile

import pytest

from document.made import codes, packed, shown, xlsx
from tongket.document.files import read_bytes
from tongket.terms.document import LineKind

_STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="mm/yyyy"/>'
    '<numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="#,##0&quot; người&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="166"/>'
    '<xf numFmtId="167"/><xf numFmtId="20"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1"><v>1260</v></c>', "1260"),
        ('<c r="A1"><v>1260.0</v></c>', "1260"),
        ('<c r="A1"><v>0.30000000000000004</v></c>', "0,3"),
        ('<c r="A1"><v>1.125</v></c>', "1,125"),
        ('<c r="A1"><v>1.5E+7</v></c>', "15000000"),
        ('<c r="A1" s="1"><v>45291</v></c>', "31/12/2023"),
        ('<c r="A1" s="2"><v>45291</v></c>', "31/12/2023"),
        ('<c r="A1" s="3"><v>45291</v></c>', "12/2023"),
        ('<c r="A1" s="4"><v>0.97</v></c>', "97%"),
        ('<c r="A1" s="5"><v>0.9745</v></c>', "97,5%"),
        ('<c r="A1" s="6"><v>1260</v></c>', "1260"),
        ('<c r="A1" s="7"><v>0.354166666666667</v></c>', "08:30"),
        ('<c r="A1" t="s"><v>1</v></c>', "Số lớp"),
        ('<c r="A1" t="inlineStr"><is><r><t>Học </t></r><r><t>viên</t></r></is></c>', "Học viên"),
        ('<c r="A1" t="str"><f>A2&amp;"x"</f><v>kết quả</v></c>', "kết quả"),
        ('<c r="A1"><f>SUM(A2:A3)</f><v>42</v></c>', "42"),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
    ],
)
def test_a_cell_gives_what_it_shows(cell: str, text: str) -> None:
    """Whole numbers without decimals, decimals with a comma, days as days, shares as shares, formulas by their value."""
    data = xlsx({"Biểu 1": f'<row r="1">{cell}</row>'}, "<si><t>TT</t></si><si><t>Số lớp</t></si>", _STYLES)
    assert read_bytes(data, "bieu.xlsx").text == text


def test_a_cell_knows_its_sheet_row_and_column() -> None:
    """References place cells, cells without one follow the last, empty ones are no lines."""
    rows = '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c r="AA3"><v>3</v></c><c r="AB3"/></row>'
    document = read_bytes(xlsx({"Một": rows, "Hai": "<row><c><v>4</v></c></row>"}), "bieu.xlsx")
    assert [(line.origin.sheet, line.origin.table, line.origin.row, line.origin.column) for line in document.lines] == [
        ("Một", 1, 2, 2),
        ("Một", 1, 2, 3),
        ("Một", 1, 3, 27),
        ("Hai", 2, 1, 1),
    ]
    assert {line.kind for line in document.lines} == {LineKind.CELL}


def test_days_of_macintosh_files_count_from_1904() -> None:
    """A workbook that counts from 1904 shows its days as Excel does."""
    data = xlsx({"A": '<row><c s="1"><v>43829</v></c></row>'}, styles=_STYLES, book='<workbookPr date1904="1"/>')
    assert shown(read_bytes(data)) == ["31/12/2023"]


def test_a_hidden_sheet_is_left_out_with_a_finding() -> None:
    """A person does not see a hidden sheet; that it is there is said."""
    data = xlsx({"A": "<row><c><v>1</v></c></row>", "B": "<row><c><v>2</v></c></row>"})
    hidden = read_bytes(_hide(data), "bieu.xlsx")
    assert (hidden.text, codes(hidden)) == ("1", ["PART-LEFT-OUT"])


def _hide(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b'name="B"', b'name="B" state="hidden"')
    return packed({**parts})


def test_joined_cells_tell_how_far_they_reach() -> None:
    """Over columns, over rows, over both; a reference that is none and a cell that stands alone change nothing."""
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>'
    document = read_bytes(xlsx({"A": rows, "B": rows}, joined={"A": "A1:A3 B1:D1 B2:C9 x:y Z9:Z10"}), "bieu.xlsx")
    told = [(line.origin.sheet, line.origin.across, line.origin.down) for line in document.lines]
    assert told == [("A", 1, 3), ("A", 3, 1), ("A", 2, 8), ("B", 1, 1), ("B", 1, 1), ("B", 1, 1)]
