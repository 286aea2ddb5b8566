"""Places by their names: with a level word before, in a headline of capitals, or the one a page names most."""

import re
from collections import Counter

from tongket.document.seldom import seldom
from tongket.reading.cues import Cues
from tongket.reading.keyed import fold
from tongket.reading.letters import LOWER, UPPER
from tongket.reading.page import Page
from tongket.reading.places import provinces

NAME = rf"[{UPPER}][{LOWER}]*(?:[{UPPER}]?['’‘][{UPPER}{LOWER}]+)?"
# "Quận ủy Quận 4", "Thành ủy Thành phố Mẫu": a level word is no name.
_LEVEL_NEXT = r"(?:Thành phố|Thị xã|Thị trấn|Tỉnh|Huyện|Quận|Phường|Xã)(?!\w)"
# A level word and the name of the place after it: "huyện Đông Thành", "Tỉnh ủy Hà Nam", "thị trấn An Bình".
PLACE = re.compile(
    rf"(?<![Cc]ác )(?P<level>[Tt]ỉnh ủy|[Tt]hành ủy|[Hh]uyện ủy|[Tt]hị ủy|[Qq]uận ủy|[Tt]ỉnh uỷ|[Tt]hành uỷ"
    rf"|[Hh]uyện uỷ|[Tt]hị uỷ"
    rf"|[Qq]uận uỷ|[Tt]ỉnh [Đđ]oàn|[Hh]uyện [Đđ]oàn|[Tt]hành [Đđ]oàn|[Tt]ỉnh|[Hh]uyện|[Tt]hành phố|[Tt]hị xã"
    rf"|[Qq]uận|[Xx]ã|[Pp]hường"
    rf"|[Tt]hị trấn|[Đđ]ặc khu|TP\.?|TX\.?) (?!{_LEVEL_NEXT})"
    rf"(?P<name>Bà Rịa\s?[–-]\s?Vũng Tàu|{NAME}(?:[ -]{NAME}){{0,3}}(?!\w)|\d{{1,2}}\b)"
)
BARE_LEVEL = re.compile(
    r"(tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|tỉnh ủy|huyện ủy|thành ủy|thị ủy|quận ủy)$"
)
_LEVELS = {
    "tỉnh": ("tỉnh", "tỉnh ủy", "tỉnh đoàn"), "huyện": ("huyện", "huyện ủy", "huyện đoàn"),
    "thành phố": ("thành phố", "thành ủy", "thành đoàn", "tp", "tp."), "thị xã": ("thị xã", "thị ủy", "tx", "tx."),
    "quận": ("quận", "quận ủy"), "xã": ("xã",), "phường": ("phường",), "thị trấn": ("thị trấn",),
}  # fmt: skip
# Schools and firms bear names of places where they are not at work.
_OF_SCHOOL = re.compile(r"(?:trường|cao đẳng|đại học|công ty|bệnh viện|học viện)[^,.;]{0,60}$")
# The capital is where the country meets.
_MET_AT = ("tại ", "tại tp ", "tại thành phố ", "cầu ")
_LEVEL_BEFORE = re.compile(r"(?:tỉnh|ủy|uỷ|đoàn|[Bb]áo|TP\.?|[Tt]hành phố)$", re.IGNORECASE)
# A capitalised syllable right before makes it part of another name: a person's, a street's.
_OF_LARGER_NAME = seldom(rf"[{UPPER}][{LOWER}]+$(?<!Tỉnh)(?<!Báo)(?<!phố)")
# A full name has three syllables or more.
_FULL_NAME = 3
_LONG_CITIES = ("hồ chí minh", "buôn ma thuột", "phan rang")
# Without its level word it is the man's name; offices write the city short.
_CITY_OF_A_MAN = "Hồ Chí Minh"
_SHORT_CITY = ("tphcm", "tp.hcm", "tp hcm", "tp. hcm")
# How much a province that is not alone must be named: more than once.
_ENOUGH = 4
# Up to three syllables in capitals after a level word in capitals, before a word that goes on with the headline.
_GOES_ON = "NĂM|TỔ|ĐÃ|LẦN|NHIỆM|KHÓA|KHOÁ|VÀ|VỚI|THAM|PHÁT|TỔNG|SƠ|TRIỂN|QUÝ|HỌP|ĐẠI|LỄ|CHÀO"
_CAPITALS = seldom(
    r"(?<!\w)(?P<level>TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN) (?P<name>\d+|(?!ỦY|UỶ|ĐOÀN|HỘI|ĐẢNG)"
    rf"[{UPPER}]+(?: (?!(?:{_GOES_ON})\b)[{UPPER}]+)+)"
)


def of_level(page: Page, cues: Cues, level: str) -> str | None:
    """Return the name that the body gives most often to a place of this level."""
    word = next(word for word, forms in _LEVELS.items() if level in forms)
    if word == "tỉnh":
        return commonest_province(page, cues)
    names: Counter[str] = Counter()
    for part in page.body:
        for match in PLACE.finditer(page.text, *part):
            if fold(match["level"]) in _LEVELS[word]:
                names[name_of(match)] += is_place(match)
    return next((name for name, count in names.most_common(1) if count), None) or in_capitals(page, word)


def name_of(match: re.Match[str]) -> str:
    """Return the name of a place; a number is none without its level word ("Phường 5")."""
    name = match["name"]
    if not name.isdigit():
        return name
    level = fold(match["level"])
    word = next((word for word, forms in _LEVELS.items() if level in forms), level)
    return f"{word.capitalize()} {name}"


def in_capitals(page: Page, level: str = "") -> str | None:
    """Return the place that a headline in capitals names after its level word ("… QUẬN MẪU SƠN NĂM 2019")."""
    title = page.fields.title or ""
    for match in _CAPITALS.finditer(title) if title.isupper() else ():
        if level in ("", fold(match["level"])):
            syllables = match["name"].split()
            number = syllables[0].isdigit()
            words = syllables if len(syllables) < _FULL_NAME or number else syllables[: _FULL_NAME - 1]
            return " ".join(word.capitalize() for word in ([match["level"], *words] if number else words))
    return None


def is_place(match: re.Match[str]) -> bool:
    """Tell a place from a person: "Bí thư Huyện ủy Nguyễn Văn …" names no district."""
    name, level = match["name"], fold(match["level"])
    if len(name.split()) < _FULL_NAME:
        return True
    if level in _LEVELS["thành phố"]:
        # "Viện Kiểm sát nhân dân Thành phố Lò Văn Mẫu phát biểu": few cities have names as long as a person's.
        return fold(name).startswith(_LONG_CITIES)
    return not level.endswith("ủy") and (level != "tỉnh" or fold(name) in provinces())


def commonest_province(page: Page, cues: Cues) -> str | None:
    """Return the province the body names most; a name after its level word counts more than one by itself.

    Beside another province one that is named but once is an example, not whose work is told.
    """
    names: Counter[str] = Counter()
    for part in page.body:
        for cue in cues.within("province", *part):
            before = page.text[max(part.start, cue.start - 12) : cue.start].rstrip()
            lead = page.key[max(part.start, cue.start - 80) : cue.start]
            if page.text[cue.start].islower() or _OF_LARGER_NAME.search(before) or _OF_SCHOOL.search(lead):
                continue
            if page.key.startswith("hà nội", cue.start) and lead.endswith(_MET_AT):
                continue
            level = _LEVEL_BEFORE.search(before)
            name = provinces()[page.key[cue.start : cue.end]]
            if name != _CITY_OF_A_MAN or (level and fold(level[0]).startswith("t")):
                names[name] += 3 if level else 1
        names[_CITY_OF_A_MAN] += 3 * sum(page.key.count(short, *part) for short in _SHORT_CITY)
    (first, count), (_, second) = [*names.most_common(2), ("", 0), ("", 0)][:2]
    return first if first and count and (not second or second < count >= _ENOUGH) else None
