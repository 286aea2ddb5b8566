"""Keep a ledger and its accounts in one file, whatever database they are in; `restore.py` makes them again.

The file is a zip: a member a table with a line of JSON a row, and `manifest.json`, which tells for each table its
columns, how many rows it has and the sha256 of its lines. It holds password hashes and second factors: it is written
for its owner only.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import connection, transaction

from tongket.actions.keeping.kept_tables import KeptTable, kept_tables
from tongket.actions.keeping.written_lines import written_lines
from tongket.actions.people.office import office, profile_entry
from tongket.ledger.entries import add
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import ActRow

FORM = "tongket-backup/1"
MANIFEST = "manifest.json"
BACKED_UP = "sao lưu"
"""How the line of the audit log begins that tells of a backup."""

Told = Callable[[str, int, int], None]
"""Called again and again with a table, how many of its rows are through, and how many it has."""

# Of nine: a third of the time of the default and a tenth more bytes, measured on the samples.
_PRESSED = 3


@dataclass(frozen=True, slots=True)
class KeptRows:
    """What the manifest tells of a table."""

    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str


def back_up(file: Path, at: datetime, told: Told) -> list[KeptRows]:
    """Write the ledger that is open to a file, as it is at one moment, while people go on working.

    Args:
        file: That is not there yet.
        at: Written into the file, and when the line of the audit log is recorded.
        told: How far it is.

    Raises:
        TongketError: The file is there, or cannot be written.
    """
    if file.exists():
        message = f"Tệp `{file}` đã có. Hãy đặt tên khác, ví dụ có ngày: sao-luu-{at.date()}.zip."
        raise TongketError(message)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        # For its owner only, from its first byte on.
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        kept = _write(beside, at, told)
        beside.replace(file)
    except OSError as error:
        message = f"Không ghi được bản sao lưu `{file}`: {error.strerror}. Hãy kiểm tra thư mục và chỗ trống trên đĩa."
        raise TongketError(message) from error
    finally:
        beside.unlink(missing_ok=True)
    _tell(file, at, sum(each.rows for each in kept))
    return kept


def _write(file: Path, at: datetime, told: Told) -> list[KeptRows]:
    with _one_moment(), ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_PRESSED) as archive:
        kept = [_write_table(archive, table, partial(told, table.name)) for table in kept_tables()]
        manifest = {
            "form": FORM,
            "made_by": f"tongket {version('tongket')}",
            "made_at": at.isoformat(),
            "database": connection.vendor,
            "tables": [asdict(each) for each in kept],
        }
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return kept


def _write_table(archive: ZipFile, table: KeptTable, told: Callable[[int, int], None]) -> KeptRows:
    digest, rows, total = sha256(), 0, table.model._default_manager.count()  # noqa: SLF001 - Django's own name
    with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as stream:
        for lines, count in written_lines(table):
            digest.update(lines)
            stream.write(lines)
            rows += count
            told(rows, total)
    return KeptRows(table.name, tuple(table.columns), rows, digest.hexdigest())


@contextmanager
def _one_moment() -> Iterator[None]:
    """See everything as it was when this began, and let others write meanwhile."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # Django would begin a transaction that writes, for which every other writer has to wait.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _tell(file: Path, at: datetime, rows: int) -> None:
    org = office().top if profile_entry() else ""
    told = f"{BACKED_UP}: {file.name}, {rows} dòng"
    add([ActRow(entry_id("AC", "", file.name, at.isoformat()), "", Verb.KEEP.value, org, "", told)], at=at)
