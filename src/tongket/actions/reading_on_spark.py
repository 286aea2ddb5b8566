"""Reads a corpus on Spark: paths in, Parquet tables out, the readings byte for byte those of one machine.

The driver hands out paths, never bytes: every worker opens the files itself, so they must lie where all machines see
them under one path, and so must the folder for the tables. Each machine needs this package and its libraries, in the
version the driver has; `docs/engines.md` tells how they get there.

A table folder holds `readings` (a row a file: the reading as JSON) and one table a record type, as
`reading/arrow.py` has them, each row with the `path` of its file. The folder is whole or not there.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from tongket.actions.read_paths import PATHS, READINGS, WHOLE, read_paths
from tongket.reading import READER
from tongket.reading.arrow import SCHEMAS
from tongket.rollup.engines.spark import Spark
from tongket.terms.errors import TongketError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

# Files of one task: some seconds of work, so that a lost worker costs little and the driver has not too much to tell.
FILES_A_TASK = 256
# Tasks a core where there are few files: the slow ones do not all fall to one.
TASKS_A_CORE = 4
_WHOLE = "_whole"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a corpus: how many files and pages, and in how many of them there was an error."""

    documents: int
    pages: int
    failed: int


def read_on_spark(paths: Sequence[str], table: Path, engine: Spark, *, with_text: bool = False) -> Outcome:
    """Read files into a folder of Parquet tables.

    Args:
        paths: Of the files, as every worker sees them.
        table: The folder to make.
        engine: Where to read them; it stays open.
        with_text: Carry the documents' text in the JSON.

    Raises:
        TongketError: There is something at `table`; a worker lacks this package or has another version of it; or the
            cluster gave up.
    """
    if table.exists():
        message = f"Đã có {table}. Hãy chọn tên khác, hoặc dọn nó đi trước."
        raise TongketError(message)
    with _whole_folder(table) as part, engine.faults():
        session = engine.session
        work = partial(read_paths, reader=READER, with_text=with_text)
        frame = _spread(session, paths).mapInArrow(work, schema=_schema(session, WHOLE))
        frame.write.parquet(str(part / _WHOLE))
        whole = session.read.parquet(str(part / _WHOLE))
        _put_apart(whole, part)
        return _outcome(whole)


@contextmanager
def _whole_folder(table: Path) -> Iterator[Path]:
    part = table.with_name(f".{table.name}.{os.getpid()}.part")
    try:
        yield part
        shutil.rmtree(part / _WHOLE)
        part.replace(table)
    except OSError as fault:
        message = f"Không ghi được {table}: {fault.strerror}."
        raise TongketError(message) from fault
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _spread(session: "SparkSession", paths: Sequence[str]) -> "DataFrame":
    """Hand the paths out, neighbours together and in order."""
    files = [os.fsencode(Path(path).absolute()) for path in paths]
    rows = session.createDataFrame(pa.Table.from_arrays([pa.array(range(len(files))), pa.array(files)], schema=PATHS))
    cores = session.sparkContext.defaultParallelism
    tasks = max(min(len(files), cores * TASKS_A_CORE), -(-len(files) // FILES_A_TASK))
    return rows.repartitionByRange(tasks, "number").sortWithinPartitions("number")


def _schema(session: "SparkSession", columns: pa.Schema) -> "StructType":
    return session.createDataFrame(columns.empty_table()).schema


def _put_apart(whole: "DataFrame", part: Path) -> None:
    """Write the readings and, without opening a file again, each type of record."""
    whole.select(READINGS.names).write.parquet(str(part / "readings"))
    for name in SCHEMAS:
        rows = whole.selectExpr("path", f"explode({name}) AS record").select("path", "record.*")
        rows.write.parquet(str(part / name))


def _outcome(whole: "DataFrame") -> Outcome:
    told = whole.selectExpr("count(*)", "coalesce(sum(pages), 0)", "count_if(failed)").first()
    assert told is not None  # noqa: S101 - an aggregate over everything has one row
    return Outcome(*told)
