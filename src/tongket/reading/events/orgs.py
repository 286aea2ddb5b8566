"""Whose work an event is on, and where it was held."""

import re
from collections.abc import Iterator

from tongket.document.seldom import seldom
from tongket.reading.abbreviations import expand
from tongket.reading.cues import Cues
from tongket.reading.events.place_names import (
    BARE_LEVEL,
    NAME,
    PLACE,
    commonest_province,
    in_capitals,
    is_place,
    name_of,
    of_level,
)
from tongket.reading.keyed import fold
from tongket.reading.letters import LOWER, UPPER
from tongket.reading.page import Page
from tongket.reading.places import provinces
from tongket.terms.span import Span

_OF_COMMUNES = ("xã", "phường")
_OF_DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")
_CENTRAL = re.compile(
    r"trung ương|tối cao|toàn quốc|việt nam$|^bộ |quốc hội|chính phủ|^tổng cục|^ban bí thư|^bộ chính trị"
    r"|quốc gia$|^cục .*\bbộ "
)
_VENUE = re.compile(
    rf"(?<!\w)[Tt]ại (?P<place>(?:(?:tỉnh|huyện|thành phố|thị xã|xã|phường|thị trấn|quận|điểm cầu|trung tâm"
    rf"|trường|đồn|bon|buôn|thôn|bản|ấp|xóm|khóm|tổ dân phố(?: số)?|TP\.|"
    rf"(?:hội trường|nhà|trụ sở|khu|quảng trường|sân|rạp|công viên|khuôn viên"
    rf"|di tích|bệnh viện|thư viện|tòa nhà|đình|chùa|đền thờ|đền|bảo tàng|tượng đài|phòng họp"
    rf"|thao trường|khách sạn|nghĩa trang)(?: [{LOWER}]+(?: \d+)?){{0,3}}) )?"
    rf"[{UPPER}\d](?:[^,.;:()\n]|\.(?=\d|[{UPPER}]\d))*)"
)
_HOUSE = re.compile(r"hội trường|nhà |trụ sở|khu |quảng trường|sân |rạp|công viên|khuôn viên|phòng họp")
_NO_VENUE = seldom(
    r"(?:hội nghị|đại hội|buổi|lễ|chương trình|hội thảo|cuộc|phiên|quyết định|nghị quyết|chỉ thị"
    r"|kế hoạch|điều)\b"
)
# "tại 11 xã": no name.
_COUNTED = seldom(rf"\d+ [{LOWER}]")
# Before whom an inspection is held, the surest words first.
_TARGETS = tuple(
    re.compile(rf"(?:{words})\s")
    for words in ("làm việc với|đối với", "trên địa bàn|kiểm tra|giám sát|khảo sát|nắm tình hình", "tại")
)
# Before a word of inspection these make it the name of who inspects.
_WHO_INSPECTS = ("ủy ban ", "đoàn ", "ban ", "tổ ")
# Within how many sentences an inspected place is named.
_NEAR = 5
_OWN_WORK = re.compile(r"\bcủa ((?:[Nn]gành|[Hh]ội|[Đđ]oàn|[Đđ]ảng bộ|[Kk]hối|[Cc]ụm)[^,.;:()]{2,60})\.?$")
_OWN_ENDS = re.compile(r"\s(?:diễn ra|được|tại|vào|trong|đã|ngày|sáng|chiều|năm|với)\s")
# "Sáng 30/3, Đông Thành tổ chức …": a place that holds, without its level word.
_PLACE_HOLDS = seldom(rf"\d, (?P<name>{NAME} {NAME}) (?:đã )?tổ chức\b")
# Bodies that carry no place of their own: the work is that of the place they serve.
_SERVES = seldom(
    r"(?:sở|công an|cục|chi cục|tòa án|viện|bộ chỉ huy|ban chỉ huy|báo|đài|trường|trung tâm|văn phòng|ban|thanh tra"
    r"|kho bạc|tiểu ban|hội đồng|thường trực)\b"
)
_WITHIN = re.compile(
    r"(?:(?:ban thường vụ|ban chấp hành|bch|btv) )?(?:đảng ủy|đảng uỷ|đảng bộ|chi ủy|chi bộ|công đoàn|đoàn thanh niên"
    r"|đoàn|hội sinh viên)(?: cơ sở)?(?: cơ quan| bộ phận)? "
    r"(?=công ty|tổng công ty|tập đoàn|ngân hàng|trường|đại học|học viện|bệnh viện|chi cục|bưu điện|điện lực|tạp chí"
    r"|lữ đoàn|trung đoàn|sư đoàn|nhà máy|xí nghiệp|kho bạc|cục |tổng cục)"
)
_COMMITTEES = frozenset({"đảng ủy", "đảng uỷ", "đảng bộ", "chi bộ", "ban chấp hành đảng bộ", "ban thường vụ đảng ủy"})
# "Ủy ban Kiểm tra Đảng ủy": of a committee without a name.
_OF_COMMITTEES = (" đảng ủy", " đảng uỷ", " đảng bộ")
# "… 14 tỉnh, thành phố khu vực miền Bắc": of no one of them.
_OF_MANY = seldom(
    r"(?:\d+|các) tỉnh(?:, thành(?: phố)?| ủy, thành ủy)? (?:trực thuộc|khu vực|miền|phía|đồng bằng|vùng|trong cụm)"
)
# Firms bear the name of a place where they work; the work is their own.
_FIRM = re.compile(
    r"(?:công ty|tổng công ty|tập đoàn|ngân hàng|bưu điện|viễn thông|điện lực|nhà máy|xí nghiệp"
    r"|(?:trường )?đại học|(?:trường )?cao đẳng|học viện)\b"
)
# "Đông Thành: Tổng kết …": a headline that opens with whose news it is.
_OF_HEADLINE = seldom(
    rf"(?:\([^()]{{2,12}}\)\s*)?(?:(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị xã|[Tt]hành phố|TP\.?|TX\.?) )?"
    rf"(?P<name>{NAME}(?: {NAME}){{1,2}})\s?[:–-] "
)
# A commune that is told to have become a new countryside: the ceremony is on its work, whoever holds it.
_REACHED = re.compile(rf"[Xx]ã (?P<name>{NAME}(?: {NAME}){{0,2}}) đạt chuẩn")
# What ends the name of a body that an inspection is held at.
_BODY = seldom(
    rf"((?:[{UPPER}]\w+ (?:ủy|uỷ)|Ban|Bộ|Sở|Đảng ủy|Đảng uỷ|Hội|Đảng bộ|Chi bộ|Trường|Công ty|Trung tâm|Bệnh viện"
    r"|Tổng [Cc]ông ty|Tổng [Cc]ục|Tập đoàn|Học viện|Viện|Cục|Chi cục|Văn phòng|Liên minh|Liên đoàn|Ngân hàng)"
    r"[^,.;:]*)"
)
_CUT_OFF = ("..", "…")
_BODY_ENDS = re.compile(r" (?:về|trong|đã|năm|quý|diễn ra|vào|sáng|chiều|tối|nhằm|để|nhân dịp)\b")
# "Ban Cán sự đảng Bộ …": a Party committee within the body whose work is looked into.
_PARTY_WITHIN = re.compile(
    r"(?:(?:đảng ủy|ban thường vụ|thường trực)(?: và|,) )*(?:(?:ban thường vụ )?đảng ủy|ban cán sự đảng)"
    r" (?=bộ |học viện|trường|tổng cục|công ty|tập đoàn|bệnh viện|đại học|ngân hàng|tổng công ty)"
)
_RUN = seldom(rf"({NAME}(?: {NAME}){{1,3}})")
_CLAUSE_ENDS = re.compile(r"[,;.]")
_WIDER = tuple(
    re.compile(rf"(?:{words})\s")
    for words in (
        "thôn|bon|buôn|bản|ấp|xóm|khóm|tổ dân phố|xã|phường|thị trấn|đặc khu",
        "huyện|quận|thị xã",
        r"thành phố|tp\.|tỉnh",
    )
)
# "tại Nhà văn hóa xã Mẫu Sơn Hội Nông dân xã tổ chức": without a comma the host follows the place.
_HOST_FOLLOWS = re.compile(
    rf"(?:tỉnh|huyện|thành phố|thị xã|xã|phường|thị trấn|quận|thôn) {NAME}(?: {NAME}){{0,3}}?(?= (?:Hội|UBND|HĐND"
    r"|Đảng (?:ủy|uỷ|bộ)|Huyện (?:ủy|uỷ)|Tỉnh (?:ủy|uỷ)|Ban|Ủy ban|Công đoàn|Đoàn) )"
)
_VENUE_ENDS = re.compile(
    r"\s(?:đã|diễn ra|tổ chức|và|với|cho|để|sẽ|long trọng|nhằm|do|vào|ngày|lúc|về|trước|sau|nhân dịp)\b"
)


def place_of(page: Page, sentence: Span, org: str | None) -> str | None:
    """Return the named venue of the sentence, the most specific one; never the org again."""
    told = [_venue(match["place"]) for match in _VENUE.finditer(page.text, *sentence)]
    venues = [
        place
        for place in told
        if len(place) > 1
        and not (_NO_VENUE.match(fold(place)) or _COUNTED.match(place) or (org and _is_again(fold(place), fold(org))))
    ]
    closest = min(venues, key=_width, default=None)
    return expand(closest, page.explained) if closest else None


def _venue(place: str) -> str:
    place = _VENUE_ENDS.split(place)[0].strip()
    before_host = _HOST_FOLLOWS.search(place)
    return place[: before_host.end()] if before_host else place


def _is_again(place: str, org: str) -> bool:
    """Tell whether a venue only names the org again; a hall of it is a place of its own."""
    return place.endswith(org) and (place == org or _HOUSE.match(place) is None)


def _width(place: str) -> int:
    """Return how wide a venue is: a house or a hall, a commune or less, a district, a province."""
    key = fold(place)
    return next((at for at, level in enumerate(_WIDER, start=1) if level.match(key)), 0)


def org_of(page: Page, cues: Cues, sentence: Span, host: str | None, *, inspects: bool) -> str | None:
    """Return whose work the event is on: a place or a body without its level word; None where it is never told."""
    if inspects:
        return _inspected(page, cues, sentence)
    reached = _REACHED.search(sentence.of(page.text)) if "nông thôn mới" in sentence.of(page.key) else None
    if reached:
        return reached["name"]
    found = _without_host(page, cues, sentence) if host is None else _of_host(page, cues, host)
    if found is None and not (host and _CENTRAL.search(fold(host))):
        title = page.fields.title or ""
        named = _OF_HEADLINE.match(title)
        found = named["name"] if named else None
        placed = PLACE.search(title) if not named else None
        if placed and is_place(placed):
            # The host bears no place's name: the headline says whose body it is.
            found = name_of(placed)
    return found


def _without_host(page: Page, cues: Cues, sentence: Span) -> str | None:
    own = _OWN_WORK.search(sentence.of(page.text))
    if own is None:
        if " tỉnh" in sentence.of(page.key) and _OF_MANY.search(sentence.of(page.key)):
            return None
        place = _PLACE_HOLDS.search(sentence.of(page.text))
        return place["name"] if place else commonest_province(page, cues) or in_capitals(page)
    words = expand(_OWN_ENDS.split(own[1])[0].strip(), {})
    return words[0].lower() + words[1:] if words.lower().startswith("ngành") else _of_host(page, cues, words)


def _of_host(page: Page, cues: Cues, host: str) -> str | None:
    key = fold(host)
    if _CENTRAL.search(key):
        return None
    # The Party committee, the union of a company or a school: the work is the company's.
    within = _WITHIN.match(key)
    if within or _FIRM.match(key):
        return host[within.end() :] if within else host
    named = PLACE.search(host)
    bare = BARE_LEVEL.search(key)
    if named and (bare is None or host.endswith(named.group())):
        return name_of(named)
    if bare:
        return of_level(page, cues, bare[1])
    levels = (
        _OF_COMMUNES
        if key in _COMMITTEES or key.endswith(_OF_COMMITTEES)
        else _OF_DISTRICTS
        if key.startswith("phòng ")
        else ()
    )
    if levels:
        # An office of a district serves it; a committee without a name is that of the commune the page tells of.
        return next((place for level in levels if (place := of_level(page, cues, level))), None)
    # A department or a school serves a place; a union or an association reviews its own work, and so does a
    # department of a ministry: those that serve provinces bear their names.
    own = not _SERVES.match(key) or (key.startswith("cục ") and not any(f" {place}" in key for place in provinces()))
    return host if own else commonest_province(page, cues)


def _inspected(page: Page, cues: Cues, sentence: Span) -> str | None:
    texts = (sentence.of(page.text), page.fields.title or "")
    for pattern in _TARGETS:
        for text in texts:
            for named in _targets(page, cues, text, pattern):
                return named
    first = page.sentences[0].start
    near = PLACE.search(page.text, first, page.sentences[min(len(page.sentences), _NEAR) - 1].end)
    return name_of(near) if near and is_place(near) else commonest_province(page, cues)


def _targets(page: Page, cues: Cues, text: str, pattern: re.Pattern[str]) -> Iterator[str | None]:
    """Yield whom the words of inspection in `text` are followed by."""
    key = fold(text)
    for target in pattern.finditer(key):
        if key.endswith(_WHO_INSPECTS, 0, target.start()):
            continue
        rest = text[target.end() :]
        named = PLACE.match(rest) or PLACE.search(_CLAUSE_ENDS.split(rest)[0])
        body = _BODY.match(rest)
        if body and rest.startswith(_CUT_OFF, body.end()):
            # "… làm việc với Ban Thường vụ Thành ...": a lead cut short names half a body.
            body = None
        if named and rest.startswith(_CUT_OFF, named.end() + 1):
            # "… tỉnh Cao ...": nor is half a place's name one.
            continue
        run = _RUN.match(rest) if target.group().strip() == "tại" else None
        if named:
            yield name_of(named)
        elif body:
            name = expand(_BODY_ENDS.split(body[1])[0].strip(), page.explained)
            within = _PARTY_WITHIN.match(fold(name))
            name = name[within.end() :] if within else name
            level = BARE_LEVEL.search(fold(name))
            yield of_level(page, cues, level[1]) if level else name
        elif run:
            yield run[1]
