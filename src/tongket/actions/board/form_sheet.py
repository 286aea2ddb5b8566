"""The form of an org as a sheet: a row an indicator, everything but the figures locked, what it is in a hidden sheet.

A figure stands in one cell as people say it (`1250`, `trên 150.000`, `từ 300 đến 400`), so that it leads to one place.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

from tongket.actions.board.steps import ReportOf
from tongket.document.xlsx import FORM_SHEET
from tongket.reading.figures.numbers import read_amount
from tongket.terms.profile import Indicator
from tongket.terms.records import FigureKind

FIGURES = "Số liệu"
"""Head of the column that is filled in."""
SHEET = "Biểu số liệu"
_HEADS = ("STT", "Chỉ tiêu", "Đơn vị tính", FIGURES, "Ghi chú")
_WIDTHS = (6, 60, 16, 26, 30)
_HEAD_ROW = 4  # from 0, as xlsxwriter counts; above it title, org, how to fill it in
_HOW = (
    "Chỉ điền cột “Số liệu”: một số như 1250, hoặc ghi như: trên 150.000; dưới 300; khoảng 500; từ 300 đến 400. "
    "Ô nào không có số liệu thì để trống."
)
_VERSION = "1"


@dataclass(frozen=True)
class Form:
    """A form to fill in or filled in.

    Attributes:
        report: Which report's figures it gives.
        org: What the org is called.
        indicators: One row each.
        values: What stands in the cells, by indicator id; nothing for an empty one.
        number: The how-manieth of this report it is, from 1.
        at: When it was made.
    """

    report: ReportOf
    org: str
    indicators: Sequence[Indicator]
    values: Mapping[str, str]
    number: int
    at: datetime

    @property
    def file_name(self) -> str:
        """What its file is called."""
        return f"Biểu số liệu {self.report.period.label} - {self.org}".replace("/", "-") + ".xlsx"


def form_sheet(form: Form) -> bytes:
    """Return a form as an Excel file; the same form gives the same bytes."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": form.file_name.removesuffix(".xlsx"), "created": form.at.replace(tzinfo=None)})
    _fill(book, book.add_worksheet(SHEET), form)
    _say_what_it_is(book.add_worksheet(FORM_SHEET), form)
    book.close()
    return held.getvalue()


def _fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, form: Form) -> None:
    bold = book.add_format({"bold": True, "font_size": 14})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": "#D9EEEE"})
    opened = book.add_format({"locked": False, "border": 1, "bg_color": "#FFF9E0", "align": "right", "valign": "top"})
    noted = book.add_format({"locked": False, "border": 1, "text_wrap": True})
    sheet.write_string(0, 0, f"BIỂU SỐ LIỆU {form.report.period.label.upper()}", bold)
    sheet.write_string(1, 0, f"Đơn vị báo cáo: {form.org}")
    sheet.write_string(2, 0, _HOW)
    for column, (words, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEAD_ROW, column, words, head)
    for number, indicator in enumerate(form.indicators, start=1):
        row = _HEAD_ROW + number
        sheet.write_number(row, 0, number, wrapped)
        sheet.write_string(row, 1, indicator.name, wrapped)
        sheet.write_string(row, 2, indicator.measure, wrapped)
        _write_figure(sheet, row, form.values.get(indicator.id, ""), indicator, opened)
        sheet.write_blank(row, 4, None, noted)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)


def _write_figure(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, text: str, indicator: Indicator, opened: object
) -> None:
    """Write a bare count as a number, so that Excel can add it up; anything else as its words."""
    amount = read_amount(text, 0) if text[:1].isdigit() else None
    if amount is not None and amount.end == len(text) and indicator.kind is FigureKind.COUNT:
        sheet.write_number(row, 3, float(amount.value), opened)
    elif text:
        sheet.write_string(row, 3, text, opened)
    else:
        sheet.write_blank(row, 3, None, opened)


def _say_what_it_is(sheet: xlsxwriter.worksheet.Worksheet, form: Form) -> None:
    report = form.report
    rows = [
        ("form", _VERSION),
        ("org", report.org),
        ("report", report.report),
        ("period", str(report.period)),
        ("number", str(form.number)),
        *((indicator.id, indicator.name) for indicator in form.indicators),
    ]
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    sheet.very_hidden()
    sheet.protect()
