"""Open the file of a ledger: make it where it is missing, bring it to the newest form where it is older."""

import os
from pathlib import Path

import django
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from tongket.terms.errors import TongketError


def open_ledger(file: Path) -> None:
    """Let every entry asked for or added from now on be of this file.

    Raises:
        TongketError: The file is no ledger, or its folder is missing or cannot be written.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    if not apps.ready:
        django.setup()
    connection = connections["default"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        connection.close()
        message = (
            f"Không mở được sổ cái `{file}`: {error}. Hãy kiểm tra thư mục có tồn tại và ghi được không, "
            "và tệp có đúng là sổ cái của tongket không; hoặc chọn tệp khác bằng --ledger."
        )
        raise TongketError(message) from error


def close_ledger() -> None:
    """Let go of the file, so that nothing of it stays open."""
    connections["default"].close()
