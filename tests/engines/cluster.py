"""A standalone Spark cluster on loopback: a master and two workers, each a process group of its own that can be killed.

Ports are chosen by the system; everything that is started here is ended here.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

_MASTER = "org.apache.spark.deploy.master.Master"
_WORKER = "org.apache.spark.deploy.worker.Worker"
_HOST = "127.0.0.1"
# Tests are over before the second compiler and a second thread of the collector pay.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
# Seconds a daemon is given to say that it is there; on a busy machine Java alone takes ten.
PATIENCE = 120


@dataclass
class Daemon:
    """A process of the cluster with all below it, and the file it writes to."""

    process: subprocess.Popen[bytes]
    log: Path

    def told(self, pattern: str) -> re.Match[str]:
        """Wait until its log says something, and return what."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := re.search(pattern, self.log.read_text(encoding="utf-8")):
                return found
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)
        message = f"`{pattern}` never came: {self.log.read_text(encoding='utf-8')}"
        raise AssertionError(message)

    def kill(self) -> None:
        """Kill it and all that it started, as a machine that loses its power does."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Cluster:
    """A master and two workers of one core and 1 GB each; `master` is its URL."""

    def __init__(self, folder: Path) -> None:
        """Name the folder for logs and scratch files."""
        self.folder = folder
        self.master = ""
        self.workers: list[Daemon] = []
        self._all: list[Daemon] = []

    def __enter__(self) -> Self:
        """Start everything and wait until both workers are known to the master."""
        try:
            self._open()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _open(self) -> None:
        master = self._start("master", _MASTER, "--host", _HOST, "--port", "0", "--webui-port", "0")
        self.master = master.told(r"Starting Spark master at (spark://\S+)")[1]
        asked = ["--host", _HOST, "--cores", "1", "--memory", "1g", "--webui-port", "0"]
        for name in ("worker-1", "worker-2"):
            self.workers.append(self._start(name, _WORKER, *asked, "--work-dir", str(self.folder / name), self.master))
        master.told(r"(?s)Registering worker.*Registering worker")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End everything."""
        for daemon in reversed(self._all):
            daemon.kill()

    def _start(self, name: str, kind: str, *asked: str) -> Daemon:
        found, java = find_spec("pyspark"), shutil.which("java")
        assert found is not None
        assert java is not None
        assert found.origin is not None
        home = Path(found.origin).parent
        own = {
            "SPARK_HOME": str(home),
            "SPARK_LOCAL_IP": _HOST,
            # Told by Spark's own start script, which is passed over here: it starts a Java more for each daemon.
            "SPARK_SCALA_VERSION": next((home / "jars").glob("spark-core_*")).name.split("_")[1].rpartition("-")[0],
            "SPARK_LOCAL_DIRS": str(self.folder / name / "scratch"),
            "PYSPARK_PYTHON": sys.executable,
        }
        log = self.folder / f"{name}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                [java, *QUICK, "-Xmx256m", "-cp", str(home / "jars" / "*"), kind, *asked],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                env={**os.environ, **own},
                cwd=self.folder,
                start_new_session=True,
            )
        daemon = Daemon(process, log)
        self._all.append(daemon)
        return daemon


@contextmanager
def driver(program: Path, *asked: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Run a Python program that opens Spark, with all it starts; a process has one Spark only."""
    process = subprocess.Popen(
        [sys.executable, program, *map(str, asked)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
