"""Sheets (XLSX): every cell that shows something is a line, row by row, with its sheet, row and column."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from tongket.document.draft import Draft, Source
from tongket.document.faults import fault
from tongket.document.packed import RELATION, Packed
from tongket.document.refusal import RefusalError
from tongket.document.xlsx_formats import Formats
from tongket.terms.document import Document, LineKind, Origin

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LETTERS = 26
_CORE = {"title": "{http://purl.org/dc/elements/1.1/}title", "author": "{http://purl.org/dc/elements/1.1/}creator"}


class _Sheet(NamedTuple):
    name: str
    part: str
    hidden: bool


def read_xlsx(data: bytes, source: Source) -> Document:
    """Read a workbook.

    Args:
        data: Its bytes.
        source: Its name, hash and bounds.

    Returns:
        The document: one line a cell with what the cell shows, formulas with their last value; hidden sheets left out
        with a finding.

    Raises:
        RefusalError: It cannot or must not be read.
    """
    packed = Packed(data, "xlsx", source.limits)
    book = packed.tree("xl/workbook.xml")
    if book is None:
        raise RefusalError(fault("FILE-CUT-OFF", form="xlsx", reason="thiếu xl/workbook.xml"))
    draft = Draft(source, "xlsx")
    strings = [_text_of(item) for item in packed.elements("xl/sharedStrings.xml", _S + "si")]
    formats = _formats(packed, book)
    for number, sheet in enumerate(_sheets(packed, book), start=1):
        if sheet.hidden:
            draft.find("PART-LEFT-OUT", reason=f"trang tính ẩn “{sheet.name}”")
            continue
        if sheet.part not in packed.names:
            draft.find("PART-LEFT-OUT", reason=f"thiếu trang tính “{sheet.name}”")
            continue
        elements = packed.elements(sheet.part, _S + "row", _S + "mergeCell")
        _read_sheet(elements, sheet.name, number, draft, (strings, formats))
    core = packed.tree("docProps/core.xml")
    for name, tag in _CORE.items():
        draft.properties[name] = "" if core is None else core.findtext(tag) or ""
    return draft.finish()


def _sheets(packed: Packed, book: etree._Element) -> Iterator[_Sheet]:
    relations = packed.tree("xl/_rels/workbook.xml.rels")
    parts = {
        relation.get("Id"): relation.get("Target", "")
        for relation in ([] if relations is None else relations.iter(RELATION))
    }
    for number, element in enumerate(book.iter(_S + "sheet"), start=1):
        target = parts.get(element.get(_R + "id")) or f"worksheets/sheet{number}.xml"
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if "chartsheets" not in part:
            yield _Sheet(element.get("name", f"{number}"), part, element.get("state", "visible") != "visible")


def _formats(packed: Packed, book: etree._Element) -> Formats:
    styles = packed.tree("xl/styles.xml")
    codes: dict[int, str] = {}
    chosen: list[tuple[int, str]] = []
    if styles is not None:
        codes = {
            _whole(element.get("numFmtId")): element.get("formatCode", "") for element in styles.iter(_S + "numFmt")
        }
        numbers = [_whole(element.get("numFmtId")) for element in _children(styles.find(_S + "cellXfs"), "xf")]
        chosen = [(number, codes.get(number, "")) for number in numbers]
    setting = book.find(_S + "workbookPr")
    return Formats(chosen, from_1904=setting is not None and setting.get("date1904") in ("1", "true"))


def _read_sheet(
    elements: Iterator[etree._Element], name: str, number: int, draft: Draft, shared: tuple[list[str], Formats]
) -> None:
    row_number, first = 0, len(draft.pieces)
    joined: dict[tuple[int, int], tuple[int, int]] = {}
    for row in elements:
        if row.tag == _S + "mergeCell":
            joined |= _joined(row.get("ref", ""))
            continue
        row_number = _whole(row.get("r")) or row_number + 1
        column = 0
        for cell in _children(row, "c"):
            if draft.full:
                return
            column = _column(cell.get("r", "")) or column + 1
            shown = " ".join(_shown(cell, *shared).split())
            draft.add(shown, LineKind.CELL, origin=Origin(sheet=name, table=number, row=row_number, column=column))
    if joined:
        draft.join_cells(first, joined)


def _joined(reference: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the place of a joined cell with over how many columns and rows it goes; nothing for no such reference."""
    start, _, end = reference.partition(":")
    ends = [_REFERENCE.fullmatch(each) for each in (start, end)]
    if None in ends:
        return {}
    (left, right), (top, bottom) = ([found(each) for each in (start, end)] for found in (_column, _row))
    return {(top, left): (max(right - left + 1, 1), max(bottom - top + 1, 1))}


def _shown(cell: etree._Element, strings: list[str], formats: Formats) -> str:
    """Return what a cell shows."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text_of(cell)
    value = cell.findtext(_S + "v") or ""
    if kind == "s":
        place = _whole(value)
        return strings[place] if value and place < len(strings) else ""
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    return formats.shown(value, _whole(cell.get("s"))) if kind in ("n", "") and value else value


def _text_of(element: etree._Element) -> str:
    """Join the runs of a text without its phonetic hints."""
    texts = (part for part in element.iter(_S + "t") if part.getparent().tag != _S + "rPh")  # type: ignore[union-attr] # below the root
    return "".join(part.text or "" for part in texts)


def _children(parent: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return iter(()) if parent is None else parent.iterchildren(_S + name)


def _column(reference: str) -> int:
    match = _REFERENCE.fullmatch(reference)
    place = 0
    for letter in match.group(1) if match else "":
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place


def _row(reference: str) -> int:
    match = _REFERENCE.fullmatch(reference)
    return _whole(match.group(2)) if match else 0


def _whole(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) <= len("1048576") else 0
