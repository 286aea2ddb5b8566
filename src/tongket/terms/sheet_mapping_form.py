"""A sheet mapping as the TOML file that stands beside its sheet, and back.

The file is short where all is told: a row or column says only what it means. Columns go by their letters, as in the
program the sheet was made with. Remarks (why, how sure) are comments, so they never change what the file says.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NoReturn

from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.sheet_mapping import LineRole, MappedLine, MappedTable, SheetMapping

FORM = "tongket-mapping/1"
_LETTERS = 26
_WHOLE = frozenset({"form", "document", "sha256", "org", "period", "tables"})
_TABLE = frozenset({"sheet", "table", "indicator", "org", "period", "scale", "rows", "columns"})
_LINE = frozenset({"words", "indicator", "org", "period", "scale", "approx", "role", "reason"})
_ONE = Decimal(1)
# Nothing is told in larger steps than "nghìn tỷ đồng".
_MOST = Decimal(10) ** 13

Remark = Callable[[int, str, int], str]
"""Says what stands behind a row or column as a comment: table (from 0), `rows` or `columns`, place in the sheet."""


def column_name(place: int) -> str:
    """Return the letters of a column: 1 is `A`, 27 is `AA`."""
    letters = ""
    while place > 0:
        place, letter = divmod(place - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_place(name: str) -> int:
    """Return the number of a column from its letters; 0 where they are none."""
    if not (name.isascii() and name.isalpha()):
        return 0
    place = 0
    for letter in name.upper():
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place


def mapping_to_toml(mapping: SheetMapping, remark: Remark | None = None, head: Iterable[str] = ()) -> str:
    """Return the file of a mapping; the same mapping, without remarks, gives the same text.

    Args:
        mapping: What the sheet means.
        remark: Gives the comment behind each row and column; empty for none.
        head: Lines of comment at the top.
    """
    lines = [f"# {line}".rstrip() for line in head]
    lines += [f"form = {_text(FORM)}", f"document = {_text(mapping.name)}", f"sha256 = {_text(mapping.sha256)}"]
    lines += [f"{key} = {_text(value)}" for key, value in (("org", mapping.org), ("period", mapping.period))]
    for place, table in enumerate(mapping.tables):
        lines += ["", "[[tables]]", f"sheet = {_text(table.sheet)}", f"table = {table.table}"]
        told = (("indicator", table.indicator), ("org", table.org), ("period", table.period))
        lines += [f"{key} = {_text(value)}" for key, value in told]
        lines += [f"scale = {table.scale:f}"] if table.scale != _ONE else []
        for axis, all_lines in (("columns", table.columns), ("rows", table.rows)):
            lines += ["", f"[tables.{axis}]"]
            lines += [_line(each, axis, remark(place, axis, each.place) if remark else "") for each in all_lines]
    return "\n".join([*lines, ""])


def mapping_from_toml(text: str, where: str) -> SheetMapping:
    """Return the mapping a file tells.

    Args:
        text: Of the file.
        where: Its name, for messages.

    Raises:
        TongketError: Names the table, the row or column and the key that is wrong.
    """
    try:
        told = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        _refuse(where, f"không phải TOML đúng cách: {error}")
    if told.get("form") != FORM:
        _refuse(where, f"cần dòng form = “{FORM}”")
    _known(told, _WHOLE, where)
    tables = told.get("tables", [])
    if not isinstance(tables, list):
        _refuse(where, "“tables” phải viết thành nhiều bảng [[tables]]")
    return SheetMapping(
        _words(told, "document", where),
        _words(told, "sha256", where),
        tuple(_table(each, f"{where}, bảng thứ {place}") for place, each in enumerate(tables, 1)),
        _words(told, "org", where),
        _period(told, where),
    )


def _line(line: MappedLine, axis: str, remark: str) -> str:
    name = column_name(line.place) if axis == "columns" else str(line.place)
    told = [("words", line.words), ("indicator", line.indicator), ("org", line.org), ("period", line.period)]
    told += [("role", line.role.value)] if line.role is not LineRole.FIGURES else []
    told += [("reason", line.reason)]
    parts = [f"{key} = {_text(value)}" for key, value in told if value or key == "words"]
    parts += [f"scale = {line.scale:f}"] if line.scale != _ONE else []
    parts += ["approx = true"] if line.approx else []
    return f"{name} = {{ {', '.join(parts)} }}" + (f"  # {' '.join(remark.split())}" if remark else "")


def _text(value: str) -> str:
    """Write a basic string: JSON's escapes are TOML's, but for the one control character JSON leaves as it is."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _table(told: object, where: str) -> MappedTable:
    if not isinstance(told, Mapping):
        _refuse(where, "phải là một bảng TOML")
    _known(told, _TABLE, where)
    number = told.get("table", 1)
    if isinstance(number, bool) or not isinstance(number, int):
        _refuse(where, "“table” phải là số thứ tự của bảng")
    return MappedTable(
        _words(told, "sheet", where),
        number,
        _lines(told, "rows", where),
        _lines(told, "columns", where),
        _words(told, "indicator", where),
        _words(told, "org", where),
        _period(told, where),
        _scale(told, where),
    )


def _lines(told: Mapping[str, object], axis: str, where: str) -> tuple[MappedLine, ...]:
    lines = told.get(axis, {})
    if not isinstance(lines, Mapping):
        _refuse(where, f"“{axis}” phải là một bảng [tables.{axis}]")
    found = [_mapped_line(name, each, axis, where) for name, each in lines.items()]
    return tuple(sorted(found, key=lambda line: line.place))


def _mapped_line(name: str, told: object, axis: str, where: str) -> MappedLine:
    here = f"{where}, {'cột' if axis == 'columns' else 'dòng'} {name}"
    place = column_place(name) if axis == "columns" else int(name) if name.isascii() and name.isdecimal() else 0
    if not place:
        _refuse(here, "cột viết bằng chữ cái (C), dòng viết bằng số (7)")
    if not isinstance(told, Mapping):
        _refuse(here, "phải viết như { indicator = “…” }")
    _known(told, _LINE, here)
    role = told.get("role", LineRole.FIGURES)
    if role not in [each.value for each in LineRole]:
        _refuse(here, f"“role” phải là một trong: {', '.join(LineRole)}")
    approx = told.get("approx", False)
    if not isinstance(approx, bool):
        _refuse(here, "“approx” phải là true hoặc false")
    return MappedLine(
        place,
        _words(told, "words", here),
        _words(told, "indicator", here),
        _words(told, "org", here),
        _period(told, here),
        _scale(told, here),
        approx,
        LineRole(str(role)),
        _words(told, "reason", here),
    )


def _known(told: Mapping[str, object], keys: frozenset[str], where: str) -> None:
    if unknown := sorted(set(told) - keys):
        _refuse(where, f"không biết khóa “{unknown[0]}”; các khóa được dùng: {', '.join(sorted(keys))}")


def _words(told: Mapping[str, object], key: str, where: str) -> str:
    value = told.get(key, "")
    if not isinstance(value, str):
        _refuse(where, f"cần “{key}” là một chuỗi chữ")
    return value


def _period(told: Mapping[str, object], where: str) -> str:
    value = _words(told, "period", where)
    return str(Period.parse(value)) if value else ""


def _scale(told: Mapping[str, object], where: str) -> Decimal:
    value = told.get("scale", 1)
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 < value < _MOST:
        _refuse(where, "“scale” phải là một số dương, viết như 1000000")
    return Decimal(value)


def _refuse(where: str, what: str) -> NoReturn:
    message = f"Bảng ghép (mapping) sai ở {where}: {what}."
    raise TongketError(message)
