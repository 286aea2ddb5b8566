"""Rows of a roll-up into a file: CSV, XLSX or Parquet, by its ending."""

import csv
from collections.abc import Mapping, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from tongket.cli.rollup_rows import NUMBERS
from tongket.cli.writing import whole_file
from tongket.cli.writing_bytes import whole_bytes
from tongket.terms.errors import TongketError

ENDINGS = (".csv", ".xlsx", ".parquet")
# As the questions answer: every place of a number and of a share.
_DECIMAL = pa.decimal128(38, 11)
_WIDEST = 60


def check_ending(path: Path) -> None:
    """Refuse a file whose ending says nothing we can write.

    Raises:
        TongketError: As said.
    """
    if path.suffix.lower() not in ENDINGS:
        message = _("Không rõ ghi `{file}` theo định dạng nào. Hãy dùng đuôi {endings}.")
        raise TongketError(message.format(file=path, endings=", ".join(ENDINGS)))


def write_rows(path: Path, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Write rows, all with these columns."""
    {".csv": _write_csv, ".xlsx": _write_xlsx, ".parquet": _write_parquet}[path.suffix.lower()](path, rows, columns)


def _write_csv(path: Path, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    with whole_file(path) as file:
        # Office programs take a file without this mark for another code page.
        file.write("\ufeff")
        writer = csv.DictWriter(file, columns, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({name: _plain(row[name]) for name in columns} for row in rows)


def _write_xlsx(path: Path, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    with whole_bytes(path) as file:
        # A text that begins with "=" is a text: nothing of a document may be run.
        book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        sheet = book.add_worksheet("rollup")
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns, book.add_format({"bold": True}))
        for place, row in enumerate(rows, 1):
            for column, name in enumerate(columns):
                if row[name] is not None:
                    sheet.write(place, column, row[name])
        for column, name in enumerate(columns):
            width = max([len(name), *(len(str(row[name] or "")) for row in rows)])
            sheet.set_column(column, column, min(width + 1, _WIDEST))
        book.close()


def _write_parquet(path: Path, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    arrays = {name: pa.array([row[name] for row in rows], _DECIMAL if name in NUMBERS else None) for name in columns}
    with whole_bytes(path) as file:
        pq.write_table(pa.table(arrays), file)


def _plain(value: object) -> object:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value
