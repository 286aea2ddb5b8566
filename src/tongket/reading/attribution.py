"""Whose report a reading is, and for which period: told by the document itself, or not told; never guessed.

The org is sought in the title and the main event, then at the head of the page, then in the file name; a later
place may narrow what an earlier one leaves open, never contradict it. Names count only for orgs that existed
in the period. The period is the one the title looks back on, the main event's, that of the head, of the file.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongket.reading.keyed import fold
from tongket.reading.org_names import NamedOrg, OrgNames, names_of
from tongket.reading.period_words import NamedPeriod, named_periods, periods_of_file_name
from tongket.terms.errors import TongketError
from tongket.terms.finding import Finding, Severity
from tongket.terms.period import Period
from tongket.terms.profile import Org, Profile
from tongket.terms.records import Event, EventKind, Reading

# Lines at the top of a page that may be its letterhead and title, and how long such a line is at most.
_HEAD_LINES = 14
_HEAD_LINE_LENGTH = 160
# Only a paper with a number or the name of State or Party on top has a letterhead; a portal has its menu there.
_LETTERHEAD = re.compile(r"^số:? ?\d*[\d.…]* ?[-/]|^đảng cộng sản việt nam$|^cộng h[òo]a xã hội chủ nghĩa|^\*$")
_REPORT_WORDS = re.compile(
    r"(?<!\w)(?:báo cáo|sơ kết|tổng kết|kết quả|giao ban|số liệu|thống kê|tình hình|đánh giá|biểu|phụ lục|công tác)"
    r"(?!\w)"
)
_REPORT_EVENTS = frozenset({EventKind.REVIEW, EventKind.BRIEFING, EventKind.INSPECTION})
# Words that say which way a period in a title looks; the last before it decides.
_AHEAD_OR_BACK = re.compile(
    r"(?P<back>(?:kết quả|thực hiện|tổng kết|sơ kết|đánh giá|tình hình|báo cáo)(?:[^,;]*?nhiệm vụ)?)"
    r"|(?P<ahead>phương hướng|nhiệm vụ|kế hoạch|chương trình công tác|triển khai)"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose report it is and for which period, with the words that told it.

    Attributes:
        org: Org id of the profile; None where not told.
        org_basis: The words that told it.
        period: None where not told.
        period_basis: The words that told it.
        day: Of the main event or of publication, ISO, as far as told.
        findings: `ORG-NOT-TOLD`, `PERIOD-NOT-TOLD`, `PERIOD-CONTRADICTED`.
    """

    org: str | None
    org_basis: str
    period: Period | None
    period_basis: str
    day: str
    findings: tuple[Finding, ...]


def attribute(reading: Reading, profile: Profile) -> Attribution:
    """Return whose report `reading` is and for which period, as far as the document tells."""
    head = _head(reading)
    day = _day(reading)
    period, basis, findings = _period(reading, head, _year(day))
    org, org_basis = _org_among(reading, head, _rows(profile, period, day))
    if org is None:
        findings = (*findings, _org_not_told(org_basis))
    if period is None:
        findings = (*findings, _period_not_told(reading))
    return Attribution(org, org_basis if org else "", period, basis, day, findings)


def _main(reading: Reading) -> Event | None:
    return reading.events[0] if reading.events else None


def _day(reading: Reading) -> str:
    main = _main(reading)
    return (main.date if main else None) or reading.fields.published or ""


def _year(day: str) -> int | None:
    return int(day[:4]) if day[:4].isdigit() else None


def _head(reading: Reading) -> list[str]:
    """Return the short lines at the top of the article, with the letterhead above it where there is one."""
    above = _lines(reading.text)
    if not any(_LETTERHEAD.search(fold(line)) for line in above):
        above = []
    article = [line for part in reading.body[:_HEAD_LINES] for line in _lines(part.of(reading.text))]
    lines = dict.fromkeys([*above, *article[:_HEAD_LINES]])
    return [line for line in lines if len(line) <= _HEAD_LINE_LENGTH]


def _lines(text: str) -> list[str]:
    """Return the first lines of `text` that are not blank."""
    lines = (line.strip() for line in text.split("\n", 4 * _HEAD_LINES)[: 4 * _HEAD_LINES])
    return [line for line in lines if line][:_HEAD_LINES]


def _period(reading: Reading, head: list[str], year: int | None) -> tuple[Period | None, str, tuple[Finding, ...]]:
    main = _main(reading)
    told_by_event = _parsed(main.reviewed) if main else None
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
    return bool(_REPORT_WORDS.search(fold(text))) or (main is not None and main.kind in _REPORT_EVENTS)


def _parsed(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except TongketError:
        return None


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


def _rows(profile: Profile, period: Period | None, day: str) -> tuple[tuple[Org, ...], ...]:
    """Return the rows of facts that may be meant: first those true at the end of the period, then all true in it."""
    asked = period or _parsed(day[:7]) or _parsed(day[:4])
    if asked is None:
        return (profile.orgs,)
    return (
        tuple(org for org in profile.orgs if org.valid_on(asked.last)),
        tuple(org for org in profile.orgs if org.valid_in(asked)),
    )


def _org_among(reading: Reading, head: list[str], choices: tuple[tuple[Org, ...], ...]) -> tuple[str | None, str]:
    told = [_org(reading, head, rows) for rows in choices]
    return next((each for each in told if each[0] is not None), told[0])


def _org(reading: Reading, head: list[str], rows: tuple[Org, ...]) -> tuple[str | None, str]:
    main = _main(reading)
    names = names_of(rows)
    above = {org.id: org.parent for org in rows}
    title = reading.fields.title or ""
    strong = [title, (main.org if main else None) or "", (main.host if main else None) or ""]
    current: frozenset[str] = frozenset()
    basis: list[NamedOrg] = []
    places = [*((names.named_in(text), True) for text in strong), (_named_in_lines(head, rows), False)]
    for named, may_go_down in [*places, (names.named_in_file_name(reading.name), False)]:
        told = _lowest(_one_or_all(named), above)
        narrowed = _narrowed(current, told, above, may_go_down=may_go_down)
        if narrowed != current:
            current = narrowed
            basis = named
    words = "; ".join(sorted({each.words for each in basis}))
    if len(current) != 1 or _of_a_stranger(main, names, [each for named, _ in places for each in named]):
        return None, words
    return next(iter(current)), words


def _of_a_stranger(main: Event | None, names: OrgNames, named: list[NamedOrg]) -> bool:
    """Tell whether the event is of an org that the profile does not know, and no name here says of which place it is.

    "Ban Tuyên giáo Tỉnh ủy" on a page about another province is not ours.
    """
    stranger = main is not None and bool(main.org) and not names.named_in(main.org or "")
    return stranger and bool(named) and not any(each.names_a_place for each in named)


def _named_in_lines(head: list[str], rows: tuple[Org, ...]) -> list[NamedOrg]:
    return [named for line in head for named in names_of(rows).named_in(line)]


def _one_or_all(named: list[NamedOrg]) -> frozenset[str]:
    """Join what a place names; a name that leaves it open is settled by another that is among its orgs."""
    settled = {next(iter(each.orgs)) for each in named if len(each.orgs) == 1}
    open_names = [each.orgs for each in named if len(each.orgs) > 1]
    return frozenset(settled).union(*(orgs & settled or orgs for orgs in open_names))


def _lowest(orgs: frozenset[str], above: dict[str, str | None]) -> frozenset[str]:
    """Leave out orgs of which one below is named too: "huyện A, tỉnh B" means A."""
    return orgs - {parent for org in orgs for parent in _all_above(org, above)}


def _all_above(org: str, above: dict[str, str | None]) -> Iterator[str]:
    seen = {org}
    parent = above.get(org)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = above.get(parent)


def _narrowed(
    current: frozenset[str], told: frozenset[str], above: dict[str, str | None], *, may_go_down: bool
) -> frozenset[str]:
    if not current or not told:
        return current or told
    if common := current & told:
        return common
    below = frozenset(org for org in told if current & set(_all_above(org, above)))
    return below if may_go_down and len(below) == 1 else current


def _org_not_told(words: str) -> Finding:
    several = f" (các tên “{words}” có thể chỉ nhiều đơn vị)" if words else ""
    message = (
        f"Chưa xác định được đây là báo cáo của đơn vị nào{several}: số liệu không được cộng. "
        "Hãy ghi tên đơn vị ở tiêu đề hoặc tên tệp, hoặc bổ sung tên gọi vào hồ sơ (profile)."
    )
    return Finding("ORG-NOT-TOLD", Severity.WARNING, message)


def _period_not_told(reading: Reading) -> Finding:
    main = _main(reading)
    report = main is None or main.kind in _REPORT_EVENTS
    message = (
        "Chưa xác định được kỳ báo cáo: số liệu không được cộng. "
        "Hãy ghi kỳ (năm 2024, quý I/2024…) ở tiêu đề hoặc tên tệp."
        if report
        else "Văn bản đưa tin một hoạt động, không phải báo cáo của một kỳ: số liệu không được cộng vào kỳ nào."
    )
    return Finding("PERIOD-NOT-TOLD", Severity.WARNING if report else Severity.NOTE, message)
