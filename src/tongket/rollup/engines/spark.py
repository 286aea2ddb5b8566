"""Spark, on this machine or on a cluster."""

import logging
import os
import re
import shutil
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from tongket.rollup.engines.engine import Engine, library
from tongket.terms.errors import TongketError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_JAVA = "Spark cần Java 17, máy này chưa có. Hãy cài: apt-get install openjdk-17-jre-headless (hoặc đặt JAVA_HOME)."
# Decimals as DuckDB has them: the product keeps every digit of both factors, what does not fit is an error.
_EXACT = MappingProxyType({"spark.sql.decimalOperations.allowPrecisionLoss": "false", "spark.sql.ansi.enabled": "true"})
_SPARK = MappingProxyType({**_EXACT, "spark.ui.enabled": "false", "spark.log.level": "FATAL"})


class Spark(Engine):
    """Spark, by its master or in a session that is there already.

    Args:
        master: `local[2]`, `spark://host:7077`, `yarn`; or a session, which stays open when this closes.
        settings: Spark's own, as `{"spark.executor.memory": "2g"}`.
    """

    name = "Spark"

    def __init__(self, master: "str | SparkSession", settings: Mapping[str, str] = MappingProxyType({})) -> None:
        """Open a session, or another one beside the given one."""
        sql = library("pyspark.sql", "spark")
        errors, bridge = library("pyspark.errors", "spark"), library("py4j.protocol", "spark")
        self._kinds: tuple[type[Exception], ...] = (errors.PySparkException, bridge.Py4JError)
        self._mine = isinstance(master, str)
        with self.faults():
            self._session: SparkSession = (
                _spark(sql.SparkSession, master, settings) if isinstance(master, str) else master.newSession()
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
