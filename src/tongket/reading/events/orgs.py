"""Whose work an event is on, and where it was held."""

import re
from collections import Counter
from collections.abc import Iterator

from tongket.reading.abbreviations import expand
from tongket.reading.cues import Cues
from tongket.reading.keyed import fold
from tongket.reading.letters import LOWER, UPPER
from tongket.reading.page import Page
from tongket.reading.places import provinces
from tongket.reading.seldom import seldom
from tongket.terms.span import Span

_NAME = rf"[{UPPER}][{LOWER}]*(?:[{UPPER}]?['’‘][{UPPER}{LOWER}]+)?"
# A level word and the name of the place after it: "huyện Đông Thành", "Tỉnh ủy Hà Nam", "thị trấn An Bình".
PLACE = re.compile(
    rf"(?<![Cc]ác )(?P<level>[Tt]ỉnh ủy|[Tt]hành ủy|[Hh]uyện ủy|[Tt]hị ủy|[Qq]uận ủy|[Tt]ỉnh uỷ|[Tt]hành uỷ"
    rf"|[Hh]uyện uỷ|[Tt]hị uỷ"
    rf"|[Qq]uận uỷ|[Tt]ỉnh [Đđ]oàn|[Hh]uyện [Đđ]oàn|[Tt]hành [Đđ]oàn|[Tt]ỉnh|[Hh]uyện|[Tt]hành phố|[Tt]hị xã"
    rf"|[Qq]uận|[Xx]ã|[Pp]hường"
    rf"|[Tt]hị trấn|[Đđ]ặc khu|TP\.?|TX\.?) (?P<name>{_NAME}(?:[ -]{_NAME}){{0,3}}|\d{{1,2}}\b)"
)
_BARE_LEVEL = re.compile(
    r"(tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|tỉnh ủy|huyện ủy|thành ủy|thị ủy|quận ủy)$"
)
_LEVELS = {
    "tỉnh": ("tỉnh", "tỉnh ủy", "tỉnh đoàn"), "huyện": ("huyện", "huyện ủy", "huyện đoàn"),
    "thành phố": ("thành phố", "thành ủy", "thành đoàn", "tp", "tp."), "thị xã": ("thị xã", "thị ủy", "tx", "tx."),
    "quận": ("quận", "quận ủy"), "xã": ("xã",), "phường": ("phường",), "thị trấn": ("thị trấn",),
}  # fmt: skip
_CENTRAL = re.compile(r"trung ương|toàn quốc|việt nam$|^bộ |quốc hội|chính phủ|^tổng cục|^ban bí thư|^bộ chính trị")
_VENUE = re.compile(
    rf"(?<!\w)[Tt]ại (?P<place>(?:(?:tỉnh|huyện|thành phố|thị xã|xã|phường|thị trấn|quận|điểm cầu|trung tâm"
    rf"|trường|đồn|bon|buôn|thôn|bản|ấp|TP\.|(?:hội trường|nhà|trụ sở|khu|quảng trường|sân|rạp|công viên|khuôn viên"
    rf"|đền thờ|đền|bảo tàng|tượng đài|phòng họp|thao trường|khách sạn|nghĩa trang)(?: [{LOWER}]+(?: \d+)?){{0,3}}) )?"
    rf"[{UPPER}\d][^,.;:()\n]*)"
)
_HOUSE = re.compile(r"hội trường|nhà |trụ sở|khu |quảng trường|sân |rạp|công viên|khuôn viên|phòng họp")
_NO_VENUE = seldom(
    r"(?:hội nghị|đại hội|buổi|lễ|chương trình|hội thảo|cuộc|phiên|quyết định|nghị quyết|chỉ thị"
    r"|kế hoạch|điều)\b"
)
# Before whom an inspection is held, the surest words first.
_TARGETS = tuple(
    re.compile(rf"(?:{words})\s")
    for words in ("làm việc với|đối với", "trên địa bàn|kiểm tra|giám sát|khảo sát|nắm tình hình", "tại")
)
# Within how many sentences an inspected place is named.
_NEAR = 5
# Schools and firms bear names of places where they are not at work.
_OF_SCHOOL = re.compile(r"(?:trường|cao đẳng|đại học|công ty|bệnh viện|học viện)[^,.;]{0,60}$")
_LEVEL_BEFORE = re.compile(r"(?:tỉnh|ủy|uỷ|đoàn|[Bb]áo|TP\.?|[Tt]hành phố)$", re.IGNORECASE)
# A capitalised syllable right before makes it part of another name: a person's, a street's.
_OF_LARGER_NAME = seldom(rf"[{UPPER}][{LOWER}]+$(?<!Tỉnh)(?<!Báo)(?<!phố)")
_OWN_WORK = re.compile(r"\bcủa ((?:[Nn]gành|[Hh]ội|[Đđ]oàn|[Đđ]ảng bộ|[Kk]hối|[Cc]ụm)[^,.;:()]{2,60})\.?$")
# "Sáng 30/3, Đông Thành tổ chức …": a place that holds, without its level word.
_PLACE_HOLDS = seldom(rf"\d, (?P<name>{_NAME} {_NAME}) (?:đã )?tổ chức\b")
# Bodies that carry no place of their own: the work is that of the place they serve.
_SERVES = seldom(
    r"(?:sở|công an|cục|chi cục|tòa án|viện|bộ chỉ huy|ban chỉ huy|báo|đài|trường|trung tâm|văn phòng|ban|thanh tra"
    r"|kho bạc)\b"
)
_WITHIN = re.compile(
    r"(?:đảng ủy|đảng bộ|chi ủy|chi bộ|công đoàn|đoàn thanh niên)(?: cơ sở)? "
    r"(?=công ty|tổng công ty|tập đoàn|ngân hàng|trường|đại học|học viện|bệnh viện|chi cục|bưu điện|điện lực)"
)
_COMMITTEES = frozenset({"đảng ủy", "đảng uỷ", "đảng bộ", "chi bộ", "ban chấp hành đảng bộ", "ban thường vụ đảng ủy"})
# Firms bear the name of a place where they work; the work is their own.
_FIRM = re.compile(r"(?:công ty|tổng công ty|tập đoàn|ngân hàng|bưu điện|viễn thông|điện lực|nhà máy|xí nghiệp)\b")
# "Đông Thành: Tổng kết …": a headline that opens with whose news it is.
_OF_HEADLINE = seldom(
    rf"(?:\([^()]{{2,12}}\)\s*)?(?:(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị xã|[Tt]hành phố|TP\.?|TX\.?) )?"
    rf"(?P<name>{_NAME}(?: {_NAME}){{1,2}})\s?[:–-] "
)
# What ends the name of a body that an inspection is held at.
_BODY = seldom(
    rf"((?:[{UPPER}]\w+ (?:ủy|uỷ)|Ban|Bộ|Sở|Đảng ủy|Đảng uỷ|Hội|Đảng bộ|Chi bộ|Trường|Công ty|Trung tâm|Bệnh viện)"
    r"[^,.;:]*)"
)
_BODY_ENDS = re.compile(r" (?:về|trong|đã|năm|quý)\b")
_RUN = seldom(rf"({_NAME}(?: {_NAME}){{1,3}})")
_CLAUSE_ENDS = re.compile(r"[,;.]")
# A full name has three syllables or more.
_FULL_NAME = 3
_WIDER = tuple(
    re.compile(rf"(?:{words})\s")
    for words in ("thôn|bon|buôn|bản|ấp|xã|phường|thị trấn|đặc khu", "huyện|quận|thị xã", r"thành phố|tp\.|tỉnh")
)
_VENUE_ENDS = re.compile(r"\s(?:đã|diễn ra|tổ chức|và|với|cho|để|sẽ|long trọng|nhằm|do|vào|ngày|lúc|về)\b")


def place_of(page: Page, sentence: Span, org: str | None) -> str | None:
    """Return the named venue of the sentence, the most specific one; never the org again."""
    told = [_VENUE_ENDS.split(match["place"])[0].strip() for match in _VENUE.finditer(page.text, *sentence)]
    venues = [
        place for place in told if not (_NO_VENUE.match(fold(place)) or (org and _is_again(fold(place), fold(org))))
    ]
    return min(venues, key=_width, default=None)


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
    found = _without_host(page, cues, sentence) if host is None else _of_host(page, cues, host)
    if found is None and not (host and _CENTRAL.search(fold(host))):
        named = _OF_HEADLINE.match(page.fields.title or "")
        found = named["name"] if named else None
    return found


def _without_host(page: Page, cues: Cues, sentence: Span) -> str | None:
    own = _OWN_WORK.search(sentence.of(page.text))
    if own is None:
        place = _PLACE_HOLDS.search(sentence.of(page.text))
        return place["name"] if place else _commonest_province(page, cues)
    words = expand(own[1].strip(), {})
    return words[0].lower() + words[1:] if words.lower().startswith("ngành") else words


def _of_host(page: Page, cues: Cues, host: str) -> str | None:
    key = fold(host)
    if _CENTRAL.search(key):
        return None
    # The Party committee, the union of a company or a school: the work is the company's.
    within = _WITHIN.match(key)
    if within or _FIRM.match(key):
        return host[within.end() :] if within else host
    named = PLACE.search(host)
    bare = _BARE_LEVEL.search(key)
    if named and (bare is None or host.endswith(named.group())):
        return named["name"]
    if bare:
        return _of_level(page, cues, bare[1])
    if key in _COMMITTEES:
        # A committee without a name is that of the commune the page tells of, if it tells of one.
        return _of_level(page, cues, "xã") or _of_level(page, cues, "phường")
    # A department or a school serves a place; a union or an association reviews its own work.
    return _commonest_province(page, cues) if _SERVES.match(key) else host


def _inspected(page: Page, cues: Cues, sentence: Span) -> str | None:
    texts = (sentence.of(page.text), page.fields.title or "")
    for pattern in _TARGETS:
        for text in texts:
            for named in _targets(page, cues, text, pattern):
                return named
    first = page.sentences[0].start
    near = PLACE.search(page.text, first, page.sentences[min(len(page.sentences), _NEAR) - 1].end)
    return near["name"] if near and _is_place(near) else _commonest_province(page, cues)


def _targets(page: Page, cues: Cues, text: str, pattern: re.Pattern[str]) -> Iterator[str | None]:
    """Yield whom the words of inspection in `text` are followed by."""
    for target in pattern.finditer(fold(text)):
        rest = text[target.end() :]
        named = PLACE.match(rest) or PLACE.search(_CLAUSE_ENDS.split(rest)[0])
        body = _BODY.match(rest)
        run = _RUN.match(rest) if target.group().strip() == "tại" else None
        if named:
            yield named["name"]
        elif body:
            name = _BODY_ENDS.split(body[1])[0].strip()
            level = _BARE_LEVEL.search(fold(name))
            yield _of_level(page, cues, level[1]) if level else name
        elif run:
            yield run[1]


def _of_level(page: Page, cues: Cues, level: str) -> str | None:
    """Return the name that the body gives most often to a place of this level."""
    word = next(word for word, forms in _LEVELS.items() if level in forms)
    if word == "tỉnh":
        return _commonest_province(page, cues)
    names: Counter[str] = Counter()
    for part in page.body:
        for match in PLACE.finditer(page.text, *part):
            if fold(match["level"]) in _LEVELS[word]:
                names[match["name"]] += _is_place(match)
    return next((name for name, count in names.most_common(1) if count), None)


def _is_place(match: re.Match[str]) -> bool:
    """Tell a place from a person: "Bí thư Huyện ủy Nguyễn Văn …" names no district."""
    return len(match["name"].split()) < _FULL_NAME or not fold(match["level"]).endswith("ủy")


def _commonest_province(page: Page, cues: Cues) -> str | None:
    """Return the province the body names most; a name after its level word counts more than one by itself."""
    names: Counter[str] = Counter()
    for part in page.body:
        for cue in cues.within("province", *part):
            before = page.text[max(part.start, cue.start - 12) : cue.start].rstrip()
            lead = page.key[max(part.start, cue.start - 80) : cue.start]
            if page.text[cue.start].islower() or _OF_LARGER_NAME.search(before) or _OF_SCHOOL.search(lead):
                continue
            names[provinces()[page.key[cue.start : cue.end]]] += 3 if _LEVEL_BEFORE.search(before) else 1
    names.pop("Hồ Chí Minh", None)
    return next((name for name, _ in names.most_common(1)), None)
