"""Sheets made by hand for tests: rows of cells in, the bytes of a workbook out."""

from decimal import Decimal
from xml.sax.saxutils import escape

from document.made import xlsx
from tongket.terms.sheet_mapping_form import column_name

Shown = str | int | Decimal | None
"""A cell: words as text, a number as a number, None for an empty place."""


def workbook(sheets: dict[str, list[list[Shown]]], joined: dict[str, str] | None = None) -> bytes:
    """Make a workbook of sheets by name, each a list of rows; an empty row is left out of the file.

    `joined` are references of joined cells by the name of their sheet: `A1:C1 A2:A3`.
    """
    return xlsx({escape(name, {'"': "&quot;"}): _rows(rows) for name, rows in sheets.items()}, joined=joined)


def _rows(rows: list[list[Shown]]) -> str:
    return "".join(
        f'<row r="{number}">{"".join(_cell(number, place, shown) for place, shown in enumerate(row, 1))}</row>'
        for number, row in enumerate(rows, 1)
        if row
    )


def _cell(row: int, column: int, shown: Shown) -> str:
    at = f"{column_name(column)}{row}"
    if shown is None:
        return ""
    if isinstance(shown, str):
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(shown)}</t></is></c>'
    return f'<c r="{at}"><v>{shown}</v></c>'
