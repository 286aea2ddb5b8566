"""The day of an event: written in full, or without its year, which then follows from the document."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tongket.terms.period import Period
from tongket.terms.span import Span

_PART = r"(?:sáng|trưa|chiều|tối|đêm)"
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:1[89]|20)\d\d"
# "27/12", "3-7", "25.6", "22/3/2023", "2 - 28/3" (two days: the first counts), "ngày 5 tháng 7 năm 2022".
_NUMERIC = re.compile(
    rf"(?<![\d/.,])(?:(?P<first>{_DAY})(?:\s*[/.]\s*(?P<fmonth>{_MONTH}))?\s*(?:-|đến(?: ngày)?|và(?: ngày)?)\s*)?"
    rf"(?P<day>{_DAY})\s?[/.-]\s?(?P<month>{_MONTH})(?:\s?[/.-]\s?(?P<year>{_YEAR}))?(?![\d%]|[/.,]\d)"
)
# A class before its repeat: such a search looks for its first letter in a tight loop.
_DIGITS = re.compile("[0-9][0-9]*")
_SPELT = re.compile(rf"ngày (?P<day>{_DAY})(?:\s*-\s*\d+)? tháng (?P<month>{_MONTH})(?: năm (?P<year>{_YEAR}))?(?!\d)")
_LEAD = re.compile(
    rf"(?:{_PART}|ngày|từ|hôm nay|hôm qua|vừa qua|trong|các ngày|hai ngày|2 ngày|3 ngày|\()\s*(?:ngày |các ngày "
    rf"|nay,? |qua,? )?\(?(?:từ (?:ngày )?)?$"
)
# "… Ngày Quốc tế Phụ nữ (8/3), sáng 6/3": a day that only explains the name of another.
_NAMED_DAY = re.compile(
    r"[^\W\d_] \($(?<!nay \()(?<!qua \()(?<!ngày \()(?<!sáng \()(?<!chiều \()(?<!tối \()(?<!nhật \()"
)
_IN_MONTH = re.compile(rf"tháng (?P<month>{_MONTH})\s?(?:[/.-]|năm)\s?(?P<year>{_YEAR})")
# How long before it is held a page may tell of an event.
_SOON = timedelta(days=31)
# A day of the last century is remembered, not reported.
_FIRST_YEAR = 2000
# A conference on a whole year is held at its end or in the first half of the next.
_NEW_YEAR_MONTHS = 6


class EventDay(NamedTuple):
    """A day as a sentence tells it; `year` is None where it does not say."""

    start: int
    end: int
    day: int
    month: int
    year: int | None


def day_in(key: str, part: Span, taken: Sequence[Span] = ()) -> EventDay | None:
    """Return the first day told in a part of the key and outside `taken`; of several days joined, the first."""
    spelt = None
    if key.find(" tháng ", *part) >= 0:
        days = (match for match in _SPELT.finditer(key, *part) if not _inside(match.start(), taken))
        spelt = next((match for match in days if int(match["year"] or _FIRST_YEAR) >= _FIRST_YEAR), None)
    bygone: tuple[int, int] | None = None
    remembered: re.Match[str] | None = None
    for match in _numeric_days(key, part):
        if spelt and spelt.start() < match.start():
            break
        if _inside(match.start(), taken):
            continue
        if match["year"] and int(match["year"]) < _FIRST_YEAR:
            bygone = (int(match["day"]), int(match["month"]))
            continue
        if match["year"] and bygone == (int(match["day"]), int(match["month"])):
            # "(30/4/1975 - 30/4/2025)": how long ago something was.
            continue
        if match["year"] or _LEAD.search(key[max(part.start, match.start() - 24) : match.start()]):
            if match["year"] or not _NAMED_DAY.search(key, max(part.start, match.start() - 24), match.start()):
                return _day_of(match)
            remembered = remembered or match
    found = spelt or remembered
    return None if found is None else _day_of(found)


class Days:
    """The days that the sentences of one text tell, each looked for once."""

    def __init__(self, key: str, taken: Sequence[Span]) -> None:
        """Take the key of a text and the spans of its directives: the days they hold are the directives' own."""
        self._key, self._taken = key, taken
        self._told: dict[Span, EventDay | None] = {}

    def told(self, part: Span) -> EventDay | None:
        """Return the first day that a sentence tells outside directives."""
        if part not in self._told:
            self._told[part] = day_in(self._key, part, self._taken)
        return self._told[part]

    def at_all(self, part: Span) -> EventDay | None:
        """Return the first day that a sentence tells, be it a directive's."""
        if any(part.overlaps(span) for span in self._taken):
            return day_in(self._key, part)
        return self.told(part)


def _numeric_days(key: str, part: Span) -> Iterator[re.Match[str]]:
    """Yield what `_NUMERIC` finds; tried only where digits begin, which spares it the look at every letter."""
    reached = part.start
    for digits in _DIGITS.finditer(key, *part):
        match = _NUMERIC.match(key, digits.start(), part.end) if digits.start() >= reached else None
        if match:
            reached = match.end()
            yield match


def year_of(day: EventDay, reviewed: Period | None, published: str | None, *, opens: bool = False) -> int | None:
    """Return the year of a day told without one.

    It follows from the period looked back on (a conference on a whole year falls at its end or in the first months
    of the next), else from the day of publishing: news tell of what was, or of what is held within a month.

    Args:
        day: The day.
        reviewed: The period looked back on, or the one that the event opens.
        published: The day of publishing, as ISO.
        opens: Whether `reviewed` is the term that a congress opens.
    """
    if day.year:
        return day.year
    long = reviewed is not None and reviewed.last.year > reviewed.first.year
    if long and not published and reviewed is not None:
        # Nothing but a term: a congress falls in the first year of the one it opens, the last of the one it closes.
        return reviewed.first.year if opens else reviewed.last.year
    if reviewed is not None and not long:
        ends_year = reviewed.last.month == 12  # noqa: PLR2004 - December
        return reviewed.last.year + (1 if ends_year and day.month <= _NEW_YEAR_MONTHS else 0)
    if published is None:
        return None
    year = int(published[:4])
    if len(published) < len("2024-01-01"):
        return year
    latest = date.fromisoformat(published) + _SOON
    later = (latest.month, latest.day) >= (day.month, day.day)
    return latest.year if later else latest.year - 1


def _inside(at: int, taken: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in taken)


def month_in(key: str, start: int, end: int) -> str | None:
    """Return the month told with its year, as `2023-12`."""
    match = _IN_MONTH.search(key, start, end)
    return f"{match['year']}-{int(match['month']):02}" if match else None


def _day_of(match: re.Match[str]) -> EventDay:
    parts = match.groupdict()
    day, month = int(parts.get("first") or parts["day"]), int(parts.get("fmonth") or parts["month"])
    year = int(parts["year"]) if parts["year"] else None
    return EventDay(match.start(), match.end(), day, month, year)
