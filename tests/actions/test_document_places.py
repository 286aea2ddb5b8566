"""Where in its document a piece of text stands."""

from tongket.actions.document_places import DocumentPlaces
from tongket.reading import read
from tongket.terms.document import Document, Line, LineKind, Origin
from tongket.terms.span import Span


def _document(*parts: tuple[str, LineKind, str, Origin]) -> Document:
    """Put lines one below the other: words, kind, list number, origin."""
    lines, text = [], ""
    for words, kind, number, origin in parts:
        start = len(text)
        text += f"{number} {words}".strip() + "\n"
        lines.append(Line(Span(start, len(text) - 1), kind, number, text.index(words, start), origin))
    return Document("mẫu", text, tuple(lines), "docx", "sha")


def _places(document: Document) -> DocumentPlaces:
    return DocumentPlaces(document, read(document))


def _span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_the_headings_above_are_those_still_open() -> None:
    """A new part closes the sections of the one before it."""
    origin = Origin(page=2)
    document = _document(
        ("KẾT QUẢ", LineKind.HEADING, "I.", origin),
        ("Công tác học tập", LineKind.HEADING, "1.", origin),
        ("Lý luận chính trị", LineKind.HEADING, "2.", origin),
        ("Huyện mở 9 lớp. Học viên đều đạt.", LineKind.PARAGRAPH, "", origin),
        ("NHIỆM VỤ", LineKind.HEADING, "II.", origin),
        ("Mở 15 lớp.", LineKind.PARAGRAPH, "", origin),
    )
    places = _places(document)
    found = places.surroundings(_span(document, "9 lớp"))
    assert found.headings == "KẾT QUẢ\nLý luận chính trị"
    assert (found.sentence, found.at, found.before) == ("Huyện mở 9 lớp.", 9, "")
    assert (found.page, found.line, found.in_cell) == (2, 4, False)
    assert places.surroundings(_span(document, "đều đạt")).before == "Huyện mở 9 lớp."
    assert places.surroundings(_span(document, "15 lớp")).headings == "NHIỆM VỤ"


def test_a_cell_is_shown_with_its_row_and_the_top_of_its_column() -> None:
    """The row is the sentence; all words above the first number of a column are its top."""
    rows = [["BIỂU SỐ LIỆU", ""], ["TT", "Kết quả"], ["1", "42"], ["2", "18.650"]]
    cells = [
        (words, LineKind.CELL, "", Origin(table=1, row=row, column=column))
        for row, line in enumerate(rows, 1)
        for column, words in enumerate(line, 1)
        if words
    ]
    document = _document(*cells)
    places = _places(document)
    found = places.surroundings(_span(document, "18.650"))
    assert (found.sentence, found.column, found.in_cell) == ("2 | 18.650", "Kết quả", True)
    assert found.sentence[found.at :] == "18.650"
    assert places.surroundings(_span(document, "42")).column == "Kết quả"
    first = places.surroundings(Span(document.text.index("\n2\n") + 1, document.text.index("\n2\n") + 2))
    assert first.column == "BIỂU SỐ LIỆU / TT"
