"""The whole line on a PostgreSQL server that `DATABASE_URL` names: review, way back, correction, list."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from kills import work
from postgres import postgres, postgres_server

__all__ = ["postgres", "postgres_server"]


def _tongket(server: str, *words: str | Path) -> str:
    command = [sys.executable, "-c", "from tongket.cli.main import main; main()", *map(str, words)]
    run = subprocess.run(
        command, env={**os.environ, "DATABASE_URL": server}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_a_review_a_correction_and_the_way_back_on_a_server(postgres: str, tmp_path: Path) -> None:
    """No file of a ledger is made, no screen shows the URL, and a corrected figure is in the next review."""
    reports = tmp_path / "reports"
    reports.mkdir()
    work.write_reports(reports)
    (reports / "profile.toml").write_text(work.profile_file(), encoding="utf-8")
    asked = ("review", reports, "--org", "suoi-vang", "--period", "2024", "-o", tmp_path / "review.docx")
    said = _tongket(postgres, *asked)
    assert postgres not in said
    total = re.search(r"Học viên: 1\.655 người \(5/5 đơn vị\) (T-\w+)", said)
    assert total is not None
    way = json.loads(_tongket(postgres, "why", total[1], "--json"))
    figure = next(step["id"] for step in way["steps"] if step["text"] == "331 người")
    corrected = _tongket(postgres, "correct", figure, "--value", "131", "--reason", "gõ nhầm")
    assert re.match(r"C-\w+: hoc-vien, huyen-2, 2024: 131\.", corrected)
    assert "Học viên: 1.455 người" in _tongket(postgres, *asked)
    _tongket(postgres, "correct", corrected.partition(":")[0], "--back", "--reason", "không nhầm")
    assert "Học viên: 1.655 người" in _tongket(postgres, *asked)
    assert "5 văn bản" in _tongket(postgres, "ledger")
    assert list(tmp_path.rglob("*.ledger")) == []
