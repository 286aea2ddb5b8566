"""The page: what every reader of a record type is given."""

from hypothesis import given
from hypothesis import strategies as st

from tongket.document.plain import document_from_text
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.records import DocumentFields
from tongket.terms.span import Span

TEXTS = st.lists(
    st.sampled_from(["Xã Mẫu họp.", "Đ/c. Hà dự.", "a) Rà soát", "- Tốt; ", "  ", "\n", "\n\n", "\t", "Hết!", "12/5. "])
).map("".join)


def page(text: str, *body: Span) -> Page:
    """Prepare a text; without a body all of it."""
    document = document_from_text(text)
    parts = body or (Span(0, len(document.text)),)
    return Page(document, fold(document.text), parts, DocumentFields())


def test_paragraphs_are_the_lines_without_blanks() -> None:
    """A paragraph is a line of the body without the white space around it."""
    text = "  Xã Mẫu họp.  \n\n \nHuyện duyệt.\n"
    assert [span.of(text) for span in page(text).paragraphs] == ["Xã Mẫu họp.", "Huyện duyệt."]


def test_only_the_body_has_paragraphs() -> None:
    """A line outside the body is none, and one half inside is cut at the edge."""
    text = "Trang chủ\nXã Mẫu họp.\nHuyện duyệt. Lượt xem: 3\nBản quyền"
    parts = Span(10, 21), Span(22, 34)
    assert [span.of(text) for span in page(text, *parts).paragraphs] == ["Xã Mẫu họp.", "Huyện duyệt."]
    assert page(text, Span(0, 0)).paragraphs == ()


def test_sentences_belong_to_their_paragraphs() -> None:
    """Sentences stand in order and none reaches over a line end."""
    text = "Xã họp. Huyện duyệt.\nTỉnh khen."
    assert [span.of(text) for span in page(text).sentences] == ["Xã họp.", "Huyện duyệt.", "Tỉnh khen."]


def test_a_page_knows_what_its_text_explains() -> None:
    """A short form explained anywhere in the document is known on the page, even outside the body."""
    text = "Hội Khuyến học Vui (HKHV)\nHKHV ra mắt."
    assert page(text, Span(26, len(text))).explained == {"HKHV": "Hội Khuyến học Vui"}


@given(TEXTS)
def test_sentences_part_the_words_of_the_body(text: str) -> None:
    """Every character of the body that is no white space and no list number stands in exactly one sentence."""
    whole = page(text)
    held = [at for span in whole.sentences for at in range(*span)]
    assert held == sorted(set(held))
    words = {at for line in whole.document.lines for at in range(line.content, line.span.end)}
    assert all(whole.text[at].isspace() for at in words - set(held))
    assert all(part.start < part.end and part.of(whole.text).strip() for part in whole.paragraphs)
