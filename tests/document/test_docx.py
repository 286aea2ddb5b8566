"""Word files: numbers, tables, changes, boxes, notes, fonts."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

import pytest

from document.made import W, codes, docx, level, num, p, packed, shown
from tongket.document.files import read_bytes
from tongket.terms.document import Document, LineKind

_OUTLINE = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
)


def _read(body: str, **parts: str) -> Document:
    return read_bytes(docx(body, **parts), "bao-cao.docx")


def _numbers(document: Document) -> list[str]:
    return [line.number for line in document.lines]


def test_an_outline_is_numbered_as_word_shows_it() -> None:
    """Levels count on their own, a higher one starts the lower again, and a number may hold those above it."""
    levels = [0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1]
    document = _read("".join(p(f"mục {place}.", num(1, at)) for place, at in enumerate(levels)), numbering=_OUTLINE)
    assert _numbers(document) == ["I.", "1.", "2.", "2.1.", "2.2.", "a)", "b)", "3.", "3.1.", "II.", "1."]
    assert shown(document)[3] == "2.1. mục 3."
    assert document.text[document.lines[3].content :].startswith("mục 3.")
    assert {line.kind for line in document.lines} == {LineKind.ITEM}


def test_lists_of_one_abstract_list_count_on_unless_one_overrides_its_start() -> None:
    """A second list of the same abstract list goes on; a start override begins anew, once."""
    body = p("một.", num(1)) + p("hai.", num(1)) + p("bốn.", num(2)) + p("năm.", num(2)) + p("sáu.", num(1))
    assert _numbers(_read(body, numbering=_OUTLINE)) == ["I.", "II.", "IV.", "V.", "VI."]


def test_a_level_that_never_restarts_counts_through() -> None:
    """`w:lvlRestart` of 0 keeps a level counting when a higher one moves on."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(p("mục.", num(1, at)) for at in (0, 1, 1, 0, 1))
    assert _numbers(_read(body, numbering=numbering)) == ["I.", "1.", "2.", "II.", "3."]


def test_a_level_replaced_in_the_list_looks_as_the_list_says() -> None:
    """`w:lvlOverride` with a whole level changes how that list's numbers look."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "decimal", "%1.")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        + '<w:lvlOverride w:ilvl="0">'
        + level(0, "lowerRoman", "(%1)")
        + "</w:lvlOverride></w:num>"
    )
    assert _numbers(_read(p("a.", num(1)) + p("b.", num(1)), numbering=numbering)) == ["(i)", "(ii)"]


@pytest.mark.parametrize(
    ("form", "text", "third"),
    [
        ("upperLetter", "%1.", "C."),
        ("lowerLetter", "%1)", "c)"),
        ("decimalZero", "%1.", "03."),
        ("vietnameseCounting", "Phần thứ %1:", "Phần thứ ba:"),
        ("bullet", "\uf0b7", "•"),
        ("bullet", "-", "-"),
        ("none", "", ""),
    ],
)
def test_numerals_of_word(form: str, text: str, third: str) -> None:
    """The third item of a list in each of Word's numerals; signs of symbol fonts become those a person sees."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, form, text)
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    document = _read(p("x.", num(1)) * 3, numbering=numbering)
    assert document.lines[2].number == third


def test_a_style_brings_its_number_and_a_paragraph_may_refuse_it() -> None:
    """`numPr` of a style counts, a style resting on it too, `numId` 0 takes a paragraph out."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr>' + num(1) + "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Muc"/></w:style>'
    )
    body = (
        p("một.", '<w:pStyle w:val="Muc"/>')
        + p("hai.", '<w:pStyle w:val="Con"/>')
        + p("không.", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert _numbers(_read(body, numbering=_OUTLINE, styles=styles)) == ["I.", "II.", ""]


def test_a_typed_number_is_read_where_word_numbers_nothing() -> None:
    """A number typed by hand is the line's number too, and the text is not changed."""
    document = _read(p("II.Hạn chế") + p("1- Còn chậm."))
    assert _numbers(document) == ["II.", "1-"]
    assert document.text == "II.Hạn chế\n1- Còn chậm."


def test_headings_and_captions_are_told_by_their_style() -> None:
    """Outline levels and titles are headings, the caption style is a caption, whatever language Word speaks."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="ct"><w:name w:val="caption"/></w:style>'
    )
    body = p("Kết quả", '<w:pStyle w:val="u1"/>') + p("Các đại biểu", '<w:pStyle w:val="ct"/>') + p("Lời văn.")
    document = _read(body, styles=styles)
    assert [line.kind for line in document.lines] == [LineKind.HEADING, LineKind.CAPTION, LineKind.PARAGRAPH]


def test_tracked_changes_are_read_as_accepted() -> None:
    """Inserted text is read, deleted and moved-away text is not, a deleted paragraph end joins the next; one finding."""
    body = (
        "<w:p><w:r><w:t>Có </w:t></w:r><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:del><w:r><w:delText>21</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>bỏ</w:t></w:r></w:moveFrom><w:r><w:t> hội nghị,</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p><w:p><w:r><w:t>lớp.</w:t></w:r></w:p>"
    )
    document = _read(body)
    assert shown(document) == ["Có 12 hội nghị,", "một lớp."]
    assert codes(document) == ["TEXT-CHANGES-TRACKED"]


def test_what_word_does_not_show_is_not_read() -> None:
    """Hidden text, field codes and soft hyphens are left out; links, field results, tabs and breaks are read."""
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:hyperlink><w:r><w:t>Liên kết</w:t></w:r></w:hyperlink>"
        "<w:r><w:tab/><w:t>tr\u00adang</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:fldSimple><w:r><w:t> 5</w:t></w:r></w:fldSimple><w:r><w:br/><w:t>dòng hai</w:t></w:r></w:p>"
    )
    assert shown(_read(body)) == ["Liên kết\ttrang 5", "dòng hai"]


def test_a_text_box_is_read_once() -> None:
    """Of the two forms in which Word keeps a text box one is read, after the paragraph it hangs on."""
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent>" + p("Trong khung.") + "</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Ngoài khung.</w:t></w:r></w:p>"
    )
    assert shown(_read(body)) == ["Ngoài khung.", "Trong khung."]


def test_notes_stand_at_the_end_and_outside_the_article() -> None:
    """A footnote is kept as a line that is no part of the article; separators and headers are no lines."""
    note = f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote><w:footnote w:id="1">{p("Theo kế hoạch.")}</w:footnote>'
    document = _read(p("Lời văn."), footnotes=note, header1=p("Trang đầu"))
    assert [(text, line.article) for text, line in zip(shown(document), document.lines, strict=True)] == [
        ("Lời văn.", True),
        ("Theo kế hoạch.", False),
    ]


def test_cells_of_a_table_have_their_row_and_column() -> None:
    """One line a cell; merged cells stand once, at their first row and column; the grid counts columns."""

    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    body = (
        "<w:tbl><w:tr>"
        + cell("TT", '<w:vMerge w:val="restart"/>')
        + cell("Kết quả", '<w:gridSpan w:val="2"/>')
        + "</w:tr>"
        "<w:tr>" + cell("", "<w:vMerge/>") + cell("Số lớp") + cell("Học viên") + "</w:tr>"
        "<w:tr>" + cell("1") + f"<w:tc>{p('14')}{p('lớp')}</w:tc>" + cell("1.260") + "</w:tr></w:tbl>"
    )
    document = _read(body)
    assert [
        (line.origin.row, line.origin.column, text) for line, text in zip(document.lines, shown(document), strict=True)
    ] == [
        (1, 1, "TT"),
        (1, 2, "Kết quả"),
        (2, 2, "Số lớp"),
        (2, 3, "Học viên"),
        (3, 1, "1"),
        (3, 2, "14 lớp"),
        (3, 3, "1.260"),
    ]
    assert {(line.kind, line.origin.table) for line in document.lines} == {(LineKind.CELL, 1)}


def test_the_head_of_a_letter_keeps_its_lines() -> None:
    """A table that only sets two columns side by side gives a line for each paragraph; a frame of one cell, paragraphs."""
    head = f"<w:tbl><w:tr><w:tc>{p('HUYỆN ỦY AN LÂM')}{p('Số 12-BC/HU')}</w:tc><w:tc>{p('An Lâm, ngày 5/1/2024')}</w:tc></w:tr></w:tbl>"
    frame = f"<w:tbl><w:tr><w:tc>{p('1. Một câu.')}</w:tc></w:tr></w:tbl>"
    document = _read(head + frame)
    assert shown(document) == ["HUYỆN ỦY AN LÂM", "Số 12-BC/HU", "An Lâm, ngày 5/1/2024", "1. Một câu."]
    assert [line.kind for line in document.lines][2:] == [LineKind.CELL, LineKind.ITEM]


def test_text_in_old_fonts_becomes_unicode_run_by_run() -> None:
    """Runs in `.VnTime` and `.VnTimeH` are converted, the latter to capitals; runs of today stay."""

    def run(font: str, text: str) -> str:
        return f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    body = f"<w:p>{run('.VnTimeH', 'b¸o c¸o ')}{run('.VnTime', 'tæng kÕt ')}{run('Times New Roman', 'năm 2023')}</w:p>"
    document = _read(body)
    assert document.text == "BÁO CÁO tổng kết năm 2023"
    assert codes(document) == ["TEXT-WAS-TCVN3"]


def test_the_properties_of_the_file_are_kept() -> None:
    """Title, author and day of making come out as the file writes them."""
    core = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Báo cáo năm</dc:title><dc:creator>Văn phòng</dc:creator><dcterms:created>2024-01-05T08:00:00Z</dcterms:created>"
        "</cp:coreProperties>"
    )
    document = read_bytes(
        packed(
            {"word/document.xml": f"<w:document {W}><w:body>{p('x')}</w:body></w:document>", "docProps/core.xml": core}
        )
    )
    assert dict(document.properties) == {
        "title": "Báo cáo năm",
        "author": "Văn phòng",
        "created": "2024-01-05T08:00:00Z",
    }


def test_the_strict_form_of_word_files_is_read() -> None:
    """ISO 29500 strict files name their elements otherwise and mean the same."""
    strict = packed(
        {
            "word/document.xml": (
                '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
                + p("Lời văn.")
                + "</w:body></w:document>"
            )
        }
    )
    assert read_bytes(strict).text == "Lời văn."
