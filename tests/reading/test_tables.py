"""The figures of tables."""

from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.figures.arithmetic import check_figures
from tongket.reading.figures.reader import read_figures
from tongket.reading.figures.tables import read_cells
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.document import Document, Line, LineKind, Origin
from tongket.terms.records import DocumentFields
from tongket.terms.span import Span


def table(*rows: tuple[str, ...], sheet: str | None = None) -> Page:
    """Return a page that holds one table; empty cells have no line, as a merged cell has none."""
    text = ""
    lines: list[Line] = []
    for row, cells in enumerate(rows, start=1):
        for column, words in enumerate(cells, start=1):
            if words:
                origin = Origin(sheet=sheet, table=1, row=row, column=column)
                lines.append(Line(Span(len(text), len(text) + len(words)), LineKind.CELL, origin=origin))
                text += words + "\n"
    document = Document("bảng", text, tuple(lines), "docx", "")
    return Page(document, fold(text), (Span(0, len(text)),), DocumentFields())


def told(page: Page) -> list[tuple[str, str, str | None]]:
    """Return kind, value and noun of every cell's figure."""
    return [(figure.kind.value, f"{figure.quantity.low:f}", figure.noun) for figure in read_cells(page)]


def test_a_cell_is_named_by_its_row_its_column_and_its_measure() -> None:
    """Merged heads reach over the columns below them, money takes the magnitude of its measure."""
    page = table(
        ("TT", "Chỉ tiêu", "ĐVT", "Năm 2023", "", "So sánh (%)"),
        ("", "", "", "Kế hoạch", "Thực hiện", ""),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ("1", "Lớp bồi dưỡng", "lớp", "12", "14", "116,7"),
        ("2", "Kinh phí", "triệu đồng", "1.200", "1.250,5", "104,2"),
    )
    assert told(page) == [
        ("count", "12", "Lớp bồi dưỡng – Năm 2023 – Kế hoạch (lớp)"),
        ("count", "14", "Lớp bồi dưỡng – Năm 2023 – Thực hiện (lớp)"),
        ("percent", "116.7", "Lớp bồi dưỡng – So sánh (%)"),
        ("money", "1200000000", "Kinh phí – Năm 2023 – Kế hoạch (triệu đồng)"),
        ("money", "1250500000", "Kinh phí – Năm 2023 – Thực hiện (triệu đồng)"),
        ("percent", "104.2", "Kinh phí – So sánh (%)"),
    ]


def test_a_title_over_the_table_is_no_head() -> None:
    """A sheet begins with its name and its office, each in a cell of its own."""
    page = table(
        ("BIỂU SỐ LIỆU NĂM 2024",),
        ("Đơn vị: xã An Hòa",),
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"),
        ("1", "Lớp bồi dưỡng", "lớp", "12"),
        ("2", "Học viên", "người", "340"),
    )
    assert told(page) == [
        ("count", "12", "Lớp bồi dưỡng – Kết quả (lớp)"),
        ("count", "340", "Học viên – Kết quả (người)"),
    ]


def test_ordinals_years_and_remarks_are_no_figures() -> None:
    """A column that counts the rows, years in the head and down the side, and telephone numbers stay out."""
    page = table(("STT", "Năm", "Số lớp", "Điện thoại"), ("1", "2021", "12", "0286575708"), ("2", "2022", "15", ""))
    assert told(page) == [("count", "12", "2021 – Số lớp"), ("count", "15", "2022 – Số lớp")]


def test_a_first_column_of_running_numbers_without_a_head_is_an_ordinal() -> None:
    """1, 2, 3 down the side count rows."""
    page = table(("", "Đơn vị", "Số hội viên"), ("1", "Xã An Hòa", "120"), ("2", "Xã An Bình", "80"))
    assert told(page) == [("count", "120", "Xã An Hòa – Số hội viên"), ("count", "80", "Xã An Bình – Số hội viên")]


def test_the_decimal_point_of_a_sheet_is_no_thousands_mark() -> None:
    """Excel stores 12.5 where a report writes 12,5."""
    page = table(("Chỉ tiêu", "Kết quả"), ("Diện tích (ha)", "12.5"), ("Số hộ", "1250"), sheet="Biểu 1")
    assert [row[1] for row in told(page)] == ["12.5", "1250"]


def test_number_cells_are_left_to_the_table() -> None:
    """A bare number of a cell is read once, with the words of its row; words with a number are read as a sentence."""
    page = table(("Nội dung", "Kết quả"), ("Hội viên", "1.250"), ("Lớp học", "mở 12 lớp"))
    assert [figure.noun for figure in read_figures(page, ())] == ["lớp"]
    assert [figure.noun for figure in read_cells(page)] == ["Hội viên – Kết quả"]


def test_a_total_that_misses_its_rows_is_found() -> None:
    """120 and 80 are not 210; told once, at the total."""
    page = table(("Đơn vị", "Số hội viên"), ("Xã An Hòa", "120"), ("Xã An Bình", "80"), ("Tổng cộng", "210"))
    findings = check_figures(page, read_cells(page))
    assert [(finding.code, finding.span and finding.span.of(page.text)) for finding in findings] == [
        ("COLUMN-DOES-NOT-ADD-UP", "210")
    ]


def test_a_total_that_fits_is_silent() -> None:
    """120 and 80 are 200."""
    page = table(("Đơn vị", "Số hội viên"), ("Xã An Hòa", "120"), ("Xã An Bình", "80"), ("Tổng cộng", "200"))
    assert check_figures(page, read_cells(page)) == ()


def test_a_page_without_tables_has_no_cells() -> None:
    """Nothing is found where nothing is."""
    assert read_cells(table()) == ()


_WORDS = ["", "TT", "Tổng", "Đơn vị", "Số lớp", "-", "I"]
_NUMBERS = ["1", "2", "2024", "(1)", "1.250", "97,5%", "12.5", "0912"]
_CELLS = st.sampled_from([*_WORDS, *_NUMBERS])


@given(st.lists(st.lists(_CELLS, min_size=1, max_size=5), max_size=6))
def test_any_table_is_read_without_error(rows: list[list[str]]) -> None:
    """Whatever stands in the cells, figures lie in cells of numbers and no check fails."""
    page = table(*(tuple(row) for row in rows))
    figures = read_cells(page)
    assert all(any(char.isdigit() for char in figure.span.of(page.text)) for figure in figures)
    assert isinstance(check_figures(page, (*read_figures(page, ()), *figures)), tuple)
