"""For which period a report is: the one its title looks back on, its main event's, that of its head, of its file."""

import re
from collections.abc import Iterable, Iterator

from tongket.reading.attribution_page import REPORT_EVENTS, main_event, parsed
from tongket.reading.keyed import fold
from tongket.reading.period_words import NamedPeriod, named_periods, periods_of_file_name
from tongket.terms.finding import Finding, Severity
from tongket.terms.period import Period
from tongket.terms.records import Event, EventKind, Reading

_REPORT_WORDS = re.compile(
    r"(?<!\w)(?:báo cáo|sơ kết|tổng kết|kết quả|giao ban|số liệu|thống kê|tình hình|đánh giá|biểu|phụ lục|công tác)"
    r"(?!\w)"
)
# Words that say which way a period in a title looks; the last before it decides.
_AHEAD_OR_BACK = re.compile(
    r"(?P<back>(?:kết quả|thực hiện|tổng kết|sơ kết|đánh giá|tình hình|báo cáo)(?:[^,;]*?nhiệm vụ)?)"
    r"|(?P<ahead>phương hướng|nhiệm vụ|kế hoạch|chương trình công tác|triển khai)"
)


def period_of(reading: Reading, head: list[str], year: int | None) -> tuple[Period | None, str, tuple[Finding, ...]]:
    """Return the period, the words that told it, and what is doubtful about it.

    Args:
        reading: The reading.
        head: The lines at the top of its page.
        year: Of its day, for a period that is named without one.
    """
    main = main_event(reading)
    told_by_event = parsed(main.reviewed) if main else None
    title = reading.fields.title or ""
    told_by_title = _looked_back_on(title, year) if _is_report(title, main) else None
    if told_by_title and told_by_event and told_by_title[0] != told_by_event:
        return _of_two(told_by_title, told_by_event)
    if told_by_title:
        return *told_by_title, ()
    if told_by_event and main:
        return told_by_event, " ".join(main.span.of(reading.text).split()), ()
    told = _first_told(_head_tells(head, main, year)) or _first_told(_file_name_tells(reading.name))
    return (*told, ()) if told else (None, "", ())


def _of_two(title: tuple[Period, str], event: Period) -> tuple[Period | None, str, tuple[Finding, ...]]:
    """Take the narrower of two that contain one another; where they contradict, nothing is chosen."""
    if title[0].contains(event) or event.contains(title[0]):
        return min(title[0], event, key=lambda period: (period.last - period.first, period)), title[1], ()
    message = (
        f"Tiêu đề nêu kỳ {title[0].label}, nội dung lại nêu {event.label}: chưa xác định được kỳ báo cáo. "
        "Hãy đối chiếu văn bản gốc và sửa lại kỳ."
    )
    return None, "", (Finding("PERIOD-CONTRADICTED", Severity.WARNING, message),)


def _is_report(text: str, main: Event | None) -> bool:
    return bool(_REPORT_WORDS.search(fold(text))) or (main is not None and main.kind in REPORT_EVENTS)


def _looked_back_on(text: str, year: int | None) -> tuple[Period, str] | None:
    """Return the one period that `text` looks back on; None where it names none or several."""
    told = [named for named in named_periods(text) if named.year_told]
    around = told[0].period.first.year if told else year
    named = [each for each in named_periods(text, around) if _looks_back(text, each)]
    named = [each for each in named if not any(other.period != each.period and _within(other, each) for other in named)]
    if len({each.period for each in named}) != 1:
        return None
    return named[0].period, named[0].span.of(text)


def _within(inner: NamedPeriod, outer: NamedPeriod) -> bool:
    return outer.period.contains(inner.period)


def _looks_back(text: str, named: NamedPeriod) -> bool:
    cues = list(_AHEAD_OR_BACK.finditer(fold(text), 0, named.span.start))
    return not cues or cues[-1].lastgroup == "back"


def _head_tells(head: list[str], main: Event | None, year: int | None) -> Iterator[tuple[Period, str] | None]:
    for place, line in enumerate(head):
        # The name of a report stands on a line of its own, and its subject below it.
        if _REPORT_WORDS.search(fold(line)) and not line.endswith((".", ";")):
            yield _looked_back_on(" ".join(head[place : place + 3]), year)
    if main is not None and main.kind is EventKind.REVIEW:
        yield from (_looked_back_on(line, year) for line in head)


def _file_name_tells(name: str) -> Iterator[tuple[Period, str] | None]:
    found = {named.period for named in periods_of_file_name(name)}
    if len(found) == 1:
        yield found.pop(), name


def _first_told(found: Iterable[tuple[Period, str] | None]) -> tuple[Period, str] | None:
    return next((each for each in found if each is not None), None)
