"""How fast questions are answered, beside a bare GROUP BY in the same engine, and beside PostgreSQL.

    make bench-rollup            (FACTS=1e8 for a hundred million, about ten minutes and 3 GB of disk)

Asks our own expressions over generated facts (`generate.py`) and, in turn with them, the limit of each
(`questions.py`). What counts is the ratio, the median of the rounds; seconds are printed for orientation, as is the
time of the processor, which wavers less on a machine that others use too. Answers are checked to be the same in every
row. The most memory that the questions take is measured in a process of its own.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
from generate import generate
from measure import in_turn, same, say, say_load
from peer import beside_postgres
from questions import QUESTIONS, given, make_ready, maps
from renewal import beside_everything

from tongket.rollup.engines.duck import DuckDB

# At this many facts PostgreSQL is measured too, and the next answer after new facts.
PEER_FACTS = 10_000_000
ROUNDS = 7


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=float, default=1e7, help="about how many")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tongket-rollup")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only-memory", action="store_true", help="ask every question once and tell the memory")
    asked = parser.parse_args()
    facts, folder = int(asked.facts), asked.folder / f"{int(asked.facts)}"
    if asked.only_memory:
        ask_all(folder)
        return
    if not (folder / "excuses.parquet").exists():
        say(f"making about {facts:,} facts in {folder}")
        generate(facts, folder)
    say_load()
    beside_limits(folder, asked.rounds)
    say(f"most memory while all questions are asked: {peak_memory(asked.folder, facts):.2f} GB")
    if facts == PEER_FACTS:
        beside_everything(folder, maps(), asked.rounds)
        beside_postgres(folder, maps())
    say_load()


def beside_limits(folder: Path, rounds: int) -> None:
    """Ask each question and its limit in turn; print seconds, processor seconds and their ratios."""
    ways = maps()
    say(f"{'question':45} {'ours':>7} {'limit':>7} {'RATIO':>6} {'cpu':>7} {'limit':>7} {'RATIO':>6} {'rows':>8}")
    with DuckDB() as ours, duckdb.connect() as bare:
        tables = given(ours, folder, ways)
        for question in QUESTIONS:
            bare.read_parquet(str(make_ready(question, folder, ways))).create_view("ready", replace=True)
            expression = question.ask(tables)
            answers, times = in_turn(
                [
                    lambda each=expression: ours.answer(each),
                    lambda each=question: bare.sql(each.limit).to_arrow_table(),
                ],
                rounds,
            )
            same(question.name, *answers)
            mine, limit = times
            say(
                f"{question.name:45} {mine.wall:7.3f} {limit.wall:7.3f} {mine.wall / limit.wall:6.2f} "
                f"{mine.busy:7.3f} {limit.busy:7.3f} {mine.busy / limit.busy:6.2f} {len(answers[0]):8}"
            )


def peak_memory(folder: Path, facts: int) -> float:
    """Return the most memory in GB that a process takes that asks every question once."""
    told = subprocess.run(
        [sys.executable, __file__, "--only-memory", "--facts", str(facts), "--folder", str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(told.stdout) / 1e6


def ask_all(folder: Path) -> None:
    """Ask every question once and print the most memory in kB that this process took."""
    with DuckDB() as engine:
        tables = given(engine, folder, maps())
        for question in QUESTIONS:
            engine.answer(question.ask(tables))
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")


if __name__ == "__main__":
    main()
