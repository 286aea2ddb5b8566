"""Corrections: what a person says takes the place of what was read, in every total, until it is taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.actions.attribute import attribute_readings
from tongket.actions.correct import Said, correct
from tongket.actions.corrected import corrections
from tongket.actions.entries import rows_of_reading
from tongket.actions.excuse import Excused, excuse, excuses
from tongket.actions.explain import Step, explain
from tongket.actions.take_back import take_back
from tongket.actions.take_in import take_in
from tongket.actions.write_review import Review, write_review
from tongket.document.files import read_file
from tongket.ledger.entries import add, rows_of
from tongket.reading import read
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Profile, ReportKind
from tongket.terms.quantity import Quantity
from tongket.terms.tables import CorrectionRow, FigureRow, ReadingRow, WithdrawalRow

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
YEAR = Period.parse("2024")


def _exact(value: int) -> Quantity:
    return Quantity(Decimal(value), Decimal(value))


def _review(profile: Profile) -> Review:
    return write_review(profile, "van-loc", YEAR, LATER)


def _total(made: Review, indicator: str) -> Quantity:
    line = next(line for line in made.lines if line.indicator.id == indicator)
    assert line.total is not None
    return line.total.quantity


def _figure(quote: str) -> str:
    (found,) = [row.id for row in rows_of(FigureRow) if quote in row.quote]
    return found


@pytest.fixture
def read_in(ledger: Path, folder: Path, profile: Profile) -> Path:
    """Two reports of the year: 12 classes with 640 learners in one district, 4 with nearly 300 in a half-year."""
    for name in ("khe-sim-2024.txt", "thuy-an-dau-nam.txt", "thuy-an-cuoi-nam.txt"):
        take_in(folder / name, NOW)
    attribute_readings(profile, NOW)
    return ledger


@pytest.mark.usefixtures("read_in")
def test_a_total_takes_the_corrected_figure_and_shows_why(profile: Profile) -> None:
    """640 learners were 460: the sum, the bounds and the way back follow, and the sentence stays where it was."""
    assert _total(_review(profile), "hoc-vien") == Quantity(None, Decimal(640 + 300 + 310))
    row = correct(_figure("640"), Said("gõ nhầm", quantity=_exact(460)), LATER)
    made = _review(profile)
    assert _total(made, "hoc-vien") == Quantity(None, Decimal(460 + 300 + 310))
    line = next(line for line in made.lines if line.indicator.id == "hoc-vien")
    own = explain(line.by_org["khe-sim"].target)
    assert own.text == "460 người"
    assert "đính chính: gõ nhầm" in own.steps[0].label
    assert "640 học viên" in own.steps[0].sentence
    said = explain(row.id)
    assert (said.label, said.text) == ("Đính chính: gõ nhầm", "460")
    assert isinstance(said.steps[0], Step)
    assert said.steps[0].id == _figure("640")


@pytest.mark.usefixtures("read_in")
def test_taking_back_lets_what_was_read_hold_again(profile: Profile) -> None:
    """A correction of a correction, then back step by step; every word of it stays in the ledger."""
    before = _total(_review(profile), "lop")
    first = correct(_figure("12 lớp"), Said("nhầm", quantity=_exact(21)), LATER)
    second = correct(first.id, Said("nhầm nữa", quantity=_exact(22)), LATER)
    assert second.replaces == first.id
    assert _total(_review(profile), "lop") == before + _exact(10)
    with pytest.raises(TongketError, match=f"đã được thay bằng “{second.id}”"):
        take_back(first.id, "thôi", LATER)
    take_back(second.id, "thôi", LATER)
    assert _total(_review(profile), "lop") == before + _exact(9)
    take_back(first.id, "thôi", LATER)
    take_back(first.id, "thôi lần nữa", LATER)
    assert _total(_review(profile), "lop") == before
    again = correct(_figure("12 lớp"), Said("nhầm", quantity=_exact(21)), LATER)
    assert again.id != first.id
    assert _total(_review(profile), "lop") == before + _exact(9)
    assert (len(rows_of(CorrectionRow)), len(rows_of(WithdrawalRow))) == (3, 2)


@pytest.mark.usefixtures("read_in")
def test_a_figure_can_be_given_to_another_or_to_nobody(profile: Profile) -> None:
    """12 classes that were conferences of another district, and 640 learners that count for nothing."""
    correct(_figure("12 lớp"), Said("của huyện khác", indicator="hoi-nghi", org="hong-ngan", period=YEAR), LATER)
    correct(_figure("640"), Said("số của cả nhiệm kỳ", indicator=""), LATER)
    made = _review(profile)
    lines = {line.indicator.id: line for line in made.lines}
    assert lines["hoi-nghi"].by_org["hong-ngan"].quantity == _exact(12)
    assert "khe-sim" not in lines["lop"].by_org
    assert "khe-sim" not in lines["hoc-vien"].by_org
    assert any("đính chính: số của cả nhiệm kỳ" in each.text for each in made.content.annexes.loose_figures)


@pytest.mark.usefixtures("read_in")
def test_a_figure_of_another_year_is_found_in_the_period_it_was_moved_to(profile: Profile) -> None:
    """A report on 2024 that tells a figure of 2023: corrected, it counts there and no longer here."""
    correct(_figure("12 lớp"), Said("số của năm trước", period=Period.parse("2023")), LATER)
    before = write_review(profile, "van-loc", Period.parse("2023"), LATER)
    assert _total(before, "lop") == _exact(12)
    assert _total(_review(profile), "lop") == _exact(9)


@pytest.mark.usefixtures("read_in")
def test_saying_the_same_again_changes_nothing() -> None:
    """However the number is written; a second person who says the same is told of the first."""
    first = correct(_figure("640"), Said("gõ nhầm", quantity=_exact(460)), LATER)
    assert (
        correct(first.figure, Said("tôi cũng thấy", quantity=Quantity(Decimal("460.0"), Decimal(460))), LATER) == first
    )
    assert rows_of(CorrectionRow) == [first]


@pytest.mark.usefixtures("read_in")
@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Said(" ", quantity=_exact(1)), "lý do"),
        (Said("x", quantity=Quantity(Decimal(3), Decimal(2))), "cận dưới 3 lớn hơn cận trên 2"),
        (Said("x", quantity=Quantity(None, None)), "ít nhất một cận"),
        (Said("x", indicator="cay-trong"), "chỉ tiêu “cay-trong”.*hoc-vien, hoi-nghi, lop"),
        (Said("x", org="ha-lam"), "đơn vị “ha-lam”.*khe-sim"),
    ],
)
def test_what_cannot_be_is_refused(said: Said, told: str) -> None:
    """No reason, bounds the wrong way round or none, an indicator or org nobody knows."""
    with pytest.raises(TongketError, match=told):
        correct(_figure("640"), said, LATER)
    assert corrections() == []


@pytest.mark.usefixtures("ledger")
def test_only_what_is_in_the_ledger_can_be_corrected(folder: Path) -> None:
    """An id nobody has, and a figure of which nobody has yet said what it is."""
    with pytest.raises(TongketError, match="không có số liệu"):
        correct("F-khongco", Said("x"), LATER)
    take_in(folder / "khe-sim-2024.txt", NOW)
    with pytest.raises(TongketError, match="lập báo cáo"):
        correct(_figure("640"), Said("x", quantity=_exact(1)), LATER)
    with pytest.raises(TongketError, match="không có mục"):
        take_back("C-khongco", "x", LATER)


@pytest.mark.usefixtures("read_in")
def test_a_correction_outlives_the_profile_and_the_reading_it_was_made_with(profile: Profile, folder: Path) -> None:
    """Another profile and another version of the reader: the place in the document is the same."""
    correct(_figure("640"), Said("gõ nhầm", quantity=_exact(460)), LATER)
    renamed = replace(profile, name="Tuyên giáo và Dân vận tỉnh Vạn Lộc")
    assert _total(_review(renamed), "hoc-vien").high == 460 + 300 + 310
    document = read_file(folder / "khe-sim-2024.txt")
    reading = replace(read(document), reader="bản sau")
    earlier = next(row.id for row in rows_of(ReadingRow) if row.document == document.source_sha256)
    add(rows_of_reading(document, 0, reading, earlier), at=LATER)
    assert _total(_review(profile), "hoc-vien").high == 460 + 300 + 310


@pytest.mark.usefixtures("read_in")
def test_a_correction_goes_on_where_a_later_reading_has_no_such_figure(profile: Profile, folder: Path) -> None:
    """The later version no longer reads any figure: what a person accepted is still there."""
    correct(_figure("640"), Said("gõ nhầm", quantity=_exact(460)), LATER)
    document = read_file(folder / "khe-sim-2024.txt")
    blind = replace(read(document), reader="bản sau", figures=())
    earlier = next(row.id for row in rows_of(ReadingRow) if row.document == document.source_sha256)
    add(rows_of_reading(document, 0, blind, earlier), at=LATER)
    made = _review(profile)
    assert _total(made, "hoc-vien").high == 460 + 300 + 310
    assert _total(made, "lop") == _exact(9)


@pytest.mark.usefixtures("read_in")
def test_what_was_corrected_later_was_not_known_before() -> None:
    """Asked as known before the correction there is none; before it was taken back there is one."""
    row = correct(_figure("640"), Said("gõ nhầm", quantity=_exact(460)), LATER)
    take_back(row.id, "thôi", LATER + timedelta(hours=1))
    assert corrections(NOW) == []
    assert corrections(LATER) == [row]
    assert corrections() == []


@pytest.mark.usefixtures("ledger")
def test_an_excuse_holds_until_it_is_taken_back(profile: Profile) -> None:
    """Entered twice it is one; for another reason it is replaced; an org nobody knows is refused."""
    storm = Excused("khe-sim", ReportKind.YEAR, YEAR, "bão lũ")
    first = excuse(storm, profile, NOW)
    assert excuse(storm, profile, LATER) == first
    second = excuse(replace(storm, reason="sáp nhập"), profile, LATER)
    assert excuses() == [second]
    assert excuses(NOW) == [first]
    take_back(second.id, "nhầm", LATER)
    assert excuses() == [first]
    take_back(first.id, "nhầm", LATER)
    assert excuses() == []
    assert excuse(storm, profile, LATER).replaces == second.id
    with pytest.raises(TongketError, match="không có đơn vị “ha-lam”"):
        excuse(replace(storm, org="ha-lam"), profile, LATER)
