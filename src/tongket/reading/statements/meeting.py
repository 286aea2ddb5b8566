"""Sentences on the meeting itself: who came, who spoke, what was discussed, which honours were handed over."""

from tongket.document.seldom import seldom
from tongket.reading.sentences import breaks_at_degree
from tongket.reading.statements.wording import OPENING, Wording
from tongket.terms.span import Span

# How far the opening of such a sentence reaches, and the shorter stretch in which guests are named (characters).
_OPENING, _GUESTS_WITHIN = 150, 140
# A sentence that short which names guests or a chair says nothing else.
_SHORT_NEWS = 120
# Who takes part in a class or a contest, and what it consists of.
_TAKES_PART = seldom(
    r"(?:hội thi|cuộc thi|hội thao|lớp (?:bồi dưỡng|tập huấn|học|đào tạo)(?! nhằm)|khóa (?:học|bồi dưỡng)"
    r"|đối tượng tham"
    r"|các thí sinh"
    r"|(?:có |đặc biệt,? )?\d+ (?:thí sinh|học viên|đội|vận động viên|diễn viên)\b(?! ngũ)"
    r"|thí sinh|tham gia (?:lớp|hội thi|cuộc thi|hội thao|khóa)|với sự tranh tài"
    r"|(?:trong thời gian|sau|trong) \d+ (?:ngày|tuần)|các giảng viên|các học viên (?:được|sẽ|đã|tham gia|nghe)"
    r"|tham dự lớp|tại đây, các|ban tổ chức (?:nhận|đã nhận|cũng)|đa số các)\b"
)
_CONTEST = ("cuộc thi", "hội thi")
_CONTEST_DONE = seldom(r"\bsau (?:gần |hơn )?\d+ (?:tuần|tháng|năm) (?:triển khai|phát động|tổ chức)|điểm mới")
_AWARD_OPENING = seldom(
    r"(?:nhân dịp này|dịp này|tại (?:hội nghị|đại hội|buổi lễ)|cũng tại|trong dịp này|kết thúc|đại hội|hội nghị)\b"
)
_GUEST_OPENING = seldom(
    r"(?:cùng |về |đến |tới |cùng về )?(?:tham )?dự\b(?! thảo| kiến| báo| án| toán| phòng)|về phía[^.;:]{0,120}\bcó\b"
    r"|(?:cùng )?(?:tiếp(?! thu| tục| theo| đó| nhận)|đón|cùng đi)\b[^.;:]{0,60}(?:đoàn(?! viên| thể| kết)|có)\b"
    r"|(?:đồng )?chủ trì\b|khách mời\b"
    r"|tham gia (?:hội nghị|buổi)|(?:tại )?(?:điểm|đầu) cầu[^.;:]{0,70}\bcó\b"
)
# "Dự và phát biểu tại hội nghị, đồng chí X khẳng định …": what is said is told.
_COMES_AND_SAYS = seldom(
    r"(?:đến |về |tới |tham )?dự và (?:có bài )?phát biểu[^;]{0,300}?"
    r"(?:khẳng định|nhấn mạnh|đánh giá|ghi nhận|cho biết)"
)
_GUESTS_ARE = seldom(r"dự (?:hội nghị|buổi|đại hội|lễ|chương trình|cuộc|hội thảo)[^.;:]{0,50}? (?:còn )?có\b")
_IN_THE_CHAIR = seldom(r"\S[^,]{0,90} chủ trì (?:hội nghị|buổi|cuộc|phiên)")
_ALL_CAME = seldom(r"(?:tham dự|đến dự|cùng dự|về dự|tới dự|với đoàn[^.,;:]{0,24})\W*$")
# Whoever counts meetings tells of work, not of this one.
_COUNTS_MEETINGS = seldom(r"(?<!\w)(?!0?1 )\d[\d.]* (?:hội nghị|lớp|buổi|cuộc|đợt|kỳ họp|phiên họp)\b")
_GUESTS = seldom(r"\b(?:đồng chí|ông|bà|lãnh đạo|đại diện)\b")
# The longest such ending (characters).
_CAME = 44
_SUBJECT = seldom(
    r"(?:hội nghị|đại hội|buổi lễ|buổi làm việc|cuộc họp|phiên họp|hội thảo|tọa đàm|lễ|chương trình) "
    r"(?:do |nhằm |được tổ chức|được kết nối|đã diễn ra|diễn ra|kết thúc|đã tiến hành|tiến hành|thành công|cũng |còn "
    r"|đã nghe|(?:đã )?(?:được )?(?:quán triệt|phổ biến|nghe)|đã bầu|bầu"
    r"|tập trung (?:đánh giá|thảo luận|nêu|làm rõ|kiểm điểm)|đánh giá (?:công tác|kết quả|tình hình)"
    r"|có sự|đã phát huy)"
)
# Those who met weigh the work as a whole; what they found is told only where it is named.
_WEIGHS = seldom(
    r"(?:đồng thời,? |bên cạnh đó,? |bên cạnh [^,.;]{0,40}kết quả[^,.;]{0,40}, |qua đó,? |đặc biệt,? |tại )*"
    r"(?:hội nghị|cuộc họp|buổi họp|đại hội|buổi làm việc"
    r"|phiên họp|các đại biểu|đại biểu|ban thường vụ|các ý kiến|hội thảo|tọa đàm|ban chấp hành) "
    r"(?:đã |cũng |còn |thẳng thắn |tập trung |dành thời gian |nghiêm túc |sôi nổi )*"
    r"(?:chỉ ra|chỉ rõ|nhìn nhận|đánh giá|phân tích|thảo luận|làm rõ|kiểm điểm|nêu|trao đổi)\b"
)
_NAMES_WANT = frozenset({"còn tồn tại", "còn hạn chế", "còn khó khăn", "còn vướng mắc", "vẫn còn", "có hạn chế"})
_NAMED = seldom(r":| như | đó là | nhất là ")
_CONCLUDES = (
    "kết luận hội nghị.",
    "chỉ đạo hội nghị.",
    "bế mạc hội nghị.",
    "kết luận buổi làm việc.",
    "nêu rõ.",
    "cho biết.",
)
# News of the event, by where the sentence sets in: told of the work only where it asks, praises or finds fault.
_AT_EVENT = seldom(
    r"(?:cũng )?(?:tại|trong khuôn khổ|trong chương trình) (?:hội nghị|buổi lễ|buổi làm việc|đại hội|cuộc họp"
    r"|phiên họp|hội thảo|lớp tập huấn|lớp bồi dưỡng|hội thi|cuộc thi|hội thao|tọa đàm"
    r"|lễ|chương trình|buổi họp)\b|(?:buổi (?:sáng|chiều|tối)|(?:chiều |sáng )?cùng ngày|tiếp đó|trước đó"
    r"|sau khi làm việc|sau đó),?\b"
)
_AT_OCCASION = seldom(r"\b(?:nhân dịp này|dịp này|tại (?:hội nghị|buổi lễ|đại hội)), [^.;]{0,60}(?:tặng|trao)\b")
_HONOURED = seldom(
    r"(?:ngoài ra,? |về )?(?:có )?(?:\d+ )?giải (?:nhất|nhì|ba|tư|a|b|c|khuyến khích|tập thể|cá nhân|đồng đội)\b"
    r"|(?:ngoài ra, |có |đã có )?(?:nhiều|\d+|các) (?:tập thể|cá nhân)[^.;]{0,60}được [^.;]{0,60}"
    r"(?:khen thưởng|tặng|trao|biểu dương|tuyên dương)"
)
_GIVES_WAYS = seldom(r"đưa ra (?:nhiều|các|một số) (?:giải pháp|kiến nghị|đề xuất)")
# What delegates heard, told after a colon and at length.
_TELLS = seldom(r"kết quả[^.:;]{0,40}:[^.]{60}")
_GIFTS = seldom(
    r"[^,.;:]{5,90} (?:đã )?(?:trao|tặng|hỗ trợ)(?: tặng)? (?:\S+ ){0,3}"
    r"(?:căn nhà|ngôi nhà|suất|phần quà|quà|bức trướng|lẵng hoa|xe đạp|xe lăn)"
)
_CHAIRS = seldom(r"chủ trì(?: (?:hội nghị|buổi|cuộc|phiên|đại hội|tại|điểm cầu)|\W*$)")
_HANDS_OVER = seldom(
    r"(?<!\w)(?<!được )trao (?:tặng )?[^.;]{0,40}(?:giải |giấy khen|bằng khen|kỷ niệm chương"
    r"|huy hiệu|huân chương|huy chương|quà|cờ )"
)
_TALK = seldom(r"thảo luận|tham luận|nghe|các ý kiến")
# An interviewer asks; a report does not.
_ASKS = ("?", '?"')
# The last sentence of a written report.
_CLOSING = seldom(r"trên đây là (?:báo cáo|kết quả|nội dung|tình hình|một số)\b")


def is_on_meeting(wording: Wording, span: Span, *, spoken: bool) -> bool:
    """Tell whether a sentence tells of the meeting and nothing of the work.

    Args:
        wording: The text.
        span: The sentence.
        spoken: Whether an official speaks in it.
    """
    start, end = span
    if wording.key.endswith(_ASKS, start, end):
        return True
    if "closing" in wording.ways[start] and _CLOSING.match(wording.key, start):
        return True
    if wording.degrees and (breaks_at_degree(wording.key, start) or breaks_at_degree(wording.key, end)):
        return not wording.done(span)
    return _is_on_guests(wording, span) or _is_on_talks(wording, span, spoken=spoken)


def _tells_all_the_same(wording: Wording, span: Span, opening: str) -> bool:
    """Tell whether a sentence that sets in as news tells of work: what a guest said, how a contest of months went."""
    if opening.startswith(_CONTEST) and _CONTEST_DONE.search(opening):
        return True
    return "phát biểu" in opening and _COMES_AND_SAYS.match(wording.key, *span) is not None and wording.did(span)


def _is_on_guests(wording: Wording, span: Span) -> bool:
    # Few sentences name guests: what speaks against it is asked of these alone.
    if not _names_guests(wording, span) or wording.asks(span):
        return False
    opening = wording.key[span.start : span.start + _OPENING]
    praises = wording.cues.first("praise", *span) and wording.cues.first("speak", *span)
    return not praises and not _tells_all_the_same(wording, span, opening)


def _names_guests(wording: Wording, span: Span) -> bool:
    key, (start, end) = wording.key, span
    short = end - start < _SHORT_NEWS
    if _opens_with_guests(wording, start):
        return True
    tail = key[max(start, end - _CAME) : end]
    if (" dự" in tail or "với đoàn" in tail) and _ALL_CAME.search(tail):
        if key.find("tổ chức", start, end) >= 0 or _COUNTS_MEETINGS.search(key, start, end):
            return False
        return short or _GUESTS.search(key, start, end) is not None
    chairs = key.find("chủ trì", start, end)
    if chairs >= 0 and (
        _IN_THE_CHAIR.match(key[start : start + _OPENING])
        or (_CHAIRS.search(key, chairs, end) and not wording.cues.first("praise", start, end))
    ):
        return True
    return short and wording.cues.first("guests", start, end) is not None


def _opens_with_guests(wording: Wording, start: int) -> bool:
    key, ways, end = wording.key, wording.ways[start], start + _OPENING
    if "guests" in ways and _GUEST_OPENING.match(key[start:end]):
        return True
    if "takes part" in ways and _TAKES_PART.match(key[start:end]):
        return True
    came = key.find("dự ", start, start + _GUESTS_WITHIN)
    return came >= 0 and _GUESTS_ARE.search(key[came : start + _GUESTS_WITHIN]) is not None


def is_on_honours(wording: Wording, span: Span, *, after_honours: bool) -> bool:
    """Tell whether a sentence tells who was honoured, or after such a one who was given what."""
    key, (start, end) = wording.key, span
    cues = wording.cues
    if (
        "awarded" in cues.tags
        and cues.first("awarded", start, end)
        and (_AWARD_OPENING.match(key, start) or _AT_OCCASION.search(key, start, end))
    ):
        return True
    if "honoured" in wording.ways[start] and _HONOURED.match(key, start):
        return True
    if after_honours and _GIFTS.match(key, start, end):
        return True
    end = min(end, start + _OPENING)
    if key.find("trao ", start, end) < 0:
        return False
    return _HANDS_OVER.search(key, start, end) is not None and not wording.asks(span)


def _weighs_only(wording: Wording, span: Span) -> bool:
    """Tell whether those who met only weighed results and shortcomings, none of which is told."""
    if "weighs" not in wording.ways[span.start]:
        return False
    if _WEIGHS.match(wording.key, *span) is None or _NAMED.search(wording.key, *span):
        return False
    short = {wording.key[cue.start : cue.end] for cue in wording.cues.within("limit", *span)}
    return short <= _NAMES_WANT and not wording.asks(span)


def _is_on_talks(wording: Wording, span: Span, *, spoken: bool) -> bool:
    if _weighs_only(wording, span) or _is_news(wording, span, spoken=spoken):
        return True
    talks = wording.cues.first("meeting", span.start, min(span.end, span.start + _OPENING))
    if talks is None:
        return False
    if (wording.names_want(span) or wording.says_short(span)) and not _talks_of_it(wording, span, talks):
        return False
    if _TELLS.search(wording.key, talks.end, span.end):
        return False
    asked = wording.cues.first("request", span.start, talks.start)
    return not (asked or _GIVES_WAYS.search(wording.key, span.start, talks.end + OPENING))


def _is_news(wording: Wording, span: Span, *, spoken: bool) -> bool:
    """Tell whether the meeting is the subject or the place and nothing is told of the work."""
    key, start = wording.key, span.start
    if key.endswith(_CONCLUDES, start, span.end) and not wording.asks(span):
        return True
    ways = wording.ways[start]
    if "subject" in ways and _SUBJECT.match(key, start) and not wording.falls_short(span):
        return True
    if spoken or "at event" not in ways:
        return False
    return _AT_EVENT.match(key, start) is not None and not _tells_of_work(wording, span)


def _talks_of_it(wording: Wording, span: Span, talks: Span) -> bool:
    """Tell whether the shortcoming is only what was talked about: "đã thảo luận về những khó khăn …"."""
    if wording.cues.first("limit_lead", span.start, talks.start) or wording.says_short(span):
        return False
    return _TALK.search(wording.key, talks.start, talks.end) is not None


def _tells_of_work(wording: Wording, span: Span) -> bool:
    gives = _GIVES_WAYS.search(wording.key, *span)
    praises = wording.cues.first("praise", *span) or "đánh giá" in span.of(wording.key)
    return bool(gives or praises or wording.asks(span) or wording.says_short(span))
