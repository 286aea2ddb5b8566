"""Sentences made from totals say what they rest on."""

from decimal import Decimal

import pytest

from tongket.review.content import Coverage, FigureRun, Paragraph
from tongket.review.sentences import Told, coverage_sentence, paragraph
from tongket.terms.quantity import Quantity
from tongket.terms.records import FigureKind


def told(name: str, measure: str, low: int | None, high: int | None, rests_on: int = 12, **more: FigureKind) -> Told:
    """Tell a total owed by 12 orgs."""
    bounds = Quantity(None if low is None else Decimal(low), None if high is None else Decimal(high))
    return Told(name, measure, bounds, f"id of {name}", rests_on, 12, **more)


CONFERENCES = told("Hội nghị học tập, quán triệt", "hội nghị", 48, 48)
ATTENDANCES = told("Lượt cán bộ, đảng viên tham gia", "lượt", 21500, None)


def text(written: Paragraph) -> str:
    """Join the words of a paragraph."""
    return "".join(run.text for run in written.runs)


def test_totals_that_rest_on_the_same_orgs_say_so_once() -> None:
    """The name goes on from the figure's measure, and the number of orgs closes the sentence."""
    assert text(paragraph("Toàn tỉnh", [CONFERENCES, ATTENDANCES])) == (
        "Toàn tỉnh có 48 hội nghị học tập, quán triệt; trên 21.500 lượt cán bộ, đảng viên tham gia "
        "(12/12 đơn vị báo cáo)."
    )


def test_totals_that_rest_on_different_orgs_each_say_their_own() -> None:
    """How many gave a figure stands right behind it."""
    few = told("Buổi tuyên truyền miệng", "buổi", 96, 96, rests_on=10)
    assert text(paragraph("Toàn tỉnh", [CONFERENCES, few])) == (
        "Toàn tỉnh có 48 hội nghị học tập, quán triệt (12/12 đơn vị báo cáo); "
        "96 buổi tuyên truyền miệng (10/12 đơn vị)."
    )


def test_each_figure_leads_to_its_own_total() -> None:
    """The figure with its measure is the link, the rest is plain."""
    runs = paragraph("Toàn tỉnh", [CONFERENCES, ATTENDANCES]).runs
    assert [(run.text, run.target) for run in runs if isinstance(run, FigureRun)] == [
        ("48 hội nghị", "id of Hội nghị học tập, quán triệt"),
        ("trên 21.500 lượt", "id of Lượt cán bộ, đảng viên tham gia"),
    ]


def test_a_share_and_a_name_that_does_not_begin_with_its_measure_are_told_plainly() -> None:
    """Name and figure stand side by side where they make no phrase together."""
    share = told("Tỷ lệ đảng viên tham gia", "", 99, 99, kind=FigureKind.PERCENT)
    other = told("Báo cáo viên các cấp", "đồng chí", 340, 340)
    assert text(paragraph("Toàn tỉnh", [share, other])) == (
        "Tỷ lệ đảng viên tham gia là 99%; báo cáo viên các cấp: 340 đồng chí (12/12 đơn vị báo cáo)."
    )


def test_a_total_open_on_both_sides_is_not_told_as_a_number() -> None:
    """Where some gave only a lowest and others only a highest value the sum is said to be unknown."""
    assert text(paragraph("Toàn tỉnh", [told("Lớp bồi dưỡng", "lớp", None, None)])) == (
        "Lớp bồi dưỡng: chưa xác định (12/12 đơn vị báo cáo)."
    )


def test_nothing_to_tell_is_the_callers_fault() -> None:
    """An empty paragraph is refused rather than written as an empty sentence."""
    with pytest.raises(ValueError, match="ít nhất một số liệu"):
        paragraph("Toàn tỉnh", [])


def test_a_period_without_duties_is_told_as_one() -> None:
    """Nobody owing a report is said in words, not as 0/0."""
    assert coverage_sentence(Coverage((), ()), "quý I/2024") == (
        "Theo hồ sơ, không đơn vị nào phải gửi báo cáo quý I/2024."
    )


def test_who_has_not_reported_is_named() -> None:
    """The number of reports comes with the names of those missing."""
    assert coverage_sentence(Coverage(("huyện A",), ("huyện B", "xã C")), "năm 2024") == (
        "Báo cáo được tổng hợp từ 1/3 đơn vị có báo cáo năm 2024; chưa có báo cáo của: huyện B, xã C."
    )
    assert coverage_sentence(Coverage(("huyện A",), ()), "năm 2024") == (
        "Báo cáo được tổng hợp từ 1/1 đơn vị có báo cáo năm 2024."
    )
