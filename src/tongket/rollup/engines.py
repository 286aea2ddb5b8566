"""The engine that runs the roll-up's expressions: DuckDB, in memory, on this machine."""

from typing import TYPE_CHECKING, Any

import ibis

if TYPE_CHECKING:
    import pyarrow as pa


def run(expression: ibis.Table) -> list[dict[str, Any]]:
    """Run an expression and return its rows, columns by name."""
    engine = ibis.duckdb.connect()
    try:
        answer: pa.Table = engine.to_pyarrow(expression)
        rows: list[dict[str, Any]] = answer.to_pylist()
    finally:
        engine.disconnect()
    return rows
