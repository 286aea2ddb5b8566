"""Periods named in sentences, titles and file names."""

import pytest

from tongket.reading.period_words import named_periods, periods_of_file_name


def _named(text: str, year: int | None = None) -> list[tuple[str, str]]:
    return [(named.span.of(text), str(named.period)) for named in named_periods(text, year)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Báo cáo 6 tháng đầu năm 2024", [("6 tháng đầu năm 2024", "2024-H1")]),
        ("SÁU THÁNG CUỐI NĂM 2023", [("SÁU THÁNG CUỐI NĂM 2023", "2023-H2")]),
        ("số liệu quý III/2025 và quí", [("quý III/2025", "2025-Q3")]),
        ("Quý 2 năm 2024", [("Quý 2 năm 2024", "2024-Q2")]),
        ("9 tháng năm 2023", [("9 tháng năm 2023", "2023-M9")]),
        ("trong tháng 9/2024, tháng 12 năm 2023", [("tháng 9/2024", "2024-09"), ("tháng 12 năm 2023", "2023-12")]),
        ("nhiệm kỳ 2020 - 2025", [("nhiệm kỳ 2020 - 2025", "2020/2025")]),
        ("ngày 3 tháng 2 năm 2024", []),
        ("Nghị định số 30/2020/NĐ-CP", []),
        ("quý khách, năm đại biểu, 2024 lượt", []),
    ],
)
def test_a_text_names_its_periods_word_for_word(text: str, found: list[tuple[str, str]]) -> None:
    """Each phrase gives its period with its place; days and numbers of papers give none."""
    assert _named(text) == found


def test_a_period_without_its_year_takes_the_one_it_is_given_or_none() -> None:
    """A bare "Quý I" is of the year around it; without one it is left out."""
    assert _named("trong quý I", 2023) == [("quý I", "2023-Q1")]
    assert _named("trong quý I") == []


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("bao-cao-6-thang-dau-nam-2024-khe-sim", "2024-H1"),
        ("BC quý III 2025", "2025-Q3"),
        ("SL_6T_2024", "2024-H1"),
        ("9T2023", "2023-M9"),
        ("T6.2024 khe sim", "2024-06"),
        ("h2 2025", "2025-H2"),
        ("khe-sim-2024", "2024"),
        ("27122024", None),
        ("scan_0001", None),
    ],
)
def test_file_names_tell_periods_with_marks_and_without(name: str, period: str | None) -> None:
    """Offices name files in long and short; a day written in one run of digits tells none."""
    assert {str(named.period) for named in periods_of_file_name(name)} == ({period} if period else set())
