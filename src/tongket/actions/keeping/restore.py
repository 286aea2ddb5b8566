"""Make a ledger and its accounts again out of a backup: all of it or nothing, row for row."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from tongket.actions.keeping.backup import FORM, MANIFEST, KeptRows, Told
from tongket.actions.keeping.kept_tables import KeptTable, kept_tables
from tongket.actions.keeping.put_rows import laid_aside, putting
from tongket.terms.errors import TongketError

INDEXES = "index"
"""What `told` is called with when all rows are there and their indexes are made."""

# What is in memory at once: documents come with their bytes.
_ROWS = 2000
_BYTES = 8 * 1024 * 1024
_PIECE = 1024 * 1024


def restore(file: Path, told: Told) -> list[KeptRows]:
    """Fill the ledger that is open, which has tables and nothing in them, with what a backup holds.

    Args:
        file: The backup.
        told: How far it is: each table, then the indexes of all.

    Raises:
        TongketError: The ledger has rows; the file is no backup, is damaged, or was made by a newer version. Then
            nothing was added.
    """
    refuse_unless_empty()
    try:
        with ZipFile(file) as archive, transaction.atomic():
            parts = _parts(archive)
            with laid_aside([part.table for part in parts if not part.of_accounts], partial(told, INDEXES)):
                for part in parts:
                    _fill(archive, part, told)
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

    @property
    def of_accounts(self) -> bool:
        """Whether it is of accounts: few rows, in tables that are not ours."""
        return self.kept.name.startswith("accounts/")


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


def _fill(archive: ZipFile, part: _Part, told: Told) -> None:
    digest, rows = sha256(), 0
    with (
        archive.open(f"{part.kept.name}.jsonl") as member,
        # The member's own way to read lines is ten times as slow.
        BufferedReader(member, _PIECE) as stream,  # type: ignore[type-var] # it reads like a raw stream
        putting(part.table, part.kept.columns) as put,
    ):
        for lines in _handfuls(stream):
            digest.update(b"".join(lines))
            rows += len(lines)
            put(json.loads(b"[" + b",".join(lines) + b"]"))
            told(part.kept.name, rows, part.kept.rows)
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
    models = [part.table.model for part in parts if part.of_accounts]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
