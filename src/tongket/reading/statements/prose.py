"""Which sentences are prose of the report, and under what heading each stands."""

import re
from collections.abc import Iterator

from tongket.reading.cues import Cues, opens
from tongket.reading.page import Page
from tongket.reading.statements.wording import Wording
from tongket.terms.document import LineKind
from tongket.terms.records import StatementKind
from tongket.terms.span import Span

_ENDS = re.compile(r"[.!?…;:][\"”’')\]/.]*$|/\.$")
# A line that long is prose even where its full stop was lost; captions and headlines are shorter (a long caption that
# names who hands what to whom has 250 characters).
_PROSE = 300
# More than the marks a line can end with.
_LAST = 8
_CAPTION = 190
# What a heading announces, by its first words after the number.
_HEADING = re.compile(
    r"(?:[ivx\d]+[.)-]\d*\.?\s*)?(?:về |những |một số |đánh giá |các |phần thứ \w+:? )*"
    r"(?:(?P<limitation>hạn chế|tồn tại|khó khăn|khuyết điểm|nguyên nhân|thiếu sót)"
    r"|(?P<task>nhiệm vụ|phương hướng|giải pháp|kiến nghị|đề xuất|mục tiêu|kế hoạch|chương trình công tác|định hướng)"
    r"|(?P<result>kết quả|ưu điểm|tình hình|thành tích))\b"
)
# Credits and galleries inside a paragraph.
_CREDIT = re.compile(r"(?:\W*)(?:tin, ảnh|bài, ảnh|ảnh|nguồn|một số hình ảnh|tin|bài)\s*(?::|tại|và ảnh)")
_SPEAKS = re.compile(r"(?:phát biểu|kết luận|chủ trì|trao|tặng|trình bày|báo cáo tại|thông qua)(?: [^,;:]{0,90})?\.?$")
_NEWS = ("nhân dịp", "tại", "dịp này", "kết thúc")


def prose(page: Page, wording: Wording) -> Iterator[tuple[Span, StatementKind | None]]:
    """Yield the sentences that are prose (no headline, caption, by-line, table cell) with what their section tells."""
    cells = {line.content for line in page.document.lines if line.kind in {LineKind.CELL, LineKind.CAPTION}}
    title = (page.fields.title or "").strip()
    starts = {part.start: part.end for part in page.paragraphs}
    end_of_line = 0
    section: StatementKind | None = None
    for span in page.sentences:
        first = span.start in starts
        end_of_line = starts.get(span.start, end_of_line)
        alone = first and end_of_line == span.end
        if span.start in cells:
            continue
        if _is_prose(page, wording, span, alone=alone, title=title):
            yield span, section
        elif alone:
            section = _section(span.of(page.key), section)


def _section(heading: str, before: StatementKind | None) -> StatementKind | None:
    """Return what the sentences under a heading tell; a heading of a mere subject changes nothing."""
    match = _HEADING.match(heading)
    if match is None or match.lastgroup is None:
        return before
    return StatementKind(match.lastgroup)


def _is_prose(page: Page, wording: Wording, span: Span, *, alone: bool, title: str) -> bool:
    text = span.of(page.text)
    length = len(text)
    if _CREDIT.match(page.key, span.start):
        return False
    if alone and length < _PROSE and not _ENDS.search(text[-_LAST:]):
        return False
    if alone and (
        text == title
        or (length < _CAPTION and opens("caption", page.key, span.start) > span.start and not wording.done(span))
    ):
        return False
    return not (alone and length < _CAPTION and _is_speaker_caption(page, wording.cues, span))


def _is_speaker_caption(page: Page, cues: Cues, span: Span) -> bool:
    """Tell "Đồng chí … phát biểu tại hội nghị.", which names who speaks and nothing said."""
    tail = _SPEAKS.search(page.key, span.start, span.end)
    if tail is None or page.key.startswith(_NEWS, span.start):
        return False
    return any(cues.first(tag, span.start, tail.start()) is not None for tag in ("rank", "post"))
