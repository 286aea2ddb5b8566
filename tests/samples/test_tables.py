"""The sample sheet and the sample DHIS2 file, against what a person reads in them."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.actions.attribute import attribute_readings, latest_readings
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.take_in_table import open_sheet, take_in_sheet, take_in_values
from tongket.ledger.entries import rows_of
from tongket.reading.sheets.proposal import How
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_mapping
from tongket.terms.tables import FigureRow, ObservationRow

TABLES = Path(__file__).parents[2] / "samples" / "tables"
NOW = datetime(2024, 4, 1, tzinfo=UTC)
OPEN = None
# By hand: low and high of every figure that an org and an indicator of the profile have; what stands alone is exact.
SHEET = {
    "hoi-nghi-hoc-tap": {"bach-lam": 9, "phu-khe": 7, "loc-van": 6, "nam-khao": 5, "yen-thach": 8},
    "luot-hoc-tap": {
        "bach-lam": 2150, "phu-khe": (OPEN, 1300), "loc-van": 1080, "nam-khao": (700, 750), "yen-thach": 1640,
    },
    "buoi-tuyen-truyen": {"bach-lam": 41, "phu-khe": 28, "loc-van": 35, "nam-khao": 22, "yen-thach": 39},
    "luot-nghe": {"bach-lam": (1900, OPEN), "phu-khe": 1245, "loc-van": 1410, "nam-khao": 930, "yen-thach": 1520},
}  # fmt: skip
EXCHANGE = {"hoi-nghi-hoc-tap": {"hoa-lung": 4, "son-linh": (6, OPEN)}, "luot-nghe": {"hoa-lung": 610}}
IDS = """
[dhis2.elements]
hoi-nghi-hoc-tap = "HnHocTap001"
luot-nghe = "LuotNghe001"
[dhis2.orgs]
hoa-lung = "HoaLung0001"
son-linh = "SonLinh0001"
"""

Bounds = tuple[Decimal | None, Decimal | None]


@pytest.fixture(scope="module")
def office() -> Profile:
    """The profile of the samples, with the ids of the sample DHIS2 file."""
    text = (TABLES.parent / "profile.toml").read_text(encoding="utf-8") + IDS
    return profile_from_mapping(tomllib.loads(text, parse_float=Decimal))


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path) -> Iterator[None]:
    open_ledger(tmp_path / "a.ledger")
    yield
    close_ledger()


def _told(profile: Profile) -> dict[tuple[str, str, str], Bounds]:
    mapping = attribute_readings(profile, NOW)
    latest = {row.id for row in latest_readings().values()}
    figures = {row.id: row for row in rows_of(FigureRow) if row.reading in latest}
    rows = [row for row in rows_of(ObservationRow, mapping=mapping) if row.figure in figures and row.indicator]
    return {(row.indicator, row.org, row.period): (figures[row.figure].low, figures[row.figure].high) for row in rows}


def _by_hand(written: dict[str, dict[str, object]]) -> dict[tuple[str, str, str], Bounds]:
    return {
        (indicator, org, "2024-Q1"): told if isinstance(told, tuple) else (Decimal(str(told)), Decimal(str(told)))
        for indicator, by_org in written.items()
        for org, told in by_org.items()
    }


def test_the_sheet_gives_what_a_person_reads_in_it(office: Profile) -> None:
    """Letterhead, two rows of head, groups, bounds, notes, a total, a stranger, signatures: every figure as by hand."""
    file = TABLES / "bieu-tong-hop-quy-1-2024.csv"
    sheet = open_sheet(file, office)
    assert sheet is not None
    unsure = {key[1:] for key, remark in sheet.proposal.remarks.items() if remark.how not in (How.SURE, How.OUT)}
    assert unsure == {("columns", 7), ("rows", 17)}
    taken = take_in_sheet(file, sheet, sheet.proposal.mapping, office, NOW)
    assert _told(office) == _by_hand(SHEET)
    # 41 + 28 + 35 + 22 + 39 + 2 are 167, with one of them rough; 1.200 + 800 + 650 + 700 + 50 are 3.400.
    assert [each.code for each in taken.taken.findings if "ADD-UP" in each.code] == []


def test_the_dhis2_file_gives_what_it_says(office: Profile) -> None:
    """Two data elements and two orgs are the profile's; the third element is left out."""
    taken = take_in_values(TABLES / "dhis2-2024Q1.json", NOW)
    assert taken is not None
    assert _told(office) == _by_hand(EXCHANGE)
