"""Where a text names a period: `quý III/2025`, `6 tháng đầu năm 2024`, `tháng 9`, `năm 2023`, a term of office."""

import re
import unicodedata
from typing import NamedTuple

from tongket.document.seldom import seldom
from tongket.reading.keyed import fold
from tongket.reading.spans import as_span
from tongket.terms.period import Period
from tongket.terms.span import Span

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORDS = {"ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUARTER = 3
_MONTHS = 12
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d|\s*/\s*[a-zđ])"
# Tried in this order at every place; a later one never starts inside an earlier one.
_PHRASES = (
    r"(?:nhiệm kỳ|giai đoạn|khóa|năm học|niên khóa)\s+(?P<from>(?:19|20)\d\d)\s*[-/]\s*(?P<until>(?:19|20)\d\d)",
    r"quý\s+(?P<quarter>iv|i{1,3}|[1-4])\b(?:\s*[-/,]?\s*(?:năm\s+)?" + _YEAR.format("y1") + ")?",
    r"(?P<months>\d{1,2}|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+tháng(?:\s+(?P<side>đầu|cuối|còn lại)(?:\s+của)?)?\s+năm"
    r"(?:\s+" + _YEAR.format("y2") + ")?",
    r"(?P<day>ngày\s+\d{1,2}\s+)?tháng\s+(?P<month>0?[1-9]|1[0-2])(?!\d)(?!\s+(?:đầu|cuối|năm(?!\s+\d)))"
    r"(?:\s*(?:[-/.]|năm)\s*" + _YEAR.format("y3") + ")?",
    r"năm\s+" + _YEAR.format("y4"),
)
_IN_TEXT = re.compile(r"(?<!\w)(?:" + "|".join(_PHRASES) + ")")
# One of these stands in whatever is met, at most so far behind its start ("ngày 12 tháng"): the first is found fast,
# and a text without any is spared the rest.
_ANCHOR = re.compile("năm|tháng|quý|nhiệm kỳ|giai đoạn|khóa")
_BEFORE = 24
# File names: no marks, and the short forms of offices beside the long ones.
_SHORT = seldom(
    r"(?<![a-z0-9])(?:q(?P<quarter>[1-4])|h(?P<half>[12])|(?P<months>6|9)\s?t(?:h|hang)?|t(?P<month>0?[1-9]|1[0-2]))"
    r"\s*(?:nam\s*)?(?P<year>20\d\d)(?!\d)"
)
_LONE_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


class NamedPeriod(NamedTuple):
    """A period with the place that names it; `year_told` is False where the year was taken from around it."""

    span: Span
    period: Period
    year_told: bool = True


def named_periods(text: str, year: int | None = None) -> list[NamedPeriod]:
    """Return the periods that `text` names, in order; days (`ngày 3 tháng 2 năm 2024`) are none.

    Args:
        text: A title, a sentence.
        year: The year of a period that is named without one; such a period is left out where this is None.
    """
    return periods_of_key(fold(text), year)


def periods_of_key(key: str, year: int | None = None) -> list[NamedPeriod]:
    """Return what `named_periods` does, of a text that is folded already."""
    anchor = _ANCHOR.search(key)
    return _found(_IN_TEXT, key, year, max(0, anchor.start() - _BEFORE)) if anchor else []


def periods_of_file_name(name: str) -> list[NamedPeriod]:
    """Return the periods that a file name tells, marks or none: `BC quy III 2025`, `bao-cao-6-thang-dau-nam-2024`."""
    plain = re.sub(r"[-_.+()\s]", " ", without_marks(name))
    found = _found(_PLAIN, plain, None)
    found += [NamedPeriod(Span(*hit.span()), _short_period(hit)) for hit in _SHORT.finditer(plain)]
    if found:
        return found
    return [NamedPeriod(Span(*hit.span()), Period.parse(hit.group())) for hit in _LONE_YEAR.finditer(plain)]


def without_marks(text: str) -> str:
    """Return `text` in lower case without tone and vowel marks: `Quý` is `quy`, `Đảng` is `dang`."""
    decomposed = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_PLAIN = seldom(without_marks(r"(?<!\w)(?:" + "|".join(_PHRASES) + ")").replace("(?p<", "(?P<"))


def _found(pattern: re.Pattern[str], key: str, year: int | None, start: int = 0) -> list[NamedPeriod]:
    found = []
    for hit in pattern.finditer(key, start):
        parts = hit.groupdict()
        named = parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"]
        told = int(named) if named else None
        period = None if parts["day"] else _period(parts, told or year)
        if period is not None:
            found.append(NamedPeriod(as_span(hit.span()), period, bool(told or parts["from"])))
    return found


def _period(parts: dict[str, str | None], year: int | None) -> Period | None:
    if parts["from"] and parts["until"]:
        return Period.parse(f"{parts['from']}/{parts['until']}") if parts["from"] < parts["until"] else None
    if year is None:
        return None
    if quarter := parts["quarter"]:
        number = _ROMAN.get(quarter) or int(quarter)
        return Period.of_months(year, number * _QUARTER - 2, number * _QUARTER)
    if months := parts["months"]:
        return _months(year, _WORDS.get(months) or _PLAIN_WORDS.get(months) or int(months), parts["side"])
    if month := parts["month"]:
        return Period.of_months(year, int(month), int(month))
    return Period.of_months(year, 1, _MONTHS)


_PLAIN_WORDS = {without_marks(word): number for word, number in _WORDS.items()}


def _months(year: int, months: int, side: str | None) -> Period | None:
    if not 1 <= months <= _MONTHS:
        return None
    if side in ("cuối", "cuoi", "còn lại", "con lai"):
        return Period.of_months(year, _MONTHS - months + 1, _MONTHS)
    return Period.of_months(year, 1, months)


def _short_period(hit: re.Match[str]) -> Period:
    year = int(hit["year"])
    if hit["quarter"]:
        return Period.parse(f"{year}-Q{hit['quarter']}")
    if hit["half"]:
        return Period.parse(f"{year}-H{hit['half']}")
    if hit["months"]:
        return Period.of_months(year, 1, int(hit["months"]))
    return Period.of_months(year, int(hit["month"]), int(hit["month"]))
