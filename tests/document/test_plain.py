"""Plain text: lines, list numbers, headings, captions."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document.sound import assert_sound
from tongket.document.plain import document_from_text
from tongket.terms.document import LineKind


@pytest.mark.parametrize(
    ("line", "number", "content"),
    [
        ("I. Kết quả đạt được", "I.", "Kết quả đạt được"),
        ("II- Tồn tại, hạn chế", "II-", "Tồn tại, hạn chế"),
        ("III/ Nhiệm vụ", "III/", "Nhiệm vụ"),
        ("1. Công tác tham mưu.", "1.", "Công tác tham mưu."),
        ("2- Công tác tuyên truyền.", "2-", "Công tác tuyên truyền."),
        ("1.1. Học tập nghị quyết.", "1.1.", "Học tập nghị quyết."),
        ("(3) Khen thưởng.", "(3)", "Khen thưởng."),
        ("a) Ưu điểm.", "a)", "Ưu điểm."),
        ("đ) Khuyết điểm.", "đ)", "Khuyết điểm."),
        ("- Tổ chức 12 hội nghị.", "-", "Tổ chức 12 hội nghị."),
        ("-Mở 3 lớp.", "-", "Mở 3 lớp."),
        ("  + 240 học viên;", "+", "240 học viên;"),
        ("* Nguyên nhân:", "*", "Nguyên nhân:"),
        ("• Đang trực tuyến: 22", "•", "Đang trực tuyến: 22"),
    ],
)
def test_a_typed_list_number_is_told_from_the_words_after_it(line: str, number: str, content: str) -> None:
    """Every way in which offices number a line gives its number and the start of its own words."""
    document = document_from_text(line)
    found = document.lines[0]
    assert (found.number, document.text[found.content : found.span.end]) == (number, content)
    assert document.text == line


@pytest.mark.parametrize(
    "line",
    [
        "05-CT/TW ngày 15/5/2016 của Bộ Chính trị được quán triệt.",
        "05- CT/TW được quán triệt.",
        "1.528/1.643 cán bộ đạt chuẩn.",
        "27-12 là ngày khai mạc.",
        "5.000 người dự.",
        "12 hội nghị được tổ chức.",
        "2025. Năm của nhiều đổi mới.",
        "X. Lộc Sơn tổ chức tổng kết.",
        "C. Mác và Ph. Ăngghen viết.",
        "V. I. Lênin viết.",
        "p. Tân Thành ra quân.",
        "-----",
        "1.",
    ],
)
def test_a_word_that_looks_like_a_list_number_is_none(line: str) -> None:
    """Document numbers, dates, amounts, short forms of places and initials at the start of a line stay words."""
    assert document_from_text(line).lines[0].number == ""


def test_roman_five_is_a_number_after_four() -> None:
    """`V.` counts where `IV.` came before it."""
    document = document_from_text("IV. Kiến nghị\nMột câu.\nV. Kết luận")
    assert [line.number for line in document.lines] == ["IV.", "", "V."]


@pytest.mark.parametrize(
    "line",
    ["BÁO CÁO TỔNG KẾT", "Phần thứ nhất", "Chương II", "Phụ lục 1:", "I. KẾT QUẢ", "II. Tồn tại", "1. CÔNG TÁC NĂM"],
)
def test_a_heading_is_told_by_its_look(line: str) -> None:
    """Short lines in capitals, names of parts and short lines under Roman numbers are headings."""
    assert document_from_text(line).lines[0].kind is LineKind.HEADING


def test_a_short_line_under_a_picture_name_is_its_caption() -> None:
    """Copied pages have the file name of a picture above what it shows; the paragraph after that is none."""
    text = "anh-hoi-nghi-01.jpg\nQuang cảnh hội nghị.\nHội nghị có 120 đại biểu."
    assert [line.kind for line in document_from_text(text).lines] == [
        LineKind.PARAGRAPH,
        LineKind.CAPTION,
        LineKind.PARAGRAPH,
    ]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_text_is_kept_but_for_nfc_and_line_ends(text: str) -> None:
    """Whatever the text, it is only brought to NFC and line feeds, and every line that is not blank is there."""
    document = document_from_text(text)
    assert document.text == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert len(document.lines) == sum(1 for line in document.text.split("\n") if line.strip())
    if document.lines:
        assert_sound(document)
