"""What one sentence tells, by its own words first and by what the text told before it second."""

from dataclasses import dataclass
from datetime import date

from tongket.document.seldom import seldom
from tongket.reading.period_words import periods_of_key
from tongket.reading.spans import as_span
from tongket.reading.statements.meeting import is_on_honours, is_on_meeting
from tongket.reading.statements.setting import is_on_setting
from tongket.reading.statements.wording import MAIN_CLAUSE, OPENING, Wording
from tongket.terms.period import Period
from tongket.terms.records import StatementKind
from tongket.terms.span import Span

_RESULT, _LIMIT, _TASK = StatementKind.RESULT, StatementKind.LIMITATION, StatementKind.TASK
_SPEECH = seldom(
    r"[\"“'\s]*(?:(?:tại|trong) (?:hội nghị|buổi làm việc|buổi lễ|đại hội|cuộc họp|phiên họp)[^,.]{0,60},\s*)?"
    r"(?:(?:thay mặt[^,]{0,90},\s*)|(?:phát biểu|(?:kết luận|chỉ đạo|kết thúc|khai mạc|bế mạc) (?:hội nghị|tại|buổi"
    r"|đại hội|phiên|cuộc|chương trình|lễ|các nhiệm vụ|hội thảo|tọa đàm)|kết luận,|đồng chí|đ/c|ông|bà)\b)"
)
_OF_PERIOD = seldom(
    r"(?:trong |định hướng [^,]{0,50}|bước vào |sang )?"
    r"(?:năm|quý|tháng|\d+ tháng|6 tháng|giai đoạn|nhiệm kỳ|thời gian)\b"
)
_ON_THE_PAST = seldom(
    r"(?:theo|qua) (?:báo cáo|đánh giá)|qua (?:nửa|một|\d+) (?:năm|tháng|quý)"
    r"|(?:trong )?(?:\d+|sáu|chín|những) (?:năm|tháng) (?:qua|đầu năm)"
    r"|năm qua|thời gian qua|trong (?:năm|tháng|quý) qua"
)
_IN_MONTHS = seldom(r"(?:trong|qua) (?:\d+|sáu|chín) tháng (?:đầu năm|qua)")
# "Hạn chế là …", "Khó khăn, vướng mắc: …": what follows is one.
_OUTRIGHT = seldom(
    r"(?:về |một số |những )?(?:(?:hạn chế|tồn tại|khó khăn|khuyết điểm|vướng mắc|bất cập|thiếu sót)(?:, | và )?)+"
    r"(?: lớn nhất| chủ yếu| chính| còn lại| hiện nay| trước mắt)?(?: là |: )"
)
_BUT = seldom(r"\b(?:nhưng|dẫn đến|bị ảnh hưởng)\b")
_PAST = seldom(r"(?:năm|tháng|thời gian|nhiệm kỳ|quý|kỳ) qua\b")
_ANNOUNCES = seldom(
    r"(?:xác định|đề ra|đặt ra) (?:\d+|một số|các) (?:nhóm )?(?:nhiệm vụ|giải pháp)(?: trọng tâm| chủ yếu)?\W*$"
)
_SETS_OUT = seldom(
    r"đề ra (?:các |một số |những )?(?:nhiệm vụ|phương hướng|mục tiêu|chỉ tiêu|giải pháp)"
    r"(?:[^.;]{0,40}?(?::|như|là)| (?:đưa|đến|phấn đấu|trở thành))"
)
_AIM = seldom(
    r"(?:nhiệm vụ (?:đầu tiên|thứ|tiếp theo|cuối cùng)|(?:lớp|hội thi|cuộc thi|chương trình)\b[^,.]{0,40} nhằm"
    r"|(?:đề án|dự án|kế hoạch)(?: này| trên| nói trên)? nhằm"
    r"|(?:ngay )?sau (?:hội nghị|buổi|lớp|đợt)[^,.]{0,24}, (?:các|mỗi|từng|toàn)\b(?!.*\b(?:đã|được)\b)"
    r"|về (?:kế hoạch|phương hướng|nhiệm vụ)|mục tiêu|phương hướng|nhiệm vụ trọng tâm|nhằm (?!.*\bđã\b))\b"
)
# What a meeting went on to do, without a subject.
_DISCUSSES = seldom(
    r"(?:đồng thời,? |đặc biệt,? |trong đó,? )?(?:tập trung )?(?:nêu rõ|làm rõ|phân tích|thảo luận|đánh giá|cho ý kiến"
    r"|chỉ rõ|trao đổi)\b"
)
_TALKED_OF = ("những kết quả", "những nội dung", "một số vấn đề", "một số nội dung", "những vấn đề", "tình hình")
# A body that puts a proposal forward: "về biên chế, huyện đề xuất tỉnh …".
_PROPOSES = seldom(
    r"(?:^|, )(?!trên cơ sở|qua |nhiều|các ý|ý kiến|kịp thời|chủ động)(?:[\w/]+ ){1,6}?"
    r"(?<!ánh )(?<!mưu )(?<!phần )(?<!đã )(?<!và )(?<!được )(?:đề nghị|đề xuất|kiến nghị|kêu gọi)"
    r" (?!của|khen|tặng|công nhận|xét|xử|với đảng)"
)
_THOSE_TOLD = seldom(
    r"(?:(?:sau|ngay sau) (?:hội nghị|buổi|lớp|đợt)[^,]{0,20}, )?(?:đối với )?(?:tất cả |toàn thể )?"
    r"(?:các|mỗi|từng|toàn|cấp ủy|người đứng đầu|cán bộ|đảng viên|ban|sở|phòng|ủy ban|mặt trận|đoàn thanh niên"
    r"|văn phòng|riêng|huyện|xã)\b"
)
_AHEAD_WORDS = seldom(r"(?:cuối năm|tới|tiếp theo|thời gian còn lại)\b")
_CONNECTIVE = seldom(
    r"(?:(?:cụ thể|cụ thể là|đặc biệt|đặc biệt là|theo đó|trong đó|đồng thời|bên cạnh đó|ngoài ra|cùng với đó"
    r"|cùng đó|nổi bật"
    r"|nổi bật là|nổi bật đó là|nhất là|song song với đó|do đó|vì vậy|trước hết|thứ nhất|thứ hai|thứ ba|một là"
    r"|hai là|ba là|do vậy|bởi vậy"
    r"|bốn là|năm là|trên cơ sở đó|riêng|ngoài việc)\s*[,:]?\s+)+"
)
_SAME_MATTER = seldom(
    r"(?:điều này|điều đó|việc này|vấn đề này|từ đó dẫn|dẫn đến|những hạn chế (?:này|trên)|nguyên nhân)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The period looked back on and the one ahead, where the main event or the headline tells them, and its day."""

    reviewed: Period | None
    ahead: Period | None
    held: date | None = None


class Judge:
    """Judges sentences in order, remembering what the text is telling."""

    def __init__(self, wording: Wording, spoken: frozenset[int], told: Told) -> None:
        """Take a text's wording, where the sentences start in which someone speaks, and the periods it tells."""
        self._words, self._spoken, self._told = wording, spoken, told
        self._telling: StatementKind | None = None
        self._after_speech = False
        self._details = False
        self._honours = False
        # Whether the sentence before told of the meeting, and the first period that the text looks back on.
        self._met = False
        self._opened: Period | None = None
        # The section that the text has left without a heading of its own.
        self._left: StatementKind | None = None

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
            return None
        if "outright" in self._words.ways[span.start] and _OUTRIGHT.match(self._words.key, *span):
            self._honours, self._met, self._telling = False, False, _LIMIT
            return _LIMIT
        self._honours = is_on_honours(self._words, span, after_honours=self._honours)
        self._met = self._honours or self._is_on_meeting(span)
        if self._met:
            if self._words.cues.first("future", *span):
                # Delegates spoke of what is to come: an order that follows tells what.
                self._telling, self._after_speech = None, True
            return None
        if self._announces(span):
            # "đề ra sáu nhiệm vụ.": tells none, but what follows does.
            self._telling, self._left = _TASK, section
            return None
        if section is not self._left:
            self._left = None
        if section is _RESULT and self._leaves(span):
            self._left = section
        section = None if section is self._left else section
        kind = self._in_section(span, section) if section else self._by_cues(span)
        self._telling = kind or section or self._telling
        return kind

    def _announces(self, span: Span) -> bool:
        """Tell whether the sentence ends by saying that tasks were set: "đề ra sáu nhiệm vụ."."""
        key, (start, end) = self._words.key, span
        if key.find(" ra ", start, end) < 0 and key.find("xác định ", start, end) < 0:
            return False
        return _ANNOUNCES.search(key[start:end]) is not None

    def _is_on_meeting(self, span: Span) -> bool:
        if self._met and (_DISCUSSES.match(self._words.key, span.start) or self._lists(span)):
            return not (self._words.asks(span) or self._words.key.find("xác định", *span) >= 0)
        return is_on_meeting(self._words, span, spoken=span.start in self._spoken)

    def _lists(self, span: Span) -> bool:
        """Tell whether a sentence without a verb goes on naming what was talked about."""
        if not self._words.key.startswith(_TALKED_OF, span.start):
            return False
        main = Span(span.start, min(span.end, span.start + MAIN_CLAUSE))
        return not any(self._words.cues.first(tag, *main) for tag in ("done", "task", "will", "limit"))

    def _leaves(self, span: Span) -> bool:
        """Tell whether a sentence under a heading of results turns to what is to come."""
        if span.start in self._spoken and self._words.asks(span):
            return True
        main = Span(span.start, min(span.end, span.start + OPENING))
        return self._words.sets_ahead(main) or self._looks_ahead(main.start, main.of(self._words.key))

    def _in_section(self, span: Span, section: StatementKind) -> StatementKind:
        if section is _RESULT and (self._words.names_want(span) or self._words.falls_short(span)):
            return _LIMIT
        return section

    def _by_cues(self, span: Span) -> StatementKind | None:
        words = self._words
        own, link = span, ""
        if "connective" in words.ways[span.start] and (connective := _CONNECTIVE.match(words.key, *span)):
            own, link = Span(connective.end(), span.end), connective.group()
        start, end = own
        opening = words.key[start : min(end, start + OPENING)]
        if self._turns(span, own):
            return _LIMIT
        if span.start in self._spoken or (
            "speech" in words.ways[start] and _SPEECH.match(opening) and words.cues.first("speak", start, end)
        ):
            return self._speech(own)
        if is_on_setting(words, own, tells=self._telling is not None):
            return None
        return self._by_own_words(own, opening, link)

    def _by_own_words(self, own: Span, opening: str, link: str) -> StatementKind | None:
        """Judge a sentence that is no speech by what it says of work, before what the text told before it."""
        words = self._words
        if self._telling is not _TASK and words.says_short(own) and not words.asks(own):
            return _LIMIT
        if self._is_ahead(own, opening):
            return _TASK
        if "will" in words.cues.tags and words.cues.first("will", own.start, min(own.end, own.start + MAIN_CLAUSE)):
            return _TASK
        if self._is_wanting(own):
            return _LIMIT
        kind = self._of_report(own, opening, link)
        if kind is _RESULT and self._opened is None and self._is_of_period(own.start, opening):
            self._opened = next((named.period for named in periods_of_key(opening)), None)
        return kind

    def _is_ahead(self, own: Span, opening: str) -> bool:
        """Tell whether the sentence opens with a period that lies ahead."""
        if not self._looks_ahead(own.start, opening):
            return False
        # Where only the text before tells what is looked back on, work said to be done is no work to come.
        return bool(self._told.reviewed or self._told.ahead) or not self._words.did(
            Span(own.start, min(own.end, own.start + MAIN_CLAUSE))
        )

    def _of_report(self, own: Span, opening: str, link: str) -> StatementKind | None:
        self._details = link.startswith("cụ thể")
        if "nổi bật" in link or self._looks_back(own.start, opening):
            # The text goes back to the work done: orders that follow are no speaker's.
            self._after_speech = False
            return _RESULT
        return self._of_work(own, opening)

    def _is_wanting(self, own: Span) -> bool:
        """Tell whether the sentence tells a shortcoming; among tasks only one said in so many words."""
        words = self._words
        if self._telling is not _TASK:
            # That nothing is said to be short, or that it is asked for, is known by now.
            return words.tells_want(own) and not words.asks(own)
        return words.says_short(own) and not (words.asks(own) or words.sets_work(own) or words.orders(own.start))

    def _turns(self, span: Span, own: Span) -> bool:
        """Tell whether the text turns to shortcomings here; one named in a request is work to do."""
        if not (self._words.names_want(span) or (self._telling is not _TASK and self._words.contrasts(own))):
            return False
        return not ((self._telling is _TASK or span.start in self._spoken) and self._words.asks(span))

    def _speech(self, span: Span) -> StatementKind | None:
        kind = self._of_speech(span)
        # After praise, or words that set nothing, an order without a subject is the speaker's.
        self._after_speech = kind is not _TASK
        if kind is None:
            self._telling = None
        return kind

    def _of_speech(self, span: Span) -> StatementKind | None:
        words, cues = self._words, self._words.cues
        if words.asks(span) or words.key.find("cam kết", *span) >= 0:
            return _TASK
        if cues.first("praise", *span):
            also = words.key.find("đồng thời", *span)
            goes_over = also > 0 and words.sets_work(Span(also, span.end))
            return _TASK if goes_over or words.key.find(" sẽ ", *span) >= 0 else _RESULT
        presents = cues.first("told_only", *span) is not None and cues.first("will", *span) is None
        presents = presents or (words.key.find("dự báo tình hình", *span) >= 0 and not words.sets_work(span))
        if words.falls_short(span) and not presents:
            # "tình hình còn phức tạp, đòi hỏi … phải …"
            calls = words.key.find("đòi hỏi", *span)
            return _TASK if calls >= 0 and words.sets_work(Span(calls, span.end)) else _LIMIT
        if presents or cues.first("importance", *span):
            return None
        if (
            words.sets_work(span)
            or cues.first("future", *span)
            or cues.first("will", *span)
            or cues.first("aimed", *span)
        ):
            return _TASK
        told = words.done(span) or _PAST.search(span.of(words.key)) or cues.first("achieved", *span)
        return _RESULT if told else None

    def _of_work(self, span: Span, opening: str) -> StatementKind | None:
        words = self._words
        orders = words.orders(span.start)
        main = span if span.end - span.start <= MAIN_CLAUSE else as_span((span.start, span.start + MAIN_CLAUSE))
        if self._goes_on(span, opening, orders=orders):
            return self._telling
        if (
            words.must(main, early=orders and self._telling is _RESULT)
            or words.sets_ahead(main)
            or self._is_aim(span, opening)
            or (orders and self._after_speech and not words.did(main))
        ):
            return _TASK
        if words.cues.first("request", *main) and _PROPOSES.search(main.of(words.key)):
            return _TASK
        under_way = "under_way" in words.cues.tags and self._telling is not _LIMIT
        under_way = under_way and words.cues.first("under_way", *main) is not None
        if under_way or words.done(span) or (orders and self._telling is _RESULT):
            return _RESULT
        if words.sets_work(main) or self._is_told_to(opening):
            return _TASK
        return self._by_place(span, main)

    def _is_told_to(self, opening: str) -> bool:
        """Tell whether those a speaker talked to are the subject: "các đơn vị quan tâm …" after a request."""
        return self._after_speech and self._telling is not _RESULT and _THOSE_TOLD.match(opening) is not None

    def _is_aim(self, span: Span, opening: str) -> bool:
        if "aim" in self._words.ways[span.start] and _AIM.match(opening):
            return True
        sets = self._words.key.find("đề ra ", *span)
        return sets >= 0 and _SETS_OUT.search(self._words.key, sets, span.end) is not None

    def _goes_on(self, span: Span, opening: str, *, orders: bool) -> bool:
        """Tell whether the sentence goes on with the shortcoming or the task before it."""
        if self._telling is _LIMIT:
            own_words = self._details or _SAME_MATTER.match(opening) or _BUT.search(self._words.key, *span)
            return own_words is not None and not self._words.asks(span)
        if self._telling is not _TASK or not (orders or opening.startswith("để ")):
            return False
        return not self._words.did(as_span((span.start, span.start + len(opening))))

    def _by_place(self, span: Span, main: Span) -> StatementKind | None:
        if self._telling is _TASK:
            return _TASK
        if self._telling is not _RESULT and self._words.cues.first("aimed", *main):
            return _TASK
        if self._telling is _LIMIT:
            return _LIMIT
        if self._words.cues.first("importance", *span) and self._words.key.find("liên tiếp", *span) < 0:
            return None
        told = self._telling or self._words.cues.first("achieved", *span) or _IN_MONTHS.search(main.of(self._words.key))
        return _RESULT if told else None

    def _is_of_period(self, start: int, opening: str) -> bool:
        return "period" in self._words.ways[start] and _OF_PERIOD.match(opening) is not None

    def _looks_ahead(self, start: int, opening: str) -> bool:
        if not self._is_of_period(start, opening):
            return False
        reviewed = self._told.reviewed or self._opened
        named = periods_of_key(opening, reviewed.last.year if reviewed else None)
        if named and self._told.held and named[0].period.last < self._told.held:
            return False
        if reviewed and named:
            return named[0].period.first > reviewed.last
        if self._told.ahead and named:
            return named[0].period.first >= self._told.ahead.first
        return _AHEAD_WORDS.search(opening) is not None

    def _looks_back(self, start: int, opening: str) -> bool:
        if "past" in self._words.ways[start] and _ON_THE_PAST.match(opening):
            return True
        reviewed = self._told.reviewed
        if reviewed is None or not self._is_of_period(start, opening):
            return False
        named = periods_of_key(opening, reviewed.last.year)
        return bool(named) and named[0].period.last <= reviewed.last
