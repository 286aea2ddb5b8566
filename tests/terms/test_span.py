"""Spans: quoting, overlapping, covering."""

from hypothesis import given
from hypothesis import strategies as st

from tongket.terms.span import Span

PAIRS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)
SPANS = PAIRS.map(lambda pair: Span(*pair))


def places(span: Span) -> set[int]:
    """The places a span holds."""
    return set(range(*span))


@given(st.text(min_size=30, max_size=30), SPANS)
def test_a_quote_is_as_long_as_its_span(text: str, span: Span) -> None:
    """A span quotes exactly the characters it holds."""
    assert span.of(text) == "".join(text[at] for at in sorted(places(span)))


def test_a_quote_counts_code_points() -> None:
    """A letter with marks in one code point, or beyond the first plane, counts as one."""
    assert Span(2, 4).of("ữ😀Đủ") == "Đủ"


@given(SPANS, SPANS)
def test_overlap_is_a_shared_character(one: Span, other: Span) -> None:
    """Two spans that are not empty overlap exactly where they share a character."""
    if places(one) and places(other):
        assert one.overlaps(other) is bool(places(one) & places(other))
    assert one.overlaps(other) is other.overlaps(one)


@given(SPANS, SPANS)
def test_cover_is_all_characters(outer: Span, inner: Span) -> None:
    """A span covers another that is not empty exactly where it holds all its characters."""
    if places(inner):
        assert outer.covers(inner) is (places(inner) <= places(outer))
