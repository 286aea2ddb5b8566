"""Files made by hand, so that a test shows every byte that matters: the smallest DOCX, ODT, XLSX and PDF there are."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

import io
import zipfile
import zlib

from tongket.terms.document import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Pack parts into a ZIP file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Make a Word file of the inside of `w:body`; further parts (`numbering`, `styles`, `footnotes`) by their inside."""
    files: dict[str, str | bytes] = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {W}>{inside}</w:{name}>"
    return packed(files)


def p(text: str, properties: str = "") -> str:
    """Write a Word paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def num(list_id: int, level: int = 0) -> str:
    """Write the property of a Word paragraph that puts it into a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(place: int, form: str, text: str, more: str = "") -> str:
    """Write one level of a Word list."""
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def odt(text: str, styles: str = "", meta: str = "") -> bytes:
    """Make an OpenDocument text of the inside of `office:text`, automatic styles and properties."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "meta.xml": f"<office:document-meta {_ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def ods(sheets: str, styles: str = "") -> bytes:
    """Make an OpenDocument workbook of the inside of `office:spreadsheet` and automatic styles."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def xlsx(
    sheets: dict[str, str], strings: str = "", styles: str = "", book: str = "", joined: dict[str, str] | None = None
) -> bytes:
    """Make a workbook of sheets by name and inside of `sheetData`, shared strings, styles and workbook settings.

    `joined` are references of joined cells by the name of their sheet, with spaces between: `A1:C1 A2:A3`.
    """
    names = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(sheets, start=1)
    )
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f"<workbook {_S} {_R}>{book}<sheets>{names}</sheets></workbook>",
        "xl/sharedStrings.xml": f"<sst {_S}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {_S}>{styles}</styleSheet>",
    }
    for number, (name, inside) in enumerate(sheets.items(), start=1):
        cells = "".join(f'<mergeCell ref="{each}"/>' for each in (joined or {}).get(name, "").split())
        after = f"<mergeCells>{cells}</mergeCells>" if cells else ""
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f"<worksheet {_S}><sheetData>{inside}</sheetData>{after}</worksheet>"
        )
    return packed(parts)


def pdf(*pages: list[tuple[float, float, str]], size: float = 12, font: str = "F") -> bytes:
    """Make a PDF of A4 pages, each a list of (left, bottom, text) in points; every letter is half an em wide."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange "
        b"<0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (6 + 2 * place) for place in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
        % font.encode(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering "
        b"(Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /%s /Flags 4 /Ascent 800 "
        b"/Descent -200 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>"
        % (font.encode(), font.encode()),
        _stream(b"", cmap),
    ]
    for place, lines in enumerate(pages):
        drawn = b"".join(
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n"
            % (size, left, bottom, text.encode("utf-16-be").hex().encode())
            for left, bottom, text in lines
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (7 + 2 * place)
        )
        objects.append(_stream(b"", drawn))
    return file_of(objects)


def picture_pdf(grey: bytes, width: int, height: int) -> bytes:
    """Make a PDF of one A4 page that is nothing but a grey picture."""
    drawn = b"q 595 0 0 842 0 0 cm /P Do Q"
    return file_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>",
            _stream(b"", drawn),
            _stream(
                b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
                b"/Filter /FlateDecode" % (width, height),
                zlib.compress(grey),
            ),
        ]
    )


def file_of(objects: list[bytes]) -> bytes:
    """Put PDF objects, numbered from 1, into a file."""
    parts = [b"%PDF-1.5\n"]
    places = []
    for number, inside in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, inside))
    start = sum(map(len, parts))
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    parts.extend(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return b"".join(parts)


def shown(document: Document) -> list[str]:
    """Return the lines of a document as they stand in its text."""
    return [line.span.of(document.text) for line in document.lines]


def codes(document: Document) -> list[str]:
    """Return the codes of a document's findings."""
    return [finding.code for finding in document.findings]


def _stream(head: bytes, inside: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(inside), inside)
