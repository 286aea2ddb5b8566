"""What a reader of the reading should look at: what was not told, and what was not understood."""

from collections.abc import Iterable, Sequence

from tongket.reading.language import is_vietnamese
from tongket.reading.page import Page
from tongket.terms.finding import Finding, Severity
from tongket.terms.records import Event
from tongket.terms.span import Span

# Shorter lines are headlines, captions and by-lines; the gold's shortest statement has 47 characters.
_PROSE = 120


def find_doubts(page: Page, events: Sequence[Event], read: Iterable[Span]) -> tuple[Finding, ...]:
    """Return the doubts of a reading.

    Args:
        page: The document.
        events: Its events.
        read: The spans of every record.

    Returns:
        Findings `NO-ARTICLE`, `NOT-VIETNAMESE`, `NO-EVENT`, `DAY-NOT-TOLD`, `ORG-NOT-TOLD` and, for each paragraph of
        prose in which nothing was read, `NOT-UNDERSTOOD`.
    """
    if not page.body:
        if not is_vietnamese(page.key):
            message = "Văn bản không phải tiếng Việt có dấu nên chưa được đọc; hãy đọc bằng mắt."
            return (_note("NOT-VIETNAMESE", message),)
        return (_note("NO-ARTICLE", "Không nhận ra phần bài viết trong văn bản này; hãy kiểm tra tệp gốc."),)
    return (*_of_event(events), *_not_understood(page, sorted(read)))


def _of_event(events: Sequence[Event]) -> list[Finding]:
    if not events:
        return [_note("NO-EVENT", "Không thấy câu nào giới thiệu hội nghị hay sự việc được tường thuật.")]
    main = events[0]
    found = []
    if main.date is None:
        found.append(_note("DAY-NOT-TOLD", "Văn bản không cho biết ngày diễn ra; hãy bổ sung nếu biết.", main.span))
    if main.org is None:
        found.append(_note("ORG-NOT-TOLD", "Văn bản không cho biết là công tác của đơn vị nào.", main.span))
    return found


def _not_understood(page: Page, read: Sequence[Span]) -> list[Finding]:
    found: list[Finding] = []
    at = 0
    for part in page.paragraphs:
        # Spans and paragraphs come in order: what ends before this paragraph begins meets none after it.
        while at < len(read) and read[at].end <= part.start:
            at += 1
        # What is left ends behind the paragraph's start; where the first begins behind its end, all the others do.
        if part.end - part.start >= _PROSE and not (at < len(read) and read[at].start < part.end):
            message = "Chưa đọc được điều gì trong đoạn này; hãy xem lại bằng mắt."
            found.append(_note("NOT-UNDERSTOOD", message, part))
    return found


def _note(code: str, message: str, span: Span | None = None) -> Finding:
    return Finding(code, Severity.NOTE, message, span)
