"""WordprocessingML as text: paragraphs, cells, tables and sections of a layout.

Attributes of paragraphs and tables stand in the order that the schema (ECMA-376, part 1) demands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(millimetres: float) -> int:
    """Turn millimetres into twentieths of a point, the measure of Word."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Page:
    """Margins of a page in millimetres; paper is A4."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def width(self) -> int:
        """Width of the text on an upright page, in millimetres."""
        return 210 - self.left - self.right

    @property
    def wide(self) -> int:
        """Width of the text on a page turned to landscape, which has the same margins on the same sides of the view."""
        return 297 - self.top - self.bottom


def run(text: str, looks: str = "") -> str:
    """Write one run; `looks` is the inside of its `w:rPr`."""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, style: str = "", more: str = "") -> str:
    """Write a paragraph of runs; plain text becomes one run, `more` goes behind the style in `w:pPr`."""
    runs = inside if inside.startswith("<") or not inside else run(inside)
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def steer(statement: str) -> str:
    """Write a paragraph that steers the layout and vanishes: `{%p for … %}`."""
    return paragraph("{%p " + statement + " %}", "DieuKhien")


def cell(inside: str, width: int, *, span: int = 1, middle: bool = False) -> str:
    """Write a table cell of paragraphs, `width` in twips."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    aligned = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{aligned}</w:tcPr>{inside}</w:tc>'


def row(cells: str, *, header: bool = False) -> str:
    """Write a table row that stays on one page; a header row is repeated on every page."""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def table(rows: str, widths: Sequence[int], style: str) -> str:
    """Write a table of fixed columns, `widths` in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def section(page: Page, *, landscape: bool = False, first: bool = False) -> str:
    """Write the properties of a section that begins on a new page; the first one hides its first page number."""
    width, height = (16838, 11906) if landscape else (11906, 16838)
    # Turned to the left the top of the upright page is the left of the wide one; the view keeps air at its top.
    top, right, bottom, left = (
        (page.left, page.bottom, page.right, page.top) if landscape else (page.top, page.right, page.bottom, page.left)
    )
    turned = ' w:orient="landscape"' if landscape else ""
    header = '<w:headerReference w:type="default" r:id="rId3"/>'
    return (
        f'<w:sectPr>{header}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(right)}" w:bottom="{twips(bottom)}" w:left="{twips(left)}" '
        f'w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


def section_end(properties: str) -> str:
    """Write the empty paragraph that closes a section."""
    return f'<w:p><w:pPr><w:pStyle w:val="DieuKhien"/>{properties}</w:pPr></w:p>'
