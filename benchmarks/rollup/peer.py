"""The same question on PostgreSQL over a table with one column a level, as DHIS2 lays out its analytics tables.

Such a table holds with every figure the orgs above it, one column a level, and its periods; it is cut by year, and what
is asked by has an index (`JdbcAnalyticsTableManager` and `AnalyticsIndex` of DHIS2). It knows one map: that of each
figure's own time is written into it here.
"""

import io
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

import duckdb
import psycopg
import pyarrow as pa
import pyarrow.csv as pacsv
from country import COMMUNE, DISTRICT, PROVINCE, TOP
from generate import FIRST_YEAR, LAST_YEAR
from measure import Took, same, say
from questions import kept_at

from tongket.rollup.engines.duck import DuckDB
from tongket.rollup.totals import totals

LEVELS = {"uidlevel1": TOP, "uidlevel2": PROVINCE, "uidlevel3": DISTRICT, "uidlevel4": COMMUNE}
COLUMNS = """dx text, ou text, uidlevel1 text, uidlevel2 text, uidlevel3 text, uidlevel4 text, monthly text,
    quarterly text, yearly smallint, low numeric(18, 3), high numeric(18, 3), approx boolean, conflict boolean"""
INDEXED = ("dx", "ou", "uidlevel1", "uidlevel2", "uidlevel3", "uidlevel4", "monthly", "quarterly", "dx, uidlevel2")
# What a server of this size is given; statements are compiled only where it pays, as PostgreSQL decides.
SETTINGS = {
    "shared_buffers": "2GB",
    "work_mem": "256MB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "8GB",
    "max_parallel_workers_per_gather": "2",
    "fsync": "off",
    "listen_addresses": "''",
}
QUESTION = f"""
SELECT uidlevel2 AS ancestor, yearly AS year, dx AS indicator,
    CASE WHEN count(low) = count(*) THEN sum(low) END AS low,
    CASE WHEN count(high) = count(*) THEN sum(high) END AS high,
    bool_or(approx) AS approx, bool_or(conflict) AS conflict, count(*) AS parts
FROM analytics WHERE yearly BETWEEN {FIRST_YEAR} AND {LAST_YEAR} GROUP BY uidlevel2, yearly, dx
"""  # noqa: S608 - two numbers of this program
ROUNDS = 3


def beside_postgres(folder: Path, ways: Mapping[str, pa.Table]) -> None:
    """Ask province by indicator and year, as it was, on both in turn; print the ratio."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))
    if not programs:
        say("PostgreSQL is not measured: apt-get install postgresql")
        return
    with postgres(programs[-1]) as url, psycopg.connect(url, autocommit=True) as peer, DuckDB() as engine:
        fill(peer, folder, ways["was"])
        server = int((Path(url.rpartition("=")[2]) / "data" / "postmaster.pid").read_text().splitlines()[0])
        begun = time.perf_counter()
        held = engine.give_parquet("held", folder / "cells", held=True)
        say(f"DuckDB: the same facts held in its own form in {time.perf_counter() - begun:.0f} s")
        cells, up = engine.give_parquet("cells", folder / "cells"), kept_at(engine, "was", PROVINCE, ways)
        asked_of = {"held": totals(held, up), "Parquet": totals(cells, up)}
        theirs = asked(peer)
        for question in asked_of.values():
            ours = engine.answer(question)
            same("PostgreSQL", ours, typed(theirs, ours))
        ways_ = [(lambda each=each: engine.answer(each), os.getpid()) for each in asked_of.values()]
        times = [[taken(*way) for way in [*ways_, (lambda: asked(peer), server)]] for _ in range(ROUNDS)]
        *mine, other = (
            Took(median(each.wall for each in side), median(each.busy for each in side))
            for side in zip(*times, strict=True)
        )
        for form, took in zip(asked_of, mine, strict=True):
            say(
                f"province x indicator x year, as it was: DuckDB, {form}: {took.wall:.3f} s (cpu {took.busy:.3f}), "
                f"PostgreSQL {other.wall:.2f} s (cpu {other.busy:.2f}), "
                f"RATIO {other.wall / took.wall:.1f}, cpu {other.busy / took.busy:.1f}"
            )


def asked(peer: psycopg.Connection[tuple[object, ...]]) -> bytes:
    """Ask PostgreSQL; the rows come as text, which is its fastest way out."""
    with peer.cursor() as cursor, cursor.copy(f"COPY ({QUESTION}) TO STDOUT (FORMAT csv, HEADER)") as rows:
        return b"".join(rows)


def typed(rows: bytes, like: pa.Table) -> pa.Table:
    """Rows as text with the types of another table."""
    types = {field.name: field.type for field in like.schema}
    flags = {"true_values": ["t"], "false_values": ["f"]}
    told = pacsv.ConvertOptions(column_types=types, strings_can_be_null=False, **flags)
    return pacsv.read_csv(io.BytesIO(rows), convert_options=told)


def taken(way: Callable[[], object], process: int) -> Took:
    """What a call takes, by the clock and of the processor in a process and those below it."""
    begun, busy = time.perf_counter(), processor_time(process)
    way()
    return Took(time.perf_counter() - begun, processor_time(process) - busy)


def processor_time(process: int) -> float:
    """Seconds of the processor that a process, its children and all that they have waited for took, as Linux tells."""
    ticks = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(FileNotFoundError, ProcessLookupError):
            told = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(folder.name) == process or int(told[1]) == process:
                # After the name: state, parent, …; the 12th to the 15th are user and system, own and waited for.
                ticks += sum(map(int, told[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def fill(peer: psycopg.Connection[tuple[object, ...]], folder: Path, was: pa.Table) -> None:
    """Make DHIS2's table out of the cells, a file of them at a time, with its indexes."""
    begun = time.perf_counter()
    peer.execute(f"CREATE UNLOGGED TABLE analytics ({COLUMNS}) PARTITION BY LIST (yearly)")
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        peer.execute(f"CREATE UNLOGGED TABLE analytics_{year} PARTITION OF analytics FOR VALUES IN ({year})")
    with duckdb.connect() as engine, tempfile.TemporaryDirectory(dir=folder) as scratch:
        engine.register("ways", was)
        levels = ", ".join(f"any_value(ancestor) FILTER (level = '{each}') AS {name}" for name, each in LEVELS.items())
        engine.execute(f"CREATE TABLE up AS SELECT version, {levels} FROM ways GROUP BY version")  # noqa: S608 - as below
        for piece in sorted((folder / "cells").glob("*.parquet")):
            written = Path(scratch) / "piece.csv"
            rows = f"""SELECT indicator, org, {", ".join(LEVELS)}, strftime(first, '%Y%m'),
                year || 'Q' || quarter(first), year, low, high, approx, conflict
                FROM read_parquet('{piece}') JOIN up USING (version)"""  # noqa: S608 - words of this program
            engine.execute(f"COPY ({rows}) TO '{written}' (FORMAT csv, HEADER false)")
            with peer.cursor() as cursor, cursor.copy("COPY analytics FROM STDIN (FORMAT csv)") as copy:
                copy.write(written.read_bytes())
    for columns in INDEXED:
        peer.execute(f"CREATE INDEX ON analytics ({columns})")
    peer.execute("VACUUM ANALYZE analytics")
    say(f"PostgreSQL: filled with indexes in {time.perf_counter() - begun:.0f} s")


@contextmanager
def postgres(programs: Path) -> Iterator[str]:
    """Start a server of its own, on a socket only; give its URL."""
    home = Path(tempfile.mkdtemp(prefix="tongket-peer-"))
    user = None
    if os.geteuid() == 0:  # the server refuses to run as root
        known = {entry.pw_name for entry in pwd.getpwall()}
        user = next(name for name in ("postgres", "nobody") if name in known)
        shutil.chown(home, user)
    data, settings = home / "data", " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    control = [programs / "pg_ctl", "-D", data, "-w", "-s"]
    run(user, programs / "initdb", "-D", data, "-U", "tongket", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    run(user, *control, "-l", home / "log", "-o", f"{settings} -c unix_socket_directories={home}", "start")
    try:
        yield f"postgresql://tongket@/postgres?host={home}"
    finally:
        run(user, *control, "-m", "immediate", "stop")
        shutil.rmtree(home)


def run(user: str | None, *command: str | Path) -> None:
    """Run a program of the server's."""
    asked_for = list(map(str, command))
    subprocess.run(asked_for, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/", user=user)
