"""The engines that run the roll-up's expressions: DuckDB on this machine, PostgreSQL, Spark.

A question is one Ibis expression over tables that are known by name and columns only (`Engine.give`), so the very same
expression runs on every engine. What would not be the same everywhere is in `GAPS`, by name: a question that uses
such an operation is refused unless its caller names the gap. Decimals are exact on every engine: what does not fit
is an error on all of them, never a rounded number.
"""

import io
import logging
import os
import re
import shutil
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
import pyarrow.csv
import pyarrow.dataset

from tongket.terms.errors import TongketError

if TYPE_CHECKING:
    import psycopg
    from pyspark.sql import SparkSession

_JAVA = "Spark cần Java 17, máy này chưa có. Hãy cài: apt-get install openjdk-17-jre-headless (hoặc đặt JAVA_HOME)."
# Decimals as DuckDB has them: the product keeps every digit of both factors, what does not fit is an error.
_EXACT = MappingProxyType({"spark.sql.decimalOperations.allowPrecisionLoss": "false", "spark.sql.ansi.enabled": "true"})
_SPARK = MappingProxyType({**_EXACT, "spark.ui.enabled": "false", "spark.log.level": "FATAL"})
# DuckDB takes a table of so many rows as it is, at a tenth of what it costs to make one of its own out of it.
_FEW = 20_000
_AS_IT_IS = "ARROW"


@dataclass(frozen=True, slots=True)
class Gap:
    """What engines answer differently: the operations it means, and what to do instead."""

    operations: tuple[type[ops.Node], ...]
    instead: str


GAPS: Mapping[str, Gap] = MappingProxyType(
    {
        "mean": Gap((ops.Mean,), "hỏi tổng và số lượng rồi chia bằng Decimal"),
        "division": Gap((ops.Divide,), "hỏi cả hai số rồi chia bằng Decimal"),
        "rounding": Gap((ops.Round,), "làm tròn kết quả bằng `terms.quantity.rounded`"),
        "quantile": Gap((ops.Median, ops.Quantile, ops.MultiQuantile), "hỏi các giá trị theo thứ tự"),
        "deviation": Gap(
            (ops.Variance, ops.StandardDev, ops.Covariance, ops.Correlation), "hỏi số lượng, tổng và tổng bình phương"
        ),
        "estimate": Gap(
            (ops.ApproxCountDistinct, ops.ApproxMedian, ops.ApproxQuantile, ops.ApproxMultiQuantile), "đếm đúng"
        ),
        "any row": Gap((ops.Arbitrary, ops.First, ops.Last, ops.Mode), "hỏi giá trị nhỏ nhất hoặc lớn nhất"),
        "collected": Gap((ops.ArrayCollect, ops.GroupConcat), "hỏi các dòng theo thứ tự"),
        "capitals": Gap(
            (ops.Lowercase, ops.Uppercase, ops.Capitalize), "đổi chữ hoa, chữ thường trước khi đưa bảng vào"
        ),
        "pattern": Gap(
            (ops.RegexSearch, ops.RegexExtract, ops.RegexReplace, ops.RegexSplit), "so mẫu trước khi đưa bảng vào"
        ),
        "floating sum": Gap((ops.Sum,), "cộng số kiểu decimal"),
    }
)


def gaps_in(question: ibis.Table) -> frozenset[str]:
    """Return the names of the gaps that a question steps into: its answer may differ from engine to engine."""
    return _gaps(question.op())


@lru_cache(maxsize=256)
def _gaps(question: ops.Node) -> frozenset[str]:
    found = question.find(tuple(kind for gap in GAPS.values() for kind in gap.operations))
    return frozenset(
        name
        for name, gap in GAPS.items()
        for operation in found
        if isinstance(operation, gap.operations) and (name != "floating sum" or operation.dtype.is_floating())
    )


class Engine(ABC):
    """What runs questions. Open it with `with`; what was given to it is gone when it closes.

    Attributes:
        name: As messages call it.
    """

    name: ClassVar[str]

    def give(self, name: str, rows: pa.Table) -> ibis.Table:
        """Put a table in; one given before under this name is replaced.

        Returns:
            The table for questions: it knows its name and columns only, and stands for the same table on any engine.

        Raises:
            TongketError: `name` is no plain name, or a column has a type that the engine does not hold.
        """
        with self.faults():
            self._give(_plain(name), rows)
        return _named(name, rows.schema)

    def give_parquet(self, name: str, place: str | os.PathLike[str], *, held: bool = False) -> ibis.Table:
        """Put a Parquet file, or a folder of them, in as a table, without holding it whole in this process.

        Args:
            name: Of the table.
            place: Of the file or folder.
            held: Whether to read it now into the engine's own form, for tables that are asked often and fit into
                memory: DuckDB then answers in half the time. PostgreSQL holds every table.

        Raises:
            TongketError: As `give`; or there is no such file.
        """
        path = os.fspath(place)
        with self.faults():
            columns = pa.dataset.dataset(path, format="parquet").schema
            (self._hold if held else self._give_parquet)(_plain(name), path)
        return ibis.table(ibis.schema(columns), name=name)

    def answer(self, question: ibis.Table, *, gaps: Collection[str] = ()) -> pa.Table:
        """Run a question.

        Args:
            question: Over tables given to this engine; small tables in memory (`ibis.memtable`) may stand in it.
            gaps: Names of those `GAPS` that the caller knows of and accepts.

        Returns:
            Its rows, columns of the types that the question tells.

        Raises:
            TongketError: The question steps into a gap that is not named, asks for what was not given, or has an
                answer that does not fit its type.
        """
        if unnamed := sorted(gaps_in(question) - set(gaps)):
            told = "; ".join(f"{name} ({GAPS[name].instead})" for name in unnamed)
            message = (
                f"Câu hỏi có phép tính mà mỗi công cụ cho kết quả một khác: {told}. Hãy thay, hoặc nêu tên khi gọi."
            )
            raise TongketError(message)
        with self.faults():
            return self._answer(question)

    def rows(self, question: ibis.Table, *, gaps: Collection[str] = ()) -> list[dict[str, Any]]:
        """Run a question as `answer` does, and return its rows, columns by name."""
        found: list[dict[str, Any]] = self.answer(question, gaps=gaps).to_pylist()
        return found

    def records(self, question: ibis.Table, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Run a question as `answer` does, and return of its rows some columns: for answers of many rows."""
        answer = self.answer(question)
        return zip(*(answer[name].to_pylist() for name in columns), strict=True)

    @abstractmethod
    def close(self) -> None:
        """Let go of what was given and of the engine."""

    @abstractmethod
    def _give(self, name: str, rows: pa.Table) -> None: ...

    @abstractmethod
    def _give_parquet(self, name: str, path: str) -> None: ...

    def _hold(self, name: str, path: str) -> None:
        self._give_parquet(name, path)

    @abstractmethod
    def _answer(self, question: ibis.Table) -> pa.Table: ...

    @abstractmethod
    def _faulty(self) -> tuple[type[Exception], ...]:
        """Return the kinds of exceptions by which the engine says that it cannot."""

    def _with_memory(self, question: ibis.Table) -> None:
        for table in question.op().find(ops.InMemoryTable):
            self._give(table.name, table.data.to_pyarrow(table.schema))

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn what the engine says it cannot do into a TongketError."""
        try:
            yield
        except (*self._faulty(), pa.ArrowException, FileNotFoundError) as fault:
            message = f"{self.name} không làm được: {self._reason(fault)}"
            raise TongketError(message) from fault

    def _reason(self, fault: Exception) -> str:
        return str(fault).strip().splitlines()[0]

    def __enter__(self) -> Self:
        """Return the engine."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the engine."""
        self.close()


class _Small:
    """A small table as DuckDB sees it: its rows are asked for when a statement runs, so that plans outlive them."""

    def __init__(self, rows: pa.Table) -> None:
        self.rows = rows

    def __arrow_c_schema__(self) -> object:
        return self.rows.schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.rows.__arrow_c_stream__(requested_schema)


class DuckDB(Engine):
    """DuckDB in this process, in memory; what does not fit there it puts down in the folder for scratch files.

    Args:
        memory: The most it may take, as "2GB"; without it 80 % of the machine's.
        threads: How many; without it as many as there are cores.
    """

    name = "DuckDB"

    def __init__(self, *, memory: str | None = None, threads: int | None = None) -> None:
        """Open it."""
        # Without a place named, what does not fit would be put down in the current folder.
        aside = str(Path(tempfile.gettempdir()) / f"tongket-duckdb-{os.getpid()}")
        told = {"memory_limit": memory, "threads": threads, "temp_directory": aside}
        self._kinds: tuple[type[Exception], ...] = (_library("duckdb", "review").Error,)
        self._given: dict[str, str] = {}
        self._small: dict[str, _Small] = {}
        # By question, under what name it is prepared: to plan a small one takes longer than to answer it, and some
        # are asked of one engine again and again.
        self._prepared: dict[ops.Node, str] = {}
        with self.faults():
            self._engine = ibis.duckdb.connect(**{key: told[key] for key in told if told[key]})

    def close(self) -> None:
        """Let go of its memory."""
        self._engine.disconnect()

    def _give(self, name: str, rows: pa.Table) -> None:
        if rows.num_rows <= _FEW:
            self._give_small(name, rows)
            return
        self._engine.con.register("given_arrow", rows)
        self._make("TABLE", name, "given_arrow")
        self._engine.con.unregister("given_arrow")

    def _give_small(self, name: str, rows: pa.Table) -> None:
        there = self._small.get(name)
        if there is not None and there.rows.schema.equals(rows.schema):
            there.rows = rows
            return
        self._drop(name)
        self._small[name] = _Small(rows)
        self._engine.con.register(name, self._small[name])
        self._given[name] = _AS_IT_IS

    def _give_parquet(self, name: str, path: str) -> None:
        self._make("VIEW", name, _read_parquet(path))

    def _hold(self, name: str, path: str) -> None:
        columns = pa.dataset.dataset(path, format="parquet").schema
        texts = [column.name for column in columns if pa.types.is_string(column.type)]
        source = _read_parquet(path)
        chosen = [f'"{each}"::"{name}.{each}" AS "{each}"' if each in texts else f'"{each}"' for each in columns.names]
        self._drop(name)
        # Ids as numbers into a list of them: grouped by as integers, compared with words and put in order as words.
        for each in texts:
            words = f'SELECT DISTINCT "{each}" FROM {source} WHERE "{each}" IS NOT NULL ORDER BY ALL'  # noqa: S608 - names of columns, the file's name is quoted
            self._engine.con.execute(f'CREATE OR REPLACE TYPE "{name}.{each}" AS ENUM ({words})')
        self._make("TABLE", name, f"(SELECT {', '.join(chosen)} FROM {source})")  # noqa: S608 - as above

    def _make(self, kind: str, name: str, source: str) -> None:
        self._drop(name)
        self._engine.con.execute(f'CREATE TEMP {kind} "{name}" AS FROM {source}')
        self._given[name] = kind

    def _drop(self, name: str) -> None:
        # What is prepared may read the table that goes.
        self._prepared.clear()
        # A table and a view of one name can stand side by side, and then the table is the one that is asked.
        before = self._given.pop(name, None)
        if before == _AS_IT_IS:
            self._engine.con.unregister(name)
            del self._small[name]
        elif before:
            self._engine.con.execute(f'DROP {before} temp."{name}"')

    def _answer(self, question: ibis.Table) -> pa.Table:
        asked = question.op()
        if asked not in self._prepared:
            if asked.find(ops.InMemoryTable):
                return self._engine.to_pyarrow(question)
            name = f"asked_{len(self._prepared)}"
            self._engine.con.execute(f"PREPARE {name} AS {_duckdb_sql(asked)}")
            self._prepared[asked] = name
        answer = self._engine.con.sql(f"EXECUTE {self._prepared[asked]}").to_arrow_table()
        return answer.cast(question.schema().to_pyarrow())

    def _faulty(self) -> tuple[type[Exception], ...]:
        return self._kinds


class PostgreSQL(Engine):
    """A PostgreSQL server; what is given lies in temporary tables, which only this connection sees.

    Args:
        url: `postgresql://user:password@host:port/database`, as in DATABASE_URL.
    """

    name = "PostgreSQL"

    def __init__(self, url: str) -> None:
        """Connect to the server."""
        library = _library("psycopg", "postgres")
        self._kinds: tuple[type[Exception], ...] = (library.Error,)
        with self.faults():
            self._connection: psycopg.Connection[tuple[Any, ...]] = library.connect(url, autocommit=True)
            self._connection.execute("SET TIME ZONE 'UTC'")

    def close(self) -> None:
        """Close the connection; the server drops what was given."""
        self._connection.close()

    def _give(self, name: str, rows: pa.Table) -> None:
        self._create(name, rows.schema)
        self._copy(name, rows.to_batches())

    def _give_parquet(self, name: str, path: str) -> None:
        found = pa.dataset.dataset(path, format="parquet")
        self._create(name, found.schema)
        self._copy(name, found.to_batches())

    def _create(self, name: str, columns: pa.Schema) -> None:
        told = ", ".join(f'"{column.name}" {_postgres_type(column)}' for column in columns)
        self._run(f'DROP TABLE IF EXISTS pg_temp."{name}"; CREATE TEMP TABLE "{name}" ({told})')

    def _copy(self, name: str, batches: Iterator[pa.RecordBatch] | list[pa.RecordBatch]) -> None:
        # Every text is quoted and no null is: so COPY tells the empty text from none.
        form = pa.csv.WriteOptions(include_header=False, quoting_style="needed")
        copying = f'COPY pg_temp."{name}" FROM STDIN (FORMAT csv)'
        with self._connection.cursor() as cursor, cursor.copy(copying.encode()) as copy:
            for batch in batches:
                written = io.BytesIO()
                pa.csv.write_csv(batch, written, form)
                copy.write(written.getvalue())
        self._run(f'ANALYZE pg_temp."{name}"')

    def _answer(self, question: ibis.Table) -> pa.Table:
        self._with_memory(question)
        with self._connection.cursor() as cursor:
            cursor.execute(str(ibis.to_sql(question, dialect="postgres")).encode())
            columns = list(zip(*cursor.fetchall(), strict=True))
        told = question.schema().to_pyarrow()
        return pa.Table.from_arrays(
            [pa.array(columns[at] if columns else (), type=column.type) for at, column in enumerate(told)], schema=told
        )

    def _run(self, statement: str) -> None:
        self._connection.execute(statement.encode())

    def _faulty(self) -> tuple[type[Exception], ...]:
        return self._kinds


class Spark(Engine):
    """Spark, by its master or in a session that is there already.

    Args:
        master: `local[2]`, `spark://host:7077`, `yarn`; or a session, which stays open when this closes.
        settings: Spark's own, as `{"spark.executor.memory": "2g"}`.
    """

    name = "Spark"

    def __init__(self, master: "str | SparkSession", settings: Mapping[str, str] = MappingProxyType({})) -> None:
        """Open a session, or another one beside the given one."""
        library = _library("pyspark.sql", "spark")
        errors, bridge = _library("pyspark.errors", "spark"), _library("py4j.protocol", "spark")
        self._kinds: tuple[type[Exception], ...] = (errors.PySparkException, bridge.Py4JError)
        self._mine = isinstance(master, str)
        with self.faults():
            self._session: SparkSession = (
                _spark(library.SparkSession, master, settings) if isinstance(master, str) else master.newSession()
            )
        for key, value in _EXACT.items():
            self._session.conf.set(key, value)
        self._engine = ibis.pyspark.connect(self._session)

    @property
    def session(self) -> "SparkSession":
        """The session itself, for work that is no question."""
        return self._session

    def close(self) -> None:
        """Stop the session where this opened it."""
        if self._mine:
            self._session.stop()

    def _give(self, name: str, rows: pa.Table) -> None:
        self._session.createDataFrame(rows).createOrReplaceTempView(name)

    def _give_parquet(self, name: str, path: str) -> None:
        self._session.read.parquet(path).createOrReplaceTempView(name)

    def _hold(self, name: str, path: str) -> None:
        self._session.read.parquet(path).cache().createOrReplaceTempView(name)

    def _answer(self, question: ibis.Table) -> pa.Table:
        self._with_memory(question)
        answer = self._session.sql(self._engine.compile(question)).toArrow()
        return answer.cast(question.schema().to_pyarrow())

    def _faulty(self) -> tuple[type[Exception], ...]:
        return self._kinds

    def _reason(self, fault: Exception) -> str:
        # What Python said on a worker stands at the end of its traceback; the Java stack below it says nothing.
        lines = [line.strip() for line in str(fault).strip().splitlines()]
        said = [line for line in lines if re.match(r"[\w.]*(?:Error|Exception): ", line)]
        return (said or lines)[0]


def open_engine(place: str = "duckdb") -> Engine:
    """Open the engine that `place` names.

    Args:
        place: `duckdb`, `postgresql://…`, or a Spark master (`local[2]`, `spark://…`,
            `yarn`, `k8s://…`).

    Raises:
        TongketError: There is no such engine, its library or Java is missing, or it does not answer.
    """
    kind = place.partition(":")[0]
    if place == "duckdb":
        return DuckDB()
    if kind in {"postgres", "postgresql"}:
        return PostgreSQL(place)
    if kind in {"spark", "yarn", "k8s"} or kind.startswith("local"):
        return Spark(place)
    message = f"Không có công cụ tính nào tên `{place}`. Hãy ghi duckdb, postgresql://… hoặc một Spark master."
    raise TongketError(message)


def run(question: ibis.Table) -> list[dict[str, Any]]:
    """Run a question over tables in memory on DuckDB and return its rows, columns by name."""
    with DuckDB() as engine:
        return engine.rows(question)


def _read_parquet(path: str) -> str:
    files = str(Path(path) / "**" / "*.parquet") if Path(path).is_dir() else path
    quoted = files.replace("'", "''")
    return f"read_parquet('{quoted}')"


@lru_cache(maxsize=256)
def _named(name: str, columns: pa.Schema) -> ibis.Table:
    return ibis.table(ibis.schema(columns), name=name)


@lru_cache(maxsize=256)
def _duckdb_sql(question: ops.Relation) -> str:
    # To write a question as SQL takes about as long as a small answer: one that is asked again is not written again.
    return str(ibis.to_sql(question.to_expr(), dialect="duckdb"))


def _spark(sessions: "type[SparkSession]", master: str, settings: Mapping[str, str]) -> "SparkSession":
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise TongketError(_JAVA)
    running = sessions.getActiveSession()
    if running is not None and running.sparkContext.master != master:
        message = (
            f"Tiến trình này đã mở Spark ở {running.sparkContext.master}, không thể mở thêm ở {master}. "
            "Hãy đóng phiên đó, hoặc đưa chính phiên đó vào."
        )
        raise TongketError(message)
    # The fault comes as an exception; its whole Java stack on the screen besides helps nobody.
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)
    # Workers run this Python, with the libraries that are here, unless whoever runs the cluster named another.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sessions.builder.master(master).appName("tongket")
    for key, value in {**_SPARK, **settings}.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def _library(name: str, extra: str) -> Any:  # noqa: ANN401 - a module
    try:
        return import_module(name)
    except ModuleNotFoundError as missing:
        message = f"Cần thư viện {missing.name}, chưa được cài. Hãy cài: pip install 'tongket[{extra}]'"
        raise TongketError(message) from missing


def _plain(name: str) -> str:
    if name.isidentifier() and name.isascii():
        return name
    message = f"Tên bảng `{name}` phải chỉ gồm chữ cái không dấu, chữ số và gạch dưới."
    raise TongketError(message)


_POSTGRES_TYPES: Mapping[pa.DataType, str] = MappingProxyType(
    {
        # Words in the order of their code points, as DuckDB and Spark order them, not by the server's language.
        pa.string(): 'text COLLATE "C"',
        pa.large_string(): 'text COLLATE "C"',
        pa.bool_(): "boolean",
        pa.int8(): "smallint",
        pa.int16(): "smallint",
        pa.int32(): "integer",
        pa.int64(): "bigint",
        pa.float64(): "double precision",
        pa.date32(): "date",
        pa.timestamp("us"): "timestamp",
    }
)


def _postgres_type(column: pa.Field) -> str:
    if pa.types.is_decimal(column.type):
        return f"numeric({column.type.precision}, {column.type.scale})"
    if told := _POSTGRES_TYPES.get(column.type):
        return told
    message = f"PostgreSQL không nhận cột `{column.name}` kiểu {column.type}; hãy đổi kiểu trước khi đưa vào."
    raise TongketError(message)
