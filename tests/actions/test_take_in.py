"""Taking in: once is enough, and a kill at any moment leaves a ledger that goes on to the same end."""

import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tongket.actions.attribute import attribute_readings
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.take_in import take_in
from tongket.ledger.entries import rows_of
from tongket.terms.profile import Profile
from tongket.terms.tables import ROWS, DocumentRow, FigureRow, FindingRow, ObservationRow, ReadingRow, Row

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
KILLS = 20
# The whole line up to the totals of a review; what it prints tells that everything is loaded and the work begins.
RUN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tongket.actions.open_ledger import open_ledger
from tongket.actions.read_profile import read_profile
from tongket.actions.take_in import take_in
from tongket.actions.attribute import attribute_readings
now = datetime(2026, 1, 5, tzinfo=UTC)
folder, ledger = map(Path, sys.argv[1:])
print("ready", flush=True)
open_ledger(ledger)
for file in sorted(folder.glob("*.txt")):
    take_in(file, now)
attribute_readings(read_profile(folder / "profile.toml"), now)
"""


def _everything(ledger: Path) -> dict[str, list[Row]]:
    open_ledger(ledger)
    found = {row_type.__name__: rows_of(row_type) for row_type in ROWS}
    close_ledger()
    return found


def _start(folder: Path, ledger: Path) -> "subprocess.Popen[str]":
    run = subprocess.Popen([sys.executable, "-c", RUN, str(folder), str(ledger)], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stdout.readline() == "ready\n"
    return run


def test_a_run_that_is_killed_at_any_moment_ends_in_the_same_ledger(folder: Path, tmp_path: Path) -> None:
    """After twenty kills and one run to the end every table holds the same rows as after one run alone."""
    begun = time.monotonic()
    with _start(folder, tmp_path / "whole.ledger") as run:
        begun = time.monotonic()
        assert run.wait(timeout=60) == 0
    whole = time.monotonic() - begun
    chance = random.Random(20240517)  # noqa: S311 - the same moments on every run, nothing secret
    killed = attempts = 0
    while killed < KILLS:
        # A run that ends before its kill does not count; every fourth starts on a new file.
        ledger = tmp_path / f"{attempts // 4:02}.ledger"
        attempts += 1
        assert attempts < KILLS * 4
        with _start(folder, ledger) as run:
            time.sleep(chance.random() * whole)
            run.send_signal(signal.SIGKILL)
            killed += run.wait(timeout=60) == -signal.SIGKILL
    expected = _everything(tmp_path / "whole.ledger")
    assert expected["FigureRow"]
    for ledger in sorted(tmp_path.glob("??.ledger")):
        with _start(folder, ledger) as run:
            assert run.wait(timeout=60) == 0
        assert _everything(ledger) == expected


@pytest.mark.usefixtures("ledger")
def test_taking_the_same_files_in_twice_changes_nothing(folder: Path, profile: Profile) -> None:
    """Not a row more, and the same findings told."""
    files = sorted(folder.glob("*.txt"))
    first = [take_in(file, NOW) for file in files]
    attribute_readings(profile, NOW)
    before = {row_type: rows_of(row_type) for row_type in ROWS}
    again = [take_in(file, NOW) for file in files]
    attribute_readings(profile, NOW)
    assert {row_type: rows_of(row_type) for row_type in ROWS} == before
    assert [set(each.findings) for each in again] == [set(each.findings) for each in first]
    assert all(each.known_as for each in again)
    assert not any(each.known_as for each in first)


@pytest.mark.usefixtures("ledger")
def test_the_same_bytes_under_another_name_are_one_document(folder: Path, tmp_path: Path) -> None:
    """A copy is told as such and adds nothing."""
    copy = tmp_path / "ban-sao.txt"
    copy.write_bytes((folder / "khe-sim-2024.txt").read_bytes())
    take_in(folder / "khe-sim-2024.txt", NOW)
    assert take_in(copy, NOW).known_as == "khe-sim-2024"
    assert len(rows_of(DocumentRow)) == 1


@pytest.mark.usefixtures("ledger")
def test_every_figure_stands_in_its_sentence_where_it_says(folder: Path) -> None:
    """Quote, place and sentence of an entry agree with one another and with the text of the reading."""
    for file in sorted(folder.glob("*.txt")):
        take_in(file, NOW)
    figures = rows_of(FigureRow)
    assert figures
    for figure in figures:
        text = (folder / f"{rows_of(DocumentRow, id=figure.document)[0].name}.txt").read_text(encoding="utf-8")
        assert text[figure.start : figure.end] == figure.quote
        assert figure.sentence[figure.at : figure.at + len(figure.quote)] == figure.quote
        assert text.split("\n")[figure.line - 1].find(figure.sentence) >= 0


@pytest.mark.usefixtures("ledger")
def test_a_file_that_cannot_be_read_is_in_the_ledger_with_its_finding(folder: Path) -> None:
    """Nothing that was handed in is lost from sight."""
    taken = take_in(folder / "rong-2024.txt", NOW)
    assert not rows_of(DocumentRow, id=taken.document)[0].readable
    assert {row.code for row in rows_of(FindingRow, document=taken.document)} == {each.code for each in taken.findings}
    assert taken.findings


@pytest.mark.usefixtures("ledger")
def test_a_missing_file_is_a_finding_too(tmp_path: Path) -> None:
    """A file that went away between listing and reading stops nobody."""
    taken = take_in(tmp_path / "mat-roi.txt", NOW)
    assert "error" in {each.severity for each in taken.findings}


@pytest.mark.usefixtures("ledger")
def test_a_changed_profile_adds_its_own_mapping_and_leaves_the_old(folder: Path, profile: Profile) -> None:
    """Another profile makes other observations of the same figures; those before stay as they were."""
    take_in(folder / "khe-sim-2024.txt", NOW)
    old = attribute_readings(profile, NOW)
    before = rows_of(ObservationRow, mapping=old)
    new = attribute_readings(replace(profile, indicators=profile.indicators[:1]), NOW)
    assert new != old
    assert rows_of(ObservationRow, mapping=old) == before
    assert {row.indicator for row in rows_of(ObservationRow, mapping=new)} == {"", "lop"}
    assert len(rows_of(ReadingRow)) == 1
