"""Sentences that tell what something is or is like, not what was done or is to be done.

What a law provides, what a project costs, what a class is good for, how matters stand in the world, a courtesy:
they stand among results and tasks and are neither.
"""

from tongket.document.seldom import seldom
from tongket.reading.cues import opens
from tongket.reading.statements.wording import Wording
from tongket.terms.span import Span

# What something is or means, not what is to be done.
_MATTERS = seldom(
    r"(?:đây|đó)(?: cũng| chính)? là"
    r"|(?:việc|hội nghị|hội thi|cuộc thi|đại hội|lễ|chương trình|hội thảo|thành công|kết quả|sự kiện|lớp|hoạt động)"
    r"\b[^.;]{0,160}? là "
)
# What those who took part in an occasion have of it; what an inspection or a talk with a body found is another thing.
_THROUGH = seldom(
    r"(?:thông )?qua (?:các |đợt |chương trình |nội dung |những )*(?:lớp|khóa|hội nghị|hội thảo|tọa đàm|cuộc thi"
    r"|hội thi|buổi (?!làm việc|kiểm tra|giám sát|khảo sát)|học tập, quán triệt|chuyên đề|hội trại|ngày hội)"
)
_LAW = seldom(
    r"(?:theo )?(?:luật|bộ luật|nghị định|thông tư|quy chế|quy định|đề án|chỉ thị|kết luận|nghị quyết|hướng dẫn|dự thảo"
    r"|điều lệ|pháp lệnh)\b[^.;]{0,150}? (?:gồm(?: có)? \d|có hiệu lực|quy định (?:rõ|cụ thể|chi tiết|về)|áp dụng "
    r"|có \d+ (?:chương|điều|phần|mục)|được (?:chia|kết cấu|bố cục))"
)
_LAWS = (
    "luật ", "bộ ", "nghị ", "thông ", "quy ", "đề ", "chỉ ", "kết ", "hướng ", "dự ", "điều ", "pháp ", "theo ",
)  # fmt: skip
_YEAR_IS = seldom(r"(?:năm|quý) [\dIVXivx/ ]{1,8}(?:năm \d{4} )?(?:là (?:năm|thời điểm|quý)|có ý nghĩa|có vai trò)")
_DIGIT = seldom(r"\d")
_WORLD = seldom(r"\b(?:của|trên) thế giới\b|\bthế giới (?:nói chung|hiện nay)")
# What a subject that was not told of does to others, where nothing was told yet.
_EFFECT = ("qua đó", "từ đó", "góp phần", "trên cơ sở đó", "công trình giúp", "công trình sẽ", "chương trình giúp")


def is_on_setting(wording: Wording, span: Span, *, tells: bool) -> bool:
    """Tell whether a sentence describes something and tells nothing of the work.

    Args:
        wording: The text.
        span: The sentence, from its first word.
        tells: Whether the text is telling results, shortcomings or tasks already.
    """
    key, (start, end) = wording.key, span
    ways = wording.ways[start]
    describes = (
        ("setting" in ways and opens("setting", key, start) > start)
        or (not tells and key.startswith(_EFFECT, start))
        or ("law" in ways and key.startswith(_LAWS, start) and _LAW.match(key, start, end) is not None)
    )
    if describes:
        return not (wording.did(span) or wording.asks(span))
    if "matters" in ways and _matters(wording, span):
        return True
    if key.startswith(("năm ", "quý "), start) and _is_on_year(wording, span):
        return True
    if key.startswith(("qua ", "thông qua "), start) and _is_through(wording, span):
        return True
    if key.find("thế giới", start, end) >= 0 and _WORLD.search(key, start, end):
        return not (wording.did(span) or wording.sets_work(span) or wording.cues.first("future", *span))
    return False


def _is_on_year(wording: Wording, span: Span) -> bool:
    """Tell whether a sentence says what year it is: "năm 2025 là năm bản lề …"; a record kept for years is another."""
    if _YEAR_IS.match(wording.key, *span) is None or wording.key.find("liên tiếp", *span) >= 0:
        return False
    return not (wording.did(span) or wording.asks(span) or wording.cues.first("will", *span))


def _matters(wording: Wording, span: Span) -> bool:
    if wording.key.find(" là ", *span) < 0 or _MATTERS.match(wording.key, *span) is None:
        return False
    cues = wording.cues
    if not cues.first("importance", *span) or wording.key.find("nhiệm vụ", *span) >= 0:
        return False
    return not (wording.did(span) or wording.sets_work(span))


def _is_through(wording: Wording, span: Span) -> bool:
    if _THROUGH.match(wording.key, *span) is None or wording.did(span) or wording.asks(span):
        return False
    if _DIGIT.search(wording.key, *span):
        return False
    return wording.key.find("cho thấy", *span) < 0 and not wording.falls_short(span)
