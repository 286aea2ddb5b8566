"""Sentences are cut into runs without loss, and no target leads nowhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.review.anchors import Anchors, targets
from tongket.review.content import FigureRun, Paragraph, ReviewContent, TextRun, marked
from tongket.terms.errors import TongketError
from tongket.terms.span import Span

SENTENCE = "Toàn huyện mở 15 lớp với 1.180 học viên."


def test_a_marked_sentence_has_its_figures_as_links() -> None:
    """Figures become links in their order, whatever order they are given in."""
    assert marked(SENTENCE, [(Span(25, 39), "b"), (Span(14, 20), "a")]) == (
        TextRun("Toàn huyện mở "),
        FigureRun("15 lớp", "a"),
        TextRun(" với "),
        FigureRun("1.180 học viên", "b"),
        TextRun("."),
    )


spans = st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)).map(lambda ends: Span(*sorted(ends))))


@given(spans)
def test_marking_never_changes_the_words(found: list[Span]) -> None:
    """Whatever spans are marked, overlapping or beyond the end, the sentence reads the same."""
    assert "".join(run.text for run in marked(SENTENCE, [(span, "x") for span in found])) == SENTENCE


def test_sources_and_totals_are_numbered_apart_in_their_order(example: ReviewContent) -> None:
    """The first source is N1, the first total T1."""
    anchors = Anchors(example)
    assert [anchors.of(each.id) for each in example.sources[:2]] == ["N1", "N2"]
    assert [anchors.of(each.id) for each in example.totals[:2]] == ["T1", "T2"]
    assert {anchors.of(each)[0] for each in targets(example)} == {"N", "T"}


def test_a_figure_that_leads_nowhere_is_refused(example: ReviewContent) -> None:
    """A review with a dangling figure is not written; the message names the target."""
    dangling = Paragraph((FigureRun("160 hội nghị", "no-such-entry"),))
    with pytest.raises(TongketError, match="no-such-entry"):
        Anchors(replace(example, opening=(dangling,)))


def test_a_source_that_is_missing_is_noticed_wherever_it_is_used(example: ReviewContent) -> None:
    """Leaving out any one source that something targets makes the content refused."""
    used = set(targets(example))
    for source in example.sources:
        if source.id in used:
            rest = tuple(each for each in example.sources if each is not source)
            with pytest.raises(TongketError, match=source.id):
                Anchors(replace(example, sources=rest))


def test_two_entries_with_one_id_are_refused(example: ReviewContent) -> None:
    """A target must lead to one place only."""
    with pytest.raises(TongketError, match="cùng mang mã"):
        Anchors(replace(example, sources=(*example.sources, example.sources[0])))
