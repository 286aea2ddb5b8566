"""The samples on two maps: as it was and as it is at the end of 2025, against what was added up by hand.

The province's figures are those of `samples/expected`; a merged pair and a split commune are in `samples/communes`.
"""

import importlib.util
import shutil
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tongket.actions.attribute import attribute_readings
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.read_profile import read_profile
from tongket.actions.roll_up import Line, Rolled, roll_up
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.places import Where
from tongket.actions.take_in import take_in
from tongket.rollup.answers import Total
from tongket.terms.columns import Certainty
from tongket.terms.period import Period
from tongket.terms.profile import Profile

COMMUNES = Path(__file__).parents[2] / "samples" / "communes"
FIGURES = tomllib.loads((COMMUNES / "expected.toml").read_text(encoding="utf-8"))["figures"]
PERIODS = ("2023", "2024", "2025-H1", "2025-H2", "2025")
NOW = date(2025, 12, 31)
# When everything is recorded: the clock is no part of what is tested.
AT = datetime(2026, 1, 5, tzinfo=UTC)
# One of the reports of 2023 is a scan.
pytestmark = pytest.mark.skipif(
    shutil.which("tesseract") is None or importlib.util.find_spec("PIL") is None,
    reason="no Tesseract: apt-get install tesseract-ocr-vie",
)


@pytest.fixture(scope="module")
def profile(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Profile]:
    """The profile of the samples; all reports, those of the communes too, are in the ledger that is open."""
    found = read_profile(reports.parent / "profile.toml")
    open_ledger(tmp_path_factory.mktemp("ledger") / "samples.sqlite3")
    for folder in (reports, COMMUNES / "reports"):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            take_in(file, AT)
    attribute_readings(found, AT)
    yield found
    close_ledger()


@pytest.fixture(scope="module")
def province(profile: Profile) -> dict[date | None, Rolled]:
    """The province's answer on both maps."""
    return {day: _ask(profile, Where("hoai-giang", day=day), drill=True) for day in (None, NOW)}


def _ask(profile: Profile, where: Where, *, drill: bool = False) -> Rolled:
    return roll_up(profile, Asked(where, tuple(Period.parse(each) for each in PERIODS), drill=drill))


def _bounds(total: Total) -> tuple[Decimal | None, Decimal | None, bool]:
    return total.quantity.low, total.quantity.high, total.conflict


def _written(table: dict[str, Any]) -> tuple[Decimal | None, Decimal | None, bool]:
    low, high = (None if table.get(side) is None else Decimal(table[side]) for side in ("low", "high"))
    return low, high, table.get("conflict", False)


def _lines(rolled: Rolled, period: str) -> list[Line]:
    return [line for line in rolled.lines if str(line.period) == period]


@pytest.mark.parametrize("day", [None, NOW])
@pytest.mark.parametrize("period", PERIODS)
def test_the_province_is_exact_on_both_maps(
    period: str, day: date | None, province: dict[date | None, Rolled], by_hand: dict[str, dict[str, Any]]
) -> None:
    """Whatever became of its districts: the same totals as by hand, the same orgs they rest on, none apportioned."""
    expected = by_hand[period]
    lines = [line for line in _lines(province[day], period) if line.total]
    found = {
        line.indicator.id: (*_bounds(line.total), line.orgs, line.owed, line.certainty) for line in lines if line.total
    }
    assert found == {
        each["indicator"]: (
            *_written(each),
            len(each["parts"]),
            each.get("owed", expected["owed"]),
            Certainty.EXACT,
        )
        for each in expected["totals"]
    }
    own = {line.indicator.id: _bounds(line.own)[:2] for line in _lines(province[day], period) if line.own}
    assert own == {each["indicator"]: _written(each)[:2] for each in expected.get("own", [])}


@pytest.mark.parametrize("day", [None, NOW])
@pytest.mark.parametrize("period", PERIODS)
def test_completeness_is_what_was_counted_by_hand(
    period: str, day: date | None, province: dict[date | None, Rolled], by_hand: dict[str, dict[str, Any]]
) -> None:
    """Reported and missing are what was owed, never more."""
    counts = province[day].counts["hoai-giang", Period.parse(period)]
    expected = by_hand[period]
    assert (counts.reported, counts.missing) == (expected["reported"], len(expected["missing"]))
    assert counts.owed == expected["owed"] == counts.reported + counts.excused + counts.missing


@pytest.mark.parametrize("day", [None, NOW])
def test_documents_that_disagree_are_all_shown(
    day: date | None, province: dict[date | None, Rolled], by_hand: dict[str, dict[str, Any]]
) -> None:
    """A part in conflict names every document's number, its bounds hold all of them, and none is chosen."""
    for period in ("2023", "2024"):
        parts = {(part.org, line.indicator.id): part for line in _lines(province[day], period) for part in line.parts}
        found = {
            key: sorted({str(saying.quantity.low) for saying in part.sayings})
            for key, part in parts.items()
            if part.conflict
        }
        told = by_hand[period]["conflicts"]
        assert found == {(each["org"], each["indicator"]): sorted(each["values"]) for each in told}
        for key, values in found.items():
            assert (parts[key].told.low, parts[key].told.high) == (Decimal(values[0]), Decimal(values[-1]))


@pytest.fixture(scope="module")
def levels(profile: Profile) -> dict[date | None, dict[tuple[str, str, str], Line]]:
    """Districts as it was, communes as it is, by org, period and indicator."""
    asked = {None: Where("hoai-giang", "huyện"), NOW: Where("hoai-giang", "xã", day=NOW)}
    return {
        day: {(line.org, str(line.period), line.indicator.id): line for line in _ask(profile, where).lines}
        for day, where in asked.items()
    }


@pytest.mark.parametrize(
    "wanted", FIGURES, ids=lambda each: f"{each['org']}-{each['period']}-{each['indicator']}-{each.get('day', 'was')}"
)
def test_a_merged_pair_and_a_split_commune(
    wanted: dict[str, Any], levels: dict[date | None, dict[tuple[str, str, str], Line]]
) -> None:
    """The pair adds up exactly, the split one is apportioned by population, a district stands beside its communes."""
    line = levels[wanted.get("day")][wanted["org"], wanted["period"], wanted["indicator"]]
    for side, total in (("own", line.own), ("sum", line.total)):
        if side in wanted:
            assert total is not None
            assert _bounds(total) == _written(wanted[side])
            assert total.certainty == wanted[side].get("certainty", "exact")
            assert line.basis == ("dân số" if total.certainty is Certainty.APPORTIONED else "")
