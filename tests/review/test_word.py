"""The Word file: links that arrive, the same bytes, a layout that users change."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.review.content import Annexes, FigureRun, Paragraph, ReviewContent, TextRun
from tongket.review.layouts import make
from tongket.review.layouts.norm import PARTY, STATE, Norm
from tongket.review.word import write_docx
from tongket.terms.errors import TongketError
from tongket.terms.profile import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(content: ReviewContent, layout: Path | None = None) -> Word:
    """Write a review and open it again."""
    return Document(io.BytesIO(write_docx(content, layout)))


def words(document: Word) -> str:
    """All words of the body, in reading order, tables included."""
    return "".join(each.text or "" for each in document.element.body.iter(f"{W}t"))


def links(document: Word) -> Iterator[tuple[str, str]]:
    """Every internal link: its words and its anchor."""
    for link in document.element.body.iter(f"{W}hyperlink"):
        yield "".join(each.text or "" for each in link.iter(f"{W}t")), link.get(f"{W}anchor")


def bookmarks(document: Word) -> list[str]:
    """The names of all bookmarks."""
    return [each.get(f"{W}name") for each in document.element.body.iter(f"{W}bookmarkStart")]


@pytest.mark.parametrize("norm", [PARTY, STATE], ids=lambda norm: norm.name)
def test_the_shipped_layouts_are_what_the_builder_makes(norm: Norm) -> None:
    """Whoever changes the builder ships the layout it makes: `python -m tongket.review.layouts.make`."""
    shipped = Path(make.__file__).with_name(f"{norm.name}.docx").read_bytes()
    assert shipped == make.layout(norm)


def test_every_link_arrives_at_one_bookmark(example: ReviewContent) -> None:
    """Each anchor has a bookmark of that name, each name stands once, and every figure of the text is a link."""
    document = opened(example)
    marks = bookmarks(document)
    assert len(marks) == len(set(marks)) == len(example.sources) + len(example.totals)
    found = list(links(document))
    assert {anchor for _, anchor in found} <= set(marks)
    told = [
        run.text
        for theme in example.themes
        for paragraph in theme.paragraphs
        for run in paragraph.runs
        if isinstance(run, FigureRun)
    ]
    assert told
    assert set(told) <= {text for text, _ in found}


def test_a_figure_leads_through_its_total_to_the_sentence(example: ReviewContent) -> None:
    """The total's entry links on to its parts, whose entries show the sentence with the figure's words in bold."""
    entries = {paragraph.text.split("\t")[0]: paragraph for paragraph in opened(example).paragraphs}
    total = entries["T2"]
    assert "Lượt cán bộ, đảng viên tham gia học tập" in total.text
    source = entries[total.hyperlinks[0].text]
    assert total.hyperlinks[0].fragment == total.hyperlinks[0].text
    assert "đã có 11.200 lượt cán bộ, đảng viên tham gia" in source.text
    assert [run.text for run in source.runs if run.style.name == "Trích đậm"] == ["11.200 lượt"]
    assert "(trang 1, dòng 9)" in source.text


def test_the_parts_stand_in_their_order(example: ReviewContent) -> None:
    """Heading, results, limitations, tasks, annexes, sources follow one another."""
    text = words(opened(example))
    order = [
        example.heading.issuing_body.upper(),
        "BÁO CÁO",
        "Báo cáo được tổng hợp từ 11/12 đơn vị",
        "KẾT QUẢ ĐẠT ĐƯỢC",
        "Toàn tỉnh có",
        "HẠN CHẾ, KHÓ KHĂN",
        "đã nêu trong báo cáo năm 2023",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "Nơi nhận",
        "Phụ lục 1Bảng số liệu theo đơn vị",
        "Phụ lục 2Nhiệm vụ đề ra kỳ trước",
        "Phụ lục 3Văn bản chỉ đạo",
        "Phụ lục 8Tài liệu không đọc được",
        "Phụ lục 9Nguồn của số liệu",
        "bao-cao-01-2024.docx – huyện Vân Khê, năm 2024",
    ]
    places = [text.find(each) for each in order]
    assert -1 not in places
    assert places == sorted(places)


def test_each_norm_has_its_own_heading_block(example: ReviewContent) -> None:
    """The Party's head has its name and a hyphen before the issuer, the State's the national motto and a slash."""
    text = words(opened(example))
    party = example.heading.style is Style.PARTY
    assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in text) == party
    assert ("Độc lập - Tự do - Hạnh phúc" in text) != party
    assert ("Số 125-BC/BTGTU" if party else "Số: …/BC-STTTT") in text
    assert ("I- KẾT QUẢ" if party else "I. KẾT QUẢ") in text


def test_the_same_content_gives_the_same_bytes(example: ReviewContent) -> None:
    """A review can be written again whenever asked, to the last byte, and tells no day of its own."""
    first = write_docx(example)
    assert write_docx(example) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_no_tag_of_the_layout_is_left(example: ReviewContent) -> None:
    """All tags are filled in or vanish, in the body, the header and the properties."""
    file = write_docx(example)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = [name for name in archive.namelist() if not name.startswith("word/media/")]
        whole = b"".join(archive.read(name) for name in parts).decode("utf-8")
    assert re.findall(r"\{[{%]|[}%]\}", whole) == []
    assert Document(io.BytesIO(file)).core_properties.title == f"Báo cáo {example.heading.subject}"


def test_wide_tables_lie_on_turned_pages_and_repeat_their_header(example: ReviewContent) -> None:
    """Figures by org stand in a landscape section; every list repeats its header row."""
    document = opened(example)
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    ruled = [table for table in document.tables if table.style is not None and table.style.name != "Bảng không kẻ"]
    assert len(ruled) == 10
    headers = document.element.body.xpath(".//w:tbl/w:tr[1]/w:trPr/w:tblHeader")
    assert len(headers) == len(ruled)
    wide = [table for table in ruled if table.style.name == "Bảng số liệu"]
    assert [len(table.columns) for table in wide] == [5, 6]
    assert all(len({column.width for column in list(table.columns)[1:]}) == 1 for table in wide)


def test_a_review_without_anything_still_says_so(example: ReviewContent) -> None:
    """Empty sections are told, empty annexes left out, and the pages are not turned for nothing."""
    empty = replace(
        example, themes=(), limitations=(), tasks=(), annexes=Annexes(), totals=(), sources=(), comparison=None
    )
    document = opened(empty)
    text = words(document)
    assert "Không có kết quả nào được báo cáo." in text
    assert "Các báo cáo không nêu hạn chế, khó khăn." in text
    assert "Phụ lục 1 – Nguồn của số liệu." in text
    assert [section.orientation for section in document.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.PORTRAIT]


def test_words_of_documents_are_only_words(example: ReviewContent) -> None:
    """Markup, tags and control characters in a document's sentence come out as text or not at all."""
    odd = Paragraph((TextRun("<b>&amp; {{ org }} {% if %} \x0b\x00 xong\tnhé\n"), FigureRun("5 <lớp> & 2", "t-0")))
    document = opened(replace(example, opening=(odd,)))
    assert "<b>&amp; {{ org }} {% if %} xong nhé 5 <lớp> & 2" in words(document)


plain = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
TAGS = st.sampled_from("{}%_#&<>\"'\n\t")


@settings(max_examples=25)
@given(text=st.text(alphabet=st.one_of(plain, TAGS), max_size=60))
def test_any_text_comes_out_as_it_went_in(example: ReviewContent, text: str) -> None:
    """Whatever a document holds, its words stand in the file unchanged, one space for any white space."""
    small = replace(
        example, themes=(), limitations=(), tasks=(), annexes=Annexes(), totals=(), sources=(), comparison=None
    )
    document = opened(replace(small, opening=(Paragraph((TextRun(f"[{text}]"),)),)))
    (shown,) = [each.text for each in document.paragraphs if each.text.startswith("[")]
    assert shown == re.sub(r"\s+", " ", f"[{text}]")


def test_a_user_may_bring_a_layout(example: ReviewContent, tmp_path: Path) -> None:
    """A Word file of the user's own, edited in Word, takes the place of the shipped one."""
    own = Document()
    own.add_paragraph("Cơ quan: {{ issuing_body }} – {{ period }}")
    own.add_paragraph("{%p for line in limitations %}")
    own.add_paragraph("{{r line.runs }}")
    own.add_paragraph("{%p endfor %}")
    own.save(str(tmp_path / "own.docx"))
    text = opened(example, tmp_path / "own.docx")
    assert text.paragraphs[0].text == f"Cơ quan: {example.heading.issuing_body.upper()} – năm 2024"
    assert len(text.paragraphs) == 1 + len(example.limitations)


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        ("{{ no_such_name }}", "no_such_name"),
        ("{% for %}", "own.docx"),
        ("{{ 1 / 0 }}", "division"),
        ("{{ org.__class__.__mro__ }}", "__class__"),
    ],
)
def test_a_layout_with_a_bad_tag_is_named(example: ReviewContent, tmp_path: Path, tag: str, named: str) -> None:
    """A tag that names nothing, is cut short, or reaches beyond the review is the caller's error, told in words."""
    own = Document()
    own.add_paragraph(tag)
    own.save(str(tmp_path / "own.docx"))
    with pytest.raises(TongketError, match=named):
        write_docx(example, tmp_path / "own.docx")


@pytest.mark.parametrize("content", [b"", b"not a zip archive", b"PK\x03\x04 cut off"])
def test_a_layout_that_is_no_word_file_is_named(example: ReviewContent, tmp_path: Path, content: bytes) -> None:
    """What cannot be opened is told with its path."""
    (tmp_path / "own.docx").write_bytes(content)
    with pytest.raises(TongketError, match="Không mở được mẫu trình bày"):
        write_docx(example, tmp_path / "own.docx")
    with pytest.raises(TongketError, match="Không mở được mẫu trình bày"):
        write_docx(example, tmp_path / "missing.docx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice: apt-get install libreoffice-writer")
def test_libreoffice_shows_it_as_a_report(example: ReviewContent, tmp_path: Path) -> None:
    """It opens elsewhere: the heading first, figures on turned pages, page numbers from the second page on."""
    (tmp_path / "review.docx").write_bytes(write_docx(example))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "review.docx"], check=True, timeout=120, capture_output=True
    )
    pages = list(pypdfium2.PdfDocument(tmp_path / "review.pdf"))
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    assert "BÁO CÁO" in texts[0]
    assert texts[1].split()[0] == "2"
    turned = [place for place, page in enumerate(pages) if page.get_width() > page.get_height()]
    assert "Bảng số liệu theo đơn vị" in texts[turned[0]]
    assert len(turned) == 2
    assert "Nguồn của số liệu" in " ".join(texts[turned[-1] + 1 :])
