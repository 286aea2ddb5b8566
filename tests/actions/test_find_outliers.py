"""A slip among an org's own figures is pointed out, with the way to its sentence; an even history is left alone."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tongket.actions.attribute import attribute_readings
from tongket.actions.find_outliers import Outlier, find_outliers
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.rolling.places import Where
from tongket.actions.take_in_table import take_in_values
from tongket.terms.profile import Dhis2Ids, Profile

NOW = datetime(2025, 1, 10, tzinfo=UTC)
IDS = Dhis2Ids(elements=(("lop", "LOP"),), orgs=(("khe-sim", "KHE"), ("thuy-an", "THUY")))


@pytest.fixture
def office(profile: Profile, tmp_path: Path) -> Profile:
    """The profile with the ids of a DHIS2, and an empty ledger open."""
    open_ledger(tmp_path / "a.ledger")
    return replace(profile, dhis2=IDS)


def _found(office: Profile, place: Path, months: dict[str, Sequence[int]]) -> list[Outlier]:
    values = [
        {"dataElement": "LOP", "orgUnit": org, "period": f"2024{month:02d}", "value": str(value)}
        for org, told in months.items()
        for month, value in enumerate(told, 1)
    ]
    file = place / "values.json"
    file.write_text(json.dumps({"dataValues": values}), encoding="utf-8")
    assert take_in_values(file, NOW) is not None
    attribute_readings(office, NOW)
    try:
        return find_outliers(office, Where("van-loc"))
    finally:
        close_ledger()


def test_a_slip_of_the_decimal_mark_is_pointed_out(office: Profile, tmp_path: Path) -> None:
    """Seven months of about twelve and one of 120: that month, the median, and the figure that says it."""
    (found,) = _found(office, tmp_path, {"KHE": [12, 11, 13, 12, 120, 14, 12, 11], "THUY": [9, 8, 9, 10, 9, 9, 8, 9]})
    assert (found.org, found.name, str(found.period)) == ("khe-sim", "huyện Khe Sim", "2024-05")
    assert (found.value, found.median, found.periods) == (120, 12, 8)
    assert len(found.figures) == 1


def test_a_short_history_is_not_judged(office: Profile, tmp_path: Path) -> None:
    """Of five months nobody can say what is usual."""
    assert _found(office, tmp_path, {"KHE": [12, 11, 120, 12, 13]}) == []
