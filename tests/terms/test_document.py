"""Documents, findings and records as values."""

from dataclasses import FrozenInstanceError

import pytest

from tongket.terms.document import Line, LineKind
from tongket.terms.finding import Finding, Severity
from tongket.terms.records import EventKind, Role, StatementKind
from tongket.terms.span import Span


def test_a_line_without_a_number_begins_with_its_words() -> None:
    """Where no list number is told, the content starts with the line, be that at 0 or later."""
    assert Line(Span(0, 9), LineKind.PARAGRAPH).content == 0
    assert Line(Span(40, 60), LineKind.PARAGRAPH).content == 40


def test_a_line_keeps_where_its_words_start() -> None:
    """A content start that is told is kept."""
    assert Line(Span(40, 60), LineKind.ITEM, number="a)", content=43).content == 43


def test_a_finding_may_mean_the_whole_document() -> None:
    """A finding without a span points nowhere in particular, and two that say the same are equal."""
    finding = Finding("NO-ARTICLE", Severity.NOTE, "Không nhận ra phần bài viết.")
    assert finding.span is None
    assert finding == Finding("NO-ARTICLE", Severity.NOTE, "Không nhận ra phần bài viết.", None)


def test_findings_cannot_be_changed() -> None:
    """What was found stays as it was found."""
    finding = Finding("NO-ARTICLE", Severity.NOTE, "Không nhận ra phần bài viết.")
    with pytest.raises(FrozenInstanceError):
        finding.code = "NO-EVENT"  # type: ignore[misc] # the very thing that must fail


def test_the_words_of_the_format() -> None:
    """The words that stand in `tongket-reading/1` are those of its page in `docs/spec/reading.md`."""
    assert [str(role) for role in Role] == ["chair", "attendee", "speaker", "awarder"]
    assert [str(kind) for kind in StatementKind] == ["result", "limitation", "task"]
    assert [str(severity) for severity in Severity] == ["error", "warning", "note"]
    assert [str(kind) for kind in EventKind] == [
        "review", "briefing", "inspection", "study", "training", "workshop", "contest", "ceremony", "congress", "other",
    ]  # fmt: skip
