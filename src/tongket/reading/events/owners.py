"""Whose meeting it is, where its name says so: "phiên họp thứ 9 của Ủy ban …", "hội nghị tổng kết năm 2020 của …"."""

import re

from tongket.document.seldom import seldom
from tongket.reading.events.body_names import BODY_FIRST, LOWER_BODY
from tongket.reading.page import Page
from tongket.terms.span import Span

_ENDS = (
    r"(?=[,;(]|(?<!tp)\.|$| (?:với|sáng|chiều|tối|trưa|ngày|vào|nhằm|để|tổ chức|diễn ra|đã|vừa|do|được|năm|tháng|quý"
    r"|tại|từ|về|khóa|nhiệm kỳ|hôm|có|là|phát biểu|thành công|khai mạc|bế mạc)\b)"
)
_CONGRESS = seldom(
    r"đại hội (?:đại biểu |thi đua )?(?P<host>(?:hội|công đoàn|đoàn|đảng bộ|liên đoàn|mttq|mặt trận)"
    r"[^,.;()]{2,60}?) lần thứ"
    r"|đại hội [^.;]{0,60}?(?:lần thứ \w+|nhiệm kỳ \d{4}\s?-\s?\d{4}),? (?:của )?"
    r"(?P<named>(?:đảng bộ|chi bộ|hội|công đoàn|đoàn|liên đoàn|mttq|mặt trận) [^,.;()]{2,70}?)" + _ENDS
)
# "Tại phiên họp thứ 9 của Ủy ban …": whose session it is.
_SESSION_OF = seldom(
    r"(?:phiên họp|kỳ họp|cuộc họp|hội nghị)(?: (?:thường kỳ|định kỳ|toàn thể|chuyên đề|bất thường))?(?: lần)?"
    r"(?: thứ (?:[ivxl]+|\d+|nhất|hai|ba|tư))?(?: tháng \d+)? của (?P<host>(?:ban (?:chỉ đạo|chấp hành|thường vụ)"
    r"|ủy ban|uỷ ban|hội đồng|thường trực|đoàn chủ tịch|hđnd|ubnd|tiểu ban)"
    r" (?:(?:[^,.;()]{0,30}phòng, )?chống tham nhũng,(?: lãng phí,)? |[^,.;()]{0,30}phòng, )?"
    r"(?:[^,.;()]|(?<=tp)\.){2,70}?)"
    r"(?=[,;(]|(?<!tp)\.| (?:và|sáng|chiều|ngày|tối|vào|khóa|về|nhằm|để|tổ chức|diễn ra|đã|do|năm|tháng)\b)"
)
# "… kỳ họp thứ 8 Quốc hội khóa XV", "Hội nghị trực tuyến Chính phủ với các địa phương".
_NAMED_AFTER = seldom(
    r"(?:(?<!sau )(?<!trước )kỳ họp (?:(?:lần )?thứ )?[^\s,]+(?: \([^()]{4,30}\))?,? (?:của )?"
    r"|hội nghị (?:trực tuyến )?(?:giữa )?|họp báo (?:thường|định) kỳ )"
    r"(?P<host>quốc hội|chính phủ(?= với )|(?:hđnd|hội đồng nhân dân(?: \(hđnd\))?|bộ|ubnd)"
    r" (?:[^,.;()]|(?<=tp)\.){2,60}?)" + _ENDS
)
# "Theo đánh giá của Cục … tại hội nghị tổng kết năm 2020": a body judges the year at a meeting of its own.
_JUDGED = seldom(
    r"(?:đánh giá|nhận định|báo cáo)(?: chung)? của (?P<host>[^,.;()]{6,80}?),? tại hội nghị"
    r" (?:sơ kết|tổng kết|triển khai)"
)
_MEETING = re.compile(r"hội nghị|hội thảo|cuộc họp|buổi họp|phiên họp|họp báo|giao ban|đại hội|kỳ họp|lễ (?:tổng|kỷ)")
# What of theirs a meeting is about does not hold it: "hội nghị triển khai Nghị quyết năm 2020 của Chính phủ".
_DOCUMENT = re.compile(
    r"nghị quyết|chỉ thị|kết luận|quyết định|quy định|nghị định|thông tư|kế hoạch số|luật|đề án|công điện"
)
# A body's own meeting is told by a period, a habit or its bare name right before "của".
_RIGHT_BEFORE = re.compile(
    r"(?:\d{4}|(?:thường|định) kỳ|trực tuyến|thường niên|(?:đầu|cuối) năm|(?:tháng|quý) [\divx]{1,4}"
    r"|hội nghị|bất thường|(?:phiên|cuộc|buổi|kỳ) họp|họp báo|giao ban)$"
)
_OF = " của "
# As long as what `_RIGHT_BEFORE` meets (characters).
_BEFORE = 16
_OWNER = re.compile(r"(?P<host>[^,.;()]{4,110}?)" + _ENDS)


def owner_of(page: Page, sentence: Span, *, congress: bool) -> Span | None:
    """Return where the body stands whose meeting a sentence names; None where it names no one's.

    Args:
        page: The document.
        sentence: What introduces the event.
        congress: Whether it is a congress, which bears the name of who holds it.
    """
    key = sentence.of(page.key)
    found = _CONGRESS.search(key) if congress else None
    if found is None and _OF in key:
        found = _SESSION_OF.search(key) or _of_own(page, sentence) or _judging(page, sentence)
    found = found or _NAMED_AFTER.search(key)
    if found is None:
        return None
    start, end = found.span("host" if found["host"] else "named")
    return Span(sentence.start + start, sentence.start + end)


def _judging(page: Page, sentence: Span) -> re.Match[str] | None:
    """Return the body whose view of its work a sentence tells, given at a review that names no other's."""
    found = _JUDGED.search(sentence.of(page.key)) if " tại hội nghị " in sentence.of(page.key) else None
    named = found and BODY_FIRST.match(found["host"]) and page.text[sentence.start + found.start("host")].isupper()
    return found if named else None


def _of_own(page: Page, sentence: Span) -> re.Match[str] | None:
    """Return the body that holds a meeting of its own: "hội nghị tổng kết công tác năm 2020 của …"."""
    key = sentence.of(page.key)
    meeting = _MEETING.search(key)
    at = key.find(_OF, meeting.end()) if meeting else -1
    while meeting and at >= 0 and not _DOCUMENT.search(key, meeting.end(), at):
        start = at + len(_OF)
        found = _OWNER.match(key, start)
        named = page.text[sentence.start + start].isupper() or LOWER_BODY.match(page.text, sentence.start + start)
        if found and named and BODY_FIRST.match(key, start) and _RIGHT_BEFORE.search(key, max(0, at - _BEFORE), at):
            return found
        at = key.find(_OF, start)
    return None
