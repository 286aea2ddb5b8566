"""Tables that somebody sees on a page, written as a file: XLSX, CSV or DOCX."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import docx
import xlsxwriter
from docx.enum.section import WD_ORIENT

_WIDEST = 45
_SHEET_NAME = 31  # the longest that Excel takes
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell: its words, its value where it is one exact number, and what must be known of it."""

    text: str
    value: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table; `heads` begins with the name of the rows, `came` tells a column what came of what was owed."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[SeenCell, ...]], ...]
    came: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """All that is seen: a title, what is told below it, the tables."""

    title: str
    told: tuple[str, ...]
    tables: tuple[SeenTable, ...]


def xlsx_bytes(seen: Seen) -> bytes:
    """Write a sheet a table; exact figures are numbers, the others words with their bounds, notes are comments."""
    target = io.BytesIO()
    # A text that begins with "=" is a text: nothing of a document may be run.
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold, number = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "#,##0.###"})
    for place, table in enumerate(seen.tables, 1):
        name = f"{place} {table.title.translate(_FORBIDDEN)}"[:_SHEET_NAME].strip()
        sheet = book.add_worksheet(name)
        sheet.write_string(0, 0, f"{seen.title} – {table.title}", book.add_format({"bold": True, "font_size": 13}))
        sheet.write_string(1, 0, " ".join(seen.told))
        for column, head in enumerate(table.heads):
            sheet.write_string(3, column, head, bold)
        for at, (head, cells) in enumerate(table.rows, 4):
            sheet.write_string(at, 0, head)
            for column, cell in enumerate(cells, 1):
                if cell.value is None:
                    sheet.write_string(at, column, cell.text)
                else:
                    sheet.write_number(at, column, float(cell.value), number)
                if cell.note:
                    sheet.write_comment(at, column, cell.note)
        _write_came(sheet, table, bold)
        sheet.freeze_panes(4, 1)
        sheet.set_column(0, 0, _WIDEST)
        sheet.set_column(1, max(1, len(table.heads) - 1), 18)
    book.close()
    return target.getvalue()


def csv_text(seen: Seen) -> str:
    """Write a line a figure: table, row, column, words, value, note; with the mark by which programs see UTF-8."""
    target = io.StringIO()
    target.write("\ufeff")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(["bảng", "hàng", "cột", "số liệu", "giá trị", "ghi chú"])
    for table in seen.tables:
        for row, column, cell in _cells(table):
            value = "" if cell.value is None else f"{cell.value:f}"
            writer.writerow([_inert(text) for text in (table.title, row, column, cell.text)] + [value, cell.note])
    return target.getvalue()


def docx_bytes(seen: Seen) -> bytes:
    """Write the tables one below the other on lying sheets, notes behind the figures in brackets."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.styles["Normal"].font.name = "Times New Roman"
    document.add_heading(seen.title, 1)
    for line in seen.told:
        document.add_paragraph(line)
    for table in seen.tables:
        document.add_heading(table.title, 2)
        drawn = document.add_table(rows=0, cols=len(table.heads), style="Table Grid")
        _fill(drawn.add_row().cells, table.heads)
        for head, cells in table.rows:
            _fill(drawn.add_row().cells, (head, *(_with_note(cell) for cell in cells)))
        if table.came:
            _fill(drawn.add_row().cells, ("Đã có / phải có", *table.came))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _write_came(sheet: "xlsxwriter.worksheet.Worksheet", table: SeenTable, bold: object) -> None:
    if table.came:
        at = 4 + len(table.rows)
        sheet.write_string(at, 0, "Đã có / phải có", bold)
        for column, told in enumerate(table.came, 1):
            sheet.write_string(at, column, told)


def _cells(table: SeenTable) -> Iterator[tuple[str, str, SeenCell]]:
    for row, cells in table.rows:
        for column, cell in zip(table.heads[1:], cells, strict=True):
            yield row, column, cell


def _inert(text: str) -> str:
    """Keep office programs from taking words for a formula."""
    return "'" + text if text[:1] in ("=", "+", "@", "\t") else text


def _with_note(cell: SeenCell) -> str:
    return f"{cell.text} ({cell.note})" if cell.note else cell.text


def _fill(cells: "tuple[docx.table._Cell, ...]", texts: tuple[str, ...]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        cell.text = text
