"""Lines that tell when a page was put up: what they look like, and the day they tell."""

import re
from datetime import date

from tongket.document.seldom import seldom

# Words that stand beside the date on such a line, from the portals of provinces, districts and newspapers.
_LABEL = (
    "ngày (?:đăng|tạo|cập nhật|xuất bản|phát hành|gửi|viết)(?: bài viết gốc| bài| tin| lúc)?|ngày|"
    "(?:được )?đăng (?:lúc|ngày|vào|tải)|đăng|cập nhật(?: lúc| ngày| lần cuối| mới nhất)?|gửi lúc|xuất bản|"
    "thời gian(?: đăng)?|post(?:ed)?(?: on| at)?|published|date|lúc|vào|hôm nay|năm|tháng"
)
# Feeds and some makers of sites write the day in English: "Sat, 26 Oct 2024 15:00:00 +0700", "October 26, 2024".
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = (
    r"(?:19|20)\d\d-\d\d-\d\dt\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?|"
    r"(?:19|20)\d\d-\d\d?-\d\d?|\d\d?(?:[/.-]| - )\d\d?(?:[/.-]| - )(?:19|20)\d\d|"
    r"\d\d? tháng \d\d?,?(?: năm)? (?:19|20)\d\d|\d\d \d\d (?:19|20)\d\d|"
    rf"\d\d? {_MONTH},? (?:19|20)\d\d|{_MONTH} \d\d?,? (?:19|20)\d\d"
)
_CLOCK = r"\d\d?(?::|h|g|giờ)\s?\d\d(?::\d\d)?(?:\s?[ap]m\b| sáng\b| chiều\b)?"
_OTHER = (
    r"thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])\b|chủ nhật|cn\b|t[2-7]\b|"
    r"\[?\(?(?:gmt|utc|g7t)\s?[+-]?\s?\d*\)?\]?|"
    r"(?:\d[\d.,]* )?(?:(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập)|đã xem|đã đọc|views?)(?: ?:? ?\d[\d.,]*)?|"
    r"[\s,|()\[\]•·:;./+*'\"-]|"
    r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?<=[+-])\d{4}\b"
)
# Apart at the end some sites put how often the page was read.
# Possessive, so that a long line that is no date fails at once.
_DATE_LINE = re.compile(
    f"(?:{_OTHER}|{_LABEL}|{_CLOCK})*+(?:{_DAY})(?:{_OTHER}|{_LABEL}|{_CLOCK}|{_DAY})*+" r"(?:(?<=\s\s)\d{1,6})?"
)
# With its label in front, a date line may go on to say who put the page up.
_LABELLED_DATE = seldom(
    r"[•*\s-]*(?:(?:được )?đăng|(?:người (?:viết|đăng|gửi)|đăng bởi)[^\d:]{0,3}:?\s*[^\d]{2,30}(?:lúc|vào|ngày|[-|,])"
    r"|ngày đăng|ngày tạo|cập nhật|gửi lúc|xuất bản|post)"
    rf"(?:{_OTHER}|{_LABEL}|{_CLOCK})*+(?:{_DAY})"
)
# A section name or a by-line may share the line with the date, which then stands at its end.
_DATED_TAIL = seldom(
    rf"(?:[^\W\d]++[ ,.-]*+){{1,5}}[|•]?\s*(?:{_CLOCK})?[\s,|-]*(?:{_DAY})[\s,|-]*(?:{_CLOCK})?(?:{_OTHER})*+"
)
_DAY_IN_TEXT = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d?)-(?P<d>\d\d?)"
    r"|(?P<d2>\d\d?)(?:[/.-]| - | )(?P<m2>\d\d?)(?:[/.-]| - | )(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<d4>\d\d?) (?P<m4>{_MONTH}),? (?P<y4>(?:19|20)\d\d)|(?P<m5>{_MONTH}) (?P<d5>\d\d?),? (?P<y5>(?:19|20)\d\d)"
    r"|(?P<d3>\d\d?) tháng (?P<m3>\d\d?),?(?: năm)? (?P<y3>(?:19|20)\d\d))(?!\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# "05-06-24 13:37": a year of two digits is one only with the hour beside it and nothing else on the line.
_STAMP = seldom(
    rf"(?P<before>{_CLOCK}[\s,|-]+)?(?P<d>\d\d?)(?P<mark>[/.-])(?P<m>\d\d?)(?P=mark)(?P<y>\d\d)"
    rf"(?(before)|[\s,|-]+{_CLOCK})(?:{_OTHER})*+"
)
# Months in words, as feeds ("Thu, 09 Jan 2025 23:00:00 +0700") and blogs ("25 Tháng Mười Một, 2023") write them.
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_VIETNAMESE = (
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
)  # fmt: skip
_MONTH = f"(?:{'|'.join(_ENGLISH)})[a-z]{{0,6}}\\.?|tháng (?:{'|'.join(reversed(_VIETNAMESE))})"
_BESIDE = rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\b|[+-]\d{{4}}\b|{_OTHER}|{_LABEL}|{_CLOCK}|at\b|on\b)"
_WORDED = seldom(
    rf"{_BESIDE}*?(?:(?P<d>\d\d?)[ -](?P<m>{_MONTH}),?[ -](?:năm )?(?P<y>(?:19|20)\d\d)"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d\d?),? (?P<y2>(?:19|20)\d\d)){_BESIDE}*+"
)
_CENTURY = 2000
_LAST_MONTH = 12
LONGEST_DATE_LINE = 100
_PREFIX = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)?\s+(?=\S)")


def is_date_line(line: str) -> bool:
    """Tell whether a folded, stripped line is nothing but a date with its labels."""
    if len(line) > LONGEST_DATE_LINE:
        return False
    if not _YEAR.search(line):
        return _stamped(line) is not None
    return bool(_DATE_LINE.fullmatch(line) or _LABELLED_DATE.match(line)) or _worded(line) is not None


def is_dated_tail(line: str) -> bool:
    """Tell whether a folded, stripped line is a section's or an author's name with a date behind it."""
    return len(line) <= LONGEST_DATE_LINE and bool(_YEAR.search(line)) and bool(_DATED_TAIL.fullmatch(line))


def date_prefix(line: str) -> int:
    """Return how long the mark `date 2025-08-13 ` is that some copies put before the headline; 0 without it."""
    match = _PREFIX.match(line)
    return match.end() if match else 0


def first_day(line: str) -> str | None:
    """Return the first day told in a folded line as ISO, None where none is or the calendar has no such day."""
    for match in _DAY_IN_TEXT.finditer(line):
        told_year, told_month, told_day = _parts(match)
        year, day = int(told_year), int(told_day)
        month = int(told_month) if told_month.isdigit() else 1 + _MONTHS.index(told_month[:3])
        if month > _LAST_MONTH >= day:
            month, day = day, month  # American order, as some newspapers' software writes it
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return _worded(line) or _stamped(line)


def _worded(line: str) -> str | None:
    """Return the day of a line that is nothing but a day, its month in words, with what stands beside dates."""
    if len(line) > LONGEST_DATE_LINE or not (line.isascii() or "tháng " in line):
        return None
    match = _WORDED.fullmatch(line)
    if match is None:
        return None
    month = match["m"] or match["m2"]
    word = month.removeprefix("tháng ")
    names = _ENGLISH if word is month else _VIETNAMESE
    number = names.index(word[:3] if word is month else word) + 1
    try:
        return date(int(match["y"] or match["y2"]), number, int(match["d"] or match["d2"])).isoformat()
    except ValueError:
        return None


def _stamped(line: str) -> str | None:
    """Return the day of a line that is nothing but a day with a year of two digits and an hour."""
    if not line[:1].isdigit() or len(line) > LONGEST_DATE_LINE:
        return None
    match = _STAMP.fullmatch(line)
    if match is None:
        return None
    try:
        return date(_CENTURY + int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return None


def _parts(match: re.Match[str]) -> tuple[str, str, str]:
    for tail in ("", "2", "3", "4", "5"):
        if match["y" + tail]:
            return match["y" + tail], match["m" + tail], match["d" + tail]
    raise AssertionError(match)  # pragma: no cover  (the pattern has no fourth branch)
