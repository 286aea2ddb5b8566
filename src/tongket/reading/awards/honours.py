"""Honours as they are named: `Bằng khen`, `Huân chương Lao động hạng Nhì`, `giải Nhất`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tongket.document.seldom import seldom
from tongket.reading.awards.words import DEGREES, NAME_STOPS, NAMELESS, PRIZES, TITLES
from tongket.reading.cues import Cues
from tongket.reading.page import Page
from tongket.terms.span import Span

_QUOTED = r" ?(?:\"[^\"\n]{2,100}\"|'{1,2}[^'\n]{2,100}'{1,2})"
_NAME = rf"(?: (?!(?:{NAME_STOPS})\b)[^\s,.;:()\"'/…]+){{1,10}}"
# "Vì sự nghiệp …", "Vì sự phát triển của phụ nữ Việt Nam": names that hold words which end other names.
_CAUSE = (
    rf" vì (?:sự (?:nghiệp|phát triển|tiến bộ)|thế hệ|an ninh|chủ quyền|sức khỏe|người)(?: của phụ nữ)?(?:{_NAME})?"
)
_LEVEL = r"(?: cấp (?:cơ sở|tỉnh|bộ|ngành|thành phố|huyện|nhà nước|trung ương))"
_HONOUR = seldom(
    r"(?P<plain>(?:bằng|giấy|thư) khen)"
    rf"|(?P<medal>k[ỷỉ] niệm chương)(?P<medal_name>{_QUOTED}|{_CAUSE}|{_NAME})?"
    rf"|(?P<order>huân chương)(?P<order_name>{_QUOTED}|{_NAME})?"
    r"(?P<ranks> hạng (?:nhất|nhì|ba|i{1,3})\b(?:(?:, ?| và )(?:hạng )?(?:nhất|nhì|ba)\b)*)?"
    rf"|(?P<coin>huy chương)(?P<coin_name>{_QUOTED}|{_NAME})?"
    rf"|(?P<badge>huy hiệu)(?P<badge_name>{_QUOTED}"
    r"|(?: đảng)?(?: loại| từ)? \d\d(?: năm)?(?:(?:, ?| và )\d\d(?: năm)?)*(?: ?tuổi đảng)"
    r"|(?: đảng)?(?: loại| từ)? \d\d năm"
    rf"| đảng|{_NAME})?"
    rf"|(?P<flag>cờ(?: đơn vị)?)"
    rf"(?P<flag_name> thi đua(?: xuất sắc| dẫn đầu)?{_LEVEL}?(?:{_QUOTED})?(?:{_NAME})?|{_QUOTED}"
    rf"| (?:xuất sắc|dẫn đầu|tiên tiến|truyền thống)(?:{_NAME})?)"
    rf"|(?P<title>danh hiệu)(?P<title_name>(?: [^\s,.;:()\"']+){{0,6}}{_QUOTED}"
    rf"|(?! (?:{NAMELESS})\b(?! cấp| \")){_NAME}| thi đua{_LEVEL})"
    rf"|(?P<award>giải thưởng)(?P<award_name>{_QUOTED}|{_NAME})"
    rf"|(?P<prize>giải) (?P<prizes>(?:{PRIZES})\b(?:(?:, ?| và |/| ?- ?)(?:{PRIZES})\b(?! ?giải))*)"
    r"|(?P<diploma>bằng) (?:tổ quốc ghi công|(?:\"|'')?lao động sáng tạo(?:\"|'')?)"
    rf"|(?P<paper>giấy chứng nhận)(?P<paper_name>{_QUOTED})"
    r"|(?P<gift>khánh vàng|bảng vàng)(?P<gift_name> kỷ niệm| danh dự)?"
    rf"|(?P<bare>[\"']?(?:{TITLES})(?: (?:{DEGREES})\b)*[\"']?)"
)
_KINDS = (
    "plain",
    "medal",
    "order",
    "coin",
    "badge",
    "flag",
    "title",
    "award",
    "prize",
    "diploma",
    "paper",
    "gift",
    "bare",
)
_RANK = re.compile(r"\b(?:nhất|nhì|ba|i{1,3})\b")
_AGE = re.compile(r"\d\d")


class Honour(NamedTuple):
    """An honour as named, the words it stands in, and whether the name is more than its kind ("huân chương")."""

    name: str
    span: Span
    kind: str
    full: bool


def honours(page: Page, cues: Cues) -> list[Honour]:
    """Return the honours named in the body, in the order of their place."""
    return [honour for part in page.body for honour in _in_part(page, cues, part)]


def _in_part(page: Page, cues: Cues, part: Span) -> Iterator[Honour]:
    text, key, reached = page.text, page.key, part.start
    for head in cues.within("honour", *part):
        start = head.start
        if start < reached:
            continue
        match = _HONOUR.match(key, start, part.end)
        if match is None:
            continue
        yield from _named(text, key, match)
        reached = match.end()


def _named(text: str, key: str, match: re.Match[str]) -> Iterator[Honour]:
    kind = next(name for name in _KINDS if match[name] is not None)
    span = Span(match.start(), match.end())
    if kind == "prize":
        yield from _prizes(text, match, span)
    elif match["ranks"] is not None:
        yield from _ranked(text, match, span)
    elif kind == "badge" and match["badge_name"] and len(_AGE.findall(match["badge_name"])) > 1:
        for age in _AGE.findall(match["badge_name"]):
            yield Honour(
                f"{text[match.start('badge') : match.end('badge')]} {age} năm tuổi Đảng", span, kind, full=True
            )
    elif kind == "bare":
        yield Honour(text[span.start : span.end].strip("\"'“”‘’"), span, kind, full=True)
    else:
        named = kind in {"plain", "diploma", "gift"} or _has_name(text, match, kind)
        if named or (kind not in {"award", "paper"} and _own_word(text, key, span)):
            yield Honour(text[span.start : span.end], span, kind, named)


def _has_name(text: str, match: re.Match[str], kind: str) -> bool:
    """Tell whether a kind of honour has a name of its own: "huy hiệu Đảng" and "giải thưởng vòng thi" have none."""
    name = match[f"{kind}_name"]
    if not name or (kind == "badge" and name.strip() == "đảng"):
        return False
    written = text[match.start(f"{kind}_name") : match.end(f"{kind}_name")]
    return kind != "award" or not written.islower()


def _own_word(text: str, key: str, span: Span) -> bool:
    """A kind without a name counts where it is not only spoken of ("các huân chương cao quý")."""
    del text
    return not key.startswith((" cao quý", " các loại", " các hạng"), span.end)


def _prizes(text: str, match: re.Match[str], span: Span) -> Iterator[Honour]:
    base = match.start("prizes")
    word = text[match.start("prize") : match.end("prize")]
    for prize in re.finditer(rf"(?:{PRIZES})\b", match["prizes"]):
        written = text[base + prize.start() : base + prize.end()]
        if len(written) > 1 or written.isupper():
            yield Honour(f"{word} {written}", span, "prize", full=True)


def _ranked(text: str, match: re.Match[str], span: Span) -> Iterator[Honour]:
    stem = text[match.start() : match.start("ranks")]
    base = match.start("ranks")
    for rank in _RANK.finditer(match["ranks"]):
        yield Honour(f"{stem} hạng {text[base + rank.start() : base + rank.end()]}", span, "order", full=True)
