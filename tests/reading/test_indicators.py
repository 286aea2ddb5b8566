"""Which indicator a figure is, or the reason why it is none."""

from decimal import Decimal

import pytest

from tongket.reading.figure_reasons import Circumstance
from tongket.reading.indicators import Reckoned, reckon
from tongket.reading.org_names import OrgNames
from tongket.terms.orgs import Org
from tongket.terms.period import Period
from tongket.terms.profile import Indicator, OverTime
from tongket.terms.records import FigureKind
from tongket.terms.tables import FigureRow

INDICATORS = (
    Indicator("hoi-nghi", "Hội nghị quán triệt", "a", "hội nghị", nouns=("hội nghị",), needs=("quán triệt",),
              refuses=("báo cáo viên",)),
    Indicator("hoi-nghi-bcv", "Hội nghị báo cáo viên", "a", "hội nghị", nouns=("hội nghị báo cáo viên",)),
    Indicator("luot", "Lượt học", "a", "lượt", nouns=("lượt",), needs=("quán triệt",)),
    Indicator("nguoi", "Người học", "a", "người", nouns=("cán bộ",), needs=("quán triệt",)),
    Indicator("lop", "Lớp", "a", "lớp", nouns=("lớp",)),
    Indicator("mo-hinh", "Mô hình", "a", "mô hình", nouns=("mô hình",), over_time=OverTime.LAST),
    Indicator("du", "Đảng viên dự", "a", "người", nouns=("đảng viên",)),
    Indicator("phai", "Đảng viên phải dự", "a", "người", nouns=("đảng viên",)),
    Indicator("ty-le", "Tỷ lệ", "a", "%", FigureKind.PERCENT, needs=("quán triệt",), part="du", base="phai"),
)  # fmt: skip
ABOUT = Circumstance(
    Period.parse("2024"),
    frozenset({"khe-sim", "van-loc"}),
    OrgNames([Org("khe-sim", "huyện Khe Sim", "huyện"), Org("ban-mon", "xã Bản Mòn", "xã", parent="khe-sim")]),
)


def _figure(sentence: str, quote: str, noun: str = "", **more: object) -> FigureRow:
    number = Decimal("".join(char for char in quote.partition(" ")[0] if char.isdigit()) or "1")
    plain: dict[str, object] = {
        "id": f"F-{quote}", "reading": "R", "document": "D", "kind": "count", "low": number, "high": number,
        "approx": False, "noun": noun or " ".join(quote.split()[1:]), "start": sentence.find(quote), "end": 0,
        "quote": quote, "sentence": sentence, "at": sentence.find(quote), "before": "", "headings": "",
        "in_cell": False, "column": "", "said_in": "result", "page": 0, "line": 1,
    }  # fmt: skip
    return FigureRow(**{**plain, **more})  # type: ignore[arg-type]


def _one(sentence: str, quote: str, **more: object) -> Reckoned:
    return reckon([_figure(sentence, quote, **more)], INDICATORS, ABOUT)[0]


def test_the_longest_noun_wins() -> None:
    """A conference of reporters is not one of study, though both are conferences."""
    assert (
        _one("Duy trì 12 hội nghị báo cáo viên, quán triệt kịp thời.", "12 hội nghị báo cáo viên").indicator
        == "hoi-nghi-bcv"
    )
    assert _one("Tổ chức 31 hội nghị quán triệt nghị quyết.", "31 hội nghị").indicator == "hoi-nghi"


def test_persons_and_person_times_are_never_one() -> None:
    """Lượt cán bộ begins with lượt, not with cán bộ."""
    assert _one("Quán triệt cho 900 lượt cán bộ.", "900 lượt cán bộ").indicator == "luot"
    assert _one("Quán triệt cho 900 cán bộ.", "900 cán bộ").indicator == "nguoi"


def test_a_needed_word_may_stand_in_the_heading_above() -> None:
    """Under "Công tác quán triệt" a bare count of conferences is one of study."""
    found = _one("Tổ chức 7 hội nghị.", "7 hội nghị", headings="Kết quả\nCông tác quán triệt nghị quyết")
    assert found.indicator == "hoi-nghi"
    assert _one("Tổ chức 7 hội nghị.", "7 hội nghị").indicator == ""


def test_what_follows_a_figure_describes_it() -> None:
    """A refused word behind the next figure refuses only that one."""
    sentence = "Tổ chức 31 hội nghị quán triệt và 12 hội nghị với báo cáo viên."
    figures = [_figure(sentence, "31 hội nghị"), _figure(sentence, "12 hội nghị")]
    assert [each.indicator for each in reckon(figures, INDICATORS, ABOUT)] == ["hoi-nghi", ""]


@pytest.mark.parametrize(
    ("sentence", "quote", "reason"),
    [
        ("Mở 12 lớp, tăng 3 lớp so với năm 2023.", "3 lớp", "so sánh"),
        ("Số lớp vượt kế hoạch (kế hoạch 10 lớp).", "10 lớp", "kế hoạch"),
        ("Cùng kỳ năm trước 9 lớp.", "9 lớp", "so sánh"),
        ("Xã Bản Mòn mở 2 lớp.", "2 lớp", "đơn vị khác"),
        ("Năm 2023 huyện mở 11 lớp.", "11 lớp", "kỳ khác"),
        ("Trong quý I đã mở 2 lớp.", "2 lớp", "kỳ khác"),
        ("Nâng tổng số lên 184 lớp.", "184 lớp", "lũy kế"),
        ("Trao tặng 5 bộ máy tính.", "5 bộ máy tính", "không thuộc chỉ tiêu"),
    ],
)
def test_what_is_no_result_of_the_org_in_the_period_has_its_reason(sentence: str, quote: str, reason: str) -> None:
    """Changes, plans, running totals and figures of others stay out of totals and say why."""
    found = _one(sentence, quote)
    assert found.indicator == ""
    assert reason in found.reason


@pytest.mark.parametrize(
    ("sentence", "quote", "indicator"),
    [
        ("Số lớp tăng lên 12 lớp.", "12 lớp", "lop"),
        ("Tăng cường phối hợp, mở 12 lớp.", "12 lớp", "lop"),
        ("Thực hiện Kế hoạch năm 2023, huyện mở 12 lớp.", "12 lớp", "lop"),
        ("Năm 2024, huyện Khe Sim mở 12 lớp.", "12 lớp", "lop"),
        ("Hiện có 33 mô hình.", "33 mô hình", "mo-hinh"),
        ("So với cùng kỳ năm trước, công tác đào tạo tiến bộ: mở 12 lớp.", "12 lớp", "lop"),
    ],
)
def test_what_only_looks_like_that_still_counts(sentence: str, quote: str, indicator: str) -> None:
    """A rise up to a number tells the number; a stock may be what there is now; a plan's year is its name."""
    assert _one(sentence, quote).indicator == indicator


@pytest.mark.parametrize(
    ("said_in", "sentence"),
    [
        ("task", "Năm tới mở 15 lớp."),
        ("limitation", "Còn 3 lớp chưa đạt yêu cầu."),
        ("", "Dự hội nghị có học viên 2 lớp."),
        ("", "Quang cảnh 2 lớp"),
    ],
)
def test_targets_shortcomings_and_the_meeting_itself_are_no_results(said_in: str, sentence: str) -> None:
    """Only what is told as done is counted."""
    quote = next(f"{number} lớp" for number in ("15", "3", "2") if f"{number} lớp" in sentence)
    assert _one(sentence, quote, said_in=said_in).indicator == ""


def test_a_plain_sentence_of_a_report_counts() -> None:
    """Such a sentence tells what was done though it praises nothing."""
    assert _one("Huyện mở 9 lớp.", "9 lớp", said_in="").indicator == "lop"


def test_a_fraction_is_part_and_base_in_this_order() -> None:
    """Of 2.813/2.880 the first attended and the second had to; a lone figure is the part."""
    sentence = "Có 2.813/2.880 đảng viên dự."
    part = _figure(sentence, "2.813/2.880 đảng viên", "đảng viên", low=Decimal(2813), high=Decimal(2813))
    whole = _figure(sentence, "2.813/2.880 đảng viên", "đảng viên", low=Decimal(2880), high=Decimal(2880))
    assert [each.indicator for each in reckon([part, whole], INDICATORS, ABOUT)] == ["du", "phai"]
    assert _one("Có 2.813 đảng viên dự.", "2.813 đảng viên").indicator == "du"


def test_the_parts_of_a_figure_are_not_counted_beside_it() -> None:
    """Trong đó names a part; so do numbers that add up to the largest."""
    sentence = "Mở 12 lớp, trong đó 5 lớp sơ cấp."
    figures = [_figure(sentence, "12 lớp"), _figure(sentence, "5 lớp sơ cấp")]
    assert [each.indicator for each in reckon(figures, INDICATORS, ABOUT)] == ["lop", ""]
    spread = [
        _figure("Có 7 lớp ở huyện.", "7 lớp", start=20),
        _figure("Có 5 lớp ở xã.", "5 lớp", start=40),
        _figure("Cả thảy 12 lớp.", "12 lớp"),
    ]
    assert [each.indicator for each in reckon(spread, INDICATORS, ABOUT)] == ["", "", "lop"]


def _cell(row: str, value: str, column: str) -> FigureRow:
    return _figure(row, value, column, in_cell=True, column=column, said_in="")


def test_a_table_counts_its_results_and_not_its_plans_or_ordinals() -> None:
    """Of a row the column of results counts, those of order, plan, comparison and another year do not."""
    row = "3 | Lớp bồi dưỡng | lớp | 10 | 12 | 11 | 109"
    figures = [
        _cell(row, "3", "TT"),
        _cell(row, "10", "Kế hoạch"),
        _cell(row, "12", "Thực hiện"),
        _cell(row, "11", "Năm 2023"),
        _cell(row, "109", "So với cùng kỳ (%)"),
    ]
    assert [each.indicator for each in reckon(figures, INDICATORS, ABOUT)] == ["", "", "lop", "", ""]


def test_rows_above_a_total_are_its_parts() -> None:
    """Only the row "Tổng cộng" of a table counts."""
    figures = [
        _cell("Lớp sơ cấp | 3", "3", "Số lớp"),
        _cell("Lớp chuyên đề | 4", "4", "Số lớp"),
        _cell("Tổng cộng | 7", "7", "Số lớp"),
    ]
    assert [each.indicator for each in reckon(figures, INDICATORS, ABOUT)] == ["", "", "lop"]


def test_where_two_indicators_fit_alike_it_is_neither() -> None:
    """Nothing is chosen that the sentence does not tell apart."""
    twins = (Indicator("a", "Cách A", "a", "lớp", nouns=("lớp",)), Indicator("b", "Cách B", "a", "lớp", nouns=("lớp",)))
    found = reckon([_figure("Mở 9 lớp.", "9 lớp")], twins, ABOUT)[0]
    assert found.indicator == ""
    assert "Cách A, Cách B" in found.reason


def test_a_broken_number_is_kept_out() -> None:
    """A number of thirty digits is no count."""
    assert "lớn bất thường" in _one("Mở 9 lớp.", "9 lớp", low=Decimal(10) ** 30).reason
