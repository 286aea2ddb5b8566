"""Open a ledger, a file or a database on a server: make its tables where they are missing, renew them where older."""

import os
from pathlib import Path

import dj_database_url
import django
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from tongket.terms.errors import TongketError

# Any number of our own: who renews the tables on a server waits for whoever else does.
_RENEWING = 7_203_881
# Tables of accounts and jobs are made where the desk is opened (`open_desk.py`).
_LEDGER = "ledger"


def open_ledger(place: Path | str) -> None:
    """Let every entry asked for or added from now on be of this ledger.

    Args:
        place: The file, or the URL of a database: `postgresql://user:password@host/name`.

    Raises:
        TongketError: The file is no ledger, or its folder is missing or cannot be written; the URL is none, or its
            server cannot be reached.
    """
    _set_up()
    connections["default"].close()
    connections.settings["default"] = connections.configure_settings({"default": _settings_of(place)})["default"]
    del connections["default"]
    connection = connections["default"]
    try:
        if _is_older(connection):
            _renew(connection)
    except (DatabaseError, ImproperlyConfigured) as error:
        connection.close()
        raise TongketError(_message(place, error)) from error


def _is_older(connection: BaseDatabaseWrapper) -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes(_LEDGER)))


def _renew(connection: BaseDatabaseWrapper) -> None:
    """Bring all tables to the newest form or none: a kill half-way leaves the ledger as it was, for the next to renew.

    Django alone writes down that a step is done after the step's own transaction.
    """
    # SQLite renews tables only while it does not look at references, which it can leave off only outside of one.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_RENEWING])
            if _is_older(connection):
                call_command("migrate", _LEDGER, verbosity=0, interactive=False)
    finally:
        connection.enable_constraint_checking()


def close_ledger() -> None:
    """Let go of the ledger, so that nothing of it stays open."""
    connections["default"].close()


def server_ledger() -> str:
    """Return the URL of the ledger on a server that the environment names (`DATABASE_URL`), empty for none."""
    _set_up()
    return str(settings.DATABASE_URL)


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    if not apps.ready:
        django.setup()


def _settings_of(place: Path | str) -> dict[str, object]:
    if isinstance(place, Path):
        return {**settings.LEDGER_IN_A_FILE, "NAME": str(place)}
    try:
        return dict(dj_database_url.parse(place))
    except ValueError as error:
        message = "DATABASE_URL không phải là địa chỉ cơ sở dữ liệu. Hãy viết như postgresql://tên:mật-khẩu@máy/sổ-cái."
        raise TongketError(message) from error


def _message(place: Path | str, error: Exception) -> str:
    if isinstance(place, Path):
        return (
            f"Không mở được sổ cái `{place}`: {error}. Hãy kiểm tra thư mục có tồn tại và ghi được không, "
            "và tệp có đúng là sổ cái của tongket không; hoặc chọn tệp khác bằng --ledger."
        )
    # The URL itself is not shown: it may hold a password.
    return (
        f"Không mở được sổ cái trên máy chủ: {str(error).strip()}. Hãy kiểm tra DATABASE_URL, máy chủ PostgreSQL có "
        "đang chạy không, và đã cài thư viện chưa: pip install 'tongket[postgres]'."
    )
