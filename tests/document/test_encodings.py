"""Encodings: the same words come out of every one, and a finding says what it was."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document.made import codes
from tongket.document.files import read_bytes
from tongket.document.legacy import Legacy, legacy_table, to_unicode
from tongket.document.syllables import vietnamese_share

TEXT = (
    "Ban thường vụ quyết định tổ chức hội nghị tổng kết công tác năm 2023.\n"
    "Đảng bộ xã đẩy mạnh xây dựng, chỉnh đốn; phương pháp mới, đặc trưng, vĩ đại, khuỷu tay, ngoằn ngoèo.\n"
    "- Mở 14 lớp với 1.260 học viên; thị trường, giếng nước, quyển sổ."
)
# The same in TCVN 5712:1993 (small letters only: its capitals need a font of their own) and in VNI, by the tables' hand.
TCVN3 = (
    "Ban th\xad\xeang vô quy\xd5t \xae\xdenh tæ ch\xf8c h\xe9i ngh\xde t\xe6ng k\xd5t c\xabng t\xb8c n\xa8m 2023.\n"
    "\xa7\xb6ng b\xe9 x\xb7 x\xa9y d\xf9ng, ch\xd8nh \xae\xe8n; v\xdc \xae\xb9i"
)
VNI = "Ban thöôøng vuï quyeát ñònh toå chöùc hoäi nghò toång keát. Ñaûng boä xaõ xaây döïng, chænh ñoán; vó ñaïi"


def _cp1258(text: str) -> bytes:
    """Write windows-1258, which has letters with hat, breve and horn, and tones as combining marks."""
    written = b""
    for char in text:
        split = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in split if mark in "\u0300\u0301\u0303\u0309\u0323")
        bare = unicodedata.normalize("NFC", "".join(mark for mark in split if mark not in tones))
        written += (bare + tones).encode("cp1258")
    return written


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (TEXT.encode(), None),
        (b"\xef\xbb\xbf" + TEXT.encode(), None),
        (TEXT.encode("utf-16"), "TEXT-WAS-UTF-16"),
        (TEXT.encode("utf-16-le"), "TEXT-WAS-UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "TEXT-WAS-UTF-16"),
        (TEXT.encode("utf-16-be"), "TEXT-WAS-UTF-16"),
        (unicodedata.normalize("NFD", TEXT).encode(), "TEXT-WAS-NFD"),
        (_cp1258(TEXT), "TEXT-WAS-WINDOWS-1258"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, code: str | None) -> None:
    """UTF-8, UTF-16 in both orders with and without mark, NFD and windows-1258 end in one text, and say which they were."""
    document = read_bytes(data, "bao-cao.txt")
    assert document.text == TEXT
    assert codes(document) == ([code] if code else [])


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_tcvn3_becomes_unicode_as_bytes_and_as_copied_letters(encoding: str) -> None:
    """Text of `.VnTime`, as its own bytes or as the Latin letters a program copied, reads as Vietnamese with a finding."""
    document = read_bytes(TCVN3.encode(encoding), "cu.txt")
    assert document.text.startswith("Ban thường vụ quyết định tổ chức hội nghị tổng kết công tác năm 2023.\nĐảng bộ xã")
    assert codes(document) == ["TEXT-WAS-TCVN3"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_vni_becomes_unicode_as_bytes_and_as_copied_letters(encoding: str) -> None:
    """Text of `VNI-Times` reads as Vietnamese with a finding."""
    document = read_bytes(VNI.encode(encoding), "cu.txt")
    assert document.text == (
        "Ban thường vụ quyết định tổ chức hội nghị tổng kết. Đảng bộ xã xây dựng, chỉnh đốn; vĩ đại"
    )
    assert codes(document) == ["TEXT-WAS-VNI"]


def test_a_minus_sign_that_pdf_writers_put_for_u_with_horn_is_read_as_such() -> None:
    """The lost ư of TCVN3 (its code is the soft hyphen) comes back from the minus sign."""
    assert to_unicode("ph\u2212\xacng ph\xb8p", Legacy.TCVN3) == "phương pháp"


def test_a_page_of_two_ages_keeps_its_lines_of_today() -> None:
    """Where old and new text stand in one page only the old lines are changed."""
    document = read_bytes(f"Trang chủ\n{TCVN3}\nLiên hệ: Văn phòng Đảng ủy".encode(), "trang.txt")
    assert document.text.startswith("Trang chủ\nBan thường vụ")
    assert document.text.endswith("vĩ đại\nLiên hệ: Văn phòng Đảng ủy")


@pytest.mark.parametrize(
    "text",
    [
        "Société générale, café à côté du théâtre, élève très âgé",
        "Für Österreich größer, schön über Mädchen, süß",
        "A plain English letter © 2024 ® all rights reserved.",
        "Đồng chí Bùi Xuân Tưởng phát biểu. © Bản quyền 2024 » xem thêm",
        "hoà toàn toá oà uý quý thoả: học hoà bình, loà xoà",
    ],
)
def test_text_that_is_not_of_an_old_font_is_left_alone(text: str) -> None:
    """French, German, English and Vietnamese of today, with signs that old fonts use for letters, stay as they are."""
    assert legacy_table(text) is None
    assert read_bytes(text.encode(), "thu.txt").text == text


def test_western_bytes_are_read_as_windows_1252() -> None:
    """Bytes that are neither UTF-8 nor Vietnamese are read as windows-1252, and a finding says so."""
    document = read_bytes("Café à côté, élève".encode("cp1252"), "lettre.txt")
    assert document.text == "Café à côté, élève"
    assert codes(document) == ["TEXT-WAS-WINDOWS-1252"]


def test_utf8_cut_inside_a_letter_is_read_with_a_finding() -> None:
    """A text cut off within a letter is read to the cut; the broken letter is shown and found."""
    document = read_bytes("Báo cáo tổng kết công tác".encode()[:-2], "cut.txt")
    assert document.text == "Báo cáo tổng kết công t\ufffd"
    assert codes(document) == ["TEXT-DAMAGED"]


def test_the_letter_that_only_looks_like_d_with_stroke_stays_and_is_found() -> None:
    """`Ð` (U+00D0) is kept in the text, so that offsets are those of the file, and a note tells of it."""
    document = read_bytes("Ðảng bộ xã tổ chức đại hội.".encode(), "a.txt")
    assert document.text.startswith("Ð")
    assert codes(document) == ["TEXT-HAS-FOREIGN-D"]


@given(st.lists(st.sampled_from(TEXT.split()), min_size=8, max_size=40))
def test_unicode_vietnamese_is_never_taken_for_an_old_font(words: list[str]) -> None:
    """No mixture of Vietnamese words of today is changed by the search for old fonts."""
    text = " ".join(words)
    assert legacy_table(text) is None


def test_vietnamese_words_have_the_shape_of_syllables() -> None:
    """The measure that prefers one decoding to another finds all words of a Vietnamese text to be syllables."""
    share, words = vietnamese_share(TEXT)
    assert (share, words > 40) == (1.0, True)
