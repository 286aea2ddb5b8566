"""Kills at random moments of taking in and correcting: nothing lost, nothing twice, no half document.

A few in every test run; `make kills` does 200 on each database (`TONGKET_KILLS`).
"""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

from kills import work
from postgres import new_database, postgres_server
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.ledger.entries import rows_of
from tongket.terms.tables import ROWS, AttributionRow, ObservationRow, Row

__all__ = ["postgres_server"]

KILLS = int(os.environ.get("TONGKET_KILLS", "5"))
ENOUGH = 60.0
"""Seconds after which an undisturbed run would be called hanging."""

State = frozenset[Row]
NewPlace = Callable[[], str]


class Worker:
    """A process that does the work and kills it when told."""

    def __init__(self, folder: Path) -> None:
        """Start it; give back when everything is loaded."""
        tests = Path(__file__).parents[1]
        self._run = subprocess.Popen(
            [sys.executable, "-m", "kills.work", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(tests)},
        )
        while self._line() != "ready":
            pass

    def do(self, place: str, start: int, delay: float = ENOUGH, statement: int = 0) -> tuple[int, bool, float]:
        """Do the steps from `start` on, killed after so many seconds, or after a statement to the database.

        Returns:
            The step after the last that came to its end, whether the process was killed, and how long it took.
        """
        assert self._run.stdin is not None
        self._run.stdin.write(
            json.dumps({"place": place, "start": start, "delay": delay, "statement": statement}) + "\n"
        )
        self._run.stdin.flush()
        done = start
        while (words := self._line().split())[0] == "did":
            done = int(words[1]) + 1
        return done, words[0] == "killed", float(words[1])

    def close(self) -> None:
        """Let it end."""
        self._run.communicate(timeout=ENOUGH)

    def _line(self) -> str:
        assert self._run.stdout is not None
        line = self._run.stdout.readline()
        assert line, "the worker died"
        return line.strip()


@pytest.fixture
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> NewPlace:
    """Give a place where no ledger is yet, each time another."""
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres_server")
        return lambda: new_database(server)
    numbers = iter(range(10**6))
    return lambda: str(tmp_path / f"{next(numbers)}.ledger")


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    """A worker on the reports of an invented province."""
    folder = tmp_path / "reports"
    folder.mkdir()
    work.write_reports(folder)
    worker = Worker(folder)
    yield worker
    worker.close()


@pytest.mark.parametrize("new_place", ["sqlite", "postgresql"], indirect=True)
def test_kills_at_any_moment_lose_nothing_and_leave_nothing_half_done(
    new_place: NewPlace, worker: Worker, tmp_path: Path
) -> None:
    """Whoever gives the command again that died comes to the very same ledger as without any kill."""
    kinds = [kind for kind, _ in work.steps(tmp_path / "reports")]
    states, statements = _undisturbed(tmp_path / "reports", new_place())
    _, killed, whole = worker.do(new_place(), 0)
    assert not killed
    chance = random.Random(20250701)  # noqa: S311 - nothing secret
    hit: Counter[str] = Counter()
    ledgers = 0
    while hit.total() < KILLS:
        place, done = new_place(), 0
        while done < len(kinds):
            left = 1.1 - done / len(kinds)
            # Writing is a small part of the time: half of the kills come while it goes on.
            if hit.total() >= KILLS:
                done, killed, _ = worker.do(place, done)
            elif hit.total() % 2:
                done, killed, _ = worker.do(place, done, delay=chance.uniform(0, left * whole))
            else:
                done, killed, _ = worker.do(place, done, statement=chance.randint(1, round(left * statements)))
            if killed:
                hit[kinds[done] if done < len(kinds) else "at the end"] += 1
                _check(_state(place), states, kinds, done)
        assert _state(place) == states[-1]
        ledgers += 1
    print(f"{hit.total()} kills on {ledgers} ledgers: {dict(hit)}")  # noqa: T201 - what `make kills` tells


def _undisturbed(folder: Path, place: str) -> tuple[list[State], int]:
    """Return what is in a ledger before the first step and after each, and how many statements the steps take."""
    states, statements = [frozenset[Row]()], work.Statements()
    open_ledger(work.opened(place))
    for _, step in work.steps(folder):
        with connection.execute_wrapper(statements):
            step()
        states.append(_everything())
    close_ledger()
    return states, statements.sent


def _check(now: State, states: list[State], kinds: list[str], done: int) -> None:
    """Check a ledger after a kill: each step that came to its end is whole, the killed one is whole or not there."""
    if done == len(kinds):
        assert now == states[-1]
    elif kinds[done] == "attribute":
        # One transaction a document: each is attributed whole or not at all.
        assert states[done] <= now <= states[done + 1]
        for rows in _by_document(states[done + 1] - states[done]).values():
            assert rows <= now or not rows & now
    else:
        before, after = states[done], states[done + 1]
        lost, half = Counter(type(row).__name__ for row in before - now), [type(row).__name__ for row in now - before]
        assert now in (before, after), f"{lost} lost, {Counter(half)} of {len(after - before)} there"


def _by_document(rows: State) -> dict[str, set[Row]]:
    found: dict[str, set[Row]] = {}
    for row in rows:
        if isinstance(row, AttributionRow | ObservationRow):
            found.setdefault(row.document, set()).add(row)
    return found


def _state(place: str) -> State:
    """Open a ledger as the next command would, and return all that is in it; twice the same row is a fault."""
    open_ledger(work.opened(place))
    with transaction.atomic():
        if connection.vendor == "postgresql":
            # The server may be committing what the killed process sent last: all tables are read as of one moment.
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        state = _everything()
    close_ledger()
    return state


def _everything() -> State:
    rows = [row for row_type in ROWS for row in rows_of(row_type)]
    assert len({(type(row), row.id) for row in rows}) == len(rows) == len(set(rows))
    return frozenset(rows)
