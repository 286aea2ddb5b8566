"""OpenDocument texts (ODT): paragraphs, lists with their numbers, tables, text boxes, notes."""

from collections.abc import Iterator

from lxml import etree

from tongket.document.cells import Cell, Part, add_table
from tongket.document.draft import Draft, Source
from tongket.document.odf import OFFICE, open_odf
from tongket.document.odt_numbering import STYLE, TEXT, Count, ListStyles, next_number, whole
from tongket.document.packed import Packed
from tongket.terms.document import Document, LineKind, Origin

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PROPERTIES = {
    "title": _DC + "title",
    "author": _META + "initial-creator",
    "created": _META + "creation-date",
    "modified": _DC + "date",
}
_CAPTIONS = frozenset(("Caption", "Illustration", "Figure", "Drawing", "Table"))
# Deleted text, remarks, hidden text, and text that is not part of the flow.
_UNSEEN = frozenset((
    TEXT + "tracked-changes", OFFICE + "annotation", TEXT + "hidden-text", TEXT + "hidden-paragraph",
    TEXT + "ruby-text", OFFICE + "forms", TEXT + "sequence-decls",
    TEXT + "variable-decls", TEXT + "user-field-decls",
))  # fmt: skip
_BOX = _DRAW + "text-box"
# A run of spaces longer than this is damage, and blank all the same.
_MOST_SPACES = 1000
# A cell or row repeated to the edge of the sheet is empty; a table of a text repeats a few.
_MOST_REPEATED = 1000


def read_odt(data: bytes, source: Source) -> Document:
    """Read an OpenDocument text.

    Args:
        data: Its bytes.
        source: Its name, hash and bounds.

    Returns:
        The document; notes at the end and marked as no part of the article, headers and footers left out.

    Raises:
        RefusalError: It cannot or must not be read.
    """
    packed = Packed(data, "odt", source.limits)
    root, body = open_odf(packed, "odt", "text")
    draft = Draft(source, "odt")
    reader = _Reader(draft, root, packed.tree("styles.xml"))
    reader.read_blocks(body)
    reader.read_notes()
    changes = sum(1 for _ in body.iter(TEXT + "changed-region"))
    if changes:
        draft.find("TEXT-CHANGES-TRACKED", count=changes)
    meta = packed.tree("meta.xml")
    for name, tag in _PROPERTIES.items():
        draft.properties[name] = "" if meta is None else meta.findtext(f".//{tag}") or ""
    return draft.finish()


class _Reader:
    """Goes through the blocks of one file in order."""

    def __init__(self, draft: Draft, content: etree._Element, styles: etree._Element | None) -> None:
        self._draft = draft
        self._lists = ListStyles(styles, content)
        self._parents = _parents(styles) | _parents(content)
        self._paragraphs = 0
        self._tables = 0
        self._notes: list[etree._Element] = []

    def read_blocks(self, container: etree._Element) -> None:
        """Read the blocks of the text, of a section or of the one cell of a frame."""
        for child in container:
            if self._draft.full:
                return
            if child.tag == _TABLE + "table":
                self._read_table(child)
                continue
            for part in self._parts(child):
                self._draft.add(part.text, part.kind, number=part.number, origin=Origin(paragraph=part.paragraph))

    def read_notes(self) -> None:
        """Read the notes met so far; they stand outside the article."""
        for note in self._notes:
            for part in (part for child in note for part in self._parts(child)):
                self._draft.add(part.text, article=False)

    def _parts(self, block: etree._Element) -> Iterator[Part]:
        """Yield the paragraphs of one block."""
        tag = block.tag
        if tag == TEXT + "p":
            yield from self._paragraph(block, self._kind(block), "")
        elif tag == TEXT + "h":
            yield from self._paragraph(block, LineKind.HEADING, self._heading_number(block))
        elif tag == TEXT + "list":
            yield from self._list(block, 1, None, None)
        elif tag == _TABLE + "table":
            for row in block.iter(_TABLE + "table-cell"):
                yield from (part for child in row for part in self._parts(child))
        elif tag not in _UNSEEN and isinstance(tag, str):
            for child in block:
                yield from self._parts(child)

    def _list(self, element: etree._Element, level: int, around: str | None, count: Count | None) -> Iterator[Part]:
        style = element.get(TEXT + "style-name") or around or self._style_inside(element)
        count = count or self._lists.count_for(element, style or "")
        levels = self._lists.levels(style)
        for item in element:
            numbered = item.tag == TEXT + "list-item"
            fresh = numbered
            for child in item:
                if child.tag == TEXT + "list":
                    yield from self._list(child, level + 1, style, count)
                    continue
                number = ""
                if fresh and child.tag in (TEXT + "p", TEXT + "h"):
                    start = item.get(TEXT + "start-value")
                    number = next_number(levels, count, level, whole(start, 1) if start else None)
                    fresh = False
                    kind = LineKind.HEADING if child.tag == TEXT + "h" else LineKind.ITEM
                    yield from self._paragraph(child, kind, number)
                else:
                    yield from self._parts(child)

    def _paragraph(self, element: etree._Element, kind: LineKind, number: str) -> Iterator[Part]:
        self._paragraphs += 1
        index = self._paragraphs
        boxes: list[etree._Element] = []
        text = "".join(self._words(element, boxes))
        yield Part(text, kind, number, index)
        for box in boxes:
            yield from (part for child in box for part in self._parts(child))

    def _words(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        """Yield the words of a paragraph; its text boxes and notes are put aside."""
        yield _plain(element.text)
        for child in element:
            tag = child.tag
            if tag == TEXT + "s":
                yield " " * min(whole(child.get(TEXT + "c"), 1), _MOST_SPACES)
            elif tag == TEXT + "tab":
                yield "\t"
            elif tag == TEXT + "line-break":
                yield "\n"
            elif tag == _BOX:
                boxes.append(child)
            elif tag == TEXT + "note":
                self._notes.extend(child.iterchildren(TEXT + "note-body"))
            elif tag not in _UNSEEN and isinstance(tag, str):
                yield from self._words(child, boxes)
            yield _plain(child.tail)

    def _kind(self, element: etree._Element) -> LineKind:
        name: str | None = element.get(TEXT + "style-name")
        for _ in range(_MOST_PARENTS):
            if name is None:
                break
            if name in _CAPTIONS:
                return LineKind.CAPTION
            if name in ("Title", "Subtitle"):
                return LineKind.HEADING
            name = self._parents.get(name)
        return LineKind.PARAGRAPH

    def _heading_number(self, element: etree._Element) -> str:
        if element.get(TEXT + "is-list-header") == "true":
            return ""
        level = whole(element.get(TEXT + "outline-level"), 1)
        return next_number(self._lists.outline, self._lists.headings, level)

    def _style_inside(self, element: etree._Element) -> str | None:
        first = next(element.iter(TEXT + "p", TEXT + "h"), None)
        return None if first is None else self._lists.style_of_paragraph(first.get(TEXT + "style-name"))

    def _read_table(self, table: etree._Element) -> None:
        rows = list(_rows(table))
        alone = [cell for row in rows for cell in row.iterchildren(_TABLE + "table-cell")]
        if len(alone) == 1:
            self.read_blocks(alone[0])
            return
        self._tables += 1
        cells: list[Cell] = []
        number = 1
        for row in rows:
            column = 1
            for cell in row.iterchildren(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                if cell.tag == _TABLE + "table-cell":
                    cells.append(Cell(number, column, [part for child in cell for part in self._parts(child)]))
                column += min(whole(cell.get(_TABLE + "number-columns-repeated"), 1), _MOST_REPEATED)
            number += min(whole(row.get(_TABLE + "number-rows-repeated"), 1), _MOST_REPEATED)
        add_table(self._draft, self._tables, cells)


# Styles rest on one another a few deep; a longer chain rests on itself.
_MOST_PARENTS = 20


def _parents(root: etree._Element | None) -> dict[str, str]:
    elements = () if root is None else root.iter(STYLE + "style")
    return {
        element.get(STYLE + "name", ""): element.get(STYLE + "parent-style-name", "")
        for element in elements
        if element.get(STYLE + "family") == "paragraph"
    }


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == _TABLE + "table-row":
            yield child
        elif child.tag in (_TABLE + "table-header-rows", _TABLE + "table-rows", _TABLE + "table-row-group"):
            yield from _rows(child)


def _plain(text: str | None) -> str:
    """White space in ODF's XML is folded (ODF 1.2, 6.1.2)."""
    return " ".join(part for part in (text or "").replace("\n", " ").replace("\t", " ").split(" ")) if text else ""
