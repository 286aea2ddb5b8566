"""The three engines, each opened once a run; a test over `engine` runs on every one of them."""

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from engines.cluster import QUICK
from postgres import new_database, postgres, postgres_server
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.engines.engine import Engine
from tongket.rollup.engines.postgres import PostgreSQL
from tongket.rollup.engines.spark import Spark

__all__ = ["postgres", "postgres_server"]

# A small machine's tests: two tasks at a time, no more partitions than that, a small heap.
SETTINGS = {
    "spark.sql.shuffle.partitions": "2",
    "spark.default.parallelism": "2",
    "spark.driver.memory": "1g",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.extraJavaOptions": " ".join(QUICK),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep these tests in one process of `pytest -n`, so that Spark starts once (`--dist loadgroup`)."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("engines"))
            # PySpark leaves sockets to its own Java process for the garbage collector to close.
            item.add_marker(pytest.mark.filterwarnings("ignore:Exception ignored in. <socket.socket"))
            item.add_marker(pytest.mark.filterwarnings("ignore:unclosed <socket.socket:ResourceWarning"))


@pytest.fixture(scope="session")
def duckdb() -> Iterator[Engine]:
    """Give DuckDB in memory, bounded."""
    with DuckDB(memory="1GB", threads=2) as engine:
        yield engine


@pytest.fixture(scope="session")
def postgresql(postgres_server: Path) -> Iterator[Engine]:
    """Give PostgreSQL, a server of the tests' own."""
    with PostgreSQL(new_database(postgres_server)) as engine:
        yield engine


@pytest.fixture(scope="session")
def spark() -> Iterator[Spark]:
    """Give Spark in this machine, two tasks at a time."""
    needs_spark()
    with Spark("local[2]", SETTINGS) as engine:
        yield engine


@pytest.fixture(scope="session", params=["duckdb", "postgresql", "spark"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Give each engine in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Engine)
    return found


def needs_spark() -> None:
    """Skip the test where Spark or its Java is missing."""
    if not shutil.which("java"):
        pytest.skip("no Java on this machine: apt-get install openjdk-17-jre-headless")
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("no Spark: pip install 'tongket[spark]'")
