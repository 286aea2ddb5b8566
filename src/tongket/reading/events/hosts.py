"""The body that holds an event, as the sentence names it."""

import re

from tongket.document.seldom import seldom
from tongket.reading.abbreviations import expand
from tongket.reading.cues import Cues, opens
from tongket.reading.events.body_names import BODY_FIRST, LOWER_BODY
from tongket.reading.events.owners import owner_of
from tongket.reading.events.place_names import NAME, PLACE
from tongket.reading.keyed import fold
from tongket.reading.letters import LOWER, UPPER
from tongket.reading.page import Page
from tongket.terms.span import Span

_NO_HOST = re.compile(
    r"đồng chí|đ/c|^(?:ông|bà|các|tại|với|trong|nhằm|để|theo|thực hiện|được|hội nghị|đại hội|buổi|lễ|dưới|nhân"
    r"|sau|từ|cùng)\b|chủ trì"
)
_HOLDING = re.compile(
    r"(?:\s*\(.*?\))?(?: (?:hôm nay|hôm qua|vừa qua|mới đây|(?:sáng|chiều|tối) (?:nay|qua)))?"
    r"\s*(?:lãnh đạo|chỉ đạo|đã|vừa|long trọng|trọng thể|trang trọng|trực tiếp|sẽ"
    r"|tiếp tục"
    r"|cũng|(?<!hội )(?<!Hội )đồng)?\s*(?:(?:chủ trì,? )?phối hợp .*|chủ trì.*|đã.*)?$"
)
_DELEGATION = re.compile(
    r"^(?:đoàn (?:công tác|kiểm tra|giám sát|khảo sát|công)(?: số \d+| liên ngành)?(?: của)?|đại diện|lãnh đạo)\s+"
)
_BODY_WORD = re.compile(
    r"\s*(?:Ban|Bộ|Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|MTTQ|Tỉnh|Thành|Huyện|Thị|Hội|Đoàn|Sở|Liên|Công đoàn|Mặt trận"
    r"|Chính quyền|UBKT|BTG|Văn phòng|Thường trực)\b"
)
# A body in a list of hosts: its name and nothing else.
_BODY_ALONE = re.compile(
    r"(?:Bộ Chính trị|HĐND|UBND|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Thị ủy|Đảng ủy"
    r"|Thường trực [^,]{3,30}"
    r"|Ủy ban nhân dân|Hội đồng nhân dân|Ban (?!Thường vụ$)[^,]{3,50}|Sở [^,]{3,50}|Bộ [^,]{3,50}|Hội [^,]{3,50}"
    r"|Công đoàn [^,]{3,50})"
)
_BODY = r"(?:Ban|Bộ|Cục|Tổng cục|Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội|Đoàn|Văn phòng|Viện|Trường|Trung tâm|Liên đoàn|Báo)\b"
_JOINTLY = re.compile(
    rf" (?:chủ trì, )?phối hợp (?:với|cùng|chặt)| gồm:? | kết hợp (?:với|cùng)| cùng (?:với )?(?=[{UPPER}])"
)
_GOES_ON = re.compile(r"(?:các|ban|hội|cụm) [^,]*(?:ủy|tỉnh|huyện|thành phố|xã)$")
_SENT_BY = seldom(
    r"(?:đoàn (?:công tác|kiểm tra|giám sát|khảo sát)(?: số \d+)?(?: của)?"
    r"|(?<=, )(?=\S+ [^,]{3,60} do đồng chí [^.;]{5,120}trưởng đoàn)) ?(?P<host>[^,.;()]{4,70}?)(?= do | đã | tới "
    r"| \([^()]*\) (?:do|đã|có|đến|làm)| tiến hành| triển khai| công bố"
    r"|,| có buổi| đến | về | làm việc| kiểm tra| khảo sát| giám sát| nắm)"
)
_LED_BY = seldom(
    r"(?:^|, )(?P<host>(?:ủy ban|ban|bộ|sở|hội|thanh tra|cục|tổng cục)[^,.;]{3,110}?) do (?:đồng chí|ông|bà"
    r"|đ/c) [^.;]*đoàn"
)
# "… Trưởng Ban Tuyên giáo Trung ương dẫn đầu đoàn công tác": a delegation is that of the body whose head leads it.
_HEADED_BY = seldom(
    r"(?:bộ trưởng|thứ trưởng|chủ nhiệm|chủ tịch|trưởng ban|trưởng) (?P<host>(?:bộ|ban|ủy ban|uỷ ban|hội đồng)"
    r" [^,.;()-]{3,70}?)(?: làm trưởng đoàn| dẫn đầu (?:và )?đoàn)"
)
_SENDER = seldom(
    r"đoàn (?:công tác|kiểm tra|giám sát|khảo sát)(?: số \d+)? của (?P<host>(?:ban|bộ|ủy ban|uỷ ban|tỉnh ủy|huyện ủy"
    r"|thường trực|hđnd|ubnd|đảng ủy) ?[^,.;()]{0,60}?)"
    r"(?=[,.;(]| (?:kiểm tra|giám sát|khảo sát|làm việc|do|đã|về|đến|tại|vừa)\b)"
)
# "HĐND tỉnh: Khảo sát …": a headline that opens with who does it.
_OF_HEADLINE = seldom(
    r"(?P<host>(?:hđnd|ubnd|ubkt|ủy ban|ban|tỉnh ủy|huyện ủy|thành ủy|sở|hội|đảng ủy)\b[^,.;:()]{2,60}):(?! \d)"
)
_IN_YEAR = re.compile(r" năm \d{4}$")
_DONE_BY = seldom(r"\b(?:do|được) (?P<host>[^,.;]{4,90}?) (?:chủ trì,? )?(?:phối hợp .{0,80} )?tổ chức")
# Verbs before which stands who chairs, comes or joins, not who holds.
_NO_HOLDING = ("chủ trì", "dự", "tham dự", "diễn ra", "phối hợp", "long trọng", "đã đến")
# A body that only joins a meeting held by another.
_JOINS = re.compile(r"(?:tổ chức )?(?:kết nối|tham gia) [^.;]{0,40}(?:tham dự|dự|tham gia|điểm cầu)\b")
_PARTS = re.compile(rf"(,\s|[;:]|(?:(?<=[/.-]\d)|(?<=[/.-]\d\d)|(?<=\d{{4}}))\s+(?=[{UPPER}]))")
# Whose news it is, before the sentence begins: "TTH - Ngày 17/8, …", "VH- Ban …".
_DATELINE = re.compile(rf"\s*(?:\([^()]{{2,24}}\)|[{UPPER}]{{2,8}})\s*[-–—]\s+(?=[{UPPER}])")
# Who comes to a meeting does not hold it.
_COMES = re.compile(r" (?:đã |tham )?dự ")
# What a body does before the verb that was met.
_WORKS = re.compile(r" (?:tập trung|tham mưu|thực hiện) .*$")
# Which of its terms a body is in: "Ban Chấp hành Hội Nông dân huyện khóa X, nhiệm kỳ 2018 - 2023".
_TERM = re.compile(r",? (?:[Kk]h[oó][aá]|nhiệm kỳ) [IVXL\d][^,]*$")
# "Kho Mẫu thuộc Tổng cục … tổ chức": whose it is, no part of its name.
_BELONGS = re.compile(r"(?<=\w) (?:trực )?thuộc (?=[A-ZĐ]).*$")
# The same before a comma: "HĐND tỉnh khóa VIII, nhiệm kỳ 2016 - 2021 tổ chức …".
_TERMS = re.compile(r",?(?: [Kk]h[oó][aá] [IVXL\d]+,?)? \(?nhiệm kỳ \d{4}\s?[-–]\s?\d{4}\)?")
# "Đảng bộ phường Mẫu, TPHCM tổ chức": where the body is, not who holds.
_OF_PLACE = re.compile(
    r"(?<=\w)(?<![/.-]\d)(?<![/.-]\d\d)(?<!\d{4}), (?:TP\.? ?HCM|(?<=, )(?:tỉnh|thành phố|TP\.?) (?:[^\W\d_]+ ?){1,3})$"
)
# "Khoa Mẫu, Trường Đại học Mẫu Sơn tổ chức": the school a faculty is in does not hold.
_OF_SCHOOL = seldom(
    r"(?:^|, )(?:Khoa|Bộ môn|Viện|Trung tâm|Hội đồng) [^,]{3,90}"
    r"(?P<wider>(?:, (?:Trường |Đại học |ĐH|Học viện |Bệnh viện |Bộ )[^,]*)+)$"
)
# "Hội Mẫu,  vừa tổ chức": a comma that parts the host from the verb.
_NOW = re.compile(r",\s+(?:vừa|đã|vừa qua đã)$")
_DAY = re.compile(r"\d[/.-]\d")
# "… xã Mẫu, huyện Nậm Thử tổ chức": the district a commune is in does not hold.
_COMMUNE_OF = seldom(
    rf"(?:xã|phường|thị trấn) {NAME}(?: {NAME}){{0,3}}(?P<wider>, (?:huyện|quận|thị xã|thành phố|TP\.?) {NAME}"
    rf"(?: {NAME}){{0,2}})(?=$| [{LOWER} ]+$)"
)
_NOBODY = frozenset({"đoàn", "đoàn công", "ban"})


def host_of(page: Page, cues: Cues, sentence: Span, *, congress: bool = False) -> str | None:
    """Return the body that holds the event, in full words; None where only a chair or no one is told."""
    key = sentence.of(page.key)
    found = _of_delegation(page, sentence) if "đoàn" in key else None
    if found is None:
        names = cues.within("not_event", *sentence)
        for cue in sorted((*cues.within("holds", *sentence), *cues.within("review", *sentence))):
            # "Ủy ban Kiểm tra": the verb is the body's name.
            named = any(name.start < cue.start and cue.end <= name.end for name in names)
            host = (
                None
                if named
                or key.startswith(_NO_HOLDING, cue.start - sentence.start)
                or _JOINS.match(key, cue.start - sentence.start)
                else _subject(page, cues, sentence, cue.start)
            )
            if host:
                return expand(host, page.explained)
        found = _done_by(page, sentence)
    span = _span_of(sentence, found) or owner_of(page, sentence, congress=congress)
    span = span or _span_of(sentence, _OF_HEADLINE.match(key))
    if span is None or _NO_HOST.search(span.of(page.key)):
        return None
    return expand(_IN_YEAR.sub("", span.of(page.text)), page.explained)


def _span_of(sentence: Span, found: re.Match[str] | None) -> Span | None:
    return Span(sentence.start + found.start("host"), sentence.start + found.end("host")) if found else None


def sender_before(page: Page, introduction: Span) -> str | None:
    """Return whose delegation an earlier sentence names, where the introduction speaks of "đoàn" alone."""
    if " đoàn" not in introduction.of(page.key):
        return None
    for sentence in page.sentences:
        if sentence.start >= introduction.start:
            break
        if sender := _SENDER.search(sentence.of(page.key)):
            start = sentence.start + sender.start("host")
            host = page.text[start : sentence.start + sender.end("host")]
            return None if host[0].islower() else expand(host, page.explained)
    return None


def _of_delegation(page: Page, sentence: Span) -> re.Match[str] | None:
    """Return whose delegation came."""
    key = sentence.of(page.key)
    told = (found for pattern in (_SENT_BY, _LED_BY, _HEADED_BY) if (found := pattern.search(key)))
    return next((found for found in told if not page.text[sentence.start + found.start("host")].islower()), None)


def _done_by(page: Page, sentence: Span) -> re.Match[str] | None:
    """Return who stands before the verb of a meeting that is held by someone: "do … tổ chức", "được … tổ chức"."""
    for found in _DONE_BY.finditer(sentence.of(page.key)):
        if found.group().startswith("do") or page.text[sentence.start + found.start("host")].isupper():
            return found
    return None


def _subject(page: Page, cues: Cues, sentence: Span, verb: int) -> str | None:
    """Return the body that stands as the subject right before a verb of holding."""
    lead = _JOINTLY.split(page.text[sentence.start : verb], maxsplit=1)[0].rstrip()
    lead = _NOW.sub("", lead)
    line = _DATELINE.match(lead)
    lead = lead[line.end() :] if line else lead
    lead = _TERMS.sub("", lead) if "nhiệm kỳ" in lead else lead
    if within := _COMMUNE_OF.search(lead):
        lead = lead[: within.start("wider")] + lead[within.end("wider") :]
    if wider := _OF_SCHOOL.search(lead) if ", " in lead else None:
        lead = lead[: wider.start("wider")]
    last = _last_part(_OF_PLACE.sub("", lead)).strip()
    if _COMES.search(last):
        return None
    piece = _BELONGS.sub("", _TERM.sub("", _WORKS.sub("", _HOLDING.sub("", last)))).strip(" ,")
    sent = _DELEGATION.match(fold(piece))
    piece = piece[sent.end() :] if sent else piece
    key = fold(piece)
    placed = PLACE.match(piece)
    is_body = BODY_FIRST.match(key) or piece.split(" ")[0].isupper()
    if key in _NOBODY or not is_body or _NO_HOST.search(key) or _DAY.search(key):
        return None
    if cues.at("post", page.text.rfind(piece, sentence.start, verb)):
        return None
    named = piece[0].isupper() or LOWER_BODY.match(piece)
    return piece if named or (placed and placed.end() == len(piece)) else None


def _last_part(lead: str) -> str:
    """Return what follows the last comma, or more where the commas stand inside a list of bodies."""
    pieces = _PARTS.split(lead)
    part = pieces.pop()
    while len(pieces) > 1 and _belongs(pieces[-2], pieces[-1], part):
        part = pieces[-2] + pieces[-1] + part
        del pieces[-2:]
    return part


def _belongs(before: str, comma: str, part: str) -> bool:
    if part[:1].islower():
        # "các tỉnh ủy, thành ủy miền …": the comma stands inside the name.
        first = fold(before.strip())
        named = (BODY_FIRST.match(first) or opens("org_comma", first, 0)) and opens("org_comma", fold(part), 0)
        return bool(named) or _GOES_ON.search(fold(before)) is not None
    goes_on = _BODY_WORD.match(part) is not None or opens("org_comma", fold(part), 0) > 0
    return comma == ", " and _BODY_ALONE.fullmatch(before.strip()) is not None and goes_on
