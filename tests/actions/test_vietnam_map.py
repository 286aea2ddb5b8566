"""The map of Viet Nam that comes along: known cases, counts, and that no commune is lost or out of nowhere."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from tongket.actions.org_chart import OrgChart
from tongket.actions.vietnam.read_map import NEW_MAP, VietnamMap, read_map
from tongket.terms.org_history import check_history
from tongket.terms.orgs import ChangeKind, Org

OLD = date(2025, 6, 30)
# Old province → new, 2025-07-01; the eleven that are not named stayed as they were. Nghị quyết 202/2025/QH15.
MERGED = {
    "An Giang": "An Giang, Kiên Giang",
    "Bắc Ninh": "Bắc Giang, Bắc Ninh",
    "Cà Mau": "Bạc Liêu, Cà Mau",
    "Cần Thơ": "Cần Thơ, Hậu Giang, Sóc Trăng",
    "Gia Lai": "Bình Định, Gia Lai",
    "Hưng Yên": "Hưng Yên, Thái Bình",
    "Hải Phòng": "Hải Dương, Hải Phòng",
    "Hồ Chí Minh": "Bà Rịa - Vũng Tàu, Bình Dương, Hồ Chí Minh",
    "Khánh Hòa": "Khánh Hòa, Ninh Thuận",
    "Lào Cai": "Lào Cai, Yên Bái",
    "Lâm Đồng": "Bình Thuận, Lâm Đồng, Đắk Nông",
    "Ninh Bình": "Hà Nam, Nam Định, Ninh Bình",
    "Phú Thọ": "Hòa Bình, Phú Thọ, Vĩnh Phúc",
    "Quảng Ngãi": "Kon Tum, Quảng Ngãi",
    "Quảng Trị": "Quảng Bình, Quảng Trị",
    "Thái Nguyên": "Bắc Kạn, Thái Nguyên",
    "Tuyên Quang": "Hà Giang, Tuyên Quang",
    "Tây Ninh": "Long An, Tây Ninh",
    "Vĩnh Long": "Bến Tre, Trà Vinh, Vĩnh Long",
    "Đà Nẵng": "Quảng Nam, Đà Nẵng",
    "Đắk Lắk": "Phú Yên, Đắk Lắk",
    "Đồng Nai": "Bình Phước, Đồng Nai",
    "Đồng Tháp": "Tiền Giang, Đồng Tháp",
}
STAYED = "Cao Bằng, Hà Nội, Hà Tĩnh, Huế, Lai Châu, Lạng Sơn, Nghệ An, Quảng Ninh, Sơn La, Thanh Hóa, Điện Biên"


@pytest.fixture(scope="module")
def country() -> VietnamMap:
    """The map as read."""
    return read_map()


@pytest.fixture(scope="module")
def chart(country: VietnamMap) -> OrgChart:
    """The map, ready to be asked."""
    return OrgChart(country.orgs, country.changes)


def _short(org: Org) -> str:
    return org.name.lower().removeprefix("tỉnh ").removeprefix("thành phố ")


def test_as_many_orgs_as_the_state_counts(country: VietnamMap) -> None:
    """63 provinces, 696 districts and 10,035 communes on the last day of three levels; 34 and 3,321 on the next."""
    assert country.count_on(OLD) == {"nước": 1, "tỉnh": 63, "huyện": 696, "xã": 10035}
    assert country.count_on(NEW_MAP) == {"nước": 1, "tỉnh": 34, "xã": 3321}
    kinds = Counter(org.kind for org in country.orgs if org.level == "xã" and org.valid_on(NEW_MAP))
    assert kinds == {"xã": 2621, "phường": 687, "đặc khu": 13}


def test_the_history_can_be_true(country: VietnamMap) -> None:
    """No circle, no org without its parent, nothing that leaves twice or stays after it left."""
    check_history(country.orgs, country.changes)


def test_the_provinces_went_together_as_the_resolution_says(country: VietnamMap) -> None:
    """23 provinces are made of 52 old ones, each whole; 11 stayed: as two sources apart from each other have it."""
    names = {(org.id, org.valid_on(OLD)): _short(org) for org in country.orgs if org.level == "tỉnh"}
    merges = {
        names[change.targets[0], False]: ", ".join(sorted(names[each, True] for each in change.sources))
        for change in country.changes
        if change.kind is ChangeKind.MERGE and change.targets[0].count(".") == 1
    }
    assert merges == {new.lower(): olds.lower() for new, olds in MERGED.items()}
    before, after = (
        {org.id for org in country.orgs if org.level == "tỉnh" and org.valid_on(day)} for day in (OLD, NEW_MAP)
    )
    assert sorted(names[each, True] for each in before & after) == sorted(STAYED.lower().split(", "))


@pytest.mark.parametrize(("old", "new"), [("Hà Nam", "Ninh Bình"), ("Bắc Kạn", "Thái Nguyên"), ("Yên Bái", "Lào Cai")])
def test_a_province_that_is_gone_tells_where_it_went(chart: OrgChart, old: str, new: str) -> None:
    """Its story ends with the merger and its resolution."""
    (province,) = chart.find(f"tỉnh {old}")
    (change,) = chart.story(province.id, NEW_MAP).changes
    assert [row.name for row in change.after] == [f"tỉnh {new}"]
    assert "202/2025/QH15" in change.change.basis
    assert not chart.find(f"tỉnh {old}", NEW_MAP)


def test_one_code_two_communes(chart: OrgChart) -> None:
    """26740 was phường Bến Nghé and is phường Sài Gòn: two orgs, the one merged into the other."""
    (before,) = chart.find("26740", OLD)
    (after,) = chart.find("26740", NEW_MAP)
    assert (before.name, after.name) == ("phường Bến Nghé", "phường Sài Gòn")
    assert before.id != after.id
    (change,) = chart.story(before.id, NEW_MAP).changes
    assert change.change.targets == (after.id,)
    assert "1685/NQ-UBTVQH15" in change.change.basis


def test_a_code_of_a_province_went_to_another(country: VietnamMap) -> None:
    """15 was Yên Bái's and is that of the new Lào Cai, whose forerunner had 10."""
    provinces = {(org.code, org.valid_on(NEW_MAP)): org.name for org in country.orgs if org.level == "tỉnh"}
    assert (provinces["15", False], provinces["15", True]) == ("tỉnh Yên Bái", "tỉnh Lào Cai")
    assert provinces["10", False] == "tỉnh Lào Cai"
    assert ("10", True) not in provinces


def test_a_name_lives_on_the_org_does_not(chart: OrgChart) -> None:
    """Lào Cai before and after are two orgs, Hà Nội is one."""
    assert len({row.id for row in chart.find("tỉnh Lào Cai")}) == 2
    assert len({row.id for row in chart.find("thành phố Hà Nội")}) == 1


def test_a_province_that_only_changed_its_name_stays_the_same_org(chart: OrgChart) -> None:
    """Thừa Thiên Huế became the city of Huế on 2025-01-01, Bắc Ninh a city on 2026-09-20."""
    (before,) = chart.find("Thừa Thiên Huế")
    (after,) = chart.find("thành phố Huế", date(2025, 1, 1))
    assert (before.id, before.valid_to) == (after.id, after.valid_from)
    assert [row.name for row in chart.find("Bắc Ninh", date(2026, 9, 19)) if row.level == "tỉnh"] == ["tỉnh Bắc Ninh"]
    assert [row.name for row in chart.find("Bắc Ninh", date(2026, 9, 20)) if row.level == "tỉnh"] == [
        "thành phố Bắc Ninh"
    ]


def test_communes_became_wards_in_2026(country: VietnamMap) -> None:
    """Ten in Đồng Nai, twelve in Bắc Ninh: 709 wards and 2,599 communes at the end of the year."""
    kinds = Counter(org.kind for org in country.orgs if org.level == "xã" and org.valid_on(date(2026, 12, 31)))
    assert kinds == {"xã": 2599, "phường": 709, "đặc khu": 13}


def test_a_commune_that_was_divided(chart: OrgChart, country: VietnamMap) -> None:
    """Phường Cống Vị went to three wards by shares that the source does not tell: a split without shares, listed."""
    (ward,) = chart.find("phường Cống Vị", OLD)
    (split,) = chart.story(ward.id, NEW_MAP).changes
    assert split.change.kind is ChangeKind.SPLIT
    assert len(split.after) > 1
    assert split.change.shares == ()
    assert [point.kind for point in country.open_points if ward.id in point.orgs] == ["chia, chưa rõ tỷ lệ"]


def test_a_district_island_became_a_special_zone(chart: OrgChart) -> None:
    """Huyện Côn Đảo had no communes; all of it is đặc khu Côn Đảo."""
    (district,) = chart.find("huyện Côn Đảo", OLD)
    (change,) = chart.story(district.id, NEW_MAP).changes
    assert [row.name for row in change.after] == ["đặc khu Côn Đảo"]


def test_a_district_is_abolished_and_its_land_is_told(chart: OrgChart) -> None:
    """Huyện Bạch Thông ends with the district level; its communes tell where its land went, all in one province."""
    (district,) = chart.find("huyện Bạch Thông", OLD)
    (change,) = chart.story(district.id, NEW_MAP).changes
    assert (change.change.kind, change.after) == (ChangeKind.ABOLISH, ())
    assert "203/2025/QH15" in change.change.basis
    assert {chart.see(row, NEW_MAP).above[0].name for row in change.land} == {"tỉnh Thái Nguyên"}
    assert "xã Bạch Thông" in {row.name for row in change.land}


def test_a_commune_that_nobody_touched_only_moved_up(chart: OrgChart) -> None:
    """Xã Bát Mọt is the same org before and after, right below its province since its district is gone."""
    rows = chart.find("xã Bát Mọt")
    assert len({row.id for row in rows}) == 1
    (story,) = {row.id: chart.story(row.id, NEW_MAP) for row in rows}.values()
    assert [seen.above[0].name for seen in story.rows] == ["huyện Thường Xuân", "tỉnh Thanh Hóa"]
    assert [each.change.kind for each in story.changes] == [ChangeKind.MOVE]


@pytest.mark.parametrize(
    "clash",
    [
        ("Kỳ Anh", "Hà Tĩnh"),
        ("Long Mỹ", "Hậu Giang"),
        ("Cai Lậy", "Tiền Giang"),
        ("Duyên Hải", "Trà Vinh"),
        ("Cao Lãnh", "Đồng Tháp"),
        ("Hồng Ngự", "Đồng Tháp"),
    ],
)
def test_two_districts_of_one_short_name(chart: OrgChart, clash: tuple[str, str]) -> None:
    """Six districts share their short name with a town of their province: short finds both, in full each itself."""
    found = [row for row in chart.find(", ".join(clash), OLD) if row.level == "huyện"]
    assert len(found) == 2
    assert all(chart.find(row.name, OLD) == [row] for row in found)


def test_every_old_commune_goes_somewhere(country: VietnamMap) -> None:
    """Each leaves in one change only: whole into one new commune, or divided and listed as open; or it stays."""
    stays = {org.id for org in country.orgs if org.level == "xã" and org.valid_on(NEW_MAP)}
    leaving: dict[str, list[tuple[ChangeKind, int]]] = defaultdict(list)
    for change in country.changes:
        if change.date == NEW_MAP and change.kind in (ChangeKind.MERGE, ChangeKind.SPLIT):
            for source in change.sources:
                leaving[source].append((change.kind, len(change.targets)))
    listed = {org for point in country.open_points for org in point.orgs}
    for org in (org for org in country.orgs if org.level == "xã" and org.valid_on(OLD)):
        if org.id in stays:
            assert org.id not in leaving
            continue
        ((kind, targets),) = leaving[org.id]
        assert kind is ChangeKind.MERGE or (targets > 1 and org.id in listed)
        assert (kind is ChangeKind.MERGE) == (targets == 1)


def test_every_new_commune_comes_from_somewhere(country: VietnamMap) -> None:
    """Each stood before, or is what at least one old commune or island district went into."""
    stood = {org.id for org in country.orgs if org.valid_on(OLD)}
    levels = {org.id: org.level for org in country.orgs if org.valid_on(OLD)}
    islands = {org.id for org in country.orgs if org.level == "huyện"} - {org.parent for org in country.orgs}
    made = {
        target
        for change in country.changes
        for target in change.targets
        if change.date == NEW_MAP and any(levels[each] == "xã" or each in islands for each in change.sources)
    }
    new = {org.id for org in country.orgs if org.level == "xã" and org.valid_on(NEW_MAP)}
    assert new - stood <= made


def test_nothing_crosses_the_border_of_a_province(country: VietnamMap) -> None:
    """All land of a commune or district stays under the heir of its province, so provinces carry over exactly."""
    parent = {(org.id, day): org.parent for org in country.orgs for day in (OLD, NEW_MAP) if org.valid_on(day)}

    def province(org: str, day: date) -> str:
        while (above := parent[org, day]) != "vn":
            assert above is not None
            org = above
        return org

    merges = [change for change in country.changes if change.kind is ChangeKind.MERGE]
    heir = {source: change.targets[0] for change in merges for source in change.sources if source.count(".") == 1}
    for change in (change for change in country.changes if change.date == NEW_MAP):
        before = {heir.get(each, each) for each in (province(source, OLD) for source in change.sources)}
        assert {province(target, NEW_MAP) for target in change.targets} == before or not change.targets


def test_every_change_has_its_legal_basis(country: VietnamMap) -> None:
    """Of 34 resolutions about communes each covers one province; provinces and districts have their own two."""
    assert all(change.basis for change in country.changes)
    numbers = {
        change.basis
        for change in country.changes
        if "NQ-UBTVQH15" in change.basis and change.kind is not ChangeKind.SPLIT and change.date == NEW_MAP
    }
    assert len(numbers) == 34


def test_where_the_source_names_one_of_two_it_is_not_taken_for_both(chart: OrgChart, country: VietnamMap) -> None:
    """The source links both wards "Phường 4" to both cities; each went to its own, and that is listed as inferred."""
    (ward,) = chart.find("Phường 4, thành phố Tân An", OLD)
    (change,) = chart.story(ward.id, NEW_MAP).changes
    assert [row.name for row in change.after] == ["phường Long An"]
    assert {point.kind for point in country.open_points if ward.id in point.orgs} == {"trùng tên, suy ra"}


def test_what_cannot_be_told_apart_stays_open(chart: OrgChart, country: VietnamMap) -> None:
    """Which xã Hòa Bình gave land to xã Hà Nam the source does not tell: both may have, neither is chosen."""
    (target,) = chart.find("xã Hà Nam, Hải Phòng", NEW_MAP)
    (point,) = [point for point in country.open_points if point.kind == "trùng tên, chưa rõ"]
    assert point.orgs[-1] == target.id
    splits = [each for each in chart.story(target.id, NEW_MAP).changes if each.change.kind is ChangeKind.SPLIT]
    assert {each.change.sources[0] for each in splits} >= set(point.orgs[:-1])
