"""Whose work a figure tells, and of which figure a percent is told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.reading import read
from tongket.reading.indicators import Reckoned
from tongket.reading.percent_bases import Base, base_of, with_halves
from tongket.reading.scopes import Standing, scope_of, standing_of
from tongket.terms.orgs import Org
from tongket.terms.profile import Indicator
from tongket.terms.records import FigureKind
from tongket.terms.scope import Scope
from tongket.terms.tables import FigureRow

PROVINCE = standing_of(Org("van-loc", "tỉnh Vạn Lộc", "tỉnh"))
DISTRICT = standing_of(Org("khe-sim", "huyện Khe Sim", "huyện", parent="van-loc"))
TOWN = standing_of(Org("thuy-an", "thị xã Thủy An", "thị xã", parent="van-loc"))


def _figures(sentence: str, headings: str = "") -> list[FigureRow]:
    """Read one sentence; its figures as rows, the part of a fraction before its whole."""
    rows = [
        FigureRow(
            f"F-{place}", "R", "D", each.kind.value, each.quantity.low, each.quantity.high, each.quantity.approx,
            each.noun or "", *each.span, each.span.of(sentence), sentence, each.span.start, "", headings,
            in_cell=False, column="", said_in="result", page=0, line=1,
        )
        for place, each in enumerate(read(sentence).figures)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.start, row.end, row.low is None, row.low or 0))


def _scopes(sentence: str, org: Standing = PROVINCE, headings: str = "") -> list[Scope | None]:
    figures = _figures(sentence, headings)
    return [scope_of(each, figures, org) for each in figures]


@pytest.mark.parametrize(
    ("sentence", "org", "told"),
    [
        ("Năm 2024, toàn tỉnh đã mở 30 lớp bồi dưỡng.", PROVINCE, [Scope.ALL]),
        ("Toàn huyện có 21 mô hình học tập và làm theo Bác.", DISTRICT, [Scope.ALL]),
        ("Các chi bộ trực thuộc đã tổ chức 120 buổi sinh hoạt chuyên đề.", DISTRICT, [Scope.ALL]),
        ("Cấp ủy các cấp mở 340 lớp với 12.000 lượt học viên tham gia.", PROVINCE, [Scope.ALL, Scope.ALL]),
        ("Đã tổ chức 12 hội nghị cấp tỉnh và 340 hội nghị ở các huyện.", PROVINCE, [Scope.OWN, Scope.ALL]),
        ("Ban trực tiếp tổ chức 5 lớp bồi dưỡng.", PROVINCE, [Scope.OWN]),
        ("Năm 2024, đã mở 9 lớp cấp huyện cho cán bộ cơ sở.", TOWN, [Scope.OWN]),
    ],
)
def test_words_tell_whose_work_it_is(sentence: str, org: Standing, told: list[Scope | None]) -> None:
    """The words that describe a figure, those before it, the subject of its sentence."""
    assert _scopes(sentence, org) == told


@pytest.mark.parametrize(
    ("sentence", "org"),
    [
        ("Ban Tuyên giáo Tỉnh ủy đã mở 12 lớp bồi dưỡng.", PROVINCE),
        ("Huyện đã mở 12 lớp bồi dưỡng lý luận chính trị.", DISTRICT),
        ("Toàn huyện đã mở 12 lớp bồi dưỡng.", PROVINCE),
        ("Toàn huyện đã mở 12 lớp bồi dưỡng.", TOWN),
        ("Đã mở 9 lớp cấp huyện.", PROVINCE),
        ("Đã gửi tới các chi bộ 1.200 cuốn tài liệu.", DISTRICT),
        ("Đã mở 12 lớp cho báo cáo viên các cấp.", PROVINCE),
        ("Có 35 sản phẩm đạt giải cấp tỉnh.", PROVINCE),
    ],
)
def test_what_is_not_told_is_not_guessed(sentence: str, org: Standing) -> None:
    """Another level's words, who received something, where a rank was given: none tells whose work it is."""
    assert set(_scopes(sentence, org)) == {None}


def test_a_heading_tells_only_where_it_is_nothing_else() -> None:
    """The heading "1. Cấp tỉnh" is over its figures; a heading that names a subject is not."""
    assert _scopes("Đã mở 12 lớp bồi dưỡng.", headings="II. Kết quả\n1. Cấp tỉnh") == [Scope.OWN]
    assert _scopes("Đã mở 12 lớp bồi dưỡng.", headings="II. Kết quả chỉ đạo các cấp ủy") == [None]


def test_a_city_is_of_the_tier_it_stands_in() -> None:
    """With nobody above it a city is like a province, below a province like a district."""
    alone = Org("thanh-pho", "thành phố Bạch Lâm", "thành phố")
    assert standing_of(alone).tier == "tỉnh"
    assert standing_of(replace(alone, parent="van-loc")).tier == "huyện"
    assert _scopes("Toàn thành phố mở 12 lớp.", standing_of(alone)) == [Scope.ALL]


def test_rows_of_a_table_tell_by_their_label() -> None:
    """The words "Cấp tỉnh", "Toàn tỉnh" as the label of a row or the head of a column."""
    (figure,) = _figures("Đã mở 12 lớp.")
    in_table = replace(figure, in_cell=True, sentence="Lớp bồi dưỡng | Cấp tỉnh | 12", at=26)
    assert scope_of(in_table, [in_table], PROVINCE) is Scope.OWN
    headed = replace(figure, in_cell=True, sentence="Lớp bồi dưỡng | 12", at=16, column="Toàn tỉnh")
    assert scope_of(headed, [headed], PROVINCE) is Scope.ALL


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("Có 30/35 chi bộ (85,7%) hoàn thành kế hoạch.", Base(1, 0)),
        ("Có 35/35 chi bộ (100%) hoàn thành kế hoạch.", Base(0, 0)),
        ("Chuyên đề có 5.916/6.000 đảng viên tham gia, đạt 98,6%.", Base(1, 0)),
        ("Tỷ lệ tham gia đạt 98,5% so với 12.400 đảng viên.", Base(1)),
        ("Có 5.916/6.000 đảng viên tham gia, đạt 91,6%.", None),
        ("Có 35/35 chi bộ tham gia. Tỷ lệ hài lòng đạt 96%.", None),
        ("Đạt 98,5% kế hoạch với 12.400 đảng viên tham gia.", None),
    ],
)
def test_a_percent_finds_its_base(sentence: str, base: Base | None) -> None:
    """The fraction before it that comes to it, or the count that the words name; another percent has none."""
    figures = _figures(sentence)
    (place,) = [at for at, figure in enumerate(figures) if figure.kind == FigureKind.PERCENT]
    found = base_of(place, figures)
    if base is not None and base.part is None:
        assert found is not None
        assert figures[found.whole].low == Decimal(12400)
    else:
        assert found == base


def test_part_and_whole_of_a_percent_count_where_nothing_else_does() -> None:
    """Then the percent is recomputed from them; a document that tells the base elsewhere keeps that."""
    indicators = (
        Indicator("dat", "Đạt", "a", "chi bộ"),
        Indicator("tong", "Tổng", "a", "chi bộ"),
        Indicator("ty-le", "Tỷ lệ", "a", "%", FigureKind.PERCENT, part="dat", base="tong"),
    )
    known = [Reckoned(reason="x"), Reckoned(reason="y"), Reckoned("ty-le")]
    bases = [None, None, Base(1, 0)]
    assert [each.indicator for each in with_halves(known, bases, indicators)] == ["dat", "tong", "ty-le"]
    elsewhere = [*known, Reckoned("tong")]
    found = with_halves(elsewhere, [*bases, None], indicators)
    assert [each.indicator for each in found] == ["dat", "", "ty-le", "tong"]
