"""Tables given to an engine come back as they were: the same values, in the same order, of the same types."""

from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.engines.engine import Engine
from tongket.rollup.engines.opening import open_engine, run
from tongket.rollup.engines.postgres import PostgreSQL
from tongket.terms.errors import TongketError

NUMBER = pa.decimal128(38, 6)
# What differs most easily: no text beside the empty one, letters beyond ASCII, quotes and line ends, open bounds.
ROWS = pa.table(
    {
        "place": pa.array(range(7), pa.int32()),
        "org": pa.array(["Đồng Pho", "", None, 'xã "Nậm"', "a,b\nc", "đồng pho", "Ân"]),
        "low": pa.array(
            [
                Decimal("12345678901234567890123456789012.123456"),
                None,
                Decimal(0),
                *map(Decimal, ("-1.5", "2", "3", "4")),
            ],
            NUMBER,
        ),
        "day": pa.array([date(2025, 6, 30), None, date(2025, 7, 1), *[date(1999, 12, 31)] * 4]),
        "sure": pa.array([True, False, None, True, True, False, False]),
        "count": pa.array([2**62, None, 0, -1, 5, 6, 7], pa.int64()),
    }
)


def test_every_value_comes_back(engine: Engine) -> None:
    """No value, no null and no type changes on the way in and out."""
    table = engine.give("rows_given", ROWS)
    assert engine.answer(table.order_by("place")) == ROWS


def test_words_stand_in_the_order_of_their_letters_codes(engine: Engine) -> None:
    """Every engine orders words alike, whatever language its server speaks."""
    table = engine.give("rows_given", ROWS)
    told = [row["org"] for row in engine.rows(table.select("org").filter(table.org.notnull()).order_by("org"))]
    assert told == sorted(told)
    assert len(told) == 6


def test_a_table_given_again_replaces_the_first(engine: Engine, tmp_path: Path) -> None:
    """The name stands for what was given last, columns and rows, whether it came from memory or from a file."""
    engine.give("twice", ROWS)
    table = engine.give("twice", pa.table({"org": ["x"]}))
    assert engine.rows(table) == [{"org": "x"}]
    pq.write_table(pa.table({"org": ["y"]}), tmp_path / "y's.parquet")
    assert engine.rows(engine.give_parquet("twice", tmp_path / "y's.parquet")) == [{"org": "y"}]
    assert engine.rows(engine.give("twice", pa.table({"org": ["z"]}))) == [{"org": "z"}]


def test_a_question_asked_again_is_of_what_was_given_last(engine: Engine) -> None:
    """One question, asked after each giving, answers from these rows: more, fewer, none, or of another type."""
    for rows in (["x"], ["y", "z"], [], ["u"]):
        table = engine.give("again", pa.table({"org": pa.array(rows, pa.string())}))
        assert [row["org"] for row in engine.rows(table.order_by("org"))] == rows
    numbers = engine.give("again", pa.table({"org": pa.array([2, 1], pa.int32())}))
    assert [row["org"] for row in engine.rows(numbers.order_by("org"))] == [1, 2]


def test_small_tables_in_memory_may_stand_in_a_question(engine: Engine) -> None:
    """A question may bring a small table of its own."""
    table = engine.give("rows_given", ROWS)
    named = ibis.memtable(pa.table({"org": ["Ân", "không có"], "more": pa.array([Decimal("0.1"), None], NUMBER)}))
    assert engine.rows(table.join(named, "org").select("org", "place", "more")) == [
        {"org": "Ân", "place": 6, "more": Decimal("0.100000")}
    ]


def test_parquet_is_a_table(engine: Engine, tmp_path: Path) -> None:
    """A Parquet file and a folder of them give what the same rows in memory give."""
    pq.write_table(ROWS.slice(0, 3), tmp_path / "1.parquet")
    pq.write_table(ROWS.slice(3), tmp_path / "2.parquet")
    assert engine.answer(engine.give_parquet("a_file", tmp_path / "1.parquet").order_by("place")) == ROWS.slice(0, 3)
    assert engine.answer(engine.give_parquet("a_folder", tmp_path).order_by("place")) == ROWS


def test_no_rows_have_their_types(engine: Engine) -> None:
    """An answer without rows has the columns that the question tells."""
    table = engine.give("rows_given", ROWS)
    assert engine.answer(table.filter(table.place > 100)).schema == ROWS.schema


@pytest.mark.parametrize("share", ["0.333333", "1.000000", "0.000001"])
def test_a_product_keeps_every_digit(engine: Engine, share: str) -> None:
    """A number of 20 digits times a share of six decimals is exact to the twelfth decimal."""
    number = Decimal("12345678901234567890.123456")
    rows = pa.table({"number": pa.array([number] * 3, NUMBER), "share": pa.array([Decimal(share)] * 3, NUMBER)})
    table = engine.give("shared", rows)
    product = (table.number * table.share).cast("decimal(38, 12)")
    with localcontext(prec=40):
        assert engine.rows(table.agg(told=product.sum()))[0]["told"] == number * Decimal(share) * 3


def test_what_does_not_fit_is_an_error(engine: Engine) -> None:
    """A sum of more digits than the type holds is refused, on every engine; none of them rounds or answers null."""
    rows = pa.table({"number": pa.array([Decimal("9" * 32)] * 20, NUMBER)})
    table = engine.give("too_much", rows)
    with pytest.raises(TongketError, match=engine.name):
        engine.answer(table.agg(told=table.number.sum()))


def test_a_table_that_is_not_there_is_named(engine: Engine) -> None:
    """A question about a table never given is the caller's fault, told with the table's name."""
    with pytest.raises(TongketError, match="nobody_gave_it"):
        engine.rows(ibis.table({"org": "string"}, name="nobody_gave_it"))


@pytest.mark.parametrize("name", ['x"; DROP TABLE y; --', "", "tên", "a b"])
def test_only_plain_names(engine: Engine, name: str) -> None:
    """What is no plain name never reaches an engine."""
    with pytest.raises(TongketError, match="Tên bảng"):
        engine.give(name, ROWS)


def test_a_parquet_file_that_is_not_there_is_named(engine: Engine, tmp_path: Path) -> None:
    """A missing file is the caller's fault, told with its path."""
    with pytest.raises(TongketError, match="khong-co"):
        engine.give_parquet("nothing", tmp_path / "khong-co.parquet")


def test_a_type_that_postgresql_does_not_take_is_named(postgresql: PostgreSQL) -> None:
    """A column of lists is refused with the column's name."""
    with pytest.raises(TongketError, match="spans"):
        postgresql.give("lists", pa.table({"spans": [[1, 2]]}))


def test_engines_are_opened_by_name(postgres: str) -> None:
    """One word chooses the engine; a name that is none is refused with what there is."""
    with open_engine() as embedded, open_engine(postgres) as server:
        assert (embedded.name, server.name) == ("DuckDB", "PostgreSQL")
    with pytest.raises(TongketError, match="mysql"):
        open_engine("mysql://x")


def test_duckdb_keeps_to_its_bounds() -> None:
    """Memory and threads are what they were set to."""
    with DuckDB(memory="300MB", threads=1) as engine:
        told = engine.rows(engine.give("one", pa.table({"x": [1]})))
        settings = engine._session.backend.raw_sql(  # noqa: SLF001 - no question can ask for settings
            "SELECT current_setting('threads'), current_setting('memory_limit')"
        ).fetchone()
    assert (told, settings) == ([{"x": 1}], (1, "286.1 MiB"))


def test_a_server_that_does_not_answer_is_the_callers_fault(tmp_path: Path) -> None:
    """The message says that PostgreSQL was asked; the password in the URL is not in it."""
    with pytest.raises(TongketError, match="PostgreSQL") as told:
        PostgreSQL(f"postgresql://tongket:bimat@/x?host={tmp_path}")
    assert "bimat" not in str(told.value)


def test_memory_alone_needs_no_engine_opened() -> None:
    """A question over tables in memory runs by itself."""
    assert run(ibis.memtable(pa.table({"org": ["a", "b"]})).order_by("org")) == [{"org": "a"}, {"org": "b"}]
