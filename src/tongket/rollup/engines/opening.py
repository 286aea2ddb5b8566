"""An engine by its name."""

from typing import Any

import ibis

from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.engines.engine import Engine
from tongket.rollup.engines.postgres import PostgreSQL
from tongket.rollup.engines.spark import Spark
from tongket.terms.errors import TongketError


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
