"""Let the database itself refuse to change or take away a row, whoever writes to it: for SQLite and PostgreSQL.

Every migration that makes a table of the ledger ends with `guarding(its tables)`.
"""

from collections.abc import Sequence
from functools import partial

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython
from django.db.migrations.state import StateApps

from tongket.terms.errors import TongketError

_TOLD = "the ledger only grows: add an entry that replaces this one"
_FUNCTION = "ledger_only_grows"


def guard(editor: BaseDatabaseSchemaEditor, tables: Sequence[str]) -> None:
    """Make the triggers on tables that have none.

    Raises:
        TongketError: The database is neither SQLite nor PostgreSQL, so nothing would guard the ledger.
    """
    vendor = editor.connection.vendor
    if vendor == "postgresql":
        editor.execute(
            f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_TOLD}'; END $$"
        )
    elif vendor != "sqlite":
        message = f"Sổ cái chỉ chạy trên SQLite và PostgreSQL, không trên {vendor}: hãy đổi DATABASE_URL."
        raise TongketError(message)
    for statement in (each for table in tables for each in _guards(vendor, table)):
        editor.execute(statement)


def unguard(editor: BaseDatabaseSchemaEditor, tables: Sequence[str]) -> None:
    """Take the triggers away; tables that have none stay as they are."""
    on_table = editor.connection.vendor == "postgresql"
    for table in tables:
        for trigger in ("no_update", "no_delete", "no_replace"):
            editor.execute(f'DROP TRIGGER IF EXISTS "{table}_{trigger}"' + (f' ON "{table}"' if on_table else ""))


def guarding(*tables: str) -> RunPython:
    """Return the operation of a migration that makes the triggers."""
    return RunPython(partial(_guard_in_migration, tables), partial(_unguard_in_migration, tables))


def unguarding(*tables: str) -> RunPython:
    """Return the operation of a migration that takes them away, because it makes the tables anew."""
    return RunPython(partial(_unguard_in_migration, tables), partial(_guard_in_migration, tables))


def _guard_in_migration(tables: Sequence[str], _apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor, tables)


def _unguard_in_migration(tables: Sequence[str], _apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    unguard(editor, tables)


def _guards(vendor: str, table: str) -> list[str]:
    if vendor == "postgresql":
        return [
            f'CREATE TRIGGER "{table}_no_{verb.lower()}" BEFORE {verbs} ON "{table}" '
            f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
            for verb, verbs in (("UPDATE", "UPDATE"), ("DELETE", "DELETE OR TRUNCATE"))
        ]
    refusals = [
        f'CREATE TRIGGER "{table}_no_{verb.lower()}" BEFORE {verb} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{_TOLD}'); END"
        for verb in ("UPDATE", "DELETE")
    ]
    # INSERT OR REPLACE takes the old row away without asking the trigger on DELETE.
    there = f'(SELECT 1 FROM "{table}" WHERE id = NEW.id)'  # noqa: S608 - the name of a table of ours
    kept = (
        f'CREATE TRIGGER "{table}_no_replace" BEFORE INSERT ON "{table}" '
        f"WHEN EXISTS {there} BEGIN SELECT RAISE(IGNORE); END"
    )
    return [*refusals, kept]
