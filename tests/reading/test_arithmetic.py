"""Figures that contradict each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.document.plain import document_from_text
from tongket.reading.figures.arithmetic import check_figures, fits
from tongket.reading.figures.reader import read_figures
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.terms.finding import Finding
from tongket.terms.records import DocumentFields
from tongket.terms.span import Span


def findings_of(text: str) -> tuple[Finding, ...]:
    """Return what does not add up in a text."""
    page = Page(document_from_text(text), fold(text), (Span(0, len(text)),), DocumentFields())
    return check_figures(page, read_figures(page, ()))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hội đồng trao 98 giải, gồm 6 giải nhất, 12 giải nhì và 90 giải khuyến khích.", "PARTS-DO-NOT-ADD-UP"),
        ("Có 233 đại biểu (gồm 137 tập thể và 95 cá nhân).", "PARTS-DO-NOT-ADD-UP"),
        ("Có 31 học viên, trong đó 17 học viên giỏi, 15 học viên khá.", "PARTS-DO-NOT-ADD-UP"),
        ("Đã học 290/304 đảng viên, đạt 96,4%.", "PERCENT-DOES-NOT-FIT"),
        ("Đã thu 12/20 tỷ đồng, bằng 65%.", "PERCENT-DOES-NOT-FIT"),
        ("Giải ngân đạt 65% nguồn vốn (12/20 tỷ đồng).", "PERCENT-DOES-NOT-FIT"),
    ],
)
def test_a_contradiction_is_found(text: str, code: str) -> None:
    """Each contradiction gives one finding with its numbers in the message."""
    assert [finding.code for finding in findings_of(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Hội đồng trao 108 giải, gồm 6 giải nhất, 12 giải nhì và 90 giải khuyến khích.",
        "Có 232 đại biểu (gồm 137 tập thể và 95 cá nhân).",
        "Có 31 học viên, trong đó 17 học viên giỏi.",
        "Mở 120 hội nghị, trong đó có 5.000 lượt người và 30 cán bộ.",
        "Đã học 2.909/3.044 đảng viên, đạt 95,56%.",
        "Đã học 2.909/3.044 đảng viên, đạt 95,57%.",
        "Đã học 2.909/3.044 đảng viên, tăng 12%.",
        "Trao hơn 98 giải, gồm 6 giải nhất, 12 giải nhì.",
        "Có 12 xã. Gồm 5 lớp, 8 lớp.",
        "Giải ngân đạt 60% nguồn vốn (12/20 tỷ đồng); đạt 51,1% vốn huyện (5,11/10 tỷ đồng).",
        "Số thu tăng 65% (12/20 hồ sơ).",
    ],
)
def test_what_agrees_or_cannot_be_judged_is_silent(text: str) -> None:
    """Rounded and cut percents fit, open bounds and other nouns are not judged."""
    assert findings_of(text) == ()


def test_the_message_tells_the_sum() -> None:
    """A person reads what was added and what the document says."""
    (finding,) = findings_of("Hội đồng trao 98 giải, gồm 6 giải nhất, 12 giải nhì và 90 giải khuyến khích.")
    assert finding.message == "Các phần 6 + 12 + 90 cộng lại là 108, văn bản ghi 98: cần xem lại."


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 2))
def test_a_rounded_or_cut_percent_always_fits(part: int, more: int, places: int) -> None:
    """Whichever way an office shortens a percent, it is no contradiction."""
    whole = part + more
    exact = Decimal(part) * 100 / Decimal(whole)
    step = Decimal(1).scaleb(-places)
    cut = exact.quantize(step, rounding="ROUND_DOWN")
    rounded = exact.quantize(step, rounding="ROUND_HALF_UP")
    assert fits(Decimal(part), Decimal(whole), cut)
    assert fits(Decimal(part), Decimal(whole), rounded)
    assert not fits(Decimal(part), Decimal(whole), cut + 2 * step)
