"""A form that came back: which cell holds which indicator, what it says, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.actions.board.form_sheet import FIGURES, Form
from tongket.actions.board.form_values import fault_of_cell
from tongket.document.xlsx import FORM_SHEET
from tongket.reading.keyed import fold
from tongket.reading.sheets.matching import scale_in
from tongket.terms.document import Document, Line, LineKind
from tongket.terms.sheet_mapping import MappedLine, MappedTable, SheetMapping


@dataclass(frozen=True)
class Filled:
    """What a sheet says.

    Attributes:
        mapping: Which cell is which indicator's; None where the sheet is no form of this report.
        values: What stands in the cells, by indicator id.
        wrong: What is wrong with a cell, by indicator id.
        fault: What is wrong with the whole; empty where nothing is.
    """

    mapping: SheetMapping | None
    values: Mapping[str, str]
    wrong: Mapping[str, str]
    fault: str = ""


def filled(document: Document, form: Form) -> Filled:
    """Read a sheet as a form that came back; its rows are known by the names of the indicators.

    Args:
        document: As read from the file.
        form: As it was given out.
    """
    fault = _fault(document, form)
    cells = [line for line in document.lines if line.kind is LineKind.CELL]
    heads = [line for line in cells if fold(line.span.of(document.text)).strip() == fold(FIGURES)]
    if not fault and not heads:
        fault = f"Không thấy cột “{FIGURES}” trong tệp: hãy dùng biểu tải từ trang này và không đổi tên cột."
    if fault:
        return Filled(None, {}, {}, fault)
    return _rows(document, cells, heads[0], form)


def _fault(document: Document, form: Form) -> str:
    if document.format != "xlsx" or not document.lines:
        told = " ".join(finding.message for finding in document.findings)
        return f"Tệp này không phải biểu Excel đọc được. {told} Hãy tải biểu từ trang này, điền rồi gửi lại.".strip()
    report = form.report
    mine = {"org": report.org, "report": report.report, "period": str(report.period)}
    said = dict(
        line.split("\t", 1) for line in dict(document.properties).get(FORM_SHEET, "").split("\n") if "\t" in line
    )
    if any(key in said and said[key] != value for key, value in mine.items()):
        return (
            f"Biểu này là của đơn vị hoặc kỳ khác, không phải {form.report.period.label} của {form.org}. "
            "Hãy chọn đúng tệp, hoặc mở đúng báo cáo trên bảng."
        )
    return ""


def _rows(document: Document, cells: list[Line], head: Line, form: Form) -> Filled:
    by_name = {fold(each.name).strip(): each for each in form.indicators}
    place = head.origin
    on_sheet = [line for line in cells if (line.origin.sheet, line.origin.table) == (place.sheet, place.table)]
    figures = {line.origin.row: line for line in on_sheet if line.origin.column == place.column and line is not head}
    rows, values, wrong = [], {}, {}
    for line in on_sheet:
        words = line.span.of(document.text).strip()
        indicator, figure = by_name.get(fold(words)), figures.get(line.origin.row)
        if indicator is None or figure is None:
            continue
        text = figure.span.of(document.text).strip()
        values[indicator.id] = text
        if bad := fault_of_cell(text):
            wrong[indicator.id] = bad
        rows.append(MappedLine(line.origin.row or 0, words, indicator.id, scale=scale_in(indicator.measure)))
    known = {line.place for line in rows}
    strange = [row for row in figures if row not in known]
    fault = _unknown(document, figures[strange[0]]) if strange else "" if rows else "Biểu chưa có số liệu nào."
    column = MappedLine(place.column or 0, FIGURES)
    org, period = form.report.org, str(form.report.period)
    table = MappedTable(place.sheet or "", place.table or 1, tuple(rows), (column,), org=org, period=period)
    mapping = SheetMapping(document.name, document.source_sha256, (table,), org, period)
    return Filled(mapping, values, wrong, fault)


def _unknown(document: Document, figure: Line) -> str:
    return (
        f"Dòng {figure.origin.row} có số “{figure.span.of(document.text).strip()[:40]}” nhưng tên chỉ tiêu của dòng "
        "không có trong biểu: hãy tải biểu mới và chép số sang."
    )
