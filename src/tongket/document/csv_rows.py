"""Sheets as text (CSV): every field that shows something is a cell, row by row.

What divides the fields is told by the rows: a semicolon or a tab where most rows have one, as Excel writes where the
comma is the decimal mark, else the comma (RFC 4180).
"""

import csv
import io

from tongket.document.charset import decode
from tongket.document.draft import Draft, Source
from tongket.document.faults import fault
from tongket.document.refusal import RefusalError
from tongket.terms.document import Document, LineKind, Origin

_DIVIDERS = (";", "\t", "|")
# So many lines tell what divides them.
_HEAD_LINES = 50


def read_csv(data: bytes, source: Source) -> Document:
    """Read a sheet in text.

    Args:
        data: Its bytes, of any encoding.
        source: Its name, hash and bounds.

    Returns:
        The document: one line a field, with its row and column.

    Raises:
        RefusalError: A field is longer than any cell: it is no sheet.
    """
    draft = Draft(source, "csv")
    decoded = decode(data)
    for code, values in decoded.faults:
        draft.find(code, **values)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        for row, fields in enumerate(csv.reader(io.StringIO(text), delimiter=_divider(text)), start=1):
            if draft.full:
                break
            for column, field in enumerate(fields, start=1):
                # The sheet has no name, but it is one: numbers in it are those of a program.
                draft.add(
                    " ".join(field.split()), LineKind.CELL, origin=Origin(sheet="", table=1, row=row, column=column)
                )
    except csv.Error as error:
        raise RefusalError(fault("FILE-CUT-OFF", form="csv", reason=str(error))) from error
    return draft.finish()


def _divider(text: str) -> str:
    lines = [line for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES] if line.strip()]
    # A title has no fields: it is the most of the rows that tell.
    return next((sign for sign in _DIVIDERS if 2 * sum(sign in line for line in lines) > len(lines)), ",")
