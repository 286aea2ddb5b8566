"""An Excel sheet: words as text, figures as numbers with a thousands mark."""

import re
from html import escape
from string import ascii_uppercase

from samples.make.archive import zipped
from samples.make.source import Source

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*")


def sheet_report(source: Source) -> bytes:
    """Write the rows of the source as XLSX with one sheet."""
    name = escape(source.settings["sheet"])
    parts = (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"))
    types = "".join(f'<Override PartName="/xl/{path}.xml" ContentType="{_KIND}.{kind}+xml"/>' for path, kind in parts)
    sheets = f'<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets>'
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
                f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
            ),
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_R}">{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
            "xl/worksheets/sheet1.xml": _sheet(source),
            "xl/styles.xml": _styles(),
        }
    )


def _sheet(source: Source) -> str:
    rows = "".join(_row(row, block.cells) for row, block in enumerate(source.blocks, 1))
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def _row(row: int, cells: tuple[str, ...]) -> str:
    made = "".join(_cell(f"{column}{row}", words) for column, words in zip(ascii_uppercase, cells, strict=False))
    return f'<row r="{row}">{made}</row>'


def _cell(place: str, words: str) -> str:
    if _NUMBER.fullmatch(words):
        return f'<c r="{place}" s="1"><v>{words.replace(".", "")}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(words, quote=False)}</t></is></c>'


def _styles() -> str:
    # Number format 3 is Excel's own `#,##0`.
    look = '<fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>'
    fill = '<fill><patternFill patternType="{}"/></fill>'
    fills = f'<fills count="2">{fill.format("none")}{fill.format("gray125")}</fills>'
    borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    base = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    kinds = (
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    )
    return f'<styleSheet xmlns="{_MAIN}">{look}{fills}{borders}{base}{kinds}</styleSheet>'


def _relations(*targets: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{count}" Type="{_R}/{kind}" Target="{target}"/>'
        for count, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'
