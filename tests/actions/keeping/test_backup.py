"""A backup holds the whole ledger and its accounts, and gives them again on either database, row for row."""

import hashlib
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from postgres import new_database
from tongket.actions.attribute import attribute_readings
from tongket.actions.keeping.backup import back_up
from tongket.actions.keeping.kept_tables import kept_tables
from tongket.actions.keeping.restore import restore
from tongket.actions.open_desk import open_tables
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.people.accounts import make_account
from tongket.actions.people.grants import first_grant
from tongket.actions.people.keep_profile import first_profile
from tongket.actions.read_profile import read_profile
from tongket.actions.take_in import take_in
from tongket.ledger.entries import add, rows_of
from tongket.terms.errors import TongketError
from tongket.terms.roles import Role
from tongket.terms.tables import FigureRow, ObservationRow, OrgRow
from tongket.terms.work import ActRow, OriginalRow

AT = datetime(2025, 3, 3, 2, 0, 0, 123456, tzinfo=UTC)
SAMPLES = Path(__file__).parents[3] / "samples"
PASSWORD = "một-mật-khẩu-dài-2025"  # noqa: S105 - of an account that lives as long as its test
# What the ways between databases have signs of their own for.
HARD = ("\\N", "\\", "\\\\n", "", "a\tb\nc\rd\x0b\x01", '"{\\"}",', "\u2028 \U0001f600 \ufffd", "NULL", "%s {0}")
Tables = dict[str, dict[Any, tuple[Any, ...]]]


def _silent(_name: str, _through: int, _total: int) -> None:
    """Tell nobody."""


def _all_rows() -> Tables:
    """Return every row of every table of a backup, by table and key."""
    return {
        table.name: {
            row[0]: tuple(bytes(value) if isinstance(value, memoryview) else value for value in row[1:])
            for row in table.model._default_manager.values_list("pk", *table.columns)  # noqa: SLF001 - Django's own name
        }
        for table in kept_tables()
    }


@pytest.fixture(scope="module")
def desk_of_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a desk with some of the samples, an account with a second factor, and what no text can hold."""
    file = tmp_path_factory.mktemp("samples") / "samples.ledger"
    open_tables(file)
    profile = read_profile(SAMPLES / "profile.toml")
    first_profile(profile, AT)
    for name in sorted((SAMPLES / "reports").rglob("*.docx"))[:6]:
        document = take_in(name, AT).document
        add([OriginalRow(document, name.read_bytes())], at=AT)
    attribute_readings(profile, AT)
    make_account("lan", "lan@example.org", PASSWORD)
    first_grant("lan", Role.ADMINISTRATOR, AT)
    user = User.objects.get(username="lan")
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(user)
    add([OriginalRow("0" * 64, bytes(range(256)) * 100)], at=AT)
    add([ActRow(f"AC-{place}", "lan", "keep", "", "", told) for place, told in enumerate(HARD)], at=AT)
    close_ledger()
    return file


def _place(engine: str, file: Path, request: pytest.FixtureRequest) -> Path | str:
    return file if engine == "sqlite" else new_database(request.getfixturevalue("postgres_server"))


@pytest.mark.parametrize("to", ["sqlite", "postgresql"])
@pytest.mark.parametrize("source", ["sqlite", "postgresql"])
def test_restore_gives_the_same_ledger(
    source: str, to: str, desk_of_samples: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Every row of every table with its moment, accounts and second factors too, from and to either database."""
    shutil.copy(desk_of_samples, tmp_path / "a.ledger")
    open_ledger(tmp_path / "a.ledger")
    if source == "postgresql":
        back_up(tmp_path / "first.zip", AT, _silent)
        open_tables(new_database(request.getfixturevalue("postgres_server")))
        restore(tmp_path / "first.zip", _silent)
    before = _all_rows()
    back_up(tmp_path / "b.zip", AT, _silent)
    close_ledger()
    open_tables(_place(to, tmp_path / "c.ledger", request))
    guarded = _schema()
    restore(tmp_path / "b.zip", _silent)
    after = _all_rows()
    assert _schema() == guarded
    assert {row.told for row in rows_of(ActRow)} >= set(HARD)
    assert sum(map(len, before.values())) > 150
    assert {name for name, rows in before.items() if rows} >= {"ledger/figure", "ledger/original", "accounts/auth_user"}
    assert after == before
    make_account("mai", "mai@example.org", PASSWORD)
    assert User.objects.get(username="lan").check_password(PASSWORD)
    close_ledger()


def test_backup_is_for_its_owner_and_told_in_the_log(desk_of_samples: Path, tmp_path: Path) -> None:
    """Nobody else may read the file; the log tells of it; a file that is there is not written over."""
    shutil.copy(desk_of_samples, tmp_path / "a.ledger")
    open_ledger(tmp_path / "a.ledger")
    back_up(tmp_path / "b.zip", AT, _silent)
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600
    assert [row.told for row in rows_of(ActRow) if row.told.startswith("sao lưu: b.zip")]
    with pytest.raises(TongketError, match="đã có"):
        back_up(tmp_path / "b.zip", AT, _silent)
    with pytest.raises(TongketError, match="Không ghi được"):
        back_up(tmp_path / "none" / "b.zip", AT, _silent)
    with pytest.raises(TongketError, match="đã có dữ liệu"):
        restore(tmp_path / "b.zip", _silent)
    assert sorted(each.name for each in tmp_path.iterdir() if "zip" in each.name) == ["b.zip"]
    close_ledger()


@pytest.mark.parametrize("harm", ["cut", "no zip", "a row changed", "a row missing", "newer", "other form"])
def test_harmed_backup_adds_nothing(harm: str, desk_of_samples: Path, tmp_path: Path) -> None:
    """Whatever happened to the file, a restore says so and leaves the new ledger empty."""
    shutil.copy(desk_of_samples, tmp_path / "a.ledger")
    open_ledger(tmp_path / "a.ledger")
    back_up(tmp_path / "b.zip", AT, _silent)
    close_ledger()
    _harm(tmp_path / "b.zip", harm)
    open_tables(tmp_path / "c.ledger")
    with pytest.raises(TongketError):
        restore(tmp_path / "b.zip", _silent)
    assert not any(_all_rows().values())
    close_ledger()


def test_backup_of_a_version_without_a_column(desk_of_samples: Path, tmp_path: Path) -> None:
    """A column that came later gets what a new row has there; everything else comes back."""
    shutil.copy(desk_of_samples, tmp_path / "a.ledger")
    open_ledger(tmp_path / "a.ledger")
    before = rows_of(ObservationRow)
    back_up(tmp_path / "b.zip", AT, _silent)
    close_ledger()
    _without_column(tmp_path / "b.zip", "ledger/observation", "scope")
    open_tables(tmp_path / "c.ledger")
    restore(tmp_path / "b.zip", _silent)
    assert before
    assert rows_of(ObservationRow) == [replace(row, scope="") for row in before]
    close_ledger()


def _without_column(file: Path, table: str, column: str) -> None:
    with ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members["manifest.json"])
    told = next(each for each in manifest["tables"] if each["name"] == table)
    place = told["columns"].index(column)
    rows = [json.loads(line) for line in members[f"{table}.jsonl"].splitlines()]
    lines = b"".join(json.dumps(row[:place] + row[place + 1 :]).encode() + b"\n" for row in rows)
    told["columns"].remove(column)
    told["sha256"] = hashlib.sha256(lines).hexdigest()
    members |= {f"{table}.jsonl": lines, "manifest.json": json.dumps(manifest).encode()}
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


_KILLED_AT_ITS_END = """
import os, sys
from pathlib import Path
from tongket.actions.open_desk import desk_settings, open_tables
place = sys.argv[2] if "://" in sys.argv[2] else Path(sys.argv[2])
desk_settings(place)
open_tables(place)
from tongket.actions.keeping.restore import restore
restore(Path(sys.argv[1]), lambda name, done, _of: name == "index" and done == 9 and os.kill(os.getpid(), 9))
"""


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_killed_restore_leaves_an_empty_ledger(
    engine: str, desk_of_samples: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Killed while the last indexes are made: no row is there, everything that guards is, and it can be tried again."""
    shutil.copy(desk_of_samples, tmp_path / "a.ledger")
    open_ledger(tmp_path / "a.ledger")
    before = _all_rows()
    back_up(tmp_path / "b.zip", AT, _silent)
    place = _place(engine, tmp_path / "c.ledger", request)
    open_tables(place)
    guarded = _schema()
    close_ledger()
    command = [sys.executable, "-c", _KILLED_AT_ITS_END, str(tmp_path / "b.zip"), str(place)]
    around = {**os.environ, "TONGKET_SECRET_KEY": "of a test"}
    around.pop("DJANGO_SETTINGS_MODULE", None)
    assert subprocess.run(command, env=around, check=False, timeout=120).returncode == -signal.SIGKILL
    open_tables(place)
    assert not any(_all_rows().values())
    assert _schema() == guarded
    restore(tmp_path / "b.zip", _silent)
    assert _all_rows() == before
    close_ledger()


def test_two_that_replace_one_are_refused(desk_of_samples: Path, tmp_path: Path) -> None:
    """What an index forbids is told once all rows are there, and nothing stays of them."""
    shutil.copy(desk_of_samples, tmp_path / "a.ledger")
    open_ledger(tmp_path / "a.ledger")
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX verdict_replaced_once")
        for name in ("VD-1", "VD-2"):
            cursor.execute("INSERT INTO verdict VALUES (%s, %s, '', '', 'open', '', 'VD-0')", [AT.isoformat(), name])
    back_up(tmp_path / "b.zip", AT, _silent)
    close_ledger()
    open_tables(tmp_path / "c.ledger")
    with pytest.raises(TongketError, match="Chưa có gì được ghi"):
        restore(tmp_path / "b.zip", _silent)
    assert not any(_all_rows().values())
    close_ledger()


def _schema() -> set[Any]:
    """Return every table, index and trigger as the database describes it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            indexes = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
            triggers = "SELECT tgrelid::regclass::text, tgname::text, pg_get_triggerdef(oid) FROM pg_trigger"
            cursor.execute(f"{indexes} UNION ALL {triggers} WHERE NOT tgisinternal")
        else:
            cursor.execute("SELECT type, name, sql FROM sqlite_master")
        return set(cursor.fetchall())


def _harm(file: Path, harm: str) -> None:
    if harm in {"cut", "no zip"}:
        file.write_bytes(file.read_bytes()[:-5000] if harm == "cut" else b"a letter")
        return
    with ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    lines = members["ledger/figure.jsonl"].splitlines(keepends=True)
    manifest = json.loads(members["manifest.json"])
    if harm == "a row changed":
        lines[3] = lines[3].replace(b"2025-03-03", b"2025-03-04", 1)
    elif harm == "a row missing":
        del lines[3]
    elif harm == "newer":
        later = {"name": "ledger/later", "columns": [], "rows": 0, "sha256": hashlib.sha256().hexdigest()}
        manifest["tables"].append(later)
    else:
        manifest["form"] = "tongket-backup/2"
    members |= {"ledger/figure.jsonl": b"".join(lines), "manifest.json": json.dumps(manifest).encode()}
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_ledger_of_the_release_before_is_brought_up_to_date(
    engine: str, desk_of_samples: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The samples in the tables that the release before the desk had: opened once, every row is there as it was."""
    shutil.copy(desk_of_samples, tmp_path / "a.ledger")
    open_ledger(tmp_path / "a.ledger")
    before = MigrationExecutor(connection).loader.project_state([("ledger", "0005_reviews")]).apps
    models = [model for model in before.get_models() if model._meta.app_label == "ledger"]  # noqa: SLF001 - Django's own name
    held = {model: _values(model) for model in models}
    close_ledger()
    place = _place(engine, tmp_path / "old.ledger", request)
    _made_by_the_release_before(place, held)
    open_tables(place)
    assert {model: _values(model) for model in models} == held
    assert sum(map(len, held.values())) > 150
    figures = rows_of(FigureRow)
    assert len(figures) == len(held[before.get_model("ledger", "Figure")]) > 0
    # The newest tables are there and take rows.
    add([OriginalRow("1" * 64, b"x")], at=AT)
    assert rows_of(OrgRow) == []
    close_ledger()


def _values(model: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a model of another time has no type
    return sorted(model._default_manager.values(), key=lambda row: str(row["id"]))  # noqa: SLF001 - Django's own name


def _made_by_the_release_before(place: Path | str, held: dict[Any, list[dict[str, Any]]]) -> None:
    open_ledger(place)
    call_command("migrate", "ledger", "0005", verbosity=0, interactive=False)
    tables = connection.introspection.table_names()
    assert "observation" in tables
    assert "act" not in tables
    for model, rows in held.items():
        model._default_manager.bulk_create([model(**row) for row in rows], batch_size=500)  # noqa: SLF001 - Django's own name
    close_ledger()
