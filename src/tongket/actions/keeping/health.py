"""How the desk is: what a person who keeps it has to know, and what is wrong."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.apps import apps
from django.db import connection
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tongket.actions.keeping.backup import BACKED_UP
from tongket.actions.now import HERE
from tongket.ledger.model import Entry

# A job that nobody takes for so long has no worker; a document takes 20 s at most.
_WAITING = timedelta(minutes=2)
_LATE_BACKUP = timedelta(days=2)
_LITTLE_SPACE = 2 * 1024**3
_LIBRARIES = ("tongket", "django", "django-allauth", "duckdb", "psycopg")
_BIG = {"document": "văn bản", "observation": "số liệu", "act": "dòng nhật ký"}


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing about the desk.

    Attributes:
        name: What, in words.
        told: How it is, in words.
        well: Whether nothing has to be done.
        mend: What to do, where something has to be.
    """

    name: str
    told: str
    well: bool = True
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """Signs to watch, and what runs."""

    signs: tuple[Sign, ...]
    versions: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, int], ...]


def health(at: datetime, folder: Path) -> Health:
    """Return how the desk is at a moment.

    Args:
        at: Now.
        folder: On the disk that is watched, for a ledger in a file its own.
    """
    signs = (*_queue(at), _backup(at), _space(folder))
    return Health((_database(), *signs), tuple(_versions()), tuple(_counts()))


def _database() -> Sign:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT current_setting('server_version'), pg_database_size(current_database())")
        else:
            cursor.execute("SELECT sqlite_version(), page_count * page_size FROM pragma_page_count, pragma_page_size")
        number, size = cursor.fetchone()
    return Sign("Cơ sở dữ liệu", f"{connection.display_name} {number}, {_size(int(size))}")


def _queue(at: datetime) -> Iterator[Sign]:
    jobs = DBTaskResult.objects.all()
    waiting = jobs.filter(status=TaskResultStatus.READY).exclude(run_after__gt=at)
    running = jobs.filter(status=TaskResultStatus.RUNNING).count()
    last = jobs.filter(started_at__isnull=False).order_by("-started_at").values_list("started_at", flat=True).first()
    stuck = waiting.filter(enqueued_at__lt=at - _WAITING).exists() and (last is None or last < at - _WAITING)
    told = f"lần cuối nhận việc {_moment(last)}" if last else "chưa nhận việc nào"
    mend = "Có việc chờ quá hai phút mà không ai nhận: hãy chạy lại tongket serve, hoặc django-admin db_worker."
    yield Sign("Tiến trình làm việc nền", told, well=not stuck, mend=mend if stuck else "")
    yield Sign("Hàng đợi", f"{waiting.count()} việc chờ, {running} việc đang làm")
    failed = jobs.filter(status=TaskResultStatus.FAILED).count()
    mend = "Hãy mở danh sách việc hỏng, xem lý do rồi cho chạy lại." if failed else ""
    yield Sign("Việc hỏng hẳn", f"{failed} việc", well=not failed, mend=mend)


def _backup(at: datetime) -> Sign:
    lines = apps.get_model("ledger", "Act")._default_manager  # noqa: SLF001 - Django's own name
    found = lines.filter(by="", told__startswith=BACKED_UP).order_by("-recorded_at").first()
    last: datetime | None = getattr(found, "recorded_at", None)
    well = last is not None and last > at - _LATE_BACKUP
    told = f"{_moment(last)} ({getattr(found, 'told', '')})" if last else "chưa có bản nào"
    mend = "" if well else "Hãy chạy hằng đêm: tongket backup sao-luu-NGÀY.zip, và cất bản sao ở máy khác."
    return Sign("Bản sao lưu gần nhất", told, well=well, mend=mend)


def _space(folder: Path) -> Sign:
    disk = shutil.disk_usage(folder)
    well = disk.free > _LITTLE_SPACE
    told = f"còn {_size(disk.free)} trên {_size(disk.total)}"
    mend = "" if well else "Hãy dọn đĩa hoặc thêm chỗ: khi đầy, không ghi thêm được gì."
    return Sign("Đĩa", told, well=well, mend=mend)


def _versions() -> Iterator[tuple[str, str]]:
    for name in _LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


def _counts() -> Iterator[tuple[str, int]]:
    for name, word in _BIG.items():
        model = apps.get_model("ledger", name)
        if issubclass(model, Entry):
            yield word, model._default_manager.count()  # noqa: SLF001 - Django's own name


def ledger_folder() -> Path:
    """Return the folder of a ledger in a file; for one on a server the folder in which the desk runs."""
    name = str(connection.settings_dict["NAME"]) if connection.vendor == "sqlite" else ""
    return Path(name).resolve().parent if name and name != ":memory:" else Path.cwd()


def _moment(at: datetime) -> str:
    return f"{at.astimezone(HERE):%d/%m/%Y %H:%M}"


def _size(count: int) -> str:
    return f"{count / 1024**3:.1f} GB".replace(".", ",") if count >= 1024**3 else f"{count / 1024**2:.0f} MB"
