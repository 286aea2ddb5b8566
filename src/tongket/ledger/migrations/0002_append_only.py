"""Let the database itself refuse to change or take away a row: the ledger only grows."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = (
    "document",
    "reading",
    "form",
    "finding",
    "figure",
    "statement",
    "event",
    "directive",
    "official",
    "award",
    "attribution",
    "observation",
    "total",
    "part",
)


def refuse_changes(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers, on SQLite; other databases give no right to change instead."""
    if editor.connection.vendor != "sqlite":
        return
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            editor.execute(
                f'CREATE TRIGGER "{table}_no_{verb.lower()}" BEFORE {verb} ON "{table}" '
                "BEGIN SELECT RAISE(ABORT, 'the ledger only grows: add an entry that replaces this one'); END"
            )


def allow_changes(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away."""
    if editor.connection.vendor != "sqlite":
        return
    for table in TABLES:
        for verb in ("update", "delete"):
            editor.execute(f'DROP TRIGGER "{table}_no_{verb}"')


class Migration(migrations.Migration):
    """Triggers on every table of `0001_tables`."""

    dependencies: ClassVar = [("ledger", "0001_tables")]
    operations: ClassVar = [migrations.RunPython(refuse_changes, allow_changes)]
