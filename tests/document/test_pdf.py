"""PDF: printed lines to paragraphs, tables, marks of the page, scans."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

import shutil

import pytest

from document.made import codes, pdf, picture_pdf, shown
from tongket.document import ocr
from tongket.document.files import read_bytes
from tongket.document.printed import Printed, paragraphs
from tongket.terms.document import LineKind

# With letters of 12 points half an em wide, 75 letters fill a line of 450 points.
_MARGIN, _SET_IN = 70.0, 100.0


def _page(*lines: tuple[float, str], top: float = 740) -> list[tuple[float, float, str]]:
    return [(left, top - 18 * place, text) for place, (left, text) in enumerate(lines)]


def test_lines_broken_at_the_margin_become_paragraphs() -> None:
    """A line set in begins a paragraph, lines at the margin under full ones go on, items and headings stand alone."""
    data = pdf(
        _page(
            (_SET_IN, "Năm 2024, toàn huyện tổ chức 42 hội nghị học tập, quán triệt nghị quyết"),
            (_MARGIN, "với hơn 18.000 lượt cán bộ, đảng viên tham gia; các chi bộ sinh hoạt đều đặn,"),
            (_MARGIN, "đúng quy định."),
            (_SET_IN, "1. Trung tâm chính trị mở 14 lớp bồi dưỡng lý luận chính trị cho hơn một nghìn"),
            (_MARGIN, "học viên."),
            (_SET_IN, "- Phát hành 300 cuốn lịch sử đảng bộ."),
            (_SET_IN, "II. HẠN CHẾ"),
            (_SET_IN, "Một số nơi còn chậm."),
        )
    )
    document = read_bytes(data, "bao-cao.pdf")
    assert shown(document) == [
        "Năm 2024, toàn huyện tổ chức 42 hội nghị học tập, quán triệt nghị quyết với hơn 18.000 lượt cán bộ, đảng viên tham gia; các chi bộ sinh hoạt đều đặn, đúng quy định.",
        "1. Trung tâm chính trị mở 14 lớp bồi dưỡng lý luận chính trị cho hơn một nghìn học viên.",
        "- Phát hành 300 cuốn lịch sử đảng bộ.",
        "II. HẠN CHẾ",
        "Một số nơi còn chậm.",
    ]
    assert [line.number for line in document.lines] == ["", "1.", "-", "II.", ""]
    assert {line.origin.page for line in document.lines} == {1}
    assert document.findings == ()


def test_page_numbers_and_running_heads_are_no_part_of_the_article() -> None:
    """What stands alike at the edge of three pages, and numbers there, are marked; a sentence goes on over the page."""
    pages = [
        [
            (250.0, 815.0, "Báo cáo năm 2024 của huyện An Lâm"),
            (290.0, 800.0, str(number)),
            (_SET_IN, 700.0, f"Câu thứ {number} bắt đầu ở trang này, dài cho tới khi hết dòng mà vẫn chưa hết ý,"),
            (_MARGIN, 682.0, "còn tiếp ở dòng sau."),
        ]
        for number in (1, 2, 3)
    ]
    document = read_bytes(pdf(*pages), "bao-cao.pdf")
    marked = [(text, line.article) for text, line in zip(shown(document), document.lines, strict=True)]
    assert marked[:3] == [
        ("Báo cáo năm 2024 của huyện An Lâm", False),
        ("1", False),
        ("Câu thứ 1 bắt đầu ở trang này, dài cho tới khi hết dòng mà vẫn chưa hết ý, còn tiếp ở dòng sau.", True),
    ]
    assert [line.origin.page for line in document.lines] == [1, 1, 1, 2, 2, 2, 3, 3, 3]


def test_a_paragraph_goes_on_over_the_end_of_its_page() -> None:
    """A sentence left open at the foot of a page joins its rest on the next, around the page's number."""
    first = [
        (_SET_IN, 100.0, "Toàn tỉnh có 38 đơn vị gửi báo cáo đúng hạn trong đó có các huyện miền núi"),
        (290.0, 40.0, "1"),
    ]
    second = [(_MARGIN, 740.0, "vùng cao và hải đảo."), (290.0, 40.0, "2")]
    document = read_bytes(pdf(first, second), "bao-cao.pdf")
    assert [text for text, line in zip(shown(document), document.lines, strict=True) if line.article] == [
        "Toàn tỉnh có 38 đơn vị gửi báo cáo đúng hạn trong đó có các huyện miền núi vùng cao và hải đảo."
    ]


def test_rows_and_columns_of_a_printed_table_are_cells() -> None:
    """Pieces that stand in three rows of three columns are cells; a cell of two lines is one."""
    rows = [
        ("TT", "Chỉ tiêu", "Kết quả"),
        ("1", "Hội nghị", "42"),
        ("2", "Lớp bồi dưỡng", "14"),
        ("3", "Mô hình", "64"),
    ]
    places = (70.0, 150.0, 400.0)
    lines = [
        (left, 600.0 - 36 * at, text) for at, row in enumerate(rows) for left, text in zip(places, row, strict=True)
    ]
    lines.append((150.0, 600.0 - 36 * 2 - 14, "lý luận"))
    document = read_bytes(pdf([(_SET_IN, 700.0, "Biểu số liệu kèm theo."), *lines]), "bieu.pdf")
    cells = [(line.origin.row, line.origin.column, line.span.of(document.text)) for line in document.lines[1:]]
    assert cells[:6] == [
        (1, 1, "TT"),
        (1, 2, "Chỉ tiêu"),
        (1, 3, "Kết quả"),
        (2, 1, "1"),
        (2, 2, "Hội nghị"),
        (2, 3, "42"),
    ]
    assert (3, 2, "Lớp bồi dưỡng lý luận") in cells
    assert {line.kind for line in document.lines[1:]} == {LineKind.CELL}


def test_a_pdf_in_an_old_font_becomes_unicode() -> None:
    """Text set in `.VnTimeH` becomes Vietnamese in capitals, with a finding."""
    document = read_bytes(pdf([(70.0, 700.0, "b\xb8o c\xb8o")], font=".VnTimeH"), "cu.pdf")
    assert (document.text, codes(document)) == ("BÁO CÁO", ["TEXT-WAS-TCVN3"])


def test_a_pdf_that_is_cut_off_or_nonsense_gives_a_finding() -> None:
    """A PDF that PDFium cannot open, or without any text, is no traceback but a finding."""
    assert codes(read_bytes(b"%PDF-1.7\nnonsense", "hong.pdf")) == ["FILE-CUT-OFF"]
    assert codes(read_bytes(pdf([]), "trang.pdf")) == ["FILE-NO-TEXT"]


def test_joining_leaves_columns_and_sizes_apart() -> None:
    """A line of another size, in another column or after a wide gap begins a paragraph of its own."""

    def line(text: str, left: float, bottom: float, size: float = 12) -> Printed:
        return Printed(text, left, left + 6 * len(text), bottom, bottom + size, size, 1, 842)

    long = "một dòng đầy chữ cho tới lề bên phải của trang giấy này nhé các đồng chí ơi"
    apart = [line(long, 70, 700), line("xa quá", 70, 600), line("lớn quá", 70, 585, 20), line("cột khác", 900, 570, 20)]
    assert [paragraph.text for paragraph in paragraphs(apart)] == [long, "xa quá", "lớn quá", "cột khác"]


@pytest.mark.skipif(ocr.missing_part() != "", reason=f"needs Tesseract with its Vietnamese model: {ocr.INSTALL}")
def test_a_scan_is_recognised_with_a_finding() -> None:
    """A page that is nothing but a picture is read by Tesseract, and a finding says that a machine read it."""
    image = pytest.importorskip("PIL.Image", reason="needs Pillow: pip install 'tongket[ocr]'")
    draw = pytest.importorskip("PIL.ImageDraw")
    font = pytest.importorskip("PIL.ImageFont").load_default(size=52)
    picture = image.new("L", (1654, 2339), 255)
    pen = draw.Draw(picture)
    pen.text((200, 300), "Bao cao nam 2024: 42 lop, 1.260 hoc vien", fill=0, font=font)
    pen.text((200, 400), "Tong cong 3.270 luot nguoi", fill=0, font=font)
    document = read_bytes(picture_pdf(picture.tobytes(), *picture.size), "quet.pdf")
    assert "1.260" in document.text
    assert "3.270" in document.text
    assert "OCR-USED" in codes(document)
    assert {line.origin.page for line in document.lines} == {1}


def test_a_scan_without_tesseract_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """Where the program is missing the finding names the command that installs it, and it is an error: nothing was read."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("tesseract") is None
    document = read_bytes(picture_pdf(bytes(100 * 140), 100, 140), "quet.pdf")
    assert codes(document) == ["OCR-NEEDED"]
    assert "apt-get install tesseract-ocr" in document.findings[0].message
