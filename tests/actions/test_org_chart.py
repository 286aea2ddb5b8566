"""Finding an org by what people write, and telling its story, on a small invented map."""

from datetime import date
from decimal import Decimal

import pytest

from tongket.actions.org_chart import OrgChart
from tongket.terms.orgs import ChangeKind, Org, OrgChange, Share

CUT = date(2025, 7, 1)
ORGS = (
    Org("lg", "tỉnh Lam Giang", "tỉnh", code="97"),
    Org("th", "huyện Thủy Hòa", "huyện", parent="lg", valid_to=CUT),
    Org("th.a", "xã Hòa An", "xã", parent="th", valid_to=CUT, code="97001", aliases=("Đảng bộ xã Hòa An",)),
    Org("th.b", "xã Hòa Bắc", "xã", parent="th", valid_to=CUT),
    Org("th.4", "Phường 4", "xã", parent="th", valid_to=CUT),
    Org("n.a", "xã Hoà An", "xã", parent="lg", valid_from=CUT, code="97002"),
    Org("n.b", "xã Thủy Bắc", "xã", parent="lg", valid_from=CUT, code="97001"),
)
CHANGES = (
    OrgChange(ChangeKind.MERGE, CUT, ("th.a", "th.4"), ("n.a",), "Nghị quyết A"),
    OrgChange(
        ChangeKind.SPLIT,
        CUT,
        ("th.b",),
        ("n.a", "n.b"),
        "Nghị quyết A",
        (Share("th.b", "n.a", Decimal("0.3")), Share("th.b", "n.b", Decimal("0.7"))),
        "dân số",
    ),
    OrgChange(ChangeKind.ABOLISH, CUT, ("th",), (), "Nghị quyết B"),
)


@pytest.fixture
def chart() -> OrgChart:
    """The map, ready to be asked."""
    return OrgChart(ORGS, CHANGES)


@pytest.mark.parametrize(
    "asked", ["xã Hòa An", "xã Hoà An", "XÃ HÒA  AN", "Hòa An", "hoa an", "xa hoa an", "x. Hòa An", "Hòa An, Lam Giang"]
)
def test_a_name_is_found_however_it_is_written(chart: OrgChart, asked: str) -> None:
    """With marks in either habit or without, in capitals, short, with its level word or an org above."""
    assert [row.id for row in chart.find(asked)] == ["th.a", "n.a"]


def test_marks_tell_names_apart(chart: OrgChart) -> None:
    """A name written with marks finds no other that reads the same without."""
    assert chart.find("Hóa Án") == []


@pytest.mark.parametrize(("asked", "found"), [("P4", "th.4"), ("p. 4", "th.4"), ("h. Thủy Hòa", "th")])
def test_short_level_words(chart: OrgChart, asked: str, found: str) -> None:
    """P4, h. Thủy Hòa: as offices write them."""
    assert [row.id for row in chart.find(asked)] == [found]


def test_an_alias_finds_its_org(chart: OrgChart) -> None:
    """The party committee's name leads to the commune it stands for."""
    assert [row.id for row in chart.find("đảng bộ xã hoà an")] == ["th.a"]


def test_a_code_finds_all_that_ever_had_it(chart: OrgChart) -> None:
    """Codes are given again to others; a day tells which is meant."""
    assert [row.id for row in chart.find("97001")] == ["th.a", "n.b"]
    assert [row.id for row in chart.find("97001", CUT)] == ["n.b"]


def test_an_org_above_that_is_not_there_finds_nothing(chart: OrgChart) -> None:
    """After the comma stands an org above on the same days."""
    assert chart.find("Hòa An, Thủy Hòa", CUT) == []
    assert [row.id for row in chart.find("Hòa An, Thủy Hòa")] == ["th.a"]


def test_where_an_org_stood(chart: OrgChart) -> None:
    """The chain above it and how many stood right below it, on the day asked or the nearest one on which it stood."""
    (province,) = chart.find("Lam Giang", CUT)
    assert chart.see(province, CUT).below == {"xã": 2}
    assert chart.see(province, date(2024, 1, 1)).below == {"huyện": 1}
    (commune,) = chart.find("th.a")
    assert [row.id for row in chart.see(commune, date(2026, 1, 1)).above] == ["th", "lg"]


def test_the_story_of_an_org(chart: OrgChart) -> None:
    """What went into it, with names of the day before, the basis and the shares."""
    story = chart.story("n.a", CUT)
    assert [row.org.code for row in story.rows] == ["97002"]
    told = [([row.name for row in each.before], each.change.share_basis) for each in story.changes]
    assert told == [(["xã Hòa An", "Phường 4"], ""), (["xã Hòa Bắc"], "dân số")]


def test_an_abolished_org_tells_where_its_land_went(chart: OrgChart) -> None:
    """What those below it became is its land, each once."""
    (change,) = chart.story("th", CUT).changes
    assert change.after == ()
    assert [row.id for row in change.land] == ["n.a", "n.b"]
