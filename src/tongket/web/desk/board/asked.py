"""What an address or a filter asks for; anything strange in a filter is as if it was not asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from tongket.actions.board.board import Board, Line
from tongket.actions.board.states import State
from tongket.actions.board.steps import ReportOf
from tongket.reading.period_words import without_marks
from tongket.terms.profile import ReportKind
from tongket.web.desk.routes import not_found, period_in_path

_YEARS = range(1990, 2100)
PAGE = 100
"""So many orgs stand on a page."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the board is asked for; empty texts and None for everything."""

    year: int | None
    kind: ReportKind | None
    level: str
    state: State | None
    words: str


def filter_asked(query: QueryDict) -> Filter:
    """Read the filter out of an address."""
    kind, state = query.get("kind", ""), query.get("state", "")
    return Filter(
        year_asked(query),
        ReportKind(kind) if kind in set(ReportKind) else None,
        query.get("level", ""),
        State(state) if state in set(State) else None,
        query.get("words", "").strip(),
    )


def year_asked(query: QueryDict) -> int | None:
    """Read the year out of an address; None for none."""
    year = query.get("year", "")
    return int(year) if year.isdecimal() and int(year) in _YEARS else None


def lines_asked(board: Board, asked: Filter) -> Sequence[Line]:
    """Return the lines of a board that a filter lets through."""
    key = without_marks(asked.words)
    return [
        line
        for line in board.lines
        if (not asked.level or line.level == asked.level)
        and (asked.state is None or any(cell and cell.state is asked.state for cell in line.cells))
        and (not key or key in without_marks(line.name))
    ]


def report_asked(org: str, report: str, period: str) -> ReportOf:
    """Return the report that an address names.

    Raises:
        Http404: There is no such kind of report or period.
    """
    if report not in set(ReportKind):
        raise not_found(report)
    return ReportOf(org, report, period_in_path(period))
