"""Sheets (ODS): every cell that shows something is a line, row by row, with its sheet, row and column.

Numbers are taken by their value and not as they are shown, since whoever made the file chose whether a point is a
decimal mark; decimals are shown with a comma, shares with their sign, days as days, as in sheets of Excel.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

from tongket.document.draft import Draft, Source
from tongket.document.odf import OFFICE, open_odf
from tongket.document.odt_numbering import STYLE, TEXT
from tongket.document.packed import Packed
from tongket.document.xlsx_formats import plain, share
from tongket.terms.document import Document, LineKind, Origin

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PROPERTIES = {"title": _DC + "title", "author": _META + "initial-creator"}
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_ROW_GROUPS = frozenset(_TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_NUMBERS = frozenset(("float", "currency", "percentage"))
# A cell or row repeated to the edge of the sheet is empty; one with words repeats a few.
_MOST_REPEATED = 1000
# A number of more digits is damage.
_MOST_DIGITS = 30
_DECIMALS = re.compile(r"[.,](\d+)\s*%")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?")
_MONTH_SHOWN, _YEAR_SHOWN = re.compile(r"\d{1,2}\s*[/-]\s*\d{4}"), re.compile(r"\d{4}")


def read_ods(data: bytes, source: Source) -> Document:
    """Read a workbook of OpenDocument.

    Args:
        data: Its bytes.
        source: Its name, hash and bounds.

    Returns:
        The document: one line a cell with what the cell shows, formulas with their last value; hidden sheets left out
        with a finding.

    Raises:
        RefusalError: It cannot or must not be read.
    """
    packed = Packed(data, "ods", source.limits)
    root, body = open_odf(packed, "ods", "spreadsheet")
    draft = Draft(source, "ods")
    hidden = _hidden_styles(root)
    for number, table in enumerate(body.iterchildren(_TABLE + "table"), start=1):
        name = table.get(_TABLE + "name", f"{number}")
        if table.get(_TABLE + "style-name") in hidden:
            draft.find("PART-LEFT-OUT", reason=f"trang tính ẩn “{name}”")
            continue
        _read_sheet(table, name, number, draft)
    meta = packed.tree("meta.xml")
    for key, tag in _PROPERTIES.items():
        draft.properties[key] = "" if meta is None else meta.findtext(f".//{tag}") or ""
    return draft.finish()


def _hidden_styles(root: etree._Element) -> frozenset[str | None]:
    return frozenset(
        style.get(STYLE + "name")
        for style in root.iter(STYLE + "style")
        for told in style.iterchildren(STYLE + "table-properties")
        if told.get(_TABLE + "display") == "false"
    )


def _read_sheet(table: etree._Element, name: str, number: int, draft: Draft) -> None:
    row_number = 1
    for row in _rows(table):
        times = _count(row.get(_TABLE + "number-rows-repeated"))
        cells = list(_shown_cells(row))
        for again in range(min(times, _MOST_REPEATED) if cells else 0):
            for column, shown, across, down in cells:
                if draft.full:
                    return
                place = Origin(
                    sheet=name, table=number, row=row_number + again, column=column, across=across, down=down
                )
                draft.add(shown, LineKind.CELL, origin=place)
        row_number += times


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == _TABLE + "table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _shown_cells(row: etree._Element) -> Iterator[tuple[int, str, int, int]]:
    """Yield column, words and width and height of every cell of a row that shows something."""
    column = 1
    for cell in row.iterchildren(*_CELLS):
        times = _count(cell.get(_TABLE + "number-columns-repeated"))
        # What stands under a joined cell is not seen.
        shown = _shown(cell) if cell.tag == _CELLS[0] else ""
        if shown:
            across = _count(cell.get(_TABLE + "number-columns-spanned"))
            down = _count(cell.get(_TABLE + "number-rows-spanned"))
            yield from ((column + again, shown, across, down) for again in range(min(times, _MOST_REPEATED)))
        column += times


def _shown(cell: etree._Element) -> str:
    """Return what a cell shows."""
    words = " ".join(" ".join("".join(_words(part)) for part in cell.iterchildren(TEXT + "p")).split())
    kind = cell.get(OFFICE + "value-type", "")
    if kind in _NUMBERS:
        return _number(cell.get(OFFICE + "value", ""), kind, words)
    if kind == "date":
        return _day(cell.get(OFFICE + "date-value", ""), words)
    if kind == "boolean":
        return cell.get(OFFICE + "boolean-value", words).upper()
    return words


def _number(value: str, kind: str, words: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return words
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return words
    if kind == "percentage":
        decimals = _DECIMALS.search(words)
        return share(number, len(decimals.group(1)) if decimals else 0)
    return plain(number)


def _day(value: str, words: str) -> str:
    """Write a day; where the cell shows only its month or year, only that."""
    told = _DAY.fullmatch(value)
    if told is None:
        return words
    year, month, day, time = told.groups()
    if _YEAR_SHOWN.fullmatch(words):
        return year
    date = f"{month}/{year}" if _MONTH_SHOWN.fullmatch(words) else f"{day}/{month}/{year}"
    return f"{date} {time}" if time and ":" in words else date


def _count(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) <= len("1048576") else 1


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break"):
            yield " "
        elif child.tag != OFFICE + "annotation" and isinstance(child.tag, str):
            yield from _words(child)
        yield child.tail or ""
