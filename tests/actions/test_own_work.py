"""An org's own work is added to what those below it told; what it tells of all stands beside their sum."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tongket.actions.attribute import attribute_readings
from tongket.actions.compare_periods import compare_periods
from tongket.actions.correct import Said, correct
from tongket.actions.explain import explain
from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.roll_up import Line, roll_up
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.places import Where
from tongket.actions.take_in import take_in
from tongket.actions.write_review import write_review
from tongket.ledger.entries import rows_of
from tongket.review.page import write_page
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_mapping
from tongket.terms.tables import ObservationRow, PartRow, TotalRow

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
YEAR = Period.parse("2024")
PROFILE = """
name = "Tuyên giáo tỉnh Vạn Lộc"
style = "party"
[office]
issuer = "Ban Tuyên giáo"
parent = "Tỉnh ủy Vạn Lộc"
symbol = "BC/BTGTU"
place = "Vạn Lộc"
signer = "TRƯỞNG BAN"
[[orgs]]
id = "van-loc"
name = "tỉnh Vạn Lộc"
aliases = ["Ban Tuyên giáo Tỉnh ủy Vạn Lộc", "Vạn Lộc"]
level = "tỉnh"
[[orgs]]
id = "khe-sim"
name = "huyện Khe Sim"
level = "huyện"
parent = "van-loc"
valid_to = 2025-07-01
[[orgs]]
id = "hong-ngan"
name = "huyện Hồng Ngàn"
level = "huyện"
parent = "van-loc"
valid_to = 2025-07-01
[[orgs]]
id = "sim-ngan"
name = "huyện Sim Ngàn"
level = "huyện"
parent = "van-loc"
valid_from = 2025-07-01
[[orgs]]
id = "ban-mon"
name = "xã Bản Mòn"
level = "xã"
parent = "khe-sim"
valid_to = 2025-07-01
[[changes]]
kind = "merge"
date = 2025-07-01
from = ["khe-sim", "hong-ngan"]
to = ["sim-ngan"]
basis = "Nghị quyết số 1/NQ"
[[themes]]
id = "ly-luan"
title = "Lý luận chính trị"
[[indicators]]
id = "lop"
name = "Lớp bồi dưỡng"
theme = "ly-luan"
measure = "lớp"
nouns = ["lớp"]
[[indicators]]
id = "dat"
name = "Chi bộ hoàn thành"
theme = "ly-luan"
measure = "chi bộ"
nouns = ["chi bộ hoàn thành"]
[[indicators]]
id = "tong"
name = "Chi bộ"
theme = "ly-luan"
measure = "chi bộ"
nouns = ["tổng số chi bộ"]
[[indicators]]
id = "ty-le"
name = "Tỷ lệ chi bộ hoàn thành"
theme = "ly-luan"
measure = "%"
kind = "percent"
needs = ["chi bộ"]
part = "dat"
base = "tong"
"""
REPORTS = {
    "tinh": "Báo cáo tổng kết công tác tuyên giáo tỉnh Vạn Lộc năm 2024\n\n"
    "Năm 2024, Ban trực tiếp mở 5 lớp bồi dưỡng lý luận chính trị. Toàn tỉnh đã mở 31 lớp bồi dưỡng.\n",
    "khe-sim": "Báo cáo tổng kết công tác tuyên giáo huyện Khe Sim năm 2024\n\n"
    "Năm 2024, toàn huyện đã mở 12 lớp bồi dưỡng lý luận chính trị. Có 30/40 chi bộ (75%) học tập chuyên đề.\n",
    "hong-ngan": "Báo cáo tổng kết công tác tuyên giáo huyện Hồng Ngàn năm 2024\n\n"
    "Năm 2024, huyện trực tiếp mở 9 lớp bồi dưỡng lý luận chính trị. Có 35/35 chi bộ (100%) học tập chuyên đề.\n",
}


@pytest.fixture(scope="module")
def profile() -> Profile:
    """A province, two districts that became one, a commune."""
    return profile_from_mapping(tomllib.loads(PROFILE))


def _fill(place: Path, reports: Mapping[str, str], profile: Profile) -> None:
    open_ledger(place / "a.ledger")
    for name, text in reports.items():
        file = place / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        take_in(file, NOW)
    attribute_readings(profile, NOW)


@pytest.fixture
def ledger(tmp_path: Path, profile: Profile) -> Iterator[Path]:
    """The reports of the year, attributed."""
    _fill(tmp_path, REPORTS, profile)
    yield tmp_path
    close_ledger()


def _lines(profile: Profile, where: Where, *, drill: bool = False) -> dict[str, Line]:
    rolled = roll_up(profile, Asked(where, (YEAR,), drill=drill))
    return {line.indicator.id: line for line in rolled.lines}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("day", [None, date(2025, 7, 1)], ids=["as it was", "as it is"])
def test_own_work_is_a_part_of_the_total_and_the_whole_stands_beside_it(profile: Profile, day: date | None) -> None:
    """12 of one district, 9 of the other and 5 of the province's own make 26, beside the 31 that it told of all."""
    line = _lines(profile, Where("van-loc", day=day), drill=True)["lop"]
    assert line.total is not None
    assert line.own is not None
    assert (line.total.quantity.low, line.total.quantity.high) == (26, 26)
    assert (line.own.quantity.low, line.own.quantity.high) == (31, 31)
    assert not line.own.conflict
    assert (line.difference.low, line.difference.high) == (5, 5)
    assert sorted((part.told.low, part.org) for part in line.parts) == [
        (5, "van-loc/own"), (9, "hong-ngan"), (12, "khe-sim"),
    ]  # fmt: skip


@pytest.mark.usefixtures("ledger")
def test_own_work_of_an_org_below_counts_for_it_above(profile: Profile) -> None:
    """A district that told of its own work alone is in the province's total with that."""
    told = {row.indicator: row.scope for row in rows_of(ObservationRow, org="hong-ngan") if row.indicator}
    assert told["lop"] == "own"
    assert _lines(profile, Where("van-loc"))["lop"].orgs == 3


@pytest.mark.usefixtures("ledger")
def test_own_work_owes_no_report(profile: Profile) -> None:
    """Two districts owe and two have reported: own work is nobody's duty of its own."""
    counts = roll_up(profile, Asked(Where("van-loc"), (YEAR,))).counts["van-loc", YEAR]
    assert (counts.owed, counts.reported) == (2, 2)


@pytest.mark.usefixtures("ledger")
def test_a_change_between_periods_has_own_work_in_both(profile: Profile, ledger: Path) -> None:
    """A total compared with another has the same parts as when it is asked alone."""
    later = REPORTS["tinh"].replace("2024", "2025").replace("5 lớp", "8 lớp")
    (ledger / "later.txt").write_text(later, encoding="utf-8")
    take_in(ledger / "later.txt", NOW)
    attribute_readings(profile, NOW)
    (found,) = compare_periods(profile, Asked(Where("van-loc"), (Period.parse("2025"),), ("lop",)), YEAR)
    assert found.change.before is not None
    assert found.change.after is not None
    assert (found.change.before.low, found.change.after.low) == (26, 8)


@pytest.mark.usefixtures("ledger")
def test_a_review_adds_own_work_and_shows_it_as_a_part(profile: Profile) -> None:
    """The sum of the review leads to it under its own name, and the figure of all stands beside."""
    review = write_review(profile, "van-loc", YEAR, NOW)
    (line,) = [each for each in review.lines if each.indicator.id == "lop"]
    assert line.total is not None
    assert line.own is not None
    assert (line.total.text, line.own.text, line.owed) == ("26 lớp", "31 lớp", 3)
    (total,) = rows_of(TotalRow, id=line.total.target)
    parts = {part.label: part.text for part in rows_of(PartRow, total=total.id)}
    assert parts["tỉnh Vạn Lộc (việc của chính đơn vị)"] == "5 lớp"
    assert review.content.coverage.missing == ()
    assert "tỉnh Vạn Lộc (việc của chính đơn vị)" in write_page(review.content)
    assert not [each for each in review.content.annexes.doubts if each.code == "FIGURES-CONFLICT"]


@pytest.mark.usefixtures("ledger")
def test_a_percent_is_recomputed_from_the_part_and_base_its_sentences_tell(profile: Profile) -> None:
    """30 of 40 and 35 of 35 are 65 of 75: the fraction of equals counts for both."""
    bases = [row.base for row in rows_of(ObservationRow, indicator="ty-le")]
    assert len(bases) == 2
    assert all(base.startswith("F-") for base in bases)
    percent = _lines(profile, Where("van-loc"))["ty-le"].percent
    assert percent is not None
    assert (percent.part.low, percent.base.low, percent.orgs) == (65, 75, 2)


@pytest.mark.usefixtures("ledger")
def test_the_way_back_tells_whose_work_a_figure_is_and_what_a_percent_is_of() -> None:
    """From the entry on: scope of the figure, and the base with its own sentence."""
    (own,) = [row for row in rows_of(ObservationRow, org="van-loc", indicator="lop") if row.scope == "own"]
    assert explain(own.figure).scope == "own"
    percent = next(row for row in rows_of(ObservationRow, indicator="ty-le", org="khe-sim"))
    base = explain(percent.figure).base
    assert base is not None
    assert (base.id, base.text) == (percent.base, "30/40 chi bộ")


@pytest.mark.usefixtures("ledger")
def test_what_is_corrected_to_another_org_loses_its_scope(profile: Profile) -> None:
    """The words told whose work it was for the org they were told of."""
    (own,) = [row for row in rows_of(ObservationRow, org="van-loc", indicator="lop") if row.scope == "own"]
    correct(own.figure, Said("của huyện", org="khe-sim", period=Period.parse("2024")), NOW)
    line = _lines(profile, Where("van-loc"))["lop"]
    assert line.total is not None
    assert line.total.conflict
    assert line.total.quantity.high == 21


def test_own_work_beside_a_figure_that_does_not_say_whose_is_a_conflict_above(profile: Profile, tmp_path: Path) -> None:
    """Of an org below nothing is chosen: only what it says of all below takes the place of its own work."""
    unclear = {**REPORTS, "hong-ngan": REPORTS["hong-ngan"].replace(" Có 35", " Đã mở 40 lớp ở cấp xã. Có 35")}
    _fill(tmp_path, unclear, profile)
    line = _lines(profile, Where("van-loc"))["lop"]
    close_ledger()
    assert line.total is not None
    assert line.total.conflict
    assert (line.total.quantity.low, line.total.quantity.high) == (12 + 5 + 9, 12 + 5 + 40)


def test_without_words_of_scope_nothing_is_taken_apart(profile: Profile, tmp_path: Path) -> None:
    """A province's figure that does not say whose work it is stands beside the sum as ever."""
    plain = {**REPORTS, "tinh": REPORTS["tinh"].replace("Ban trực tiếp mở", "Ban đã mở").partition(" Toàn")[0] + "\n"}
    _fill(tmp_path, plain, profile)
    line = _lines(profile, Where("van-loc"))["lop"]
    close_ledger()
    assert line.total is not None
    assert line.own is not None
    assert (line.total.quantity.low, line.own.quantity.low) == (21, 5)
