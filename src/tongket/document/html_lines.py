"""The lines of a page as a person reads them, each with the block it stands in and how much of it is links."""

import re
from dataclasses import dataclass, field

from lxml import etree

from tongket.document.html_lists import OrderedList
from tongket.document.html_marks import (
    BLOCKS,
    HEADINGS,
    UNSEEN,
    is_body,
    is_caption,
    is_furniture,
    is_hidden,
    legacy_font,
)
from tongket.document.html_tables import data_cells
from tongket.document.legacy import Legacy, font_table, is_of_today, to_unicode
from tongket.terms.document import LineKind, Origin

_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Block:
    """A block element.

    Attributes:
        parent: Place of the block around it in `Lines.blocks`; -1 for none.
        kind: What its lines are.
        furniture: Whether it or one around it is furniture by tag, role or name.
        body: Whether it is, by its tag, role or name, the text of an article.
        item: Place of the list item it stands in or is; -1 for none.
        number: For a list item, the number that its first line will take; None once it is taken.
        listing: Counts its items, for an `ol`.
    """

    parent: int
    kind: LineKind
    furniture: bool
    body: bool
    item: int = -1
    number: str | None = None
    listing: OrderedList | None = None


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line.

    Attributes:
        text: Its words.
        kind: What it is.
        number: Its resolved list number.
        block: Place of its block in `Lines.blocks`.
        linked: How many of its characters are links.
        tag: The tag of a heading (`h1`), else empty.
        origin: Table, row and column of a cell.
    """

    text: str
    kind: LineKind
    number: str
    block: int
    linked: int
    tag: str
    origin: Origin


@dataclass
class Lines:
    """What was gathered from one page."""

    lines: list[PageLine] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tables: set[Legacy] = field(default_factory=set)


def lines_of_page(root: etree._Element, most: int) -> Lines:
    """Gather the lines of a page, or of a part of it, in reading order.

    Args:
        root: The element to read.
        most: After so many lines it stops.
    """
    walk = _Walk()
    events = etree.iterwalk(root, events=("start", "end"))
    # The element whose inside is skipped: its end comes next, before that of any other.
    skipped: etree._Element | None = None
    for event, element in events:
        if len(walk.found.lines) > most:
            break
        if event == "start":
            if element.tag in UNSEEN or is_hidden(element) or (element.tag == "table" and walk.table(element, most)):
                skipped = element
                events.skip_subtree()
            else:
                walk.enter(element)
            continue
        if element is skipped:
            skipped = None
        else:
            walk.leave(element)
        if element is not root:
            walk.text(element.tail)
    walk.flush()
    return walk.found


class _Walk:
    """The state of going through a page: open blocks, links and fonts, and the line being gathered."""

    def __init__(self) -> None:
        self.found = Lines([], [Block(-1, LineKind.PARAGRAPH, furniture=False, body=False)])
        self._open = [0]
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0
        self._pre = 0
        self._fonts: list[str] = [""]
        self._heading = ""
        self._tables = 0

    def enter(self, element: etree._Element) -> None:
        tag = element.tag
        font = legacy_font(element)
        self._fonts.append(self._fonts[-1] if font is None else font)
        if tag == "a":
            self._links += 1
        elif tag == "br":
            self.flush()
        elif tag in BLOCKS:
            self.flush()
            self._push(element)
        self.text(element.text)

    def leave(self, element: etree._Element) -> None:
        tag = element.tag
        self._fonts.pop()
        if tag == "a":
            self._links -= 1
        elif tag in BLOCKS:
            self.flush()
            self._open.pop()
            self._pre -= tag in ("pre", "textarea")
            if tag in HEADINGS:
                self._heading = ""

    def text(self, text: str | None) -> None:
        if not text:
            return
        if self._fonts[-1]:
            text = self._from_font(text)
        if not self._pre:
            self._take(_SPACE.sub(" ", text))
            return
        for place, line in enumerate(text.split("\n")):
            if place:
                self.flush()
            self._take(line)

    def flush(self) -> None:
        """End the line being gathered."""
        words = "".join(self._parts)
        text = words.strip() if self._pre else _SPACE.sub(" ", words).strip()
        linked, self._linked = self._linked, 0
        self._parts.clear()
        if not text:
            return
        place = self._open[-1]
        kind, number = self._item(place)
        self.found.lines.append(PageLine(text, kind, number, place, min(linked, len(text)), self._heading, Origin()))

    def table(self, element: etree._Element, most: int) -> bool:
        """Read a table of data cell by cell; return False for one that only lays out the page."""
        cells = data_cells(element)
        if cells is None:
            return False
        self.flush()
        self._tables += 1
        caption = element.find("caption")
        for part, row, column in [*([] if caption is None else [(caption, 0, 0)]), *cells]:
            if len(self.found.lines) > most:
                break
            text, linked = self._inside(part, most)
            if text:
                origin = Origin(table=self._tables, row=row, column=column) if row else Origin()
                kind = LineKind.CELL if row else LineKind.CAPTION
                self.found.lines.append(PageLine(text, kind, "", self._open[-1], linked, "", origin))
        return True

    def _inside(self, part: etree._Element, most: int) -> tuple[str, int]:
        """Return the words of a cell in one line, and how many of their characters are links."""
        if len(part) == 0 and not self._fonts[-1] and not part.keys():
            return _SPACE.sub(" ", part.text or "").strip(), 0
        inner = lines_of_page(part, most)
        self.found.tables |= inner.tables
        text = " ".join(f"{line.number} {line.text}".strip() for line in inner.lines)
        return text, sum(line.linked for line in inner.lines)

    def _take(self, text: str) -> None:
        if text:
            self._parts.append(text)
            if self._links > 0:
                self._linked += len(text.strip())

    def _push(self, element: etree._Element) -> None:
        tag = element.tag
        around = self.found.blocks[self._open[-1]]
        furniture = around.furniture or is_furniture(element)
        block = Block(self._open[-1], around.kind, furniture, is_body(element), around.item)
        if tag in HEADINGS:
            block.kind, self._heading = LineKind.HEADING, tag
        elif is_caption(element):
            block.kind = LineKind.CAPTION
        elif tag == "li":
            block.kind, block.item = LineKind.ITEM, len(self.found.blocks)
            block.number = around.listing.number(element) if around.listing else ""
        elif tag == "ol":
            block.listing = OrderedList(element)
        elif tag in ("pre", "textarea"):
            self._pre += 1
        self.found.blocks.append(block)
        self._open.append(len(self.found.blocks) - 1)

    def _item(self, place: int) -> tuple[LineKind, str]:
        """Return kind and number of a line: only the first line of a list item is the item."""
        block = self.found.blocks[place]
        if block.kind is not LineKind.ITEM:
            return block.kind, ""
        item = self.found.blocks[block.item]
        number, item.number = item.number, None
        return (LineKind.PARAGRAPH, "") if number is None else (LineKind.ITEM, number)

    def _from_font(self, text: str) -> str:
        found = font_table(self._fonts[-1])
        if found is None or is_of_today(text) or (text.isascii() and not found.capitals):
            return text
        self.found.tables.add(found.table)
        return to_unicode(text, found.table, capitals=found.capitals)
