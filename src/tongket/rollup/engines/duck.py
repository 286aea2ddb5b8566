"""DuckDB, in this process."""

import os
import tempfile
from functools import lru_cache
from pathlib import Path

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
import pyarrow.dataset

from tongket.rollup.engines.engine import Engine, library

# DuckDB takes a table of so many rows as it is, at a tenth of what it costs to make one of its own out of it.
_FEW = 20_000
_AS_IT_IS = "ARROW"


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
        self._kinds: tuple[type[Exception], ...] = (library("duckdb", "review").Error,)
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


def _read_parquet(path: str) -> str:
    files = str(Path(path) / "**" / "*.parquet") if Path(path).is_dir() else path
    quoted = files.replace("'", "''")
    return f"read_parquet('{quoted}')"


@lru_cache(maxsize=256)
def _duckdb_sql(question: ops.Relation) -> str:
    # To write a question as SQL takes about as long as a small answer: one that is asked again is not written again.
    return str(ibis.to_sql(question.to_expr(), dialect="duckdb"))
