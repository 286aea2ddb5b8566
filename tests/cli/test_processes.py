"""Every command in a process of its own, as people start it: nothing is loaded or set up for it before."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from tongket.cli.main import main; main()"]
PROFILE = """
name = "Tuyên giáo tỉnh Bình Sơn"
[office]
issuer = "Ban Tuyên giáo"
[[orgs]]
id = "binh-son"
name = "tỉnh Bình Sơn"
level = "tỉnh"
[[orgs]]
id = "huyen-ba"
name = "huyện Ba Suối"
aliases = ["Huyện ủy Ba Suối"]
level = "huyện"
parent = "binh-son"
[[themes]]
id = "ly-luan"
title = "Lý luận chính trị"
[[indicators]]
id = "lop"
name = "Lớp bồi dưỡng lý luận chính trị"
theme = "ly-luan"
measure = "lớp"
nouns = ["lớp"]
"""
REPORT = "HUYỆN ỦY BA SUỐI\nBÁO CÁO\nCông tác tuyên giáo năm 2024\nNăm 2024, huyện Ba Suối mở 12 lớp bồi dưỡng.\n"


class Shell:
    """A folder in which commands are given; a command that fails or ends in a traceback fails the test."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty folder with a profile and a report."""
        self.folder = folder
        (folder / "profile.toml").write_text(PROFILE, encoding="utf-8")
        (folder / "reports").mkdir()
        (folder / "reports" / "ba-suoi-2024.txt").write_text(REPORT, encoding="utf-8")

    def __call__(self, *words: str) -> str:
        """Give a command; return what it says."""
        around = {
            key: told for key, told in os.environ.items() if not key.startswith(("DJANGO", "DATABASE", "TONGKET"))
        }
        ran = subprocess.run(
            [*PROGRAM, *words], cwd=self.folder, env=around, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in ran.stderr, ran.stderr
        assert ran.returncode == 0, (words, ran.stdout, ran.stderr)
        return ran.stdout


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A folder with a profile and a report."""
    return Shell(tmp_path)


def test_the_way_of_a_report_through_the_commands(shell: Shell) -> None:
    """Read, take in, list, roll up, correct, take back, excuse, ask why, export, review: each works alone."""
    kept, asked = ("--ledger", "l.ledger"), ("--org", "binh-son", "--period", "2024")
    assert '"low": 12' in shell("read", "reports", "--json")
    shell("take-in", "reports", "--profile", "profile.toml", *kept)
    assert "ba-suoi-2024" in shell("ledger", *kept)
    (figure,) = set(re.findall(r"\bF-[a-z2-7]{12}\b", shell("rollup", *kept, *asked, "--drill")))
    corrected = shell("correct", figure, "--value", "13", "--reason", "gõ nhầm", *kept)
    (correction,) = set(re.findall(r"\bC-[a-z2-7]{12}\b", corrected))
    assert "13" in shell("rollup", *kept, *asked, "--engine", "duckdb")
    shell("take-back", correction, "--reason", "không nhầm", *kept)
    assert "12 lớp" in shell("why", figure, *kept)
    shell("excuse", "huyen-ba", "--report", "year", "--period", "2023", "--reason", "bão", *kept)
    shell("export", "dhis2", *kept, *asked, "--codes", "-o", "values.json")
    shell("review", "reports", "--profile", "profile.toml", *kept, *asked, "-o", "review.docx")
    shell("layout", "party.docx")


def test_a_ledger_goes_into_a_backup_and_comes_back(shell: Shell) -> None:
    """A restored ledger lists what the one backed up lists, and is backed up as often as one likes."""
    shell("take-in", "reports", "--profile", "profile.toml", "--ledger", "l.ledger")
    shell("backup", "night.zip", "--ledger", "l.ledger")
    shell("restore", "night.zip", "--ledger", "again.ledger")
    shell("backup", "next.zip", "--ledger", "again.ledger")
    listed = [shell("ledger", "--json", "--ledger", name) for name in ("l.ledger", "again.ledger")]
    assert listed[0] == listed[1]
    assert listed[0]


def test_a_map_is_imported_and_its_orgs_looked_at(shell: Shell) -> None:
    """The map of Viet Nam comes in; an org of it is shown, on a day and through time."""
    shell("org", "import", "vietnam", "--ledger", "l.ledger")
    assert "Đắk Nông" in shell("org", "show", "Đắk Nông", "--on", "2025-06-01", "--ledger", "l.ledger")
    assert "2025" in shell("org", "history", "Đắk Nông", "--ledger", "l.ledger")
