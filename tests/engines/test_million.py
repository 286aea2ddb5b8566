"""A million facts over the map of a whole country: every engine gives DuckDB's answers, also when a worker dies."""

import runpy
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from engines.cluster import Cluster, driver
from engines.conftest import needs_spark
from engines.roll_up import questions
from postgres import new_database
from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.engines.engine import Engine
from tongket.rollup.engines.postgres import PostgreSQL
from tongket.rollup.rows import table
from tongket.rollup.versions import Versions
from tongket.rollup.ways import ways_as_was, ways_on
from tongket.terms.columns import WAYS

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "benchmarks" / "rollup"
FACTS = 1_020_000
FILES = 30
DRIVER = Path(__file__).with_name("roll_up.py")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the facts and the ways of both maps."""
    into = tmp_path_factory.mktemp("million")
    made = [sys.executable, GENERATOR / "generate.py", "--facts", str(FACTS), "--into", into]
    subprocess.run(made, check=True, timeout=300)
    country = runpy.run_path(str(GENERATOR / "country.py"))["country"]()
    map_ = Versions(country.orgs, country.changes)
    pq.write_table(table(WAYS, ways_as_was(map_)), into / "ways_as_was.parquet")
    pq.write_table(table(WAYS, ways_on(map_, date(2026, 12, 31))), into / "ways_now.parquet")
    cells = pq.read_table(into / "cells")
    assert cells.num_rows >= 1_000_000
    _in_many_files(cells, into / "cells")
    return into


def _in_many_files(cells: pa.Table, folder: Path) -> None:
    """Write a table in as many files as give a worker something to lose: Spark makes a task of each."""
    for file in folder.iterdir():
        file.unlink()
    each = -(-cells.num_rows // FILES)
    for place in range(FILES):
        pq.write_table(cells.slice(place * each, each), folder / f"{place:02}.parquet")


@pytest.fixture(scope="session")
def expected(folder: Path) -> dict[str, pa.Table]:
    """Answer every question on DuckDB: one of its own, since a table that is given again takes the other's place."""
    with DuckDB(memory="1GB", threads=2) as engine:
        return _answers(engine, folder)


def _answers(engine: Engine, folder: Path) -> dict[str, pa.Table]:
    return {name: _in_order(engine.answer(asked)) for name, asked in questions(engine, folder).items()}


def test_a_million_facts_on_postgresql(postgres_server: Path, folder: Path, expected: dict[str, pa.Table]) -> None:
    """Provinces by year on both maps, and completeness: DuckDB's tables; Spark's are asked of the cluster below."""
    with PostgreSQL(new_database(postgres_server)) as engine:
        assert _answers(engine, folder) == expected
    assert all(answer.num_rows > 100 for answer in expected.values())


def test_a_worker_killed_in_the_middle_changes_nothing(
    folder: Path, expected: dict[str, pa.Table], tmp_path: Path
) -> None:
    """Of two workers one dies with all it had done while a job is under way; the answers are DuckDB's all the same."""
    needs_spark()
    with Cluster(tmp_path) as cluster, driver(DRIVER, cluster.master, folder) as job:
        _until(job, lambda line: line == "under way\n")
        cluster.workers[0].kill()
        told = _until(job, lambda line: line == "ended\n")
    assert "Lost executor" in told
    assert {name: _in_order(pq.read_table(folder / f"answer_{name}.parquet")) for name in expected} == expected


def _until(job: subprocess.Popen[str], is_it: Callable[[str], bool]) -> str:
    """Read what a job says up to a line."""
    assert job.stdout is not None
    said = []
    for line in job.stdout:
        said.append(line)
        if is_it(line):
            return "".join(said)
    raise AssertionError("".join(said))


def _in_order(answer: pa.Table) -> pa.Table:
    """Return the rows in one order, whatever order they came in."""
    keys = [(name, "ascending") for name in answer.column_names if name in {"ancestor", "year", "indicator", "report"}]
    return answer.sort_by(keys).combine_chunks()
