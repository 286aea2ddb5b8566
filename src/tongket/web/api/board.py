"""The period board: what orgs owe and how it stands."""

from collections.abc import Sequence

from django.http import HttpRequest
from ninja import Query, Router, Schema

from tongket.actions.board.board import Cell, Line, busiest_year, read_board
from tongket.actions.board.states import State
from tongket.actions.now import today
from tongket.reading.period_words import without_marks
from tongket.terms.profile import ReportKind
from tongket.terms.roles import Verb
from tongket.web.api import shapes
from tongket.web.api.operations import operation
from tongket.web.api.reports import CellShown, cell_shown
from tongket.web.api.shapes import Name, Window, answers
from tongket.web.desk.routes import org_in_path

router = Router(tags=["board"])


class BoardQuestion(Window):
    """Which reports.

    Attributes:
        year: Of the reports; the latest of which anything came where absent.
        kind: Of report; the one that is owed least often where absent.
        level: Only orgs of this level.
        state: Only orgs of which a report stands so.
        words: Only orgs whose name has these in it.
    """

    year: shapes.Year | None = None
    kind: ReportKind | None = None
    level: Name = ""
    state: State | None = None
    words: Name = ""


class OrgsReports(Schema):
    """An org with the reports it owes."""

    org: str
    name: str
    level: str
    reports: list[CellShown]


class BoardShown(Schema):
    """The board of a year; `counts` are of all its reports, by state; `items` are a part of its orgs."""

    year: int
    kind: str
    kinds: list[str]
    periods: list[str]
    counts: dict[str, int]
    total: int
    items: list[OrgsReports]


@router.get("/orgs/{org}/board", response=answers(BoardShown))
@operation(Verb.SEE, org_in_path)
def board(request: HttpRequest, org: str, asked: Query[BoardQuestion]) -> BoardShown:  # noqa: ARG001 - the gate has looked at it
    """Tell which reports an org and those below it owe, and how they stand."""
    day = today()
    found = read_board(org, asked.year or busiest_year(org, day), asked.kind, day)
    lines = shapes.part(_asked(found.lines, asked), asked, _line)
    return BoardShown(
        year=found.year,
        kind=found.kind.value if found.kind else "",
        kinds=[each.value for each in found.kinds],
        periods=[str(each) for each in found.columns],
        counts={state.value: count for state, count in found.counts.items()},
        total=lines.total,
        items=lines.items,
    )


def _asked(lines: Sequence[Line], asked: BoardQuestion) -> list[Line]:
    key = without_marks(asked.words)
    return [
        line
        for line in lines
        if asked.level in ("", line.level)
        and (asked.state is None or any(cell.state is asked.state for cell in _cells(line)))
        and key in without_marks(line.name)
    ]


def _line(line: Line) -> OrgsReports:
    reports = [cell_shown(each) for each in _cells(line)]
    return OrgsReports(org=line.org, name=line.name, level=line.level, reports=reports)


def _cells(line: Line) -> list[Cell]:
    return [cell for cell in line.cells if cell is not None]
