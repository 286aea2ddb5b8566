"""What the words of one sentence say: was it done, must it be done, was it wanting."""

from tongket.document.seldom import seldom
from tongket.reading.cues import Cues, opens
from tongket.reading.statements.openings import Ways
from tongket.terms.span import Span

# How far the main clause of a sentence and the words beside a cue reach (characters).
MAIN_CLAUSE, BESIDE = 220, 45
# How far in a sentence its opening reaches: a period, a speaker, a connective.
OPENING = 60
# `đã` in "nhiệm vụ đã đề ra" only names the task: a clause that hangs on a noun and ends right there.
_ASIDE = seldom(
    r"đã (?:đề ra|đạt được|xác định|nêu|ký kết|đặt ra|ban hành|được giao|đăng ký|phê duyệt|được phê duyệt)"
    r"\s*(?:[.,;:…]|$|trong |tại |của )"
)
_NUMBER = seldom(r" (?:trên |hơn |gần |khoảng )?\d")
# An order holds as one only where it is given early in the sentence.
_EARLY = 80
# How far in a sentence the time to come may be told that all of it is on (characters).
_AT_ONCE = 12
# The word of work done.
_DID = " đã "
_ALWAYS = " luôn "
_MUST = frozenset({"cần", "phải", "đề nghị", "yêu cầu", "cần phải", "cần tập trung", "kiến nghị", "phấn đấu"})
_SAYS_WANT = seldom(r"(?:còn|vẫn|gặp|một số|nhiều|bộc lộ|không ít|những|về)\b[^,;:.]{0,20}$")
_STILL = seldom(r"\b(?:còn|vẫn|bộc lộ|gặp)\b")
_MENDED = seldom(
    r"(?<!\w)(?:đã )?(?:cơ bản |từng bước |kịp thời )?(?:đã )?được (?:[^,.;]{0,24} )?"
    r"(?:khắc phục|tháo gỡ|giải quyết|xử lý)"
)
# Before a word of mending they make it the name of a work.
_AS_NOUN = ("việc ", "công tác ", "tiến độ ", "quá trình ", "kết quả ")
# "mặc dù còn nhiều khó khăn, …": what follows is what is told.
_GRANTS = seldom(
    r"(?:[^,.;:]{0,40}(?:khẳng định|đánh giá|nhấn mạnh|cho biết|nêu rõ)(?: rằng)?[,:]? ?)?(?:tuy nhiên, )?"
    r"(?:mặc dù|dù|tuy|trong (?:điều kiện|bối cảnh)|trước những|vượt qua) (?!nhiên|vậy)"
)
# What is the better the less there is of it, and words of little.
_HARM = seldom(
    r"(?:tai nạn|tội phạm|vi phạm|hộ nghèo|hộ cận nghèo|tỷ lệ nghèo|thiệt hại|tệ nạn|khiếu nại|đơn thư|dịch bệnh|ca mắc"
    r"|người chết|tử vong|cháy|ô nhiễm|thất nghiệp|nợ đọng|tồn đọng|sinh con thứ|tảo hôn|bạo lực|ùn tắc|bỏ học)"
)
_LITTLE = frozenset(
    {"ngày càng giảm", "thấp hơn so với", "thấp so với", "rất thấp", "khá thấp", "ở mức thấp", "mới chỉ", "còn thấp"}
)
_CAUSE = seldom(r"nguyên nhân (?:chủ yếu|chủ quan|khách quan|của|là|do|chính|dẫn đến|cơ bản|một phần)\b")
_CONTRAST = seldom(r"(?:tuy nhiên|tuy vậy|mặc dù vậy|song bên cạnh|thế nhưng)\b")


class Wording:
    """Answers what sentences of one text say by their own words."""

    def __init__(self, key: str, cues: Cues) -> None:
        """Take the key of a text and its cues."""
        self.key, self.cues = key, cues
        # Whether a degree may stand before a full stop at all (`breaks_at_degree`): on few pages one does.
        self.degrees = "s." in key
        self.ways = Ways(key)

    def asks(self, span: Span) -> bool:
        """Tell whether someone asks for work."""
        return self.cues.first("asked", *span) is not None

    def sets_work(self, span: Span) -> bool:
        """Tell whether the sentence sets work to be done."""
        return self.cues.first("set", *span) is not None

    def must(self, main: Span, *, early: bool) -> bool:
        """Tell whether the sentence says that something must be done, before it says that anything was.

        Args:
            main: The main clause.
            early: Whether it counts only near the start of the sentence.
        """
        done = self.key.find(_DID, main.start, main.end)
        end = done if done >= 0 else main.end
        if early:
            end = min(end, main.start + _EARLY)
        met = self.cues.within("set", main.start, end)
        if not met:
            return False
        # "… luôn …": what is a habit is no order.
        habit = self.key.find(_ALWAYS, main.start, end)
        return any(self.key[cue.start : cue.end] in _MUST and not 0 <= habit < cue.start - len(_ALWAYS) for cue in met)

    def did(self, span: Span) -> bool:
        """Tell whether the sentence holds the word of work done, `đã`."""
        return self.key.find(_DID, max(0, span.start - 1), span.end) >= 0

    def done(self, span: Span) -> bool:
        """Tell whether the main clause says that the work was done."""
        end = min(span.end, span.start + MAIN_CLAUSE)
        for cue in self.cues.within("worked", span.start, end):
            if not _ASIDE.match(self.key, cue.start):
                return True
        met = self.cues.within("done_by", span.start, end)
        return bool(met) and any(_NUMBER.match(self.key, cue.end) for cue in met)

    def orders(self, start: int) -> bool:
        """Tell whether an order begins at `start`: a verb without a subject."""
        return "order" in self.ways[start] and opens("order", self.key, start) > start

    def names_want(self, span: Span) -> bool:
        """Tell whether the sentence opens by turning to shortcomings and names one that is not mended."""
        lead = self.cues.first("limit_lead", span.start, min(span.end, span.start + OPENING))
        if lead is None or self.cues.first("request", span.start, lead.start) or self._is_mended(lead.end, span.end):
            return False
        granted = self._conceded(span)
        if granted > lead.start:
            # "tuy còn những khó khăn nhất định nhưng …": told is what comes behind.
            return (
                self.cues.first("want", granted, span.end) or self.cues.first("limit", granted, span.end)
            ) is not None
        return (self.cues.first("want", *span) or self.cues.first("limit", lead.end, span.end)) is not None

    def contrasts(self, span: Span) -> bool:
        """Tell whether the sentence sets itself against what was achieved and tells nothing done."""
        if "contrast" not in self.ways[span.start] or _CONTRAST.match(self.key, span.start) is None:
            return False
        if self.did(span) or self.asks(span):
            return False
        # "tuy nhiên, cần rà soát lại …" asks for work.
        wants = self.sets_work(Span(span.start, min(span.end, span.start + OPENING)))
        return not wants or self.falls_short(span)

    def sets_ahead(self, main: Span) -> bool:
        """Tell whether the main clause speaks of a time to come and of nothing done."""
        ahead = self.cues.first("future", *main)
        if ahead is None:
            return False
        if self.key.endswith("tới", ahead.start, ahead.end) and ahead.start - main.start < _AT_ONCE:
            # "Trong thời gian tới, …": whatever was decided before.
            return True
        return not self.did(main) or self.key[ahead.end : ahead.end + 1] == ":"

    def says_short(self, span: Span) -> bool:
        """Tell whether a predicate says in so many words that something is wanting."""
        met = self.cues.within("lacking", *span)
        if not met:
            return False
        start = self._conceded(span)
        return any(
            cue.start >= start
            and not self._mended(span, cue.start)
            and not self._little_harm(span, cue)
            and not self._is_mended(cue.end, min(span.end, cue.end + BESIDE))
            for cue in met
        )

    def _is_mended(self, start: int, end: int) -> bool:
        """Tell whether what stands in `[start, end)` was mended; "được" is in whatever the pattern meets."""
        return self.key.find("được ", start, end) >= 0 and _MENDED.search(self.key, start, end) is not None

    def _little_harm(self, span: Span, cue: Span) -> bool:
        """Tell whether what there is little of is a harm: "số vụ tai nạn ngày càng giảm"."""
        return self.key[cue.start : cue.end] in _LITTLE and _HARM.search(self.key, span.start, cue.start) is not None

    def _mended(self, span: Span, at: int) -> bool:
        """Tell whether the words before a shortcoming do something about it; "việc xử lý … chưa nghiêm" does not."""
        return any(
            not self.key.endswith(_AS_NOUN, span.start, mend.start)
            for mend in self.cues.within("mend", max(span.start, at - BESIDE), at)
        )

    def falls_short(self, span: Span) -> bool:
        """Tell whether the sentence tells of a shortcoming of the work, not of one met, mended or foreseen."""
        return self.says_short(span) or self.tells_want(span)

    def tells_want(self, span: Span) -> bool:
        """Tell whether the sentence names a shortcoming of the work as a thing."""
        met = self.cues.within("want", *span)
        start = self._conceded(span) if met else span.start
        for cue in met:
            if cue.start < start:
                continue
            if self.key.startswith("nguyên nhân", cue.start) and not _CAUSE.match(self.key, cue.start, span.end):
                continue
            low = max(span.start, cue.start - BESIDE)
            before = self.key[low : cue.start]
            if not (_SAYS_WANT.search(before) or not before.strip()) or self.cues.within("shown", low, cue.end):
                continue
            if _STILL.search(before) or not self.did(span):
                return True
        return False

    def _conceded(self, span: Span) -> int:
        """Return where a clause ends that grants difficulties before it is told what was done all the same."""
        opens_with = _GRANTS.match(self.key, span.start, span.end)
        if opens_with is None:
            return span.start
        for turn in (" nhưng ", " song "):
            if (at := self.key.find(turn, opens_with.end(), span.end)) >= 0:
                return at
        did = self.key.find(_DID, opens_with.end(), span.end)
        did = did if did >= 0 else self.key.find(" vẫn đạt", opens_with.end(), span.end)
        comma = self.key.rfind(",", opens_with.end(), did) if did >= 0 else -1
        return comma if comma >= 0 else span.start
