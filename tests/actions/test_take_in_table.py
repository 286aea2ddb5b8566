"""Sheets taken in: proposed, corrected, kept; every figure leads to its cell; the same again changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from document.sheets import Shown, workbook
from tongket.actions.attribute import attribute_readings, latest_readings
from tongket.actions.entries import rows_of_reading
from tongket.actions.explain import explain
from tongket.actions.sheet_rows import rows_of_sheet
from tongket.actions.take_in import take_in
from tongket.actions.take_in_table import Sheet, TakenTable, open_sheet, take_in_sheet
from tongket.actions.write_review import write_review
from tongket.ledger.entries import add, rows_of
from tongket.reading.sheets.applying import apply
from tongket.review.wording import bounded
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.quantity import Quantity
from tongket.terms.sheet_mapping import SheetMapping
from tongket.terms.tables import ROWS, CellRow, FigureRow, ObservationRow, ReadingRow, Row

NOW = datetime(2025, 1, 10, tzinfo=UTC)
ROWS_OF_SHEET: list[list[Shown]] = [
    ["BIỂU TỔNG HỢP SỐ LIỆU CÔNG TÁC TUYÊN GIÁO TỈNH VẠN LỘC NĂM 2024"],
    ["TT", "Đơn vị", "Lớp bồi dưỡng lý luận chính trị", "Học viên (người)", "Cây hoa ban"],
    [1, "H. Khe Sim", 12, "trên 640", 3150],
    [2, "TX. Thủy An", "9", Decimal(610), None],
    [3, "Huyện Xa Lạ", 4, 100, 5],
    ["Tổng cộng", None, 26, "1.350", 3155],
]
pytestmark = pytest.mark.usefixtures("ledger")


def _file(place: Path, rows: list[list[Shown]] | None = None, name: str = "so-lieu-2024.xlsx") -> Path:
    file = place / name
    file.write_bytes(workbook({"Biểu 1": ROWS_OF_SHEET if rows is None else rows}))
    return file


def _sheet(file: Path, profile: Profile) -> Sheet:
    sheet = open_sheet(file, profile)
    assert sheet is not None
    return sheet


def _taken(file: Path, profile: Profile, mapping: SheetMapping | None = None) -> TakenTable:
    sheet = _sheet(file, profile)
    return take_in_sheet(file, sheet, mapping or sheet.proposal.mapping, profile, NOW)


def _observed(profile: Profile) -> dict[str, tuple[str, str, str, str]]:
    """What each figure of the readings that hold is, by its words."""
    mapping = attribute_readings(profile, NOW)
    latest = {row.id for row in latest_readings().values()}
    figures = {row.id: row for row in rows_of(FigureRow) if row.reading in latest}
    rows = [row for row in rows_of(ObservationRow, mapping=mapping) if row.figure in figures]
    return {figures[row.figure].quote: (row.indicator, row.org, row.period, row.reason) for row in rows}


def _all() -> dict[str, list[Row]]:
    return {row_type.__name__: list(rows_of(row_type)) for row_type in ROWS}


def test_figures_of_many_orgs_come_in_with_one_sheet(tmp_path: Path, profile: Profile) -> None:
    """Each number is its org's and indicator's; what fits none is kept with the reason."""
    taken = _taken(_file(tmp_path), profile)
    assert taken.new
    observed = _observed(profile)
    assert observed["12"] == ("lop", "khe-sim", "2024", "")
    assert observed["trên 640"] == ("hoc-vien", "khe-sim", "2024", "")
    assert observed["610"] == ("hoc-vien", "thuy-an", "2024", "")
    assert observed["3150"][0] == ""
    assert "Cây hoa ban" in observed["3150"][3]
    assert observed["100"][0] == ""
    assert "Huyện Xa Lạ" in observed["100"][3]
    assert observed["26"] == ("", "", "2024", "số tổng của bảng: để đối chiếu")
    (over,) = [each for each in taken.taken.findings if each.code == "COLUMN-DOES-NOT-ADD-UP"]
    assert "“Tổng cộng” ghi 26" in over.message


def test_the_review_adds_them_and_leads_to_their_cells(tmp_path: Path, profile: Profile) -> None:
    """A total over orgs rests on the cells; `why` tells sheet, row and column; loose figures stand in the annex."""
    _taken(_file(tmp_path), profile)
    made = write_review(profile, "van-loc", Period.parse("2024"), NOW)
    (classes,) = [line for line in made.lines if line.indicator.id == "lop"]
    assert classes.total is not None
    assert classes.total.quantity == Quantity(Decimal(21), Decimal(21))
    (figure,) = [row for row in rows_of(FigureRow, id=[cell.id for cell in rows_of(CellRow)]) if row.quote == "12"]
    step = explain(figure.id)
    assert (step.cell, step.sentence) == ("Biểu 1!C3", "1 | H. Khe Sim | 12 | trên 640 | 3150")
    assert step.quote is not None
    assert step.quote.of(step.sentence) == "12"
    loose = [each.text for each in made.content.annexes.loose_figures]
    assert any(text.startswith("3150 (cột") for text in loose)


def test_the_same_sheet_and_mapping_twice_change_nothing(tmp_path: Path, profile: Profile) -> None:
    """Not a row more, whether through review or take-in."""
    file = _file(tmp_path)
    _taken(file, profile)
    attribute_readings(profile, NOW)
    before = _all()
    again = _taken(file, profile)
    take_in(file, NOW)
    attribute_readings(profile, NOW)
    assert not again.new
    assert _all() == before


def test_a_corrected_mapping_takes_the_place_of_the_first_and_back(tmp_path: Path, profile: Profile) -> None:
    """A person's correction counts; the earlier reading stays; going back to it is a new reading of the same words."""
    file = _file(tmp_path)
    first = _sheet(file, profile).proposal.mapping
    _taken(file, profile)
    table = first.tables[0]
    row = replace(table.rows[2], org="hong-ngan")
    rows = (*table.rows[:2], row, table.rows[3])
    corrected = replace(first, tables=(replace(table, rows=rows),))
    _taken(file, profile, corrected)
    assert _observed(profile)["100"] == ("hoc-vien", "hong-ngan", "2024", "")
    assert _taken(file, profile, first).new
    assert _observed(profile)["100"][0] == ""
    assert len(rows_of(FigureRow, document=corrected.sha256)) > len(latest_readings())


def test_a_newer_reader_keeps_what_a_person_said(tmp_path: Path, profile: Profile) -> None:
    """Read again as any document, the sheet is still read by its mapping, whose cells count once."""
    file = _file(tmp_path)
    sheet = _sheet(file, profile)
    table = sheet.proposal.mapping.tables[0]
    rows = (*table.rows[:2], replace(table.rows[2], org="hong-ngan"), table.rows[3])
    corrected = replace(sheet.proposal.mapping, tables=(replace(table, rows=rows),))
    older = replace(sheet.plain, reader="cũ 1")
    plain = rows_of_reading(sheet.document, 0, older, "")
    plain_id = next(row.id for row in plain if isinstance(row, ReadingRow))
    add([*plain, *rows_of_sheet(sheet.document, 0, older, corrected, plain_id)], at=NOW)
    take_in(file, NOW)
    assert _observed(profile)["100"] == ("hoc-vien", "hong-ngan", "2024", "")
    assert not _taken(file, profile, corrected).new
    assert len(rows_of(ReadingRow)) == 4


def test_a_mapping_of_what_the_profile_has_not_is_refused(tmp_path: Path, profile: Profile) -> None:
    """A slip of the pen is told at once, and nothing is taken in by it."""
    file = _file(tmp_path)
    mapping = _sheet(file, profile).proposal.mapping
    table = mapping.tables[0]
    slip = replace(table, columns=(replace(table.columns[0], indicator="lopp"), *table.columns[1:]))
    with pytest.raises(TongketError, match="lopp"):
        _taken(file, profile, replace(mapping, tables=(slip,)))
    assert rows_of(FigureRow) == []


def test_a_mapping_of_another_form_is_refused(tmp_path: Path, profile: Profile) -> None:
    """A mapping that knows no column of a sheet is not put on it."""
    other = _file(
        tmp_path, [["NĂM 2024"], ["TT", "Đơn vị", "Trâu bò"], [1, "Huyện Khe Sim", 5], [2, "Cộng", 5]], "b.xlsx"
    )
    mapping = _sheet(other, profile).proposal.mapping
    with pytest.raises(TongketError, match="không dùng được"):
        _taken(_file(tmp_path), profile, mapping)


def test_a_changed_profile_observes_the_cells_anew(tmp_path: Path, profile: Profile) -> None:
    """An indicator that the profile gave up keeps its cells with the reason."""
    _taken(_file(tmp_path), profile)
    smaller = replace(profile, indicators=tuple(each for each in profile.indicators if each.id != "lop"))
    assert _observed(smaller)["12"] == ("", "khe-sim", "2024", "hồ sơ không có chỉ tiêu “lop”")


def test_a_sheet_in_text_comes_in_as_well(tmp_path: Path, profile: Profile) -> None:
    """CSV as Excel writes it in Viet Nam: semicolons, decimal commas, groups of thousands."""
    file = tmp_path / "quy-1-2024.csv"
    lines = [
        "TT;Đơn vị;Lớp bồi dưỡng lý luận chính trị;Học viên",
        "1;Huyện Khe Sim;12;1.234",
        "2;Thị xã Thủy An;9;trên 610",
    ]
    file.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    _taken(file, profile)
    assert _observed(profile)["1.234"] == ("hoc-vien", "khe-sim", "2024-Q1", "")
    (figure,) = [row for row in rows_of(FigureRow) if row.quote == "trên 610" and rows_of(CellRow, id=row.id)]
    assert (figure.low, figure.high, explain(figure.id).cell) == (Decimal(610), None, "D3")


def test_what_is_no_sheet_has_nothing_to_map(folder: Path, profile: Profile) -> None:
    """A report in prose is taken in as ever."""
    assert open_sheet(folder / "khe-sim-2024.txt", profile) is None


_NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)
_CELLS = st.one_of(
    st.builds(lambda value: Quantity(value, value), _NUMBERS),
    st.builds(lambda value: Quantity(value, None), _NUMBERS),
    st.builds(lambda value: Quantity(None, value), _NUMBERS),
    st.builds(lambda low, more: Quantity(low, low + more), _NUMBERS, _NUMBERS.filter(bool)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(_CELLS, min_size=2, max_size=6))
def test_numbers_in_vietnamese_writing_come_back_as_they_were(
    profile: Profile, tmp_path: Path, told: list[Quantity]
) -> None:
    """Exact, "trên 150", "gần 40", "từ 3 đến 4": from cells of words to the figures of a sheet, digit by digit."""
    rows: list[list[Shown]] = [["NĂM 2024"], ["TT", "Đơn vị", "Học viên", "Lớp"]]
    rows += [[place, "Huyện Khe Sim", bounded(each), 1] for place, each in enumerate(told, 1)]
    sheet = _sheet(_file(tmp_path, rows), profile)
    (applied,) = apply(sheet.document, sheet.proposal.mapping)
    assert [each.figure.quantity for each in applied.figures if each.column == 3] == told
