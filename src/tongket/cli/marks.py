"""The records of a reading as marks on its text: what each is called, what it says, where it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from gettext import gettext as _
from itertools import pairwise
from types import MappingProxyType

from tongket.terms.quantity import Quantity
from tongket.terms.records import Event, Figure, FigureKind, Official, Reading, Statement
from tongket.terms.span import Span

# The kinds in the order they are listed, with the name of one record of the kind.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "event": "Sự kiện",
        "official": "Cán bộ",
        "directive": "Văn bản chỉ đạo",
        "figure": "Số liệu",
        "result": "Kết quả",
        "limitation": "Hạn chế",
        "task": "Nhiệm vụ",
        "award": "Khen thưởng",
        "finding": "Nghi vấn",
    }
)
EVENTS: Mapping[str, str] = MappingProxyType(
    {
        "review": "sơ kết, tổng kết",
        "briefing": "giao ban, thông tin",
        "inspection": "kiểm tra, giám sát",
        "study": "học tập, quán triệt",
        "training": "tập huấn, bồi dưỡng",
        "workshop": "hội thảo, tọa đàm",
        "contest": "cuộc thi, hội thi",
        "ceremony": "lễ, gặp mặt",
        "congress": "đại hội",
        "other": "việc khác",
    }
)
ROLES: Mapping[str, str] = MappingProxyType(
    {"chair": "chủ trì", "attendee": "dự", "speaker": "phát biểu", "awarder": "trao thưởng"}
)


_LINE_END = re.compile("\n")


@dataclass(frozen=True)
class Mark:
    """One record where it stands in the text.

    Attributes:
        number: Its place in the list of all marks of the reading, from 1.
        kind: A key of `KINDS`.
        title: What it is, in few words.
        detail: What more it says; may be empty.
        spans: Where it stands; empty where the whole document is meant.
    """

    number: int
    kind: str
    title: str
    detail: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Segment:
    """A stretch of the text on which the same marks lie, the shortest first; `body` is False on furniture."""

    span: Span
    marks: tuple[Mark, ...]
    body: bool


def marks_of(reading: Reading) -> list[Mark]:
    """Return a mark for every record and finding, in the order of `KINDS` and then of the reading."""
    rows = sorted(_rows(reading), key=lambda row: list(KINDS).index(row[0]))
    return [Mark(number, *row) for number, row in enumerate(rows, start=1)]


def segments_of(reading: Reading, marks: Iterable[Mark]) -> Iterator[Segment]:
    """Cut the whole text where a mark or the body begins or ends."""
    starts: dict[int, list[tuple[int, Mark]]] = {}
    cuts = {0, len(reading.text)}
    for mark in marks:
        for span in mark.spans:
            if span.start < span.end:
                starts.setdefault(span.start, []).append((span.end, mark))
                cuts.update(span)
    for span in reading.body:
        cuts.update(span)
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(reading.text))
    open_now: list[tuple[int, Mark]] = []
    inside = iter(sorted(reading.body))
    part = next(inside, None)
    for start, end in pairwise(edges):
        open_now = [(till, mark) for till, mark in open_now if till > start] + starts.get(start, [])
        while part is not None and part.end <= start:
            part = next(inside, None)
        lying = tuple(mark for _till, mark in sorted(open_now, key=_shortness))
        yield Segment(Span(start, end), lying, body=part is not None and part.start <= start)


class Lines:
    """Tells on which line of a text a place stands; made once a text, so that many places cost little."""

    def __init__(self, text: str) -> None:
        """Note where each line begins."""
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def of(self, place: int) -> int:
        """Return the number of the line, from 1, on which the character at `place` stands."""
        return bisect_right(self._starts, place)


def told(quantity: Quantity, kind: FigureKind) -> str:
    """Say a quantity in Vietnamese words: bounds, roughness, `%` and `đồng`."""
    tail = {FigureKind.PERCENT: " %", FigureKind.MONEY: " đồng", FigureKind.COUNT: ""}[kind]
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        words = number_words(low) if low == high else f"{number_words(low)}–{number_words(high)}"
    elif low is not None:
        words = f"≥ {number_words(low)}"
    elif high is not None:
        words = f"≤ {number_words(high)}"
    else:
        words = "?"
    return f"{'≈ ' if quantity.approx else ''}{words}{tail}"


def number_words(value: Decimal) -> str:
    """Write a number the Vietnamese way: `.` between thousands, `,` before decimals."""
    plain = f"{value.normalize():,f}"
    return plain.translate(str.maketrans(",.", ".,"))


def _rows(reading: Reading) -> Iterator[tuple[str, str, str, tuple[Span, ...]]]:
    for event in reading.events:
        yield "event", _(EVENTS[event.kind.value]), _event_detail(event), (event.span,)
    for official in reading.officials:
        yield "official", official.name, _official_detail(official), official.spans
    for directive in reading.directives:
        yield "directive", directive.key, directive.date or "", directive.spans
    for figure in reading.figures:
        yield "figure", _figure_title(figure), "", (figure.span,)
    for statement in reading.statements:
        yield statement.kind.value, _opening(statement, reading.text), "", (statement.span,)
    for award in reading.awards:
        yield "award", award.honour, award.grantor or "", (award.span,)
    for finding in reading.findings:
        yield "finding", finding.code, finding.message, () if finding.span is None else (finding.span,)


def _event_detail(event: Event) -> str:
    told_of = [
        (_("ngày"), event.date),
        (_("chủ trì"), event.host),
        (_("của"), event.org),
        (_("tại"), event.place),
        (_("nhìn lại"), event.reviewed),
        (_("sắp tới"), event.ahead),
    ]
    return " · ".join(f"{word} {value}" for word, value in told_of if value)


def _official_detail(official: Official) -> str:
    roles = ", ".join(_(ROLES[role.value]) for role in official.roles)
    return " · ".join(part for part in ("; ".join(official.posts), roles) if part)


def _figure_title(figure: Figure) -> str:
    return f"{told(figure.quantity, figure.kind)} {figure.noun or ''}".rstrip()


# Characters of a sentence that its line in a list shows; the whole of it stands in the text beside.
_OPENING = 120


def _opening(statement: Statement, text: str) -> str:
    quote = " ".join(statement.span.of(text).split())
    return quote if len(quote) <= _OPENING else f"{quote[: _OPENING - 1].rstrip()}…"


def _shortness(row: tuple[int, Mark]) -> tuple[int, int]:
    till, mark = row
    return min((span.end - span.start for span in mark.spans if span.end == till), default=0), mark.number
