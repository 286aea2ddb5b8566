"""PDF files: with a text layer (reportlab), and scans without one (pillow)."""

import io
import random
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table
from samples.make.source import Block, Source

# Where Debian's fonts-dejavu-core puts it; it has every Vietnamese letter, which older Liberation fonts lack.
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
_ROMAN = ("I", "II", "III", "IV", "V")
# An A4 page at 200 dots an inch, the usual setting of an office scanner.
_SCAN_SIZE = (1654, 2339)
_SCAN_MARGIN = 190
_LETTER = 32
_LINE_STEP = 54
_MOMENT = datetime(2023, 12, 18, tzinfo=UTC).timetuple()


def printed_report(source: Source) -> bytes:
    """Write the source as PDF with text; without moments and ids, so that writing again gives the same file."""
    registerFont(TTFont("Serif", str(FONT)))
    held = io.BytesIO()
    margins = {"leftMargin": 85, "rightMargin": 43, "topMargin": 57, "bottomMargin": 57}
    SimpleDocTemplate(held, pagesize=A4, invariant=1, title=Path(source.target).stem, **margins).build(_flow(source))
    return held.getvalue()


def _flow(source: Source) -> list[Flowable]:
    centred = ParagraphStyle("centred", fontName="Serif", fontSize=13, leading=18, alignment=TA_CENTER)
    body = ParagraphStyle("body", parent=centred, fontSize=13, alignment=TA_JUSTIFY, firstLineIndent=28, spaceAfter=6)
    sides = [[Paragraph(words, centred) for words in source.parts(side)] for side in ("left", "right")]
    flow: list[Flowable] = [Table([sides], colWidths=(220, 240)), Spacer(1, 14)]
    flow += [Paragraph(words, centred if block.mark.startswith("^") else body) for block, words in _worded(source)]
    return [*flow, Spacer(1, 14), Table([["", [Paragraph(words, centred) for words in source.parts("signed")]]])]


def _worded(source: Source) -> list[tuple[Block, str]]:
    numbers = iter(_ROMAN)
    return [(block, f"{next(numbers)}. {block.words}" if block.mark == "#" else block.words) for block in source.blocks]


def scanned_report(source: Source) -> bytes:
    """Write the source as one black and white picture in a PDF, a little askew and with specks."""
    page = _picture(source).rotate(0.6, Image.Resampling.BICUBIC, fillcolor=255)
    # A fixed seed: the specks are the same each time.
    specks = random.Random(20231218)  # noqa: S311 - nothing secret, the same specks are wanted
    for _ in range(900):
        page.putpixel((specks.randrange(_SCAN_SIZE[0]), specks.randrange(_SCAN_SIZE[1])), 0)
    held = io.BytesIO()
    page.convert("1").save(held, "PDF", resolution=200, creationDate=_MOMENT, modDate=_MOMENT)
    return held.getvalue()


def picture(source: Source) -> bytes:
    """Write the source as a small PNG."""
    held = io.BytesIO()
    _picture(source).crop((0, 0, 1000, 500)).convert("1").save(held, "PNG")
    return held.getvalue()


def _picture(source: Source) -> Image.Image:
    page = Image.new("L", _SCAN_SIZE, 255)
    pen = ImageDraw.Draw(page)
    letters = ImageFont.truetype(str(FONT), _LETTER)
    for x, part in ((_SCAN_MARGIN, "left"), (_SCAN_SIZE[0] // 2, "right")):
        for row, words in enumerate(source.parts(part)):
            pen.text((x, _SCAN_MARGIN + row * _LINE_STEP), words, font=letters, fill=20)
    y = _SCAN_MARGIN + 5 * _LINE_STEP
    for line in _wrapped(source, pen, letters):
        pen.text((_SCAN_MARGIN, y), line, font=letters, fill=20)
        y += _LINE_STEP
    for row, words in enumerate(source.parts("signed")):
        pen.text((_SCAN_SIZE[0] // 2, y + (row + 1) * 2 * _LINE_STEP), words, font=letters, fill=20)
    return page


def _wrapped(source: Source, pen: ImageDraw.ImageDraw, letters: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for block in source.blocks:
        line = ""
        for word in block.words.split():
            longer = f"{line} {word}".strip()
            if pen.textlength(longer, font=letters) > _SCAN_SIZE[0] - 2 * _SCAN_MARGIN:
                lines.append(line)
                longer = word
            line = longer
        lines += [line, ""]
    return lines
