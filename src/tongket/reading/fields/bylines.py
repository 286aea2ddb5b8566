"""By-lines and source credits: how a page says who wrote it and where it was taken from."""

import re
from functools import lru_cache
from importlib.resources import files

from tongket.document.seldom import seldom
from tongket.reading.keyed import fold

# What a by-line begins with. `ành` is the commonest slip for `ảnh`.
_LABELLED = re.compile(
    r"\(?(?:(?:tin|bài|ảnh|ành|video|clip)(?: bài| ảnh)?"
    r"(?:\s*(?:,|và|-|/|&|\+|;)\s*(?:tin|bài|ảnh|ành|hình|video|clip))+|"
    r"(?:tin|bài) ảnh|tin bài|bài viết|người (?:đưa tin|viết(?: bài)?|thực hiện)|tác giả(?: bài viết)?|thực hiện|"
    r"cộng tác viên|ctv|phóng viên|nhóm pv|nhóm phóng viên|tin|bài)\s*(?P<mark>:|-|\s)\s*(?P<name>\S.*)"
)
_SOURCE = re.compile(
    r"\(?(?:nguồn(?: tin| bài viết| ảnh)?\s*:?|theo(?: nguồn)?\s*:?|theo)\s+(?P<name>\S.*)|"
    r"\(?(?:nguồn(?: tin)?|theo):(?P<tight>\S.*)|"
    r"(?P<photo>\(?(?:ảnh|ành|hình ảnh|video|clip)\s*:.*|ảnh \S+/.*)"
)
# First letters of these: a look at one spares most lines the pattern.
_LABELS_BEGIN, _SOURCES_BEGIN = frozenset("(tbảàvcnp"), frozenset("(ntảàhvc")
# Wide ranges of letters take milliseconds to build: any letter, and one that is not a plain small one.
_LETTER, _FIRST = r"[^\W\d_]", r"(?![a-z\d_])\w"
_SYLLABLE = rf"(?:{_FIRST}(?:[’']{_LETTER}+|{_LETTER}{{0,6}})\.?|(?:ThS|TS|PGS|GS|PV|P\.V|BBT|CTV)\.?)"
_ONE = rf"(?:{_SYLLABLE})(?:[ .]{{1,2}}{_SYLLABLE}){{0,4}}"
_NAMES = re.compile(rf"\(?{_ONE}(?:\s*(?:[-–—/,;&+]|và)\s*{_ONE}){{0,3}}(?:\s*\([^()]{{1,60}}\)?)?\)?\.?")


def _nameless() -> tuple[frozenset[str], frozenset[str]]:
    words: dict[str, set[str]] = {"first": set(), "pair": set()}
    part = words["first"]
    for row in files("tongket.reading").joinpath("data/bylines.txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("["):
            part = words[row.strip("[]")]
        elif row and not row.startswith("#"):
            part.update(fold(row).split() if part is words["first"] else [fold(row)])
    return frozenset(words["first"]), frozenset(words["pair"])


# A line with such a word tells what an office did: the headline of another article.
_DOINGS = seldom(
    r": |\d|hội nghị|tổ chức|tổng kết|sơ kết|triển khai|làm việc|giám sát|khai (?:mạc|giảng)|phát động|tăng cường|"
    r"kiểm tra (?!tỉnh|huyện|thành|thị|trung|đảng)|nâng cao|đẩy mạnh|công bố|giao ban|tập huấn|quán triệt|kỷ niệm|"
    r"đại hội|ký kết|hưởng ứng|quan tâm|chủ động|tích cực|ra mắt|"
    r"\b(?:trao|tặng|thăm|dự|họp|đạt|góp|mở|đón|chúc|bàn|tiếp|gặp|thi)\b"
)
_NO_NAME, _NO_NAME_PAIR = _nameless()
_ORG = re.compile(
    r"\(?(?:đài |văn phòng|ban |phòng |trung tâm|báo |cổng |trang |hội |btg|ubnd|ubmttq|mttq|huyện |thành |thị |tỉnh |"
    r"ttvh|ttxvn|tttt|sở |đảng |công an|bchqs|vp|ubkt|trường |tạp chí|viện |chi cục|cục |khối |cụm |liên đoàn|lđlđ|"
    r"vgp|vov|vtv|cpv|dcs|bqt|bbt|ban biên tập)"
)
# Behind a name also where people work that is no office; alone on a line these are adverts or headlines.
_WORKPLACE = seldom(
    r"(?:tổng )?công ty |tập đoàn |ngân hàng |bệnh viện |học viện |đại học |khoa |hải quan |kho bạc |bảo hiểm |"
    r"nhà máy |xí nghiệp |hợp tác xã |đoàn |chi đoàn |chi bộ |thanh tra |tòa án |bộ |tổng cục |quân khu |sư đoàn |"
    r"(?:www\.)?[\w-]+\.\w+"
)
# Words of speech that no name holds: a line of capitals with one is a menu's.
_GRAMMAR = frozenset({"của", "các", "cho", "với", "trong", "tại", "những", "được"})
# A post that stands behind the author's name.
_POST = seldom(
    r"(?:ủy viên|uỷ viên|phó |trưởng |chuyên viên|cán bộ|giám đốc|chủ tịch|bí thư|chánh|công chức|giáo viên|hội viên)"
)
# "PV", "BBT": the page does name its author, if only by role.
_BY_ROLE = frozenset({"pv", "bbt", "ctv"})
_LONGEST = 80
# More than ever stand between a name and the mark behind it.
_SPACES = 8
_SHORT_LABELS = ("tin ", "bài ", "ảnh ", "tin, ", "tin và ")
# "Tin, ảnh:", its name on the next line.
_BARE_LABEL = 20
_EMPHASIS = "*_ "
_INITIALS = 7
_CLAUSE_WORDS = 6
_LONGEST_LABELLED = 140
_PARENS = re.compile(r"\s*\([^()]*\)?\s*$")
_PICTURES = re.compile(r"\s*[;,.–-]?\s*(?:\b(?:ảnh|ành|hình|video|clip|nguồn|theo)\b\s*:).*$", re.IGNORECASE)
# When it was written, behind who wrote it.
_WHEN = re.compile(r"\s*(?:[-|,]\s*)?(?:lúc|vào|ngày)\s+\d.*$")
# What software writes as the author where nobody entered a name.
MACHINE_NAMES = frozenset(
    {"admin", "administrator", "user", "windows user", "microsoft office user", "pc", "hp", "dell", "acer", "unknown"}
)
_DEGREE = re.compile(r"^(?:(?:PGS|GS|TS|ThS|Th\.S|CN|BS|KS)[. ]+)+", re.IGNORECASE)
_OFFICE_MARKS = (",", "–", "—", "-")
_OFFICE = re.compile(r"\s*(?:,|\s[–—-])\s*(?=(?P<office>\S.*)$)")


@lru_cache(maxsize=2048)
def is_name_line(text: str) -> bool:
    """Tell whether a stripped line, as written, is nothing but the names of one to four persons."""
    if not 1 < len(text) <= _LONGEST or not _NAMES.fullmatch(text):
        return False
    words = fold(text).strip("(").split()
    first = words[0].rstrip(".,")
    if first.replace(".", "") in _BY_ROLE:
        return True
    if len(words) == 1 and first.isascii() and "." not in words[0]:
        return text.isupper() and len(text) <= _INITIALS and first not in _NO_NAME
    return first not in _NO_NAME and " ".join(words[:2]).rstrip(".,)") not in _NO_NAME_PAIR


def is_labelled(line: str) -> bool:
    """Tell whether a folded, stripped line is a by-line with its label ("Tin, ảnh: …", "Người đưa tin: …")."""
    if len(line) > _LONGEST_LABELLED or line[:1] not in _LABELS_BEGIN:
        return False
    if line[-1:] == ":" and len(line) < _BARE_LABEL:
        line += " …"
    match = _LABELLED.match(line)
    return bool(match) and _is_told(line, match)


def _is_told(line: str, match: "re.Match[str] | None") -> bool:
    # A label of one word needs its colon: "Tin vui ...", "Bài học ..." are prose.
    if match is None:
        return False
    label = line[: match.start("mark")].strip(" (")
    return match["mark"] == ":" or (
        not line.endswith((".", ";")) and any(mark in label for mark in (",", " và ", "-", "/", "&", "+"))
    )


def is_source(line: str) -> bool:
    """Tell whether a folded, stripped line credits a source or a picture ("Nguồn: …", "Theo …", "Ảnh: …")."""
    if line[:1] not in _SOURCES_BEGIN or len(line) > _LONGEST or line.endswith((":", ";", ",")):
        return False
    match = _SOURCE.fullmatch(line)
    if match is None:
        return False
    return not line.startswith("theo ") or not line.endswith(".") or line.count(" ") < _CLAUSE_WORDS


def is_office(line: str) -> bool:
    """Tell whether a folded, stripped line could be the name of the office that sent the text in."""
    if len(line) > _LONGEST or line[-1:] in ".:;!?" or not _ORG.match(line):
        return False
    return not _DOINGS.search(line)


def is_workplace(line: str) -> bool:
    """Tell whether what stands behind a name could be the office, firm or site that its bearer writes for."""
    if is_office(line):
        return True
    return (
        len(line) <= _LONGEST and line[-1:] not in ".:;!?" and bool(_WORKPLACE.match(line)) and not _DOINGS.search(line)
    )


def is_signature(text: str, line: str) -> bool:
    """Tell whether a line is a by-line that lost its colon: "Tin Hà Mẫu - Lò Thử"."""
    match = _LABELLED.match(line) if len(line) <= _LONGEST and line.startswith(_SHORT_LABELS) else None
    return match is not None and " " in match["name"].strip() and is_name_line(text[match.start("name") :])


def author_of(text: str, line: str) -> str | None:
    """Return the author that a by-line names, as written, without label, office and photographer.

    Args:
        text: The stripped line as written.
        line: The same, folded.
    """
    text, line = text.strip(_EMPHASIS), line.strip(_EMPHASIS)
    match = _LABELLED.match(line) if len(line) <= _LONGEST_LABELLED and line[:1] in _LABELS_BEGIN else None
    if match is not None and _is_told(line, match):
        return _bare(text[match.start("name") :])
    if is_name_line(text):
        return _bare(text) if _GRAMMAR.isdisjoint(line.split()) else None
    if match is not None and is_signature(text, line):
        return _bare(text[match.start("name") :])
    if line.startswith("nguồn") and (named := _named_source(text, line)):
        return _bare(named)
    # A name that is longer than `_LONGEST` is none, so an office further on is of no account.
    opening = text[: _LONGEST + _SPACES]
    office = _OFFICE.search(text) if any(mark in opening for mark in _OFFICE_MARKS) else None
    head = text[: office.start()] if office else text
    behind = line[len(head) :].lstrip(" ,-")
    if head != text and is_name_line(head) and (is_workplace(behind) or is_post(behind)):
        return _bare(head)
    return None


def is_post(line: str) -> bool:
    """Tell whether a folded, stripped line could be the post that stands behind an author's name."""
    return len(line) <= _LONGEST and line[-1:] not in ".:;!?" and bool(_POST.match(line)) and not _DOINGS.search(line)


def source_of(text: str, line: str) -> str | None:
    """Return the source that a credit names, as written; None where the line credits only a picture."""
    match = _SOURCE.fullmatch(line)
    if match is None or match["photo"]:
        return None
    part = "name" if match["name"] else "tight"
    if part == "name" and _named_source(text, line):
        return None
    source = text[match.start(part) : match.end(part)].strip(" ().:;")
    return source.removeprefix("https://").removeprefix("http://") or None


def _named_source(text: str, line: str) -> str | None:
    """Return the names of two persons that a source credit gives: "Nguồn: Hà Mẫu - Lò Thử"."""
    match = _SOURCE.fullmatch(line) if len(line) <= _LONGEST and (" - " in line) else None
    if match is None or not match["name"]:
        return None
    name = text[match.start("name") : match.end("name")]
    both = fold(name).split(" - ")
    return name if all(" " in one and is_name_line(one.title()) for one in both) else None


def _bare(name: str) -> str | None:
    name = _PICTURES.sub("", _WHEN.sub("", name))
    name = _PARENS.sub("", name)
    for match in _OFFICE.finditer(name):
        if is_office(match["office"].lower()):
            name = name[: match.start()]
            break
    head, slash, site = name.rpartition("/")
    if slash and ((site.isupper() and len(site) <= _INITIALS) or is_workplace(site.strip().lower())):
        # "Hà Mẫu – Lò Thử/VOV": who put it up, behind who wrote it.
        name = head
    bare = _DEGREE.sub("", name).strip(" ().:;,-–—")
    return bare if bare and bare.lower() not in MACHINE_NAMES else None
