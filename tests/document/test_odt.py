"""OpenDocument texts: lists, headings, tables, notes, changes."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

from document.made import codes, odt, shown
from tongket.document.files import read_bytes
from tongket.terms.document import Document, LineKind

_LIST = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="-"/>'
    "</text:list-style>"
)


def _read(text: str, styles: str = _LIST) -> Document:
    return read_bytes(odt(text, styles), "bao-cao.odt")


def _item(inside: str) -> str:
    return f"<text:list-item>{inside}</text:list-item>"


def _p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_nested_lists_are_numbered_as_shown() -> None:
    """Levels count on their own, start again under the next item above, and may show the numbers above them."""
    inner = (
        "<text:list>"
        + _item(_p("a.") + "<text:list>" + _item(_p("sâu.")) + "</text:list>")
        + _item(_p("b."))
        + "</text:list>"
    )
    text = f'<text:list text:style-name="L1">{_item(_p("một.") + inner)}{_item(_p("hai.") + inner)}</text:list>'
    assert [line.number for line in _read(text).lines] == ["I.", "1.", "1.1.", "2.", "II.", "1.", "1.1.", "2."]


def test_a_list_goes_on_after_a_paragraph_where_it_says_so() -> None:
    """`continue-numbering` and `continue-list` count on, another list begins anew, `start-value` sets the count."""
    text = (
        f'<text:list xml:id="a" text:style-name="L1">{_item(_p("một."))}</text:list>{_p("Lời.")}'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{_item(_p("hai."))}</text:list>'
        f'<text:list text:style-name="L1">{_item(_p("lại một."))}</text:list>'
        f'<text:list text:style-name="L1" text:continue-list="a">{_item(_p("ba."))}</text:list>'
        f'<text:list text:style-name="L1"><text:list-item text:start-value="7">{_p("bảy.")}</text:list-item></text:list>'
    )
    assert [line.number for line in _read(text).lines] == ["I.", "", "II.", "I.", "III.", "VII."]


def test_only_the_first_paragraph_of_an_item_has_its_number() -> None:
    """A second paragraph of an item goes without number, and a list header has none."""
    text = (
        f'<text:list text:style-name="L1"><text:list-header>{_p("Đầu.")}</text:list-header>'
        f"{_item(_p('một.') + _p('tiếp.'))}</text:list>"
    )
    assert shown(_read(text)) == ["Đầu.", "I. một.", "tiếp."]


def test_headings_notes_breaks_and_changes() -> None:
    """Headings are headings, notes stand outside the article, deleted text is not read, spaces and breaks are."""
    text = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion></text:changed-region>"
        '</text:tracked-changes><text:h text:outline-level="1">Kết quả</text:h>'
        '<text:p>Có<text:s text:c="1"/>12 <text:span>hội nghị</text:span><text:note><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Theo kế hoạch.</text:p></text:note-body></text:note>.<text:line-break/>Hết.</text:p>"
    )
    document = _read(text)
    assert shown(document) == ["Kết quả", "Có 12 hội nghị.", "Hết.", "Theo kế hoạch."]
    assert [line.article for line in document.lines] == [True, True, True, False]
    assert document.lines[0].kind is LineKind.HEADING
    assert codes(document) == ["TEXT-CHANGES-TRACKED"]


def test_cells_keep_their_places_beside_covered_ones() -> None:
    """Covered and repeated cells move the column on, as on the page."""

    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{_p(text)}</table:table-cell>"

    text = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("TT")
        + cell("Kết quả", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
        + "<table:table-row>"
        + cell("1")
        + '<table:table-cell table:number-columns-repeated="1"/>'
        + cell("14")
        + "</table:table-row></table:table>"
    )
    document = _read(text)
    assert [(line.origin.row, line.origin.column, line.kind) for line in document.lines] == [
        (1, 1, LineKind.CELL),
        (1, 2, LineKind.CELL),
        (2, 1, LineKind.CELL),
        (2, 3, LineKind.CELL),
    ]
