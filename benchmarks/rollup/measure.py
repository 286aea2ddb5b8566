"""How two ways to one answer are measured: in turn, by the clock and by the processor, and checked to be the same."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import duckdb
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock and of the processor."""

    wall: float
    busy: float


def in_turn(ways: Sequence[Callable[[], pa.Table]], rounds: int) -> tuple[list[pa.Table], list[Took]]:
    """Return what several ways answer, and the median of what each takes; all once before, and then in turn."""
    answers = [way() for way in ways]
    took: list[list[Took]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, times in zip(ways, took, strict=True):
            begun, busy = time.perf_counter(), time.process_time()
            way()
            times.append(Took(time.perf_counter() - begun, time.process_time() - busy))
    return answers, [Took(median(each.wall for each in times), median(each.busy for each in times)) for times in took]


def same(name: str, ours: pa.Table, limit: pa.Table) -> None:
    """Stop where two answers are not the same in every row, in the columns that the limit has."""
    with duckdb.connect() as engine:
        engine.register("ours", ours.select(limit.column_names))
        engine.register("bare", limit)
        (differing,) = engine.sql(
            "SELECT count(*) FROM ((FROM ours EXCEPT ALL FROM bare) UNION ALL (FROM bare EXCEPT ALL FROM ours))"
        ).fetchall()[0]
    if differing or len(ours) != len(limit):
        message = f"{name}: {differing} rows differ from the limit's answer ({len(ours)} and {len(limit)} rows)"
        raise SystemExit(message)


def say_load() -> None:
    """Print how busy the machine is."""
    say(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; over 1 the figures below waver")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
