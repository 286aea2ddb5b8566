"""The review as a Word file, on a layout that users may edit."""

import io
from importlib import resources
from pathlib import Path
from zipfile import BadZipFile

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from tongket.review.content import ReviewContent
from tongket.review.marks import WordMarks, clean
from tongket.review.pack import repacked
from tongket.review.view import view
from tongket.terms.errors import TongketError
from tongket.terms.profile import Style

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EVEN_STYLE = "BangSoLieu"
_CHART_WIDTH = 160  # mm: the width of the text between the margins of both norms
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_ORG_SHARE = 0.2  # of the width of a table of figures: the longest org names take two lines in it
_DEFAULTS = {Style.PARTY: "party.docx", Style.STATE: "state.docx"}


def write_docx(content: ReviewContent, layout: Path | None = None) -> bytes:
    """Write a review as a Word file; the same content on the same layout gives the same bytes.

    Args:
        content: The review.
        layout: A Word file with the tags told in `layouts/__init__.py`; None takes the one of the heading's style.

    Raises:
        TongketError: The layout cannot be opened or names what a review does not have; or a figure leads nowhere.
    """
    name = str(layout) if layout else _DEFAULTS[content.heading.style]
    template = _opened(layout, content.heading.style)
    shown = view(content, WordMarks(lambda png: InlineImage(template, io.BytesIO(png), width=Mm(_CHART_WIDTH))))
    # A layout may come from anybody: the sandbox keeps its expressions from reaching beyond the review.
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_finalised)
    try:
        template.render(shown, environment)
    except (TemplateError, TypeError, ArithmeticError) as error:
        message = f"Mẫu trình bày {name} có thẻ không dùng được: {error}. Hãy sửa thẻ ấy trong tệp Word của mẫu."
        raise TongketError(message) from error
    _describe(template, content)
    for table in template.docx.element.body.iter(f"{_W}tbl"):
        if table.find(f"{_W}tblPr/{_W}tblStyle[@{_W}val='{_EVEN_STYLE}']") is not None:
            _even(table)
    return _saved(template)


def _opened(layout: Path | None, style: Style) -> DocxTemplate:
    try:
        file = layout.read_bytes() if layout else shipped_layout(style)
        template = DocxTemplate(io.BytesIO(file))
        template.init_docx()
    except (OSError, ValueError, KeyError, BadZipFile, etree.XMLSyntaxError) as error:
        message = f"Không mở được mẫu trình bày {layout}: {error}. Hãy chỉ tới một tệp Word (.docx) còn nguyên vẹn."
        raise TongketError(message) from error
    return template


def shipped_layout(style: Style) -> bytes:
    """Return the layout that comes with the software, for a user to copy and edit."""
    return resources.files("tongket.review.layouts").joinpath(_DEFAULTS[style]).read_bytes()


def _saved(template: DocxTemplate) -> bytes:
    buffer = io.BytesIO()
    template.save(buffer)
    return repacked(buffer.getvalue())


def _finalised(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _describe(template: DocxTemplate, content: ReviewContent) -> None:
    """Say in words what each picture shows, for who cannot see it."""
    pictures = template.docx.element.body.iter(_DRAWING)
    for number, (picture, chart) in enumerate(zip(pictures, content.charts, strict=False), 1):
        bars = "; ".join(f"{bar.label} {bar.series}: {bar.text}" for bar in chart.bars)
        picture.set("id", str(number))
        picture.set("name", f"Biểu đồ {number}")
        picture.set("descr", f"{chart.title}. {bars}")


def _even(table: etree._Element) -> None:
    """Give the columns behind the first one the same width: their number is only known when written."""
    grid = table.findall(f"{_W}tblGrid/{_W}gridCol")
    whole = sum(int(column.get(f"{_W}w") or 0) for column in grid)
    first = round(whole * _ORG_SHARE)
    widths = [first, *[(whole - first) // max(len(grid) - 1, 1)] * (len(grid) - 1)]
    for column, width in zip(grid, widths, strict=True):
        column.set(f"{_W}w", str(width))
    for row in table.iter(f"{_W}tr"):
        for measure, width in zip(row.iterfind(f"{_W}tc/{_W}tcPr/{_W}tcW"), widths, strict=False):
            measure.set(f"{_W}w", str(width))
