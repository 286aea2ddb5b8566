"""The page: the same review, complete, asking nobody for anything."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import fields, replace
from html import escape
from pathlib import Path

import pytest
from docx import Document
from lxml import html

from tongket.review.content import Annexes, FigureRun, Paragraph, ReviewContent, TextRun
from tongket.review.page import write_page
from tongket.review.word import write_docx


def test_every_link_arrives_at_one_element(example: ReviewContent) -> None:
    """Each fragment is the id of one element, and every source and total has an entry."""
    page = html.document_fromstring(write_page(example))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    hrefs = set(page.xpath("//a/@href")) - {"#"}  # the dialog's link gets its target when it opens
    assert {href[1:] for href in hrefs} <= set(ids)
    assert {f"N{place}" for place in range(1, len(example.sources) + 1)} <= set(ids)
    assert {f"T{place}" for place in range(1, len(example.totals) + 1)} <= set(ids)


def test_the_page_asks_no_host_for_anything(example: ReviewContent) -> None:
    """Nothing is loaded: no address, no import, and a policy that forbids it."""
    page = write_page(example)
    assert re.findall(r"(?:https?:)?//[a-z]|@import|url\(|src=", page) == []
    assert "default-src 'none'" in page


def test_a_source_shows_sentence_document_and_place(example: ReviewContent) -> None:
    """The entry has all that the dialog needs, the figure's words marked."""
    page = html.document_fromstring(write_page(example))
    entry = page.get_element_by_id("N2")
    assert [mark.text for mark in entry.xpath(".//mark")] == ["11.200 lượt"]
    where = entry.find_class("where")[0].text_content()
    assert where == "bao-cao-01-2024.docx – huyện Vân Khê, năm 2024 – trang 1, dòng 9 f-0-1"


def test_a_limitation_that_came_back_says_from_when(example: ReviewContent) -> None:
    """The mark leads to the earlier sentence."""
    page = html.document_fromstring(write_page(example))
    (again, _) = page.find_class("again")
    assert again.text_content().split() == ["Lặp", "lại:", "đã", "nêu", "trong", "báo", "cáo", "năm", "2023."]
    target = again.xpath(".//a/@href")[0][1:]
    assert "bao-cao-02-2023.pdf" in page.get_element_by_id(target).text_content()


def test_words_of_documents_are_only_words(example: ReviewContent) -> None:
    """Markup in a document's sentence is shown, not obeyed."""
    odd = Paragraph((TextRun("<script>alert(1)</script> & {{ org }}"), FigureRun('5 "<lớp>"', "t-0")))
    page = html.document_fromstring(write_page(replace(example, opening=(odd,))))
    assert len(page.xpath("//script")) == 1
    assert '<script>alert(1)</script> & {{ org }}5 "<lớp>"' in page.text_content()


def test_a_review_without_anything_still_says_so(example: ReviewContent) -> None:
    """Empty sections are told, empty annexes left out."""
    empty = replace(
        example, themes=(), limitations=(), tasks=(), annexes=Annexes(), totals=(), sources=(), comparison=None
    )
    page = html.document_fromstring(write_page(empty))
    assert "Không có kết quả nào được báo cáo." in page.text_content()
    assert "Các báo cáo không nêu hạn chế, khó khăn." in page.text_content()
    assert [section.get("class") for section in page.xpath("//section[@class]")] == ["annex sources"]


@pytest.mark.parametrize("name", [field.name for field in fields(Annexes)])
def test_an_annex_with_nothing_in_it_is_left_out(example: ReviewContent, name: str) -> None:
    """Any one annex may be empty; those behind it move up."""
    left = replace(example, annexes=replace(example.annexes, **{name: ()}))
    page = html.document_fromstring(write_page(left))
    assert page.get_element_by_id("phu-luc-8").text_content() == "Phụ lục 8 Nguồn của số liệu"
    assert "Phụ lục 8Nguồn của số liệu" in Document(io.BytesIO(write_docx(left))).element.body.xpath("string()")


def test_the_same_content_gives_the_same_page(example: ReviewContent) -> None:
    """Writing again changes nothing."""
    assert write_page(example) == write_page(example)


BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(BROWSER is None, reason="needs Chromium: apt-get install chromium")
CLICK = """<script>
document.querySelector("main p a.figure").click();
document.querySelector("dialog a.figure").click();
</script></body>"""


@pytest.fixture
def shown(tmp_path: Path) -> Callable[[str], html.HtmlElement]:
    """Show a page in a browser and give the document as it then is."""

    def show(page: str) -> html.HtmlElement:
        (tmp_path / "page.html").write_text(page, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
        command = [BROWSER, *flags, "--virtual-time-budget=2000", "--dump-dom", f"file://{tmp_path}/page.html"]
        done = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True)
        return html.document_fromstring(done.stdout)

    return show


@needs_browser
def test_a_click_on_a_figure_shows_its_total_and_on_to_a_sentence(
    example: ReviewContent, shown: Callable[[str], html.HtmlElement]
) -> None:
    """Two clicks lead from the figure over its parts to the sentence, with a way back."""
    page = shown(write_page(example).replace("</body>", CLICK))
    dialog = page.get_element_by_id("nguon")
    assert "open" in dialog.attrib
    assert "đã tổ chức trên 12 hội nghị học tập" in dialog.text_content()
    assert dialog.find_class("there")[0].get("href") == "#N1"
    assert "hidden" not in dialog.xpath('.//button[@data-do="back"]')[0].attrib


@needs_browser
def test_nothing_sticks_out_on_a_narrow_screen(
    example: ReviewContent, shown: Callable[[str], html.HtmlElement]
) -> None:
    """At 360 pixels only the wide tables scroll, the page does not."""
    frame = f'<iframe style="width:360px;border:0" srcdoc="{escape(write_page(example))}"></iframe>'
    measure = """<script>onload = () => {
      const page = document.querySelector("iframe").contentDocument.documentElement;
      document.title = page.clientWidth > 300 ? page.scrollWidth - page.clientWidth : "not shown";
    }</script>"""
    page = shown(f"<!DOCTYPE html><title></title>{frame}{measure}")
    assert page.findtext(".//title") == "0"
