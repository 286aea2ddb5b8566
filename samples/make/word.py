"""Word reports: heading block, self-numbering outline, tables, signature, list of recipients."""

from html import escape
from itertools import groupby

from samples.make.archive import zipped
from samples.make.source import Block, Source

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Level of the outline in numbering.xml for every mark; the formats are those of Hướng dẫn 36-HD/VPTW and common use.
_OUTLINE = {"#": 0, "##": 1, "###": 2}
# Twentieths of a point between the margins.
_WIDTH = 9200
_FORMATS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))


def word_report(source: Source) -> bytes:
    """Write the source as DOCX."""
    return zipped(
        {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/document.xml": _document(source),
            "word/numbering.xml": _numbering(),
            "word/styles.xml": _styles(),
            "word/_rels/document.xml.rels": _relations(("numbering", "numbering.xml"), ("styles", "styles.xml")),
        }
    )


def _document(source: Source) -> str:
    parts = [_heading(source), _paragraph("")]
    for is_table, blocks in groupby(source.blocks, key=lambda block: block.mark == "|"):
        held = list(blocks)
        parts += [_table([block.cells for block in held])] if is_table else [_line(block) for block in held]
    parts += [_paragraph(""), _signature(source)]
    return f'<w:document xmlns:w="{_W}"><w:body>{"".join(parts)}{_SECTION}</w:body></w:document>'


# A4, margins of the Party's style: top and bottom 20, left 30, right 15 mm.
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


def _line(block: Block) -> str:
    if block.mark in _OUTLINE:
        numbered = f'<w:numPr><w:ilvl w:val="{_OUTLINE[block.mark]}"/><w:numId w:val="1"/></w:numPr>'
        return _paragraph(block.words, numbered, bold=block.mark != "###")
    if block.mark in {"^", "^^"}:
        return _paragraph(block.words, '<w:jc w:val="center"/>', bold=True)
    words = f"- {block.words}" if block.mark == "-" else block.words
    return _paragraph(words, '<w:jc w:val="both"/>', bold=block.mark == ">")


def _heading(source: Source) -> str:
    cells = [source.parts("left"), source.parts("right")]
    return _borderless([[_paragraph(words, '<w:jc w:val="center"/>') for words in cell] for cell in cells])


def _signature(source: Source) -> str:
    sent = [_paragraph("Nơi nhận:", bold=True)] + [_paragraph(f"- {words}") for words in source.parts("sent")]
    signed = [_paragraph(words, '<w:jc w:val="center"/>', bold=True) for words in source.parts("signed")]
    return _borderless([sent if source.parts("sent") else [_paragraph("")], signed])


def _paragraph(words: str, properties: str = "", *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>' if words else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def _borderless(cells: list[list[str]]) -> str:
    row = "".join(f'<w:tc><w:tcPr><w:tcW w:w="4600" w:type="dxa"/></w:tcPr>{"".join(cell)}</w:tc>' for cell in cells)
    return f'<w:tbl><w:tblPr><w:tblW w:w="9200" w:type="dxa"/></w:tblPr>{_grid(2)}<w:tr>{row}</w:tr></w:tbl>'


def _table(rows: list[tuple[str, ...]]) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = "".join(f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>{_grid(len(rows[0]))}{body}</w:tbl>"


def _grid(columns: int) -> str:
    column = f'<w:gridCol w:w="{_WIDTH // columns}"/>'
    return f"<w:tblGrid>{column * columns}</w:tblGrid>"


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (kind, text) in enumerate(_FORMATS)
    )
    outline = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    return f'<w:numbering xmlns:w="{_W}">{outline}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/>'
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
    return f'<w:styles xmlns:w="{_W}">{defaults}</w:styles>'


def _types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("numbering", "numbering"), ("styles", "styles"))
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{parts}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{count}" Type="{_R}/{kind}" Target="{target}"/>'
        for count, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'
