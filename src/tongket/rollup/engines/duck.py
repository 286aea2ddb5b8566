"""DuckDB, in this process."""

import os
import tempfile
from pathlib import Path
from types import TracebackType

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
import pyarrow.dataset

from tongket.rollup.engines.duck_session import FEW, given_back, lent, opened, tables_of
from tongket.rollup.engines.engine import Engine, library
from tongket.terms.errors import TongketError


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
        settings = {"memory_limit": memory, "threads": threads, "temp_directory": aside}
        told = {key: each for key, each in settings.items() if each}
        self._kinds: tuple[type[Exception], ...] = (library("duckdb", "review").Error,)
        # One with settings of its own is nobody else's.
        self._is_lent = memory is None and threads is None
        with self.faults():
            self._session = lent(told) if self._is_lent else opened(told)

    def close(self) -> None:
        """Let go of what was given and of its memory."""
        if self._is_lent:
            given_back(self._session)
        else:
            self._session.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the engine; after a fault nobody gets it again."""
        if kind is not None:
            self._is_lent = False
        super().__exit__(kind, error, trace)

    def _give(self, name: str, rows: pa.Table) -> None:
        if rows.num_rows <= FEW:
            self._session.give_small(name, rows)
            return
        self._session.backend.con.register("given_arrow", rows)
        self._session.make("TABLE", name, "given_arrow")
        self._session.backend.con.unregister("given_arrow")

    def _give_parquet(self, name: str, path: str) -> None:
        self._session.make("VIEW", name, _read_parquet(path))

    def _hold(self, name: str, path: str) -> None:
        columns = pa.dataset.dataset(path, format="parquet").schema
        texts = [column.name for column in columns if pa.types.is_string(column.type)]
        source = _read_parquet(path)
        chosen = [f'"{each}"::"{name}.{each}" AS "{each}"' if each in texts else f'"{each}"' for each in columns.names]
        self._session.drop(name)
        # Ids as numbers into a list of them: grouped by as integers, compared with words and put in order as words.
        for each in texts:
            words = f'SELECT DISTINCT "{each}" FROM {source} WHERE "{each}" IS NOT NULL ORDER BY ALL'  # noqa: S608 - names of columns, the file's name is quoted
            self._session.backend.con.execute(f'CREATE OR REPLACE TYPE "{name}.{each}" AS ENUM ({words})')
        self._session.make("TABLE", name, f"(SELECT {', '.join(chosen)} FROM {source})")  # noqa: S608 - as above

    def _answer(self, question: ibis.Table) -> pa.Table:
        asked = question.op()
        if not_given := sorted(tables_of(asked) - set(self._session.given)):
            message = f"{self.name} không làm được: chưa có bảng {', '.join(not_given)}."
            raise TongketError(message)
        if asked.find(ops.InMemoryTable):
            return self._session.backend.to_pyarrow(question)
        answer = self._session.backend.con.sql(f"EXECUTE {self._session.planned(asked)}").to_arrow_table()
        return answer.cast(question.schema().to_pyarrow())

    def _faulty(self) -> tuple[type[Exception], ...]:
        return self._kinds


def _read_parquet(path: str) -> str:
    files = str(Path(path) / "**" / "*.parquet") if Path(path).is_dir() else path
    quoted = files.replace("'", "''")
    return f"read_parquet('{quoted}')"
