"""Make a ledger and its accounts again out of a backup: all of it or nothing, row for row."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from tongket.actions.keeping.backup import FORM, MANIFEST, KeptRows
from tongket.actions.keeping.kept_tables import KeptTable, kept_tables, read_by
from tongket.terms.errors import TongketError

# What is added at once: SQLite takes no more rows, and documents come with their bytes.
_ROWS = 500
_BYTES = 8 * 1024 * 1024


def restore(file: Path, told: Callable[[str, int], None]) -> list[KeptRows]:
    """Fill the ledger that is open, which has tables and nothing in them, with what a backup holds.

    Args:
        file: The backup.
        told: Called after each table with its name and its number of rows.

    Raises:
        TongketError: The ledger has rows; the file is no backup, is damaged, or was made by a newer version. Then
            nothing was added.
    """
    refuse_unless_empty()
    try:
        with ZipFile(file) as archive, transaction.atomic():
            for part in (parts := _parts(archive)):
                _fill(archive, part)
                told(part.kept.name, part.kept.rows)
            _count_on(parts)
    except (OSError, BadZipFile, KeyError, ValueError, TypeError, DatabaseError) as error:
        message = f"`{file}` không phải là bản sao lưu dùng được ({error}). Chưa có gì được ghi; hãy dùng bản khác."
        raise TongketError(message) from error
    return [part.kept for part in parts]


def refuse_unless_empty() -> None:
    """Let a restore go on only into a ledger without rows.

    Raises:
        TongketError: There are some.
    """
    for table in kept_tables():
        if table.model._default_manager.exists():  # noqa: SLF001 - Django's own name
            message = (
                f"Sổ cái đã có dữ liệu (bảng {table.name}). Bản sao lưu chỉ khôi phục vào sổ cái mới: "
                "hãy đặt --ledger tên khác, hoặc DATABASE_URL của một cơ sở dữ liệu trống."
            )
            raise TongketError(message)


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of the backup with the one it goes to."""

    kept: KeptRows
    table: KeptTable


def _parts(archive: ZipFile) -> list[_Part]:
    manifest = json.loads(archive.read(MANIFEST))
    if manifest["form"] != FORM:
        message = f"Bản sao lưu có dạng “{manifest['form']}”, bản phần mềm này đọc “{FORM}”. Hãy nâng cấp phần mềm."
        raise TongketError(message)
    known = {table.name: table for table in kept_tables()}
    return [_part(each, known, manifest["made_by"]) for each in manifest["tables"]]


def _part(told: dict[str, Any], known: dict[str, KeptTable], made_by: str) -> _Part:
    kept = KeptRows(told["name"], tuple(told["columns"]), told["rows"], told["sha256"])
    table = known.get(kept.name)
    unknown = set(kept.columns) - set(table.columns) if table else {kept.name}
    if table is None or unknown:
        message = (
            f"Bản sao lưu của {made_by} có phần mà bản này không biết: {', '.join(sorted(unknown))}. "
            "Hãy nâng cấp phần mềm rồi khôi phục."
        )
        raise TongketError(message)
    return _Part(kept, table)


def _fill(archive: ZipFile, part: _Part) -> None:
    digest, rows = sha256(), 0
    readers = [read_by(part.table.columns[name]) for name in part.kept.columns]
    manager = part.table.model._default_manager  # noqa: SLF001 - Django's own name
    with archive.open(f"{part.kept.name}.jsonl") as stream:
        for lines in _handfuls(stream):
            digest.update(b"".join(lines))
            rows += len(lines)
            read = ([made(value) for made, value in zip(readers, json.loads(line), strict=True)] for line in lines)
            manager.bulk_create(part.table.model(**dict(zip(part.kept.columns, row, strict=True))) for row in read)
    if (rows, digest.hexdigest()) != (part.kept.rows, part.kept.sha256):
        message = f"phần {part.kept.name} không còn như khi sao lưu: {rows} dòng, lẽ ra {part.kept.rows}"
        raise ValueError(message)


def _handfuls(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    held: list[bytes] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if len(held) == _ROWS or size > _BYTES:
            yield held
            held, size = [], 0
    if held:
        yield held


def _count_on(parts: Iterable[_Part]) -> None:
    """Let new accounts get numbers after those that were restored: PostgreSQL does not count what it is given."""
    models = [part.table.model for part in parts if part.kept.name.startswith("accounts/")]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
