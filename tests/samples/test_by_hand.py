"""The hand-written totals are right by themselves, and the committed samples are what the builder makes."""

import subprocess
import sys
from pathlib import Path
from typing import Any

Bounds = tuple[int | None, int | None]


def _bounds(written: str) -> Bounds:
    """`5` is exact, `~5` rough, `5..` more than, `..5` less than, `5..7` between, `5|7` two documents disagree."""
    plain = written.removeprefix("~")
    low, _, high = plain.partition("|") if "|" in plain else plain.partition("..")
    if "|" not in plain and ".." not in plain:
        high = low
    return (int(low) if low else None, int(high) if high else None)


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _added(parts: dict[str, str]) -> Bounds:
    bounds = [_bounds(part) for part in parts.values()]
    return _sum([low for low, _ in bounds]), _sum([high for _, high in bounds])


def test_every_total_is_the_sum_of_its_parts(by_hand: dict[str, dict[str, Any]]) -> None:
    """Lows add to lows and highs to highs, and one open part leaves the total open on that side."""
    wrong = {
        (period, total["indicator"]): (_added(total["parts"]), (total.get("low"), total.get("high")))
        for period, expected in by_hand.items()
        for total in expected["totals"]
        if _added(total["parts"]) != (total.get("low"), total.get("high"))
    }
    assert not wrong


def test_a_total_is_rough_or_in_conflict_when_a_part_is(by_hand: dict[str, dict[str, Any]]) -> None:
    """What is written as rough or as disagreeing in a part is written so in the total, and nowhere else."""
    for expected in by_hand.values():
        for total in expected["totals"]:
            written = list(total["parts"].values())
            assert total.get("approx", False) == any(part.startswith("~") for part in written), total["indicator"]
            assert total.get("conflict", False) == any("|" in part for part in written), total["indicator"]


def test_whoever_owed_either_reported_or_is_missing(by_hand: dict[str, dict[str, Any]]) -> None:
    """The count of those who reported and the names of those who did not make up all that owed."""
    for expected in by_hand.values():
        assert expected["reported"] + len(expected["missing"]) == expected["owed"]


def test_every_sample_is_told_of_once(reports: Path, by_hand: dict[str, dict[str, Any]]) -> None:
    """Each of the documents stands in exactly one list of what is expected, and nothing else stands there."""
    told = sorted(document["file"] for expected in by_hand.values() for document in expected["documents"])
    there = sorted(path.relative_to(reports).as_posix() for path in reports.rglob("*") if path.is_file())
    assert told == there
    assert len(there) >= 30


def test_the_committed_samples_are_what_the_builder_makes(reports: Path) -> None:
    """Building again gives the same bytes, for every format that needs no font of the machine."""
    run = subprocess.run(
        [sys.executable, "-m", "samples.make", "--check"],
        cwd=reports.parents[1],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
