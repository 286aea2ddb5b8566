"""The board."""

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongket.actions.board.board import Board, Line, busiest_year, read_board
from tongket.actions.board.states import TO_REMIND
from tongket.actions.now import today
from tongket.actions.people.gate import may, visible
from tongket.terms.roles import Verb
from tongket.web.desk.board.asked import PAGE, Filter, filter_asked, lines_asked
from tongket.web.desk.board.cells import Cells
from tongket.web.desk.board.words import KINDS, STATES
from tongket.web.desk.routes import DeskRequest, route


@require_safe
@route(Verb.SEE)
def board(request: DeskRequest) -> HttpResponse:
    """Show who owes what and how it stands."""
    asked, day = filter_asked(request.GET), today()
    shown = read_board(request.org, asked.year or busiest_year(request.org, day), asked.kind, day)
    page = Paginator(lines_asked(shown, asked), PAGE).get_page(request.GET.get("page"))
    mine = set(visible(request.person, Verb.APPROVE)) if may(request.person, Verb.APPROVE) else set()
    single = len(shown.columns) == 1
    context = {
        "board": shown,
        "asked": asked,
        "page": page,
        "groups": _groups(list(page), Cells(mine, with_due=not single), single=single),
        "counts": _counts(shown, asked),
        "years": range(day.year + 1, min(day.year, shown.year) - 4, -1),
        "kinds": [(kind, KINDS[kind]) for kind in shown.kinds],
        "levels": list(dict.fromkeys(line.level for line in shown.lines)),
        "query": urlencode({**_query(shown, asked), "state": asked.state or ""}),
        "may_remind": any(cell.owed.org in mine and cell.state in TO_REMIND for cell in shown.cells),
        "to_remind": {cell.state.value: True for cell in shown.cells if cell.owed.org in mine},
        "single": single,
    }
    return render(request, "desk/board/board.html", context)


def _groups(lines: list[Line], cells: Cells, *, single: bool) -> list[tuple[str, list[Any]]]:
    """Return the lines by level with their cells; on a board of one period each with its report, to tell more of it."""
    return [
        (
            level,
            [
                (line, [(cells.cell(cell, line.name), cell) for cell in line.cells] if single else cells.line(line))
                for line in group
            ],
        )
        for level, group in groupby(lines, key=lambda line: line.level)
    ]


def _counts(shown: Board, asked: Filter) -> list[dict[str, Any]]:
    query = _query(shown, asked)
    return [
        {
            "mark": mark,
            "count": shown.counts[state],
            "address": "?" + urlencode({**query, "state": "" if asked.state is state else state.value}),
            "here": asked.state is state,
        }
        for state, mark in STATES.items()
        if shown.counts.get(state)
    ]


def _query(shown: Board, asked: Filter) -> dict[str, str | int]:
    return {"year": shown.year, "kind": shown.kind or "", "level": asked.level, "words": asked.words}
