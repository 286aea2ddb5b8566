"""Word files (DOCX), read from their XML: paragraphs, lists with their numbers, tables, text boxes, notes."""

import re
from collections.abc import Iterator

from lxml import etree

from tongket.document.cells import Cell, Part, add_table
from tongket.document.docx_numbering import Numbering
from tongket.document.docx_styles import Styles, W, number_at, value_of
from tongket.document.docx_text import words_of
from tongket.document.draft import Draft, Source
from tongket.document.faults import fault
from tongket.document.packed import RELATION, Packed, parse_xml
from tongket.document.refusal import RefusalError
from tongket.terms.document import Document, LineKind, Origin

_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "created": "{http://purl.org/dc/terms/}created",
    "modified": "{http://purl.org/dc/terms/}modified",
}
_OLD_FONT = re.compile(rb"""["'](?:\.Vn|VNI-)""", re.IGNORECASE)
# Heading levels of Word are 0 to 8; 9 means body text.
_BODY_LEVEL = 9
# Elements that only wrap paragraphs and tables.
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "smartTag"))


def read_docx(data: bytes, source: Source) -> Document:
    """Read a Word file.

    Args:
        data: Its bytes.
        source: Its name, hash and bounds.

    Returns:
        The document; notes at the end and marked as no part of the article, headers and footers left out.

    Raises:
        RefusalError: It cannot or must not be read.
    """
    packed = Packed(data, "docx", source.limits)
    main = _main_part(packed)
    raw = packed.read(main) or b""
    root = parse_xml(raw, main, "docx")
    body = root.find(W + "body")
    if body is None:
        raise RefusalError(fault("FILE-CUT-OFF", form="docx", reason=f"{main}: không có w:body"))
    folder = main.rpartition("/")[0]
    styles = Styles(packed.tree(f"{folder}/styles.xml"))
    numbering = Numbering(packed.tree(f"{folder}/numbering.xml"), styles)
    draft = Draft(source, "docx")
    legacy_fonts = any(_OLD_FONT.search(part) for part in (raw, packed.read(f"{folder}/styles.xml") or b""))
    reader = _Reader(draft, styles, numbering, legacy_fonts=legacy_fonts)
    changes = sum(1 for _ in root.iter(W + "ins", W + "del", W + "moveTo"))
    if changes:
        draft.find("TEXT-CHANGES-TRACKED", count=changes)
    reader.read_blocks(body)
    for part in ("footnotes", "endnotes"):
        reader.read_notes(packed.tree(f"{folder}/{part}.xml"))
    _read_properties(packed, draft)
    return draft.finish()


def _main_part(packed: Packed) -> str:
    """Return the name of the part that holds the text: the one that the package says, else the usual one."""
    relations = packed.tree("_rels/.rels")
    for relation in [] if relations is None else relations.iter(RELATION):
        if relation.get("Type", "").endswith("/officeDocument"):
            name = relation.get("Target", "").lstrip("/")
            if name in packed.names:
                return name
    if "word/document.xml" not in packed.names:
        raise RefusalError(fault("FILE-CUT-OFF", form="docx", reason="thiếu word/document.xml"))
    return "word/document.xml"


def _read_properties(packed: Packed, draft: Draft) -> None:
    core = packed.tree("docProps/core.xml")
    for name, tag in _CORE.items():
        value = None if core is None else core.findtext(tag)
        if value and value.strip():
            draft.properties[name] = value.strip()


class _Reader:
    """Goes through the blocks of one file in order."""

    def __init__(self, draft: Draft, styles: Styles, numbering: Numbering, *, legacy_fonts: bool) -> None:
        self._draft = draft
        self._styles = styles
        self._numbering = numbering
        self._legacy_fonts = legacy_fonts
        self._paragraphs = 0
        self._tables = 0
        self._carried = ""

    def read_blocks(self, container: etree._Element) -> None:
        """Read the paragraphs and tables of the body, of a text box or of the one cell of a frame."""
        for block in _blocks(container):
            if self._draft.full:
                return
            if block.tag == W + "p":
                for part in self._read_paragraph(block):
                    self._draft.add(part.text, part.kind, number=part.number, origin=Origin(paragraph=part.paragraph))
            elif block.tag == W + "tbl":
                self._read_table(block)
            else:
                self._draft.find("PART-LEFT-OUT", reason="tệp khác được nhúng vào bằng altChunk")

    def read_notes(self, root: etree._Element | None) -> None:
        """Read footnotes or endnotes; they stand outside the article."""
        for note in [] if root is None else root:
            if note.get(W + "type") is None and not self._draft.full:
                for part in self._inside(note):
                    self._draft.add(part.text, article=False)

    def _read_paragraph(self, paragraph: etree._Element) -> list[Part]:
        self._paragraphs += 1
        index = self._paragraphs
        properties = paragraph.find(W + "pPr")
        style = value_of(properties, "pStyle") or self._styles.default_paragraph
        words = words_of(paragraph, style, self._styles, legacy_fonts=self._legacy_fonts)
        for table in words.tables:
            self._draft.was_legacy(table)
        text, self._carried = self._carried + words.text, ""
        boxed = [part for box in words.boxes for part in self._inside(box)]
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            # The paragraph's end is deleted: its words go on in the next one, whose properties hold.
            self._carried = text
            return boxed
        number = self._numbering.number(properties, style)
        return [Part(text, self._kind(properties, style, number), number or "", index), *boxed]

    def _kind(self, properties: etree._Element | None, style: str | None, number: str | None) -> LineKind:
        chain = self._styles.chain(style)
        levels = [number_at(properties, "outlineLvl"), *(link.outline for link in chain)]
        level = next((found for found in levels if found is not None), None)
        names = [link.name for link in chain]
        if "caption" in names:
            return LineKind.CAPTION
        if (level is not None and level < _BODY_LEVEL) or any(name in ("title", "subtitle") for name in names):
            return LineKind.HEADING
        return LineKind.PARAGRAPH if number is None else LineKind.ITEM

    def _inside(self, container: etree._Element) -> list[Part]:
        """Return the paragraphs of a box or cell, those of tables in it too."""
        found: list[Part] = []
        for block in _blocks(container):
            if block.tag == W + "p":
                found.extend(self._read_paragraph(block))
            elif block.tag == W + "tbl":
                for row in _rows(block):
                    found.extend(part for cell in _row_cells(row) for part in self._inside(cell))
        return found

    def _read_table(self, table: etree._Element) -> None:
        rows = [list(_row_cells(row)) for row in _rows(table)]
        if len(rows) == 1 and len(rows[0]) == 1:
            self.read_blocks(rows[0][0])
            return
        self._tables += 1
        cells: list[Cell] = []
        for row, elements in enumerate(rows, start=1):
            column = 1 + _count_before(elements)
            for element in elements:
                properties = element.find(W + "tcPr")
                merged = properties is not None and _goes_on(properties)
                if not merged:
                    cells.append(Cell(row, column, self._inside(element)))
                column += number_at(properties, "gridSpan") or 1
        add_table(self._draft, self._tables, cells)


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs, tables and embedded files of a container, through what only wraps them."""
    for child in container:
        if child.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == W + "tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _row_cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _row_cells(child)


def _count_before(elements: list[etree._Element]) -> int:
    """Return how many columns of the grid a row leaves out at its start."""
    row = elements[0].getparent() if elements else None
    return (number_at(row, "trPr/gridBefore") or 0) if row is not None else 0


def _goes_on(properties: etree._Element) -> bool:
    """Tell whether a cell only continues the one above or beside it."""
    return any(
        element.get(W + "val", "continue") == "continue"
        for name in ("vMerge", "hMerge")
        for element in properties.iterfind(W + name)
    )
