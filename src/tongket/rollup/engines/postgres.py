"""PostgreSQL, on its server."""

import io
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import ibis
import pyarrow as pa
import pyarrow.csv
import pyarrow.dataset

from tongket.rollup.engines.engine import Engine, library
from tongket.terms.errors import TongketError

if TYPE_CHECKING:
    import psycopg


class PostgreSQL(Engine):
    """A PostgreSQL server; what is given lies in temporary tables, which only this connection sees.

    Args:
        url: `postgresql://user:password@host:port/database`, as in DATABASE_URL.
    """

    name = "PostgreSQL"

    def __init__(self, url: str) -> None:
        """Connect to the server."""
        driver = library("psycopg", "postgres")
        self._kinds: tuple[type[Exception], ...] = (driver.Error,)
        with self.faults():
            self._connection: psycopg.Connection[tuple[Any, ...]] = driver.connect(url, autocommit=True)
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
