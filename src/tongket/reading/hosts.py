"""Who holds an event, where, and whose work it is on."""

import re
from collections import Counter
from collections.abc import Mapping

from tongket.reading.abbreviations import expand
from tongket.reading.cues import Cues
from tongket.reading.keyed import fold
from tongket.reading.letters import LOWER, UPPER
from tongket.reading.page import Page
from tongket.reading.places import provinces
from tongket.terms.span import Span

_NAME = rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}{LOWER}]+)?"
# A level word and the name of the place after it: "huyện Bạch Thông", "Tỉnh ủy Thái Nguyên", "thị trấn Kiến Đức".
_PLACE = re.compile(
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
_NO_HOST = re.compile(
    r"đồng chí|đ/c|^(?:ông|bà|các|tại|với|trong|nhằm|để|theo|thực hiện|được|hội nghị|đại hội|buổi|lễ|dưới|nhân"
    r"|sau|từ|cùng)\b|chủ trì"
)
_HOLDING = re.compile(
    r"(?:\s*\(.*?\))?\s*(?:lãnh đạo|chỉ đạo|đã|vừa|long trọng|trọng thể|trang trọng|trực tiếp|sẽ"
    r"|cũng)?\s*(?:(?:chủ trì,? )?phối hợp .*|chủ trì.*|đã.*)?$"
)
_DELEGATION = re.compile(
    r"^(?:đoàn (?:công tác|kiểm tra|giám sát|khảo sát|công)(?: số \d+| liên ngành)?(?: của)?|đại diện|lãnh đạo)\s+"
)
_BODY_WORD = re.compile(
    r"\s*(?:Ban|Bộ|Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|MTTQ|Tỉnh|Thành|Huyện|Thị|Hội|Đoàn|Sở|Liên|Công đoàn|Mặt trận)\b"
)
# A body in a list of hosts: its name and nothing else.
_BODY_ALONE = re.compile(
    r"(?:Bộ Chính trị|HĐND|UBND|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Thị ủy|Đảng ủy"
    r"|Thường trực [^,]{3,30}"
    r"|Ủy ban nhân dân|Hội đồng nhân dân|Ban (?!Thường vụ$)[^,]{3,50}|Sở [^,]{3,50}|Bộ [^,]{3,50}|Hội [^,]{3,50}"
    r"|Công đoàn [^,]{3,50})"
)
_JOINTLY = re.compile(r" (?:chủ trì, )?phối hợp (?:với|cùng|chặt)")
_CONGRESS = re.compile(r"đại hội (?:đại biểu |thi đua )?(?P<host>(?:hội|công đoàn|đoàn|đảng bộ|liên đoàn|mttq|mặt trận)[^,.;()]{2,60}?) lần thứ")
# Bodies that carry no place of their own: the work is that of the place they serve.
_SERVES = re.compile(r"(?:sở|công an|cục|chi cục|tòa án|viện|bộ chỉ huy|ban chỉ huy|báo|đài|trường|trung tâm|văn phòng|ban|thanh tra|kho bạc)\b")
_GOES_ON = re.compile(r"(?:các|ban|hội|cụm) [^,]*(?:ủy|tỉnh|huyện|thành phố|xã)$")
_VENUE = re.compile(
    rf"(?<!\w)[Tt]ại (?P<place>(?:(?:tỉnh|huyện|thành phố|thị xã|xã|phường|thị trấn|quận|hội trường|điểm cầu"
    rf"|nhà văn hóa"
    rf"|nhà văn hoá|trụ sở|trung tâm"
    rf"|khu|quảng trường|sân|trường|đồn|bon|buôn|thôn|bản|ấp|rạp|công viên|TP\.) )?[{UPPER}\d][^,.;:()\n]*)"
)
_NO_VENUE = re.compile(
    r"(?:hội nghị|đại hội|buổi|lễ|chương trình|hội thảo|cuộc|phiên|quyết định|nghị quyết|chỉ thị"
    r"|kế hoạch|điều)\b"
)
# Before whom an inspection is held, the surest words first.
_TARGETS = tuple(
    re.compile(rf"(?:{words})\s")
    for words in ("làm việc với|đối với", "trên địa bàn|kiểm tra|giám sát|khảo sát|nắm tình hình", "tại")
)
_SENT_BY = re.compile(
    r"(?:đoàn (?:công tác|kiểm tra|giám sát|khảo sát)(?: số \d+)?(?: của)?"
    r"|(?<=, )(?=\S+ [^,]{3,60} do đồng chí [^.;]{5,120}trưởng đoàn)) ?(?P<host>[^,.;()]{4,70}?)(?= do | đã "
    r"| tiến hành|,| có buổi| đến | về )"
)
_LED_BY = re.compile(
    r"(?:^|, )(?P<host>(?:ủy ban|ban|bộ|sở|hội|thanh tra|cục|tổng cục)[^,.;]{3,70}?) do (?:đồng chí|ông|bà"
    r"|đ/c) [^.;]*đoàn"
)
_DONE_BY = re.compile(r"\bdo (?P<host>[^,.;]{4,90}?) (?:chủ trì,? )?(?:phối hợp .{0,80} )?tổ chức")
# Verbs before which stands who chairs, comes or joins, not who holds.
_NO_HOLDING = ("chủ trì", "dự", "tham dự", "diễn ra", "phối hợp", "long trọng", "đã đến")
# What the name of a body begins with.
_BODY_FIRST = re.compile(
    r"(?:ban|bộ|ủy ban|ubnd|hđnd|ubmttq|ubkt|tỉnh|huyện|thành|thị|quận|xã|phường|đảng|quân|hội|đoàn|sở|cụm|liên"
    r"|công|mttq|mặt trận"
    r"|trung|trường|văn phòng|viện|vksnd|tòa|tand|toà|chi|cục|tổng|báo|đài|phòng|khối|btv|bch|btg|bchqs|chqs"
    r"|thường|bệnh|tập đoàn"
    r"|ngân hàng|hợp tác|câu lạc bộ|nhà|lữ|sư|tiểu|đại đội|đồn|bảo hiểm|kho|kiểm|học viện|thanh|bđbp|lđlđ|cđcs"
    r"|quốc hội|chính phủ"
    r"|cơ quan|đội|trạm|clb|khu|thôn|bản|ấp|tổ|bhxh|ccb)\b"
)
# Within how many sentences an inspected place is named.
_NEAR = 5
# Schools and firms bear names of places where they are not at work.
_OF_SCHOOL = re.compile(r"(?:trường|cao đẳng|đại học|công ty|bệnh viện|học viện)[^,.;]{0,60}$")
_LEVEL_BEFORE = re.compile(r"(?:tỉnh|ủy|uỷ|đoàn|[Bb]áo|TP\.?|[Tt]hành phố)$", re.IGNORECASE)
# A capitalised syllable right before makes it part of another name: a person's, a street's.
_OF_LARGER_NAME = re.compile(rf"[{UPPER}][{LOWER}]+$(?<!Tỉnh)(?<!Báo)(?<!phố)")
_OWN_WORK = re.compile(r"\bcủa ((?:[Nn]gành|[Hh]ội|[Đđ]oàn|[Đđ]ảng bộ|[Kk]hối|[Cc]ụm)[^,.;:()]{2,60})\.?$")


def host_of(
    page: Page, cues: Cues, sentence: Span, explained: Mapping[str, str], *, congress: bool = False
) -> str | None:
    """Return the body that holds the event, in full words; None where only a chair or no one is told."""
    key = sentence.of(page.key)
    found = _SENT_BY.search(key) or _LED_BY.search(key)
    if found is None or page.text[sentence.start + found.start("host")].islower():
        found = None
        for cue in cues.within("holds", *sentence):
            host = None if key[cue.start - sentence.start :].startswith(_NO_HOLDING) else _subject(page, cues, sentence, cue.start)
            if host:
                return expand(host, explained)
        found = _DONE_BY.search(key) or (_CONGRESS.search(key) if congress else None)
    if found is None or _NO_HOST.search(found["host"]):
        return None
    return expand(page.text[sentence.start + found.start("host") : sentence.start + found.end("host")], explained)


def place_of(page: Page, sentence: Span, org: str | None) -> str | None:
    """Return the named venue of the sentence, the most specific one; never the org again."""
    for match in _VENUE.finditer(page.text, *sentence):
        place = _until_verb(match["place"])
        if _NO_VENUE.match(fold(place)) or (org and fold(place).endswith(fold(org))):
            continue
        return place
    return None


def org_of(page: Page, cues: Cues, sentence: Span, host: str | None, *, inspects: bool) -> str | None:
    """Return whose work the event is on: a place or a body without its level word; None where it is never told."""
    title = page.fields.title or ""
    if inspects:
        return _inspected(page, cues, sentence, title)
    own = _OWN_WORK.search(sentence.of(page.text))
    if own and host is None:
        words = expand(own[1].strip(), {})
        return words[0].lower() + words[1:] if words.lower().startswith("ngành") else words
    if host is None:
        return _commonest_province(page, cues)
    if _CENTRAL.search(fold(host)):
        return None
    named = _PLACE.search(host)
    if named and host.endswith(named.group()):
        return named["name"]
    bare = _BARE_LEVEL.search(fold(host))
    if bare:
        return _of_level(page, cues, bare[1])
    if named:
        return named["name"]
    return _commonest_province(page, cues) if _SERVES.match(fold(host)) else host


def _subject(page: Page, cues: Cues, sentence: Span, verb: int) -> str | None:
    lead = _JOINTLY.split(page.text[sentence.start : verb], maxsplit=1)[0].rstrip()
    pieces = re.split(r"(,\s|[;:]|(?<=\d)\s+(?=[A-ZĐ]))", lead)
    piece = pieces.pop()
    while len(pieces) > 1 and piece[:1].islower() and _GOES_ON.search(fold(pieces[-2])):
        # "các tỉnh ủy, thành ủy miền …": the comma stands inside the name.
        piece = pieces[-2] + pieces[-1] + piece
        del pieces[-2:]
    while (
        len(pieces) > 1 and pieces[-1] == ", " and _BODY_ALONE.fullmatch(pieces[-2].strip()) and _BODY_WORD.match(piece)
    ):
        piece = pieces[-2] + pieces[-1] + piece
        del pieces[-2:]
    piece = _HOLDING.sub("", piece.strip()).strip(" ,")
    key = fold(piece)
    match = _DELEGATION.match(key)
    if match:
        piece = piece[match.end() :]
        key = key[match.end() :]
    if key in {"đoàn", "đoàn công", "ban"}:
        return None
    placed = _PLACE.match(piece)
    if (
        _BODY_FIRST.match(key) is None
        or not (piece[0].isupper() or (placed and placed.end() == len(piece)))
        or cues.at("post", sentence.start + lead.rfind(piece))
        or _NO_HOST.search(key)
        or re.search(r"\d[/.-]\d", key)
    ):
        return None
    return piece


def _inspected(page: Page, cues: Cues, sentence: Span, title: str) -> str | None:
    texts = (sentence.of(page.text), title)
    for text, pattern in ((text, pattern) for pattern in _TARGETS for text in texts):
        for target in pattern.finditer(fold(text)):
            rest = text[target.end() :]
            named = _PLACE.match(rest) or _PLACE.search(re.split(r"[,;.]", rest)[0])
            if named:
                return named["name"]
            body = re.match(rf"((?:[{UPPER}]\w+ (?:ủy|uỷ)|Ban|Bộ|Sở|Đảng ủy|Đảng uỷ|Hội)[^,.;:]*)", rest)
            if body and _BARE_LEVEL.search(fold(body[1]).split(" về ")[0].strip()):
                level = _BARE_LEVEL.search(fold(body[1]).split(" về ")[0].strip())
                return _of_level(page, cues, level[1]) if level else None
            if body:
                return re.split(r" (?:về|trong|đã|năm|quý)\b", body[1])[0].strip()
            run = re.match(rf"({_NAME}(?: {_NAME}){{1,3}})", rest)
            if run and target.group().strip() == "tại":
                return run[1]
    first = page.sentences[0].start
    named = _PLACE.search(page.text, first, page.sentences[min(len(page.sentences), _NEAR) - 1].end)
    return named["name"] if named and _is_place(named) else _commonest_province(page, cues)


def _of_level(page: Page, cues: Cues, level: str) -> str | None:
    """Return the name that the body gives most often to a place of this level."""
    word = next(word for word, forms in _LEVELS.items() if level in forms)
    if word == "tỉnh":
        return _commonest_province(page, cues)
    names: Counter[str] = Counter()
    for part in page.body:
        for match in _PLACE.finditer(page.text, *part):
            if fold(match["level"]) in _LEVELS[word]:
                names[match["name"]] += _is_place(match)
    return next((name for name, count in names.most_common(1) if count), None)


def _is_place(match: re.Match[str]) -> bool:
    """Tell a place from a person: "Bí thư Huyện ủy Nguyễn Văn …" names no district."""
    return len(match["name"].split()) < 3 or not fold(match["level"]).endswith("ủy")  # noqa: PLR2004 - a full name


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


def _until_verb(place: str) -> str:
    return re.split(r"\s(?:đã|diễn ra|tổ chức|và|với|cho|để|sẽ|long trọng|nhằm|do)\b", place)[0].strip()
