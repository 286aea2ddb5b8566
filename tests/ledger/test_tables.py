"""The tables of the database are those of `terms/tables.py`, whole, append-only and exact."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.ledger.entries import add, rows_of, starting_with
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.tables import ROWS, DocumentRow, Row, TotalRow

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)


def _document(name: str) -> DocumentRow:
    return DocumentRow(f"sha-{name}", name, "txt", 12, readable=True)


def _total(name: str, low: Decimal | None) -> TotalRow:
    return TotalRow(
        id=name,
        mapping="M",
        org="o",
        period="2024",
        indicator="i",
        kind="sum",
        low=low,
        high=None,
        approx=False,
        conflict=False,
        rests_on=1,
        owed=1,
        label="nhãn",
        text="chữ",
    )


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("row_type", ROWS, ids=lambda row_type: row_type.__name__)
def test_every_table_has_exactly_the_columns_of_its_row(row_type: type[Row]) -> None:
    """Model and row agree on names and order, so that a row can be kept as it is."""
    model = apps.get_model("ledger", row_type.__name__.removesuffix("Row"))
    columns = [field.name for field in model._meta.get_fields()]  # noqa: SLF001 - Django's own name for it
    assert columns == ["recorded_at", *(field.name for field in fields(row_type))]


@pytest.mark.usefixtures("ledger")
def test_there_is_no_table_without_its_row() -> None:
    """Nothing is kept that `terms/tables.py` does not tell of: there is no place for files on persons."""
    derived = {"Passage"}  # the index of the search, made out of the readings
    models = {model.__name__ for model in apps.get_app_config("ledger").get_models()}
    assert models - derived == {row.__name__.removesuffix("Row") for row in ROWS}


@pytest.mark.usefixtures("ledger")
def test_the_migrations_make_all_tables() -> None:
    """Whoever changes a model commits its migration."""
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.usefixtures("ledger")
def test_what_was_added_comes_back_and_adding_it_again_changes_nothing() -> None:
    """A row is there once, in the order of ids."""
    add([_document("b"), _document("a"), _document("b")], at=NOW)
    add([_document("a")], at=NOW)
    assert rows_of(DocumentRow) == [_document("a"), _document("b")]
    assert rows_of(DocumentRow, name="a") == [_document("a")]
    assert rows_of(DocumentRow, name=["a", "x"]) == [_document("a")]
    assert rows_of(DocumentRow, name=[]) == []
    assert starting_with(DocumentRow, "sha-") == [_document("a"), _document("b")]


@pytest.mark.usefixtures("ledger")
def test_many_ids_are_asked_for_in_pieces() -> None:
    """More ids than one statement may hold are no fault of the caller's."""
    add((_document(f"{number:05}") for number in range(1500)), at=NOW)
    assert len(rows_of(DocumentRow, id=[f"sha-{number:05}" for number in range(1500)])) == 1500


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("row_type", ROWS, ids=lambda row_type: row_type.__name__)
def test_the_database_itself_refuses_to_change_or_take_away(row_type: type[Row]) -> None:
    """The ledger only grows, whoever writes to it: every table, filled or empty, on a server TRUNCATE too."""
    add([_document("a")], at=NOW)
    table = apps.get_model("ledger", row_type.__name__.removesuffix("Row"))._meta.db_table  # noqa: SLF001 - as above
    if connection.vendor == "sqlite":
        guards = {f"{table}_no_{verb}" for verb in ("update", "delete", "replace")}
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
            assert {name for (name,) in cursor.fetchall()} == guards
        statements = ["UPDATE document SET name = 'x'", "DELETE FROM document"]
    else:
        # Here a trigger asks for the statement, so it refuses on an empty table too.
        verbs = ('UPDATE "%s" SET id = id', 'DELETE FROM "%s"', 'TRUNCATE "%s"')
        statements = [verb % table for verb in verbs]
    for statement in statements:
        with connection.cursor() as cursor, pytest.raises(DatabaseError, match="only grows"):
            cursor.execute(statement)
    assert rows_of(DocumentRow) == [_document("a")]


def test_putting_a_row_in_place_of_another_changes_nothing(file_ledger: Path) -> None:
    """SQLite's INSERT OR REPLACE would delete without asking: the row that was there stays."""
    add([_document("a")], at=NOW)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO document (id, name, format, size, readable, recorded_at) "
            "VALUES ('sha-a', 'x', 'txt', 1, 1, '2026-01-01')"
        )
    assert file_ledger.exists()
    assert rows_of(DocumentRow) == [_document("a")]


@pytest.mark.usefixtures("ledger")
def test_what_was_known_at_a_moment_is_found_again() -> None:
    """A row counts from the moment it was recorded; recording it again later does not make it younger or older."""
    later = NOW + timedelta(microseconds=1)
    add([_document("a")], at=NOW)
    add([_document("a"), _document("b")], at=later)
    assert rows_of(DocumentRow, known_at=NOW - timedelta(microseconds=1)) == []
    assert rows_of(DocumentRow, known_at=NOW) == [_document("a")]
    assert rows_of(DocumentRow, known_at=NOW, name=["b"]) == []
    assert rows_of(DocumentRow, known_at=later) == [_document("a"), _document("b")]


@pytest.mark.usefixtures("ledger")
def test_a_moment_without_its_time_zone_is_refused() -> None:
    """Nobody could tell later when it was."""
    with pytest.raises(TongketError, match="múi giờ"):
        add([_document("a")], at=NOW.replace(tzinfo=None))
    assert rows_of(DocumentRow) == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**24), max_value=10**24, places=6))
@pytest.mark.usefixtures("ledger")
def test_numbers_keep_their_last_digit(value: Decimal) -> None:
    """Thirty digits come back as they went in."""
    name = entry_id("T", value)
    add([_total(name, value)], at=NOW)
    assert rows_of(TotalRow, id=name)[0].low == value


@pytest.mark.usefixtures("ledger")
def test_any_character_of_a_text_is_kept_the_same_on_both_databases() -> None:
    """Control characters, letters beyond the first plane, quotes; only NUL, which PostgreSQL cannot hold, is marked."""
    text = "xã \x01\t\n\x7f 😀 ' \" \\ % %s {}"
    add([_document(text), _document("một\0hai")], at=NOW)
    assert {row.name for row in rows_of(DocumentRow)} == {text, "một\ufffdhai"}


@pytest.mark.usefixtures("ledger")
def test_an_open_bound_stays_open() -> None:
    """None is no nought."""
    add([_total("T-a", None)], at=NOW)
    assert rows_of(TotalRow)[0].low is None


def test_ids_are_made_of_what_an_entry_says() -> None:
    """The same on every run, another for anything that differs; pieces do not run into one another."""
    assert entry_id("F", "a", 1) == entry_id("F", "a", 1) == "F-" + entry_id("S", "a", 1)[2:]
    assert entry_id("F", "ab", "c") != entry_id("F", "a", "bc")


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    """Another file is not written into, and the message says what to do."""
    other = tmp_path / "notes.txt"
    other.write_text("không phải sổ cái\n" * 100, encoding="utf-8")
    with pytest.raises(TongketError, match="--ledger"):
        open_ledger(other)
    close_ledger()
    assert other.read_text(encoding="utf-8").startswith("không phải")


def test_a_ledger_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """The folder is the caller's to make."""
    with pytest.raises(TongketError, match="thư mục"):
        open_ledger(tmp_path / "missing" / "a.ledger")
    close_ledger()


@pytest.mark.parametrize(
    ("url", "told"),
    [("postgresql://ai:bi-mat@127.0.0.1:1/so", "Không mở được sổ cái trên máy chủ"), ("so-cai", "DATABASE_URL")],
)
def test_a_server_that_is_not_there_is_refused_without_telling_the_password(url: str, told: str) -> None:
    """The message says what to look at and holds no secret."""
    with pytest.raises(TongketError, match=told) as refused:
        open_ledger(url)
    close_ledger()
    assert "bi-mat" not in str(refused.value)


def test_opening_again_finds_what_was_there(tmp_path: Path) -> None:
    """Two files are two ledgers, each with its own."""
    open_ledger(tmp_path / "one.ledger")
    add([_document("a")], at=NOW)
    open_ledger(tmp_path / "two.ledger")
    assert rows_of(DocumentRow) == []
    open_ledger(tmp_path / "one.ledger")
    assert rows_of(DocumentRow) == [_document("a")]
    close_ledger()
