"""A backup holds the whole ledger and its accounts, and gives them again on either database, row for row."""

import hashlib
import json
import shutil
import stat
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
from tongket.terms.tables import FigureRow, OrgRow
from tongket.terms.work import ActRow, OriginalRow

AT = datetime(2025, 3, 3, 2, 0, 0, 123456, tzinfo=UTC)
SAMPLES = Path(__file__).parents[3] / "samples"
PASSWORD = "một-mật-khẩu-dài-2025"  # noqa: S105 - of an account that lives as long as its test
Tables = dict[str, dict[Any, tuple[Any, ...]]]


def _silent(_name: str, _rows: int) -> None:
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
    restore(tmp_path / "b.zip", _silent)
    after = _all_rows()
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
