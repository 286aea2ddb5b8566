"""What every engine does: take tables in, answer questions over them, say in one way what it cannot."""

import os
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from types import TracebackType
from typing import Any, ClassVar, Self

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
import pyarrow.dataset

from tongket.rollup.engines.gaps import GAPS, gaps_in
from tongket.terms.errors import TongketError


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


def library(name: str, extra: str) -> Any:  # noqa: ANN401 - a module
    """Load what an engine needs.

    Args:
        name: Of the module.
        extra: What to install where it is missing.

    Raises:
        TongketError: It is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as missing:
        message = f"Cần thư viện {missing.name}, chưa được cài. Hãy cài: pip install 'tongket[{extra}]'"
        raise TongketError(message) from missing


@lru_cache(maxsize=256)
def _named(name: str, columns: pa.Schema) -> ibis.Table:
    return ibis.table(ibis.schema(columns), name=name)


def _plain(name: str) -> str:
    if name.isidentifier() and name.isascii():
        return name
    message = f"Tên bảng `{name}` phải chỉ gồm chữ cái không dấu, chữ số và gạch dưới."
    raise TongketError(message)
