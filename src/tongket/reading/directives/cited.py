"""One citation of a document: its type word, its number or numbers, and what is told right after them."""

import re
from dataclasses import dataclass
from datetime import date

from tongket.reading.directives.numbers import padded, read_number
from tongket.reading.directives.words import AFTER, KINDS, PROGRAMMES, TYPES, WEAK, Issuer, issuer_at, last_issuer

_NAMES = "|".join(sorted(map(re.escape, TYPES), key=len, reverse=True))
# "NQTW4" and "NQĐH" are written as one word.
_TYPE = re.compile(rf"\b(?:{_NAMES})(?![^\W\d])|\bnq(?=tw|đh)")
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
# " số " and nothing more between the type word and the number.
_SO = 4
# What may stand between the type word and the number; "tổng số 31" and the like are no numbers of papers.
_LEAD = re.compile(rf"(?: (?:{_KIND})){{0,3}}(?P<so>,? ?số)?[ .:]{{0,3}}(?=\d)")
_LOOSE_LEAD = re.compile(r"(?: [^\W\d_]+){1,9} số[ .:]{0,3}(?=\d)")
_NO_NUMBER = re.compile(r"\b(?:tổng|một|con|dân|chỉ|tham|hệ|đa|thiểu|trong|vô|nhân|ẩn) số[ .:]{0,3}$")
_SHORT = re.compile(r"(?P<no>\d{1,5}[a-z]?)(?![\w%])(?: ?/ ?(?P<year>(?:19|20)\d\d)\b(?![-/]))?")
_LONE = re.compile(
    r" ?(?:$|\n|[.;:)\"'?!](?!\d)|,(?!\d)|-(?! ?\d)|/(?!\d)|\(| (?:năm (?=\d{4})|(?:" + "|".join(AFTER) + r")\b))"
)
_MORE = re.compile(r"(?:, ?| và |; ?| ?& ?|, và )(?:số )?(?=\d)")
_DAY = r"(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d\d|\d\d)(?!\d)"
_DATE = re.compile(
    rf"[ ,(-]{{0,3}}(?:(?:được )?(?:ký |ban hành |ra )?(?:ngày|ngày ký:?) ?{_DAY}|(?<=[ (]){_DAY}"
    r"|(?:ký |ban hành )?ngày (\d{1,2}) tháng (\d{1,2}),? năm (\d{4}))\)?"
)
_TERM = re.compile(r"[ ,(]{1,3}(?:khóa [ivx\d]+|năm \d{4})\b\)?")
_OF = re.compile(r"(?:,? ?(?:do|của|từ|được|bởi) |,? của | )")
# A look at the next word spares the rest: none of these, and nothing more is told of the document.
_TAIL = re.compile(r"[ ,(-]{1,3}(?:\(?\d|khóa|năm|được|ký|ban|ra |ngày|do |của|từ |bởi|về |và |cùng|[btqhđuc])")
_OTHERS = re.compile(
    r",? (?:và|cùng) (?:các |một số |những )(?:văn bản|nghị quyết|chỉ thị|kết luận|quy định|hướng dẫn)"
    r"[^.;:]{0,40}? của "
)
_ABOUT = re.compile(
    r"[ ,]{1,2}về [^;\n]{3,160}?[\"']? của (?=(?:ban|bộ|btv|bch|tỉnh|thành|huyện|quận|thị|chính|thủ|ubnd|ủy)\b)"
)


@dataclass(slots=True)
class Cited:
    """A citation on its way to a key.

    Attributes:
        start: Where its type word starts.
        end: Where what it tells of the document ends.
        number: With at least two digits; empty for a gathering's resolution.
        code: The type's code.
        key: Known at once from a full number or a gathering.
        year: Of a number with its year (`30/2020`).
        issuer: Told with the citation.
        foreign: Told to be of somebody whose symbol is not known.
        date: ISO.
        short: Without its symbol.
        mixed: A Party number in the shape of the State.
        about: Issuer told only after the paper's subject ("Kế hoạch 12 về … của Tỉnh ủy").
    """

    start: int
    end: int
    number: str = ""
    code: str = ""
    key: str | None = None
    year: str | None = None
    issuer: Issuer | None = None
    foreign: bool = False
    date: str | None = None
    short: bool = False
    mixed: bool = False
    about: Issuer | None = None


def type_at(text: str, key: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Return start, end and word of the last type word in `[start, end)` of the key.

    Abbreviations ("NQ", "CT") count only in capitals.
    """
    last = None
    first = _TYPE.match(key, start)
    if first is not None and end - first.end() <= _SO and first.end() - start > 2:  # noqa: PLR2004
        return (start, first.end(), first.group())
    for match in _TYPE.finditer(key, start, end):
        if match.end() - match.start() > 2 or text[match.start() : match.end()].isupper():  # noqa: PLR2004
            last = match
    return None if last is None else (last.start(), last.end(), last.group())


def numbered_at(text: str, key: str, start: int, digit: int) -> list[Cited]:
    """Read the citations whose type word starts at or after `start` and whose first digit stands at `digit`."""
    found = type_at(text, key, start, digit)
    if found is None:
        return []
    at, end, word = found
    if ":" in key[end:digit] and "số" not in key[end:digit]:
        # "học tập nghị quyết: 20 hội nghị": what follows a colon is counted, not the number of a document.
        return []
    lead = _LEAD.match(key, end)
    strict = lead is not None and lead.end() == digit
    if digit - end > _SO and _NO_NUMBER.search(key, end, digit):
        return []
    cited = _first(text, key, at, digit, word)
    owner = None
    if not strict and (cited is None or cited.short):
        loose = _LOOSE_LEAD.match(key, end)
        owner = None if loose is None or loose.end() != digit else last_issuer(key, end, digit)
        if owner is None or not key.startswith(" của ", end):
            return []
    if cited is None or (
        cited.short and not _is_number(text, key, cited, word, told=bool(lead and lead["so"]) or owner is not None)
    ):
        return []
    if owner is not None:
        cited.issuer = owner.issuer
    return _listed(text, key, cited)


def bare_at(text: str, key: str, slash: int, floor: int) -> Cited | None:
    """Read the full number around the slash at `slash` that no type word introduces."""
    for start in range(max(floor, slash - 16), slash):
        if not key[start].isdigit() or (start and (key[start - 1].isalnum() or key[start - 1] in "/.,-")):
            continue
        number = read_number(text, key, start)
        if number is None or number.end <= slash:
            continue
        lone = not number.code and not number.symbol.startswith(("QH", "UBTVQH"))
        if lone and not key.startswith("số ", start - 3):
            return None
        cited = Cited(start, number.end, number.number, number.code, key=number.key, mixed=number.mixed)
        read_tail(key, [cited])
        return cited
    return None


def read_tail(key: str, group: list[Cited]) -> None:
    """Read date, term and issuer after the last of `group`; the issuer is that of all of them, the date of the last."""
    last = group[-1]
    at = last.end
    if _TAIL.match(key, at) is None:
        return
    for _ in range(4):
        if (match := _TERM.match(key, at)) is not None:
            at = match.end()
        elif last.date is None and (match := _DATE.match(key, at)) is not None and (day := iso_date(match)) is not None:
            at, last.date = match.end(), day
        elif last.issuer is None and not last.foreign and (match := _OF.match(key, at)) is not None:
            named = issuer_at(key, match.end())
            if named is None:
                last.foreign = key.startswith(" của ", at)
                break
            at, last.issuer = named.end, named.issuer
        else:
            break
    last.end = at
    if last.short and last.issuer is None:
        _read_far_issuer(key, last)
    for cited in group[:-1]:
        if cited.short and cited.issuer is None:
            cited.issuer, cited.foreign, cited.about = last.issuer, last.foreign, last.about


def _read_far_issuer(key: str, cited: Cited) -> None:
    """Read an issuer told after "và các văn bản khác của", or only after the paper's subject."""
    match = _OTHERS.match(key, cited.end)
    if match is not None and (named := issuer_at(key, match.end())) is not None:
        cited.issuer = named.issuer
        return
    match = _ABOUT.match(key, cited.end)
    if match is not None and not _TYPE.search(match.group()) and (named := issuer_at(key, match.end())) is not None:
        cited.about = named.issuer


def iso_date(match: re.Match[str]) -> str | None:
    """Return the ISO date of a match with day, month and year groups; None where there is no such day."""
    day, month, year = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year + 2000 if year < 100 else year, month, day).isoformat()  # noqa: PLR2004 - two digits of a year
    except ValueError:
        return None


def _first(text: str, key: str, at: int, digit: int, word: str) -> Cited | None:
    number = read_number(text, key, digit)
    if number is not None:
        return Cited(at, number.end, number.number, number.code, key=number.key, mixed=number.mixed)
    match = _SHORT.match(key, digit)
    if match is None or not TYPES[word]:
        return None
    return Cited(at, match.end(), padded(match["no"]), TYPES[word], year=match["year"], short=True)


def _is_number(text: str, key: str, cited: Cited, word: str, *, told: bool) -> bool:
    """Tell the number of a paper from a count: "số" tells it, else what follows does."""
    if told:
        return True
    if word in PROGRAMMES or (word in WEAK and not text[cited.start].isupper()):
        # "Chương trình 135" is a programme, "Chương trình 04 của Thành ủy" a paper; "kết luận 12 vụ" is a count,
        # "kết luận 66 của Ban Bí thư" a paper: the issuer tells.
        return key.startswith(" của ", cited.end) and issuer_at(key, cited.end + 5) is not None
    years = len(cited.number) == 4 and cited.number.startswith(("19", "20"))  # noqa: PLR2004 - "Kế hoạch 2025"
    return not years and _LONE.match(key, cited.end) is not None


def _listed(text: str, key: str, first: Cited) -> list[Cited]:
    """Go on from `first` over "18, 19-NQ/TW", "57, 59, 66 và 68": bare numbers take the symbol of the next full one."""
    group = [first]
    while (more := _MORE.match(key, group[-1].end)) is not None:
        start = more.end()
        number = read_number(text, key, start)
        if number is not None:
            item = Cited(start, number.end, number.number, number.code, key=number.key, mixed=number.mixed)
        else:
            match = _SHORT.match(key, start)
            if (
                match is None
                or not first.short
                or match["year"]
                or not (_LONE.match(key, match.end()) or _MORE.match(key, match.end()))
            ):
                break
            item = Cited(start, match.end(), padded(match["no"]), first.code, short=True)
        group.append(item)
    _lend_symbol(group)
    read_tail(key, group)
    return group


def _lend_symbol(group: list[Cited]) -> None:
    lender: Cited | None = None
    for cited in reversed(group):
        if not cited.short:
            lender = cited
        elif lender is not None and lender.key is not None and lender.code == cited.code and cited.year is None:
            cited.key, cited.short = lender.key.replace(lender.number, cited.number, 1), False
