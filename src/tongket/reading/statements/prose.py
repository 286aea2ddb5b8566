"""Which sentences are prose of the report, and under what heading each stands."""

import re
from collections.abc import Iterator, Sequence

from tongket.reading.cues import opens
from tongket.reading.page import Page
from tongket.reading.statements.wording import Wording
from tongket.terms.document import LineKind
from tongket.terms.records import StatementKind
from tongket.terms.span import Span

# A comma: a sentence broken off, or a full stop that a scan blurred; no heading ends so.
_ENDS = re.compile(r"[.!?…;:,][\"”’')\]/.]*$|/\.$")
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
_TO_COME = re.compile(
    r"(?:cuối năm|thời gian tới|năm tới|nhiệm vụ trọng tâm)[^.]{0,12}:$|(?:giao|một số|các) nhiệm vụ[^.]{0,50}:$"
)
_LETTER = re.compile(r"[^\W\d_]")
# Credits and galleries inside a paragraph.
_CREDIT = re.compile(r"(?:\W*)(?:tin, ảnh|bài, ảnh|ảnh|nguồn|một số hình ảnh|tin|bài)\b\s*(?::|tại|và ảnh)")
_SPEAKS = re.compile(r"(?:phát biểu|kết luận|chủ trì|trao|tặng|trình bày|báo cáo tại|thông qua)(?: [^,;:]{0,90})?\.?$")
# What a person in a picture is doing there.
_SEEN = re.compile(
    r"\b(?:kiểm tra|thăm|tặng quà|động viên|bày tỏ|báo cáo|truyền đạt|trả lời|tham quan|khảo sát|chúc mừng|dâng)\b"
)
_PICTURE = re.compile(r"(?:^|[\s(.])ảnh\s?:")
_NEWS = ("nhân dịp", "tại", "dịp này", "kết thúc")


def prose(page: Page, wording: Wording) -> Iterator[tuple[Span, StatementKind | None]]:
    """Yield the sentences that are prose (no headline, caption, by-line, table cell) with what their section tells."""
    cells = {line.content for line in page.document.lines if line.kind in {LineKind.CELL, LineKind.CAPTION}}
    title = (page.fields.title or "").strip()
    section: StatementKind | None = None
    sentences = iter(page.sentences)
    sentence = next(sentences, None)
    for part in page.paragraphs:
        inside: list[Span] = []
        while sentence is not None and sentence.end <= part.end:
            inside.append(sentence)
            sentence = next(sentences, None)
        if part.start in cells or part.of(page.text) == title or _is_caption(page, wording, part):
            continue
        if _is_heading(page, part, inside):
            section = _section(part.of(page.key), section)
            continue
        for span in inside:
            if not _is_credit(page.key, wording, span.start) and (
                page.key[span.start].isalpha() or _LETTER.search(page.key, *span)
            ):
                yield span, section


def _is_credit(key: str, wording: Wording, start: int) -> bool:
    return "credit" in wording.ways[start] and _CREDIT.match(key, start) is not None


def _section(heading: str, before: StatementKind | None) -> StatementKind | None:
    """Return what the sentences under a heading tell; a heading of a mere subject changes nothing."""
    match = _HEADING.match(heading)
    if match and match.lastgroup:
        return StatementKind(match.lastgroup)
    return StatementKind.TASK if _TO_COME.search(heading) else before


def _is_heading(page: Page, part: Span, inside: Sequence[Span]) -> bool:
    """Tell a headline or a by-line from prose: one short piece that does not end as a sentence does."""
    length = part.end - part.start
    if len(inside) != 1 or length >= _PROSE:
        return False
    tail = page.text[max(part.start, part.end - _LAST) : part.end]
    return not _ENDS.search(tail) or (tail.endswith(":") and length < _CAPTION)


def _is_caption(page: Page, wording: Wording, part: Span) -> bool:
    """Tell the words under a picture: who or what is seen, with nothing said or done."""
    if part.end - part.start >= _PROSE:
        return False
    key = part.of(page.key)
    if "ảnh" in key and _PICTURE.search(key):
        return True
    if len(key) >= _CAPTION or wording.asks(part) or key.startswith(_NEWS):
        return False
    if "caption" in wording.ways[part.start] and opens("caption", page.key, part.start) > part.start:
        return not wording.done(part)
    if _SPEAKS.search(key) and any(wording.cues.first(tag, *part) for tag in ("rank", "post")):
        return True
    seen = wording.cues.at("rank", part.start) or wording.cues.at("post", part.start)
    return seen is not None and _SEEN.search(key) is not None and not wording.did(part)
