"""The driver of a roll-up on a cluster: asks the questions over tables in a folder and writes the answers.

    python roll_up.py MASTER FOLDER

Says `under way` when the first tasks of a job are done and others are not, and `ended` at the end.
"""

import sys
import time
from pathlib import Path
from threading import Thread

import ibis
import pyarrow.parquet as pq

from tongket.rollup.completeness import completeness
from tongket.rollup.engines.engine import Engine
from tongket.rollup.engines.spark import Spark
from tongket.rollup.totals import totals

# Two workers of one core. A file a task, so that there is much to lose; what a dead worker kept is asked for once more
# without long waiting.
SETTINGS = {
    "spark.executor.memory": "512m",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "6",
    "spark.sql.files.maxPartitionBytes": "4m",
    "spark.shuffle.io.retryWait": "1s",
    "spark.shuffle.io.maxRetries": "1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
TABLES = ("cells", "ways_as_was", "ways_now", "duties", "reports", "excuses")


def questions(engine: Engine, folder: Path) -> dict[str, ibis.Table]:
    """Return the questions over the tables of a folder, with the provinces' totals on both maps."""
    given = {name: engine.give_parquet(name, _place(folder, name)) for name in TABLES}
    was, now = (given[name].filter(given[name].level == "tỉnh") for name in ("ways_as_was", "ways_now"))
    return {
        "as_was": totals(given["cells"], was),
        "as_is": totals(given["cells"], now),
        "completeness": completeness(given["duties"], given["reports"], given["excuses"], now),
    }


def main() -> None:
    """Ask and write."""
    master, folder = sys.argv[1], Path(sys.argv[2])
    with Spark(master, SETTINGS) as engine:
        Thread(target=_watch, args=(engine,), daemon=True).start()
        for name, question in questions(engine, folder).items():
            pq.write_table(engine.answer(question), folder / f"answer_{name}.parquet")
    _say("ended")


def _place(folder: Path, name: str) -> Path:
    return folder / name if (folder / name).is_dir() else folder / f"{name}.parquet"


def _watch(engine: Spark) -> None:
    tracker = engine.session.sparkContext.statusTracker()
    while True:
        stages = [tracker.getStageInfo(each) for each in tracker.getActiveStageIds()]
        if any(each and 2 <= each.numCompletedTasks < each.numTasks - 2 for each in stages):
            _say("under way")
            return
        time.sleep(0.02)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
