"""Sheets of figures: what their rows and columns are proposed to mean, and their figures by a mapping."""

import tomllib
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from document.sheets import Shown, workbook
from tongket.document.files import read_bytes
from tongket.reading import read
from tongket.reading.attribution import attribute
from tongket.reading.sheets.amounts import is_number
from tongket.reading.sheets.applying import apply
from tongket.reading.sheets.checking import check_joined, check_totals
from tongket.reading.sheets.layout import tables_of
from tongket.reading.sheets.observing import CellPlace, observe
from tongket.reading.sheets.proposal import How, Proposal
from tongket.reading.sheets.proposing import propose
from tongket.reading.sheets.refitting import refit
from tongket.terms.document import Document
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_mapping
from tongket.terms.quantity import Quantity
from tongket.terms.sheet_mapping import LineRole
from tongket.terms.sheet_mapping_form import mapping_from_toml, mapping_to_toml
from tongket.terms.tables import FigureRow

PROFILE = """
name = "Tuyên giáo tỉnh Vạn Lộc"
style = "party"
[[orgs]]
id = "van-loc"
name = "tỉnh Vạn Lộc"
level = "tỉnh"
[[orgs]]
id = "khe-sim"
name = "huyện Khe Sim"
aliases = ["Huyện ủy Khe Sim"]
level = "huyện"
parent = "van-loc"
valid_to = 2025-07-01
[[orgs]]
id = "thuy-an"
name = "thị xã Thủy An"
level = "thị xã"
parent = "van-loc"
valid_to = 2025-07-01
[[orgs]]
id = "xa-khe-sim"
name = "xã Khe Sim"
level = "xã"
parent = "van-loc"
valid_from = 2025-07-01
[[themes]]
id = "t"
title = "T"
[[indicators]]
id = "lop"
name = "Lớp bồi dưỡng lý luận chính trị"
theme = "t"
measure = "lớp"
nouns = ["lớp"]
needs = ["lý luận chính trị"]
[[indicators]]
id = "hoc-vien"
name = "Học viên"
theme = "t"
measure = "người"
nouns = ["học viên"]
[[indicators]]
id = "luot-hoc"
name = "Lượt người học"
theme = "t"
measure = "lượt người"
nouns = ["lượt người học"]
[[indicators]]
id = "kinh-phi"
name = "Kinh phí mở lớp"
theme = "t"
measure = "đồng"
kind = "money"
nouns = ["kinh phí"]
[[indicators]]
id = "ty-le"
name = "Tỷ lệ học viên khá, giỏi"
theme = "t"
measure = "%"
kind = "percent"
"""

HEAD: list[Shown] = ["TT", "Đơn vị", "Lớp bồi dưỡng lý luận chính trị", "Học viên"]


@pytest.fixture(scope="module")
def profile() -> Profile:
    """A province with a district, a town and, from 2025-07-01, a commune of the district's name."""
    return profile_from_mapping(tomllib.loads(PROFILE))


def _read(rows: list[list[Shown]], sheet: str = "Biểu 1", name: str = "bieu.xlsx") -> Document:
    return read_bytes(workbook({sheet: rows}), name)


def _proposed(document: Document, profile: Profile) -> Proposal:
    return propose(document, profile, attribute(read(document), profile))


def _columns(proposal: Proposal) -> dict[int, str]:
    return {line.place: line.indicator or line.org for table in proposal.mapping.tables for line in table.columns}


def _rows(proposal: Proposal) -> dict[int, str]:
    return {line.place: line.indicator or line.org for table in proposal.mapping.tables for line in table.rows}


def test_title_head_body_and_foot_are_told_apart() -> None:
    """Letterhead, title, two rows of head, numbers of columns, groups, empty rows and signatures of a real form."""
    document = _read([
        ["TỈNH ỦY VẠN LỘC", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
        ["BIỂU SỐ LIỆU NĂM 2024"],
        [],
        ["TT", "Đơn vị", "Lý luận chính trị", None, "Ghi chú"],
        [None, None, "Số lớp", "Học viên"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["I", "Các huyện"],
        [1, "Huyện Khe Sim", 12, 640, "ước"],
        [],
        [2, "Thị xã Thủy An", 9, 310],
        ["Tổng cộng", None, 21, 950],
        [None, None, None, "Vạn Lộc, ngày 20 tháng 12 năm 2024"],
        [None, "NGƯỜI LẬP BIỂU", None, "TRƯỞNG BAN"],
    ])  # fmt: skip
    (table,) = tables_of(document)
    assert (table.head, table.body) == ((4, 5, 6), (7, 8, 10, 11))
    assert table.title[1] == "BIỂU SỐ LIỆU NĂM 2024"
    assert len(table.foot) == 2
    assert [table.head_of(column) for column in table.numbers] == [
        ("Lý luận chính trị", "Số lớp"),
        ("Lý luận chính trị", "Học viên"),
    ]
    assert (table.labels, table.ordinals) == ((2,), frozenset({1}))


def test_orgs_down_and_indicators_across(profile: Profile) -> None:
    """Names in the habit of any office are the profile's orgs; a total is a total; the stranger stays nobody."""
    document = _read([
        ["BIỂU SỐ LIỆU CỦA TỈNH VẠN LỘC NĂM 2024"], HEAD,
        [1, "H. Khe Sim", 12, 640], [2, "TX Thuỷ An", 9, 310], [3, "Huyện Xa Lạ", 1, 10], ["Tổng cộng", None, 22, 960],
    ])  # fmt: skip
    proposal = _proposed(document, profile)
    assert _columns(proposal) == {3: "lop", 4: "hoc-vien"}
    assert _rows(proposal) == {3: "khe-sim", 4: "thuy-an", 5: "", 6: ""}
    assert proposal.remarks[0, "rows", 5].how is How.UNKNOWN
    assert [line.role for line in proposal.mapping.tables[0].rows][-1] is LineRole.TOTAL
    assert (proposal.mapping.period, proposal.mapping.org) == ("2024", "van-loc")
    assert proposal.mapping.tables[0].org == ""


def test_indicators_down_and_orgs_across(profile: Profile) -> None:
    """The other way round; the name of the sheet tells the period; the column of sums is a total."""
    document = _read(
        [
            ["STT", "Chỉ tiêu", "ĐVT", "Huyện Khe Sim", "Thị xã Thủy An", "Toàn tỉnh"],
            [1, "Lớp bồi dưỡng lý luận chính trị", "lớp", 12, 9, 21],
            [2, "Học viên", "người", 640, 310, 950],
        ],
        sheet="6 tháng đầu năm 2024",
    )
    proposal = _proposed(document, profile)
    assert _rows(proposal) == {2: "lop", 3: "hoc-vien"}
    assert _columns(proposal) == {4: "khe-sim", 5: "thuy-an", 6: ""}
    assert proposal.mapping.tables[0].columns[-1].role is LineRole.TOTAL
    assert proposal.mapping.period == "2024-H1"
    assert proposal.sure


def test_a_form_of_one_org_with_periods_across(profile: Profile) -> None:
    """Quarters in the heads, the org in the title; a plan and a comparison are no results."""
    document = _read([
        ["Đơn vị báo cáo: Huyện ủy Khe Sim"], ["SỐ LIỆU NĂM 2024"],
        ["TT", "Chỉ tiêu", "Quý I", "Quý II", "Cả năm", "Kế hoạch năm 2025", "Tăng so với cùng kỳ"],
        [1, "Học viên", 100, 200, 300, 400, 10], [2, "Lượt người học", 150, 250, 400, 500, 20],
    ])  # fmt: skip
    (table,) = _proposed(document, profile).mapping.tables
    assert (table.org, table.period) == ("khe-sim", "2024")
    assert [line.period for line in table.columns][:3] == ["2024-Q1", "2024-Q2", ""]
    assert [line.role for line in table.columns][3:] == [LineRole.OUT, LineRole.OUT]


def test_a_list_of_org_indicator_period_and_value(profile: Profile) -> None:
    """Merged cells of labels reach down; each row has its own period."""
    document = _read([
        ["Đơn vị", "Chỉ tiêu", "Kỳ", "Giá trị"],
        ["Huyện Khe Sim", "Học viên", "Quý I/2024", 100],
        [None, "Lượt người học", "2024-Q2", 200],
        ["Thị xã Thủy An", "Học viên", "2024-Q1", 50],
    ])  # fmt: skip
    (table,) = _proposed(document, profile).mapping.tables
    assert [(line.org, line.indicator, line.period) for line in table.rows] == [
        ("khe-sim", "hoc-vien", "2024-Q1"),
        ("khe-sim", "luot-hoc", "2024-Q2"),
        ("thuy-an", "hoc-vien", "2024-Q1"),
    ]


def test_names_count_in_the_period_of_the_table(profile: Profile) -> None:
    """The same bare name is the district before the change of the map and the commune after it."""
    for year, org in (("2024", "khe-sim"), ("2026", "xa-khe-sim")):
        document = _read([[f"SỐ LIỆU NĂM {year}"], HEAD, [1, "Khe Sim", 1, 20], [2, "Vạn Lộc", 2, 30]])
        assert _rows(_proposed(document, profile))[3] == org


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("Học viên (lượt người)", "đơn vị tính"),
        ("Số lượng tài liệu phát hành", "không thấy"),
        ("", "không"),
    ],
)
def test_what_is_not_sure_is_left_to_a_person(head: str, why: str, profile: Profile) -> None:
    """Person-times are no persons; words that fit nothing are said to fit nothing; nothing is filled in."""
    heads: list[Shown] = ["TT", "Đơn vị", head or None, "Lượt người học"]
    document = _read([["SỐ LIỆU NĂM 2024"], heads, [1, "Huyện Khe Sim", 12, 640], [2, "Thị xã Thủy An", 9, 310]])
    proposal = _proposed(document, profile)
    assert _columns(proposal) == {3: "", 4: "luot-hoc"}
    assert why in proposal.remarks[0, "columns", 3].why
    assert not proposal.sure


def test_two_columns_of_one_indicator_are_both_doubtful(profile: Profile) -> None:
    """Which of the two is meant only a person knows."""
    heads: list[Shown] = ["TT", "Đơn vị", "Học viên", "Số học viên"]
    document = _read([["NĂM 2024"], heads, [1, "Huyện Khe Sim", 12, 640], [2, "Thị xã Thủy An", 9, 310]])
    proposal = _proposed(document, profile)
    assert _columns(proposal) == {3: "", 4: ""}
    assert {remark.how for key, remark in proposal.remarks.items() if key[1] == "columns"} == {How.DOUBTFUL}


def test_figures_come_with_scale_bounds_and_roughness(profile: Profile) -> None:
    """Money in triệu đồng becomes đồng; "trên" opens; a head or note that says "ước" makes rough."""
    document = _read([
        ["SỐ LIỆU NĂM 2024"],
        ["TT", "Đơn vị", "Kinh phí mở lớp (triệu đồng)", "Ước thực hiện học viên", "Tỷ lệ học viên khá, giỏi"],
        [1, "Huyện Khe Sim", Decimal("1.5"), "trên 150", "97,5%"], [2, "Thị xã Thủy An", "2,25", 300, "không"],
    ])  # fmt: skip
    proposal = _proposed(document, profile)
    assert _columns(proposal) == {3: "kinh-phi", 4: "hoc-vien", 5: "ty-le"}
    (applied,) = apply(document, proposal.mapping)
    found = {(each.row, each.column): each.figure.quantity for each in applied.figures}
    assert found == {
        (3, 3): Quantity(Decimal(1500000), Decimal(1500000)),
        (3, 4): Quantity(Decimal(150), None, approx=True),
        (3, 5): Quantity(Decimal("97.5"), Decimal("97.5")),
        (4, 3): Quantity(Decimal(2250000), Decimal(2250000)),
        (4, 4): Quantity(Decimal(300), Decimal(300), approx=True),
    }


def test_a_total_that_its_parts_do_not_make_is_a_finding(profile: Profile) -> None:
    """Down and across, with the cell it stands in; one that bounds allow is none, nor one of a group of rows."""
    document = _read([
        ["SỐ LIỆU NĂM 2024"], ["TT", "Chỉ tiêu", "Huyện Khe Sim", "Thị xã Thủy An", "Tổng cộng"],
        [1, "Học viên", 640, 310, 960], [2, "Lượt người học", "trên 700", 300, 1200],
    ])  # fmt: skip
    (applied,) = apply(document, _proposed(document, profile).mapping)
    (finding,) = check_totals(applied)
    assert finding.code == "PARTS-DO-NOT-ADD-UP"
    assert finding.span is not None
    assert finding.span.of(document.text) == "960"
    assert "950" in finding.message
    down = _read([
        ["NĂM 2024"], HEAD, [1, "Huyện Khe Sim", 12, 640], [2, "Thị xã Thủy An", 9, 310], ["Cộng", None, 20, 950],
    ])  # fmt: skip
    (applied,) = apply(down, _proposed(down, profile).mapping)
    assert [finding.code for finding in check_totals(applied)] == ["COLUMN-DOES-NOT-ADD-UP"]


def test_the_row_of_the_body_above_is_its_own_figure_and_a_total(profile: Profile) -> None:
    """The row of the province among its districts keeps its org and is compared with their sum."""
    document = _read([
        ["NĂM 2024"], HEAD, [1, "Tỉnh Vạn Lộc", 21, 951], [2, "Huyện Khe Sim", 12, 640], [3, "Thị xã Thủy An", 9, 310],
    ])  # fmt: skip
    proposal = _proposed(document, profile)
    row = proposal.mapping.tables[0].rows[0]
    assert (row.org, row.role) == ("van-loc", LineRole.TOTAL)
    (applied,) = apply(document, proposal.mapping)
    assert len(check_totals(applied)) == 1


def test_a_corrected_mapping_fits_the_next_sheet_of_the_form(profile: Profile) -> None:
    """What a person said of a head holds next month too, wherever the column stands; the period is the new sheet's."""
    heads: list[Shown] = ["TT", "Đơn vị", "Người học các lớp", "Lượt người học"]
    rows: list[list[Shown]] = [[1, "Huyện Khe Sim", 12, 640], [2, "Thị xã Thủy An", 9, 310]]
    first = _proposed(_read([["SỐ LIỆU THÁNG 5 NĂM 2024"], heads, *rows]), profile).mapping
    table = first.tables[0]
    column = replace(table.columns[0], indicator="hoc-vien")
    corrected = replace(first, tables=(replace(table, columns=(column, *table.columns[1:])),))
    turned: list[Shown] = ["TT", "Đơn vị", "Lượt người học", "Người học các lớp", "Cột mới"]
    wider: list[list[Shown]] = [[*row, 1] for row in rows]
    second = _proposed(_read([["SỐ LIỆU THÁNG 6 NĂM 2024"], turned, *wider]), profile)
    refitted = refit(corrected, second)
    assert [line.indicator for line in refitted.mapping.tables[0].columns] == ["luot-hoc", "hoc-vien", ""]
    assert refitted.mapping.tables[0].period == "2024-06"
    assert refitted.unknown == ("Cột mới",)


_WORDS = st.sampled_from([
    "TT", "Đơn vị", "Chỉ tiêu", "ĐVT", "Kỳ", "Năm", "Tháng", "Ghi chú", "Kết quả", "Tổng cộng", "Toàn tỉnh", "I", "(1)",
    "Học viên", "Số lớp", "Lượt người học", "Kinh phí (triệu đồng)", "Tỷ lệ (%)", "Huyện Khe Sim", "Khe Sim",
    "thị xã Thủy An", "Tỉnh Vạn Lộc", "Quý I", "Cả năm", "2024", "NĂM 2024", "Kế hoạch 2025", "trên 150", "từ 3 đến 4",
    "1.234,5", "97,5%", "ước", "-", "x", "15/3/2024", "", " ",
])  # fmt: skip
_ANY_CELL = st.one_of(st.none(), _WORDS, st.integers(-10, 3000), st.text(max_size=8).filter(str.isprintable))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.lists(_ANY_CELL, max_size=7), min_size=1, max_size=12))
def test_whatever_stands_in_a_sheet_is_proposed_kept_and_told_once(profile: Profile, rows: list[list[Shown]]) -> None:
    """No order of heads, labels, numbers and holes breaks anything; every number in the columns of figures is kept."""
    document = _read(rows)
    proposal = _proposed(document, profile)
    assert mapping_from_toml(mapping_to_toml(proposal.mapping), "a") == proposal.mapping
    for applied in apply(document, proposal.mapping):
        check_totals(applied)
        places = [(each.row, each.column) for each in applied.figures]
        assert len(set(places)) == len(places)
        table = applied.table
        numbers = {(row, column) for row in table.body for column in table.numbers if (row, column) in table.cells}
        assert {place for place in numbers if is_number(table.cells[place].text)} == set(places)
        for each in applied.figures:
            assert each.figure.span.of(document.text) == table.cells[each.row, each.column].text
            row = replace(_FIGURE, kind=each.figure.kind.value, low=each.figure.quantity.low)
            told = observe(proposal.mapping, row, CellPlace(each.sheet, each.table, each.row, each.column), profile)
            assert bool(told.indicator) != bool(told.reason)
            assert not told.indicator or (told.org and told.period)


_FIGURE = FigureRow(
    id="", reading="", document="", kind="count", low=None, high=None, approx=False, noun="", start=0, end=0, quote="",
    sentence="", at=0, before="", headings="", in_cell=True, column="", said_in="", page=0, line=0,
)  # fmt: skip


def test_several_tables_in_one_sheet(profile: Profile) -> None:
    """A head that begins anew after figures begins another table with the title above it."""
    block: list[list[Shown]] = [HEAD, [1, "Huyện Khe Sim", 12, 640], [2, "Thị xã Thủy An", 9, 310]]
    document = _read([["QUÝ I NĂM 2024"], *block, [], ["QUÝ II NĂM 2024"], *block])
    proposal = _proposed(document, profile)
    assert [table.period for table in proposal.mapping.tables] == ["2024-Q1", "2024-Q2"]
    assert [line.org for table in proposal.mapping.tables for line in table.rows] == ["khe-sim", "thuy-an"] * 2


def test_joined_heads_reach_as_far_as_they_are_joined() -> None:
    """A head over two columns is over these two and not over the next, which has a head over two rows of its own."""
    rows: list[list[Shown]] = [
        ["Đơn vị", "Lớp bồi dưỡng", None, "Học viên"],
        [None, "Cấp huyện", "Cấp xã", None],
        ["huyện Khe Sim", 4, 9, 512],
        ["thị xã Thủy An", 3, 8, 470],
    ]
    joined = read_bytes(workbook({"B": rows}, joined={"B": "A1:A2 B1:C1 D1:D2"}), "b.xlsx")
    (table,) = tables_of(joined)
    assert [table.head_of(column) for column in (1, 2, 3, 4)] == [
        ("Đơn vị",), ("Lớp bồi dưỡng", "Cấp huyện"), ("Lớp bồi dưỡng", "Cấp xã"), ("Học viên",),
    ]  # fmt: skip


def test_an_empty_head_beside_joined_ones_stays_empty() -> None:
    """Without its own head a column right of a joined one is not taken under it; where nothing is joined it is."""
    rows: list[list[Shown]] = [
        ["Đơn vị", "Lớp", None, None],
        [None, "Huyện", "Xã", "Ghi chú thêm"],
        ["huyện Khe Sim", 4, 9, 1],
        ["thị xã Thủy An", 3, 8, 2],
    ]
    (exact,) = tables_of(read_bytes(workbook({"B": rows}, joined={"B": "A1:A2 B1:C1"}), "b.xlsx"))
    assert exact.head_of(3) == ("Lớp", "Xã")
    assert exact.head_of(4) == ("Ghi chú thêm",)
    (plain,) = tables_of(read_bytes(workbook({"B": rows}), "b.xlsx"))
    assert plain.head_of(4) == ("Lớp", "Ghi chú thêm")


def test_a_label_joined_over_rows_is_that_of_each_of_them_and_of_no_other() -> None:
    """The org stands once for its rows; the row after the joined cell has none."""
    rows: list[list[Shown]] = [
        ["Đơn vị", "Nội dung", "Số lượng"],
        ["huyện Khe Sim", "Lớp", 4],
        [None, "Học viên", 512],
        [None, "Hội nghị", 7],
    ]
    (table,) = tables_of(read_bytes(workbook({"B": rows}, joined={"B": "A2:A3"}), "b.xlsx"))
    assert [table.label_of(row, 1) for row in (2, 3, 4)] == ["huyện Khe Sim", "huyện Khe Sim", ""]
    (plain,) = tables_of(read_bytes(workbook({"B": rows}), "b.xlsx"))
    assert plain.label_of(4, 1) == "huyện Khe Sim"


def test_a_figure_joined_over_several_orgs_counts_for_none_of_them() -> None:
    """Of which org it is nobody can tell: a finding, no figure; over the rows of one org it is that org's."""
    rows: list[list[Shown]] = [
        ["Đơn vị", "Hội nghị quán triệt nghị quyết"],
        ["huyện Khe Sim", 12],
        ["thị xã Thủy An", None],
        ["tỉnh Vạn Lộc", 5],
    ]
    for joined, figures, codes in (("B2:B3", ["5"], ["CELL-FOR-SEVERAL"]), ("B2:C2 A2:A2", ["12", "5"], [])):
        document = read_bytes(workbook({"B": rows}, joined={"B": joined}), "bieu-2024.xlsx")
        profile = profile_from_mapping(tomllib.loads(PROFILE))
        proposal = propose(document, profile, attribute(read(document), profile))
        (applied,) = apply(document, proposal.mapping)
        assert [each.figure.span.of(document.text) for each in applied.figures] == figures
        assert [finding.code for finding in check_joined(applied)] == codes
