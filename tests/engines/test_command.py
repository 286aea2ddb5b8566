"""`tongket rollup --engine …`: whoever computes, the answer is the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from engines.conftest import needs_spark

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-c", "from tongket.cli.main import main; main()"]
ASKED = ["--profile", ROOT / "samples" / "profile.toml", "--org", "hoai-giang", "--period", "2025", "--json"]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Take the samples of a year in."""
    file = tmp_path_factory.mktemp("ledger") / "x.ledger"
    _run("rollup", ROOT / "samples" / "reports" / "2025", "--ledger", file, *ASKED)
    return file


def test_postgresql_answers_as_this_machine(ledger: Path, postgres: str) -> None:
    """The same JSON, byte for byte, from a server."""
    expected = _run("rollup", "--ledger", ledger, *ASKED)
    assert _run("rollup", "--ledger", ledger, "--engine", postgres, *ASKED) == expected
    assert len(expected) > 1000


def test_spark_answers_as_this_machine(ledger: Path) -> None:
    """The same JSON, byte for byte, from Spark."""
    needs_spark()
    expected = _run("rollup", "--ledger", ledger, *ASKED)
    assert _run("rollup", "--ledger", ledger, "--engine", "local[2]", *ASKED) == expected


def test_no_such_engine(ledger: Path) -> None:
    """A name that is no engine's is the caller's fault: one message, status 2."""
    asked = [*PROGRAM, "rollup", "--ledger", str(ledger), "--engine", "mysql://x", *map(str, ASKED)]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (ran.returncode, "mysql://x" in ran.stderr, "Traceback" in ran.stderr) == (2, True, False)


def _run(*asked: str | Path) -> str:
    ran = subprocess.run([*PROGRAM, *map(str, asked)], capture_output=True, text=True, check=False)
    assert ran.returncode in {0, 1}, ran.stderr
    return ran.stdout
