"""A reading as a person sees it: on a terminal and as a page."""

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tongket.cli import page
from tongket.cli.language import choose_language
from tongket.cli.marks import KINDS, Lines, Mark, marks_of, number_words, segments_of, told
from tongket.cli.screen import screen_of
from tongket.terms.finding import Finding, Severity
from tongket.terms.quantity import Quantity
from tongket.terms.records import (
    Award,
    Directive,
    DocumentFields,
    Event,
    EventKind,
    Figure,
    FigureKind,
    Official,
    Reading,
    Role,
    Statement,
    StatementKind,
)
from tongket.terms.span import Span

TEXT = (
    "Trang chủ | Tin tức\n"
    "Đồng chí Lò Thị Mẫu <chủ trì> hội nghị.\n"
    "Đã mở 12 lớp theo Chỉ thị số 05-CT/TW & tặng Bằng khen.\n"
    "Việc còn chậm.\n"
)


def span(words: str) -> Span:
    """Where the words stand in `TEXT`."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def reading() -> Reading:
    """One record of every kind, some inside others, some text outside the body."""
    choose_language("vi")
    return Reading(
        name="mau",
        sha256="ab" * 32,
        text=TEXT,
        fields=DocumentFields(title="Hội nghị <mẫu>"),
        body=(Span(20, len(TEXT)),),
        events=(Event(EventKind.REVIEW, span("Đồng chí Lò Thị Mẫu <chủ trì> hội nghị."), date="2024-12"),),
        officials=(Official("Lò Thị Mẫu", ("Trưởng ban",), (Role.CHAIR,), (span("Lò Thị Mẫu"),)),),
        directives=(Directive("05-CT/TW", (span("Chỉ thị số 05-CT/TW"),)),),
        figures=(Figure(FigureKind.COUNT, Quantity(Decimal(12), Decimal(12)), span("12 lớp"), "lớp"),),
        statements=(
            Statement(StatementKind.RESULT, span("Đã mở 12 lớp theo Chỉ thị số 05-CT/TW & tặng Bằng khen.")),
            Statement(StatementKind.LIMITATION, span("Việc còn chậm.")),
        ),
        awards=(Award("Bằng khen", span("Bằng khen")),),
        findings=(Finding("ORG-UNTOLD", Severity.WARNING, "Không rõ đơn vị."),),
        reader="0",
    )


def whole_page(*readings: Reading) -> str:
    """The page of these readings."""
    articles = "".join(page.article(reading, number) for number, reading in enumerate(readings, start=1))
    return page.opening(len(readings), "vi") + articles + page.closing()


def test_segments_cover_the_text_once(reading: Reading) -> None:
    """The pieces make the text again, the shortest mark first, and furniture is told from the body."""
    segments = list(segments_of(reading, marks_of(reading)))
    assert "".join(segment.span.of(TEXT) for segment in segments) == TEXT
    inside = next(segment for segment in segments if segment.span.of(TEXT) == "12 lớp")
    assert [mark.kind for mark in inside.marks] == ["figure", "result"]
    assert [segment.body for segment in segments][:2] == [False, True]


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: Span(*sorted(pair)))


@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=2))
def test_any_spans_make_whole_segments(spans: list[Span], body: list[Span]) -> None:
    """Whatever lies over whatever, every character stands in one piece, under exactly the marks that cover it."""
    blank = Reading("x", "0", TEXT, DocumentFields(), tuple(body), (), (), (), (), (), (), (), "0")
    marks = [Mark(number, "figure", "", "", (where,)) for number, where in enumerate(spans, start=1)]
    segments = list(segments_of(blank, marks))
    assert "".join(segment.span.of(TEXT) for segment in segments) == TEXT
    for segment in segments:
        covering = {number for number, where in enumerate(spans, start=1) if where.covers(segment.span)}
        assert {mark.number for mark in segment.marks} == covering


def test_the_page_leads_from_every_record_to_its_words_and_back(reading: Reading) -> None:
    """Every record that has a span has its words marked with its number, and every mark has its record."""
    tree = html.fromstring(whole_page(reading, reading))
    for article in tree.iter("article"):
        rows = {row.get("data-r") for row in article.find_class("rec")}
        marked = {number for mark in article.find_class("m") for number in mark.get("data-r").split()}
        assert rows == {str(mark.number) for mark in marks_of(reading)}
        assert marked == {str(mark.number) for mark in marks_of(reading) if mark.spans}
    assert len(tree.findall(".//article")) == 2


def test_the_page_shows_the_text_as_it_is_and_asks_for_nothing(reading: Reading) -> None:
    """Signs of HTML in a text stay letters, and the page names no address to fetch from."""
    written = whole_page(reading)
    tree = html.fromstring(written)
    assert tree.find_class("words")[0].text_content() == TEXT
    assert "://" not in written
    assert [node for node in tree.iter() if node.get("src")] == []
    assert "default-src 'none'" in written


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium: apt-get install chromium")
def test_a_link_to_a_record_opens_it_in_the_browser(reading: Reading, tmp_path: Path) -> None:
    """`#d2-4` shows the second document with its fourth record chosen on both sides."""
    written = tmp_path / "trang.html"
    written.write_text(whole_page(reading, reading), encoding="utf-8")
    asked = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/c", "--dump-dom"]
    ran = subprocess.run([*asked, f"{written.as_uri()}#d2-4"], capture_output=True, text=True, check=True, timeout=120)
    tree = html.fromstring(ran.stdout)
    shown = [article.get("id") for article in tree.iter("article") if "now" in article.get("class", "").split()]
    assert shown == ["d2"]
    assert [(node.tag, node.text_content()) for node in tree.find_class("on")] == [
        ("span", "12 lớp"),
        ("button", "12 lớpdòng 3"),
    ]


def test_the_terminal_shows_marks_and_a_table(reading: Reading) -> None:
    """The words of a figure are a coloured patch, and the table tells its line."""
    shown = screen_of(reading, 100)
    assert "\x1b[30m\x1b[43m12 lớp\x1b[0m" in shown
    rows = [line for line in shown.splitlines() if "Số liệu" in line and "12 lớp" in line]
    assert len(rows) == 1
    assert "    3  12 lớp" in rows[0]


def test_a_text_cannot_command_the_terminal(reading: Reading) -> None:
    """An escape sequence in a document is shown, not obeyed."""
    nasty = Reading("x", "0", "a\x1b]0;b\x07c", DocumentFields(), (Span(0, 8),), (), (), (), (), (), (), (), "0")
    shown = screen_of(nasty, 80)
    assert "␛]0;b␇c" in shown
    assert "\x1b]" not in shown
    assert reading.text in TEXT


@pytest.mark.parametrize(
    ("low", "high", "approx", "kind", "words"),
    [
        (1500, None, False, FigureKind.COUNT, "≥ 1.500"),
        (None, 20, False, FigureKind.COUNT, "≤ 20"),
        (3, 5, False, FigureKind.COUNT, "3–5"),
        ("97.5", "97.5", True, FigureKind.PERCENT, "≈ 97,5 %"),
        (2000000, 2000000, False, FigureKind.MONEY, "2.000.000 đồng"),
    ],
)
def test_quantities_are_said_the_vietnamese_way(
    low: str | int | None, high: str | int | None, *, approx: bool, kind: FigureKind, words: str
) -> None:
    """Bounds, roughness, percent and money each have their form."""
    lowest, highest = (None if bound is None else Decimal(bound) for bound in (low, high))
    assert told(Quantity(lowest, highest, approx), kind) == words


def test_round_numbers_keep_their_zeros() -> None:
    """A number that ends in zeros is written out, not as a power of ten."""
    assert number_words(Decimal("1E+6")) == "1.000.000"
    assert set(KINDS) >= {"figure", "finding"}


@given(st.text("ab\n", max_size=30))
def test_lines_are_counted_as_an_editor_counts(text: str) -> None:
    """Each character stands on the line that an editor shows it on."""
    lines = Lines(text)
    assert [lines.of(place) for place in range(len(text))] == [
        text.count("\n", 0, place) + 1 for place in range(len(text))
    ]
