"""An office that works with a part of the map in the ledger: which orgs join its profile, under which names."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from tongket.actions.hang_on_map import hang_on_map, part_of
from tongket.actions.vietnam.import_map import import_map
from tongket.actions.vietnam.read_map import NEW_MAP, VietnamMap, read_map
from tongket.document.files import read_bytes
from tongket.reading import read
from tongket.reading.attribution import attribute
from tongket.terms.errors import TongketError
from tongket.terms.org_history import check_history
from tongket.terms.orgs import ChangeKind, Org, OrgChange
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_mapping

AT = datetime(2026, 1, 2, tzinfo=UTC)
ORGS = (
    Org("q", "Quốc đảo", "nước"),
    Org("q.m", "tỉnh Mường Sim", "tỉnh", parent="q", kind="tỉnh", valid_to=NEW_MAP),
    Org("q.l", "tỉnh Lam Giang", "tỉnh", parent="q", kind="tỉnh", valid_to=NEW_MAP),
    Org("q.z", "tỉnh Zà Lèng", "tỉnh", parent="q", kind="tỉnh"),
    Org("q.m.h", "huyện Đồi Sim", "huyện", parent="q.m", kind="huyện", valid_to=NEW_MAP),
    Org("q.m.h.a", "xã Suối Lim", "xã", parent="q.m.h", kind="xã", valid_to=NEW_MAP),
    Org("q.n", "tỉnh Lam Giang", "tỉnh", parent="q", kind="tỉnh", valid_from=NEW_MAP),
    Org("q.n.a", "phường Suối Lim", "xã", parent="q.n", kind="phường", valid_from=NEW_MAP),
)
CHANGES = (
    OrgChange(ChangeKind.MERGE, NEW_MAP, ("q.m", "q.l"), ("q.n",), "Nghị quyết 1"),
    OrgChange(ChangeKind.MERGE, NEW_MAP, ("q.m.h", "q.m.h.a"), ("q.n.a",), "Nghị quyết 2"),
)
BODIES = {
    "name": "Tuyên giáo Lam Giang",
    "orgs": [{"id": "nha-may", "name": "Nhà máy Chè", "level": "cơ quan", "parent": "q.m"}],
    "map": {
        "under": ["q.n"],
        "bodies": [
            {"kind": "huyện", "names": ["Huyện ủy {short}", "Ban Tuyên giáo Huyện ủy {short}"]},
            {"level": "xã", "names": ["Đảng ủy {name}"]},
        ],
    },
}


def _profile(**changed: object) -> Profile:
    return profile_from_mapping({**BODIES, **changed})


@pytest.fixture
def hung(ledger: object) -> Profile:
    """The profile with what the ledger's map gives it."""
    assert ledger
    import_map(VietnamMap(ORGS, CHANGES, ()), AT)
    return hang_on_map(_profile())


def test_what_is_below_and_what_went_into_it_joins(hung: Profile) -> None:
    """The province, its forerunners and all that ever stood below them; not the country, not the neighbour."""
    assert {org.id for org in hung.orgs} == {org.id for org in ORGS} - {"q", "q.z"} | {"nha-may"}
    assert {org.parent for org in hung.orgs if org.level == "tỉnh"} == {None}
    assert set(hung.changes) == set(CHANGES)


def test_bodies_are_names_of_the_place_they_report_for(hung: Profile) -> None:
    """Patterns are filled in for the orgs of their level or kind."""
    aliases = {org.id: org.aliases for org in hung.orgs}
    assert aliases["q.m.h"] == ("Huyện ủy Đồi Sim", "Ban Tuyên giáo Huyện ủy Đồi Sim")
    assert aliases["q.n.a"] == ("Đảng ủy phường Suối Lim",)
    assert aliases["q.n"] == ()


def test_a_report_of_a_body_is_the_places(hung: Profile) -> None:
    """A page of the commission of a district is told to be the district's."""
    page = (
        "Ban Tuyên giáo Huyện ủy Đồi Sim tổng kết công tác năm 2024\n\n"
        "Năm 2024, Ban Tuyên giáo Huyện ủy Đồi Sim đã mở 14 lớp bồi dưỡng lý luận chính trị.\n"
    )
    told = attribute(read(read_bytes(page.encode(), "bao-cao.txt")), hung)
    assert (told.org, told.period) == ("q.m.h", Period.parse("2024"))


def test_an_org_of_the_office_hangs_on_the_map(hung: Profile) -> None:
    """A plant below a province that was merged goes on below what that became."""
    rows = sorted((org for org in hung.orgs if org.id == "nha-may"), key=lambda org: org.valid_from)
    assert [(org.parent, org.valid_from) for org in rows] == [("q.m", date.min), ("q.n", NEW_MAP)]


@pytest.mark.usefixtures("ledger")
def test_an_org_that_is_not_on_the_map_is_refused() -> None:
    """The message says which, and how to get the map."""
    with pytest.raises(TongketError, match=r"“q\.n”.*tongket org import vietnam"):
        hang_on_map(_profile())


@pytest.mark.usefixtures("ledger")
def test_a_parent_nobody_knows_is_refused() -> None:
    """An org of the office below one that neither profile nor map has."""
    import_map(VietnamMap(ORGS, CHANGES, ()), AT)
    with pytest.raises(TongketError, match="khong-co"):
        hang_on_map(_profile(orgs=[{"id": "a", "name": "A", "level": "ban", "parent": "khong-co"}]))


@pytest.mark.parametrize("names", [["Huyện ủy"], ["Huyện ủy {tên}"], ["{name} {x}"], ["{short"]])
def test_a_pattern_without_the_name_of_its_org_is_refused(names: list[str]) -> None:
    """A name that is the same for every org tells none apart; a brace that means nothing is a slip."""
    with pytest.raises(TongketError, match="map"):
        _profile(map={"under": ["q.n"], "bodies": [{"names": names}]})


def test_a_profile_without_a_map_stays_as_it_is() -> None:
    """Nothing is asked of any ledger."""
    plain = profile_from_mapping({"name": "A"})
    assert hang_on_map(plain) is plain


@pytest.mark.parametrize("province", ["vn.lao-cai-2025", "vn.ha-noi", "vn.ho-chi-minh-2025", "vn.hue"])
def test_the_part_of_a_province_of_viet_nam_can_be_true_by_itself(province: str) -> None:
    """With all its forerunners a province is a map of its own, and has as many communes as on the whole map."""
    country = read_map()
    rows, changes = part_of(country.orgs, country.changes, (province,))
    check_history(rows, changes)
    parents = {row.id: row.parent for row in country.orgs if row.valid_on(NEW_MAP)}
    counts = Counter(row.level for row in rows if row.valid_on(NEW_MAP))
    assert counts == {"tỉnh": 1, "xã": sum(1 for parent in parents.values() if parent == province)}
