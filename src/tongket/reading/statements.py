"""What each sentence says of the work: a result, a limitation, a task, or nothing.

A report goes from what was done to what was wanting to what is to be done, and a sentence without a cue of its own
goes on with what the one before it told. So each sentence is judged by its own cues first and by its place second.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tongket.reading.cues import Cues, opens
from tongket.reading.page import Page
from tongket.reading.period_words import named_periods
from tongket.terms.document import LineKind
from tongket.terms.period import Period
from tongket.terms.records import Event, Statement, StatementKind
from tongket.terms.span import Span

_RESULT, _LIMIT, _TASK = StatementKind.RESULT, StatementKind.LIMITATION, StatementKind.TASK
_ENDS = re.compile(r"[.!?…;:][\"”’')\]/.]*$|/\.$")
# A line that long is prose even where its full stop was lost; captions and headlines are shorter (a long caption that
# names who hands what to whom has 250 characters).
_PROSE = 300
_CAPTION = 190
# How far in a sentence its opening reaches: a period, a speaker, a connective.
_OPENING = 60
_SPEECH = re.compile(
    r"[\"“'\s]*(?:(?:tại|trong) (?:hội nghị|buổi làm việc|buổi lễ|đại hội|cuộc họp|phiên họp)[^,.]{0,60},\s*)?"
    r"(?:(?:thay mặt[^,]{0,90},\s*)|(?:phát biểu|(?:kết luận|chỉ đạo|kết thúc|khai mạc|bế mạc) (?:hội nghị|tại|buổi|đại hội|phiên|cuộc|chương trình|lễ"
    r"|các nhiệm vụ|hội thảo|tọa đàm)|kết luận,|đồng chí|đ/c|ông|bà)\b)"
)
_AWARD_OPENING = re.compile(
    r"^(?:nhân dịp này|dịp này|tại (?:hội nghị|đại hội|buổi lễ)|cũng tại|trong dịp này|kết thúc|đại hội|hội nghị)\b"
)
_GUEST_OPENING = re.compile(
    r"^(?:cùng |về |đến |tới |cùng về )?(?:tham )?dự\b(?! thảo| kiến| báo| án| toán| phòng)|^về phía\b|^(?:tiếp|đón|cùng đi|tiếp và làm việc)[^.;:]{0,60}(?:đoàn|có)\b|^(?:đồng )?chủ trì\b|^khách mời\b|^tham gia (?:hội nghị|buổi)"
)
_AFTER_PERIOD = re.compile(
    r"^(?:(?:trong |định hướng [^,]{0,50}|bước vào |sang )?(?:năm|quý|tháng|\d+ tháng|6 tháng|giai đoạn|nhiệm kỳ|thời gian)\b)"
)
_ON_THE_PAST = re.compile(
    r"(?:theo|qua) (?:báo cáo|đánh giá)|(?:trong )?(?:\d+|sáu|chín|những) (?:năm|tháng) (?:qua|đầu năm)"
    r"|năm qua|thời gian qua|trong (?:năm|tháng|quý) qua"
)
_GUESTS_ARE = re.compile(
    r"\b(?:tham )?dự (?:hội nghị|buổi|đại hội|lễ|chương trình|cuộc|hội thảo)[^.;:]{0,50}? (?:còn )?có\b|^\S[^,]{0,90} chủ trì (?:hội nghị|buổi|cuộc|phiên)"
)
_BROKEN_OFF = re.compile(r"\b(?:gs|pgs|ts|ths|bs)\.\s*$")
_SAYS_WANT = re.compile(r"(?:còn|vẫn|gặp|một số|nhiều|bộc lộ|không ít|những|về)\b[^,;:.]{0,20}$")
_AHEAD_WORDS = re.compile(r"(?:cuối năm|tới|tiếp theo|thời gian còn lại)\b")
_MEETING_SUBJECT = re.compile(
    r"(?:hội nghị|đại hội|buổi lễ|buổi làm việc|cuộc họp|phiên họp|hội thảo|tọa đàm|lễ|chương trình) "
    r"(?:được tổ chức|đã diễn ra|diễn ra|kết thúc|đã tiến hành|tiến hành|thành công|cũng |còn |đã nghe|đã bầu|bầu|có sự)"
)
_GIVES_WAYS = re.compile(r"đưa ra (?:nhiều|các|một số) (?:giải pháp|kiến nghị|đề xuất)")
# How far the opening of a sentence on the meeting, its main clause and the words beside a cue reach (characters).
_MEETING_OPENING, _MAIN_CLAUSE, _BESIDE = 150, 220, 45
# A sentence that short which names guests or a chair says nothing else.
_SHORT_NEWS = 120
# `đã` in "nhiệm vụ đã đề ra" only names the task: a clause that hangs on a noun and ends right there.
_DONE = re.compile(
    r"(?<!\w)(?:đã(?! (?:đề ra|đạt được|xác định|nêu|ký kết|đặt ra|ban hành|được giao|đăng ký|phê duyệt|được phê duyệt)"
    r"\s*(?:[.,;:…]|$|trong |tại |của ))|được|đạt|lũy kế|tăng \d|có (?:trên |hơn |gần |khoảng )?\d)"
)
_DID = re.compile(r"(?<!\w)đã(?!\w)")
_MUST = frozenset({"cần", "phải", "đề nghị", "yêu cầu", "cần phải", "cần tập trung"})
_CHAIRS = re.compile(r"chủ trì(?: (?:hội nghị|buổi|cuộc|phiên|đại hội|tại|điểm cầu)|\W*$)")
# Honours handed over at the event: news of the meeting.
_HANDS_OVER = re.compile(
    r"(?<!\w)(?<!được )trao (?:tặng )?[^.;]{0,40}(?:giải |giấy khen|bằng khen|kỷ niệm chương|huy hiệu|quà|cờ )"
)
_CONTRAST = re.compile(r"(?:tuy nhiên|tuy vậy|mặc dù vậy|song bên cạnh|thế nhưng)\b")
# What a heading announces, by its first words after the number.
_HEADING = re.compile(
    r"(?:[ivx\d]+[.)-]\d*\.?\s*)?(?:về |những |một số |đánh giá |các |phần thứ \w+:? )*"
    r"(?:(?P<limitation>hạn chế|tồn tại|khó khăn|khuyết điểm|nguyên nhân|thiếu sót)"
    r"|(?P<task>nhiệm vụ|phương hướng|giải pháp|kiến nghị|đề xuất|mục tiêu|kế hoạch|chương trình công tác|định hướng)"
    r"|(?P<result>kết quả|ưu điểm|tình hình|thành tích))\b"
)
_SPEAKS = re.compile(
    r"(?:phát biểu|kết luận|chủ trì|trao|tặng|trình bày|báo cáo tại|thông qua)(?: [^,;:]{0,90})?\.?$"
)
_CONNECTIVE = re.compile(
    r"(?:(?:cụ thể|cụ thể là|đặc biệt|đặc biệt là|theo đó|trong đó|đồng thời|bên cạnh đó|ngoài ra|cùng với đó|cùng đó|nổi bật"
    r"|nổi bật là|nổi bật đó là|nhất là|song song với đó|do đó|vì vậy|trước hết|thứ nhất|thứ hai|thứ ba|một là|hai là|ba là"
    r"|bốn là|năm là|trên cơ sở đó|riêng|ngoài việc)\s*[,:]?\s+)+"
)
_SAME_MATTER = re.compile(
    r"(?:điều này|điều đó|việc này|vấn đề này|từ đó dẫn|dẫn đến|những hạn chế (?:này|trên)|nguyên nhân)\b"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """The period looked back on and the one ahead, where the main event or the headline tells them."""

    reviewed: Period | None
    ahead: Period | None


def read_statements(
    page: Page, cues: Cues, events: Sequence[Event], speeches: Collection[int] = ()
) -> tuple[Statement, ...]:
    """Return the body's statements in order; sentences on the meeting itself carry none.

    Args:
        page: The document.
        cues: Its cues.
        events: Its events: the sentence that introduces one tells of the meeting.
        speeches: The numbers of the sentences in which an official speaks.
    """
    spoken = frozenset(page.sentences[index].start for index in speeches)
    judge = _Judge(page, cues, spoken, _told_periods(page, events))
    found: list[Statement] = []
    for span, section in _prose(page, cues):
        kind = judge.kind_of(span, section, introduces=any(event.span.overlaps(span) for event in events))
        if kind is not None:
            found.append(Statement(kind, span))
    return tuple(found)


def _told_periods(page: Page, events: Sequence[Event]) -> _Told:
    main = events[0] if events else None
    reviewed = Period.parse(main.reviewed) if main and main.reviewed else None
    ahead = Period.parse(main.ahead) if main and main.ahead else None
    if reviewed is None and page.fields.title:
        reviewed = next((named.period for named in named_periods(page.fields.title)), None)
    return _Told(reviewed, ahead)


def _prose(page: Page, cues: Cues) -> Iterator[tuple[Span, StatementKind | None]]:
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
        if _is_prose(page, cues, span, alone=alone, title=title):
            yield span, section
        elif alone:
            section = _section(span.of(page.key), section)


def _section(heading: str, before: StatementKind | None) -> StatementKind | None:
    """Return what the sentences under a heading tell; a heading of a mere subject changes nothing."""
    match = _HEADING.match(heading)
    if match is None or match.lastgroup is None:
        return before
    return StatementKind(match.lastgroup)


def _is_prose(page: Page, cues: Cues, span: Span, *, alone: bool, title: str) -> bool:
    text = span.of(page.text)
    length = len(text)
    if not _ENDS.search(text) and length < _PROSE:
        return False
    if alone and (
        text == title
        or (
            length < _CAPTION
            and opens("caption", page.key, span.start) > span.start
            and not _DONE.search(page.key, span.start, span.end)
        )
    ):
        return False
    return not (alone and length < _CAPTION and _is_speaker_caption(page, cues, span))


def _is_speaker_caption(page: Page, cues: Cues, span: Span) -> bool:
    """Tell "Đồng chí … phát biểu tại hội nghị.", which names who speaks and nothing said."""
    tail = _SPEAKS.search(page.key, span.start, span.end)
    if tail is None or page.key.startswith(("nhân dịp", "tại", "dịp này", "kết thúc"), span.start):
        return False
    return any(cues.first(tag, span.start, tail.start()) is not None for tag in ("rank", "post"))


class _Judge:
    """Judges sentences in order, remembering what the text is telling."""

    def __init__(self, page: Page, cues: Cues, spoken: frozenset[int], told: _Told) -> None:
        self._key, self._cues, self._spoken, self._told = page.key, cues, spoken, told
        self._telling: StatementKind | None = None
        self._after_speech = False

    def kind_of(self, span: Span, section: StatementKind | None, *, introduces: bool) -> StatementKind | None:
        """Return what the sentence tells, None where it tells nothing of the work.

        Args:
            span: The sentence.
            section: What the heading it stands under announces, None where there is none.
            introduces: Whether it introduces an event.
        """
        if introduces:
            # What a lead says before the event is no part of what the text goes on to tell.
            self._telling = None
        if introduces or self._is_meeting(span):
            return None
        if section is not None:
            self._telling = section
        kind = self._in_section(span, section) if section else self._by_cues(span)
        if kind is not None:
            self._telling = kind
        return kind

    def _in_section(self, span: Span, section: StatementKind) -> StatementKind | None:
        if section is _RESULT and (self._turns(span) or self._falls_short(span)):
            return _LIMIT
        return section

    def _is_meeting(self, span: Span) -> bool:
        """Tell whether a sentence is on the meeting itself: who came, who spoke, what was discussed or given."""
        start, end = span
        opening = self._key[start : start + _MEETING_OPENING]
        if _BROKEN_OFF.search(self._key, max(0, start - 12), start) or _BROKEN_OFF.search(
            self._key, max(start, end - 12), end
        ):
            return not self._done(span)
        if (_MEETING_SUBJECT.match(opening) and not self._falls_short(span)) or _GUEST_OPENING.match(opening) or _GUESTS_ARE.search(opening[:140]):
            return True
        if _AWARD_OPENING.match(opening) and self._cues.first("awarded", start, end):
            return True
        if _CHAIRS.search(self._key, start, end) and not (self._asks(span) or self._cues.first("praise", start, end)):
            return True
        if _HANDS_OVER.search(self._key, start, min(end, start + _MEETING_OPENING)) and not self._asks(span):
            return True
        if end - start < _SHORT_NEWS and self._cues.first("guests", start, end) and not self._asks(span):
            return True
        meets = self._cues.first("meeting", start, min(end, start + _MEETING_OPENING))
        if meets is None or self._turns(span):
            return False
        return not (
            self._cues.first("request", start, meets.start) or _GIVES_WAYS.search(self._key, start, meets.end + 60)
        )

    def _by_cues(self, span: Span) -> StatementKind | None:
        connective = _CONNECTIVE.match(self._key, span.start, span.end)
        own = Span(connective.end() if connective else span.start, span.end)
        opening = self._key[own.start : min(own.end, own.start + _OPENING)]
        if (self._turns(span) or self._contrasts(own)) and not (span.start in self._spoken and self._asks(span)):
            return _LIMIT
        if span.start in self._spoken or (_SPEECH.match(opening) and self._cues.first("speak", own.start, own.end)):
            kind = self._of_speech(own)
            self._after_speech = kind is None
            if kind is None:
                self._telling = None
            return kind
        if self._cues.first("will", own.start, min(own.end, own.start + _MAIN_CLAUSE)) or self._looks_ahead(opening):
            return _TASK
        if self._telling is not _TASK and self._falls_short(own):
            return _LIMIT
        return _RESULT if self._looks_back(opening) else self._of_work(own, opening)

    def _of_speech(self, span: Span) -> StatementKind | None:
        if self._asks(span) or self._cues.first("will", *span):
            return _TASK
        if self._cues.first("praise", span.start, span.end):
            return _RESULT
        if self._falls_short(span) and not self._cues.first("told_only", span.start, span.end):
            return _LIMIT
        if self._cues.first("importance", span.start, span.end) or self._cues.first("told_only", span.start, span.end):
            return None
        if self._sets_work(span) or self._cues.first("future", *span) or self._uncovered("aim", span, "no_task"):
            return _TASK
        return _RESULT if self._done(span) else None

    def _of_work(self, span: Span, opening: str) -> StatementKind | None:
        if self._telling is _LIMIT and _SAME_MATTER.match(opening):
            return _LIMIT
        orders = opens("order", self._key, span.start) > span.start
        if orders and self._telling is _TASK and not re.search(r"\bđã\b", opening):
            return _TASK
        main = Span(span.start, min(span.end, span.start + _MAIN_CLAUSE))
        if self._must(main):
            return _TASK
        if self._done(span) or (orders and self._telling is _RESULT):
            return _RESULT
        if self._sets_work(main) or self._cues.first("future", *main) or self._after_speech:
            return _TASK
        if self._telling in {_LIMIT, _TASK}:
            return self._telling
        if self._telling is not _RESULT and self._uncovered("aim", main, "no_task"):
            return _TASK
        return None if self._cues.first("importance", *span) else _RESULT

    def _asks(self, span: Span) -> bool:
        return self._uncovered("request", span, "no_task")

    def _sets_work(self, span: Span) -> bool:
        return self._uncovered("task", span, "no_task")

    def _must(self, main: Span) -> bool:
        """Tell whether the sentence says that something must be done, before it says that anything was."""
        done = _DID.search(self._key, *main)
        end = done.start() if done else main.end
        if self._telling is _RESULT and opens("order", self._key, main.start) > main.start:
            return False
        return any(
            self._key[cue.start : cue.end] in _MUST and not self._covered("no_task", cue.start, cue.end)
            for cue in self._cues.within("task", main.start, end)
        )

    def _done(self, span: Span) -> bool:
        """Tell whether the main clause says that the work was done."""
        return any(
            not self._covered("done_aside", match.start(), match.end())
            for match in _DONE.finditer(self._key, span.start, min(span.end, span.start + _MAIN_CLAUSE))
        )

    def _turns(self, span: Span) -> bool:
        """Tell whether the sentence opens by turning to shortcomings and then names one."""
        lead = self._cues.first("limit_lead", span.start, min(span.end, span.start + _OPENING))
        if lead is None:
            return False
        named = self._cues.first("want", span.start, span.end) or self._cues.first("limit", lead.end, span.end)
        return named is not None and not (self._telling is _TASK and self._asks(span))

    def _contrasts(self, span: Span) -> bool:
        """Tell whether the sentence sets itself against what was achieved and tells nothing done."""
        if not _CONTRAST.match(self._key, span.start) or self._telling is _TASK:
            return False
        return _DID.search(self._key, *span) is None and not self._asks(span)

    def _falls_short(self, span: Span) -> bool:
        if self._uncovered("limit", span, "no_limit"):
            return True
        for cue in self._cues.within("want", span.start, span.end):
            before = self._key[max(span.start, cue.start - _BESIDE) : cue.start]
            if (_SAYS_WANT.search(before) or not before.strip()) and not self._cues.within(
                "shown", max(span.start, cue.start - _BESIDE), cue.end
            ):
                return True
        return False

    def _looks_ahead(self, opening: str) -> bool:
        if not _AFTER_PERIOD.match(opening):
            return False
        reviewed = self._told.reviewed
        named = named_periods(opening, reviewed.last.year if reviewed else None)
        if reviewed and named:
            return named[0].period.first > reviewed.last
        if self._told.ahead and named:
            return named[0].period.first >= self._told.ahead.first
        return _AHEAD_WORDS.search(opening) is not None

    def _looks_back(self, opening: str) -> bool:
        if _ON_THE_PAST.match(opening):
            return True
        reviewed = self._told.reviewed
        if reviewed is None or not _AFTER_PERIOD.match(opening):
            return False
        named = named_periods(opening, reviewed.last.year)
        return bool(named) and named[0].period.last <= reviewed.last

    def _uncovered(self, tag: str, span: Span, cover: str) -> bool:
        return any(not self._covered(cover, cue.start, cue.end) for cue in self._cues.within(tag, span.start, span.end))

    def _covered(self, tag: str, start: int, end: int) -> bool:
        reach = _BESIDE
        return any(
            cue.start <= start and end <= cue.end for cue in self._cues.within(tag, max(0, start - reach), end + reach)
        )
