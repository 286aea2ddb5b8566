"""Reminders: each letter can be read and changed before it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongket.actions.board.board import Cell, cell_of, read_board
from tongket.actions.board.letters import Letter, letter_for, recipients_of
from tongket.actions.board.remind import Reminder, remind
from tongket.actions.board.states import TO_REMIND, State
from tongket.actions.now import today
from tongket.actions.people.gate import NotAllowedError, visible
from tongket.actions.people.office import office
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.desk.board.asked import PAGE, filter_asked, report_asked
from tongket.web.desk.board.words import STATES
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, anyones, not_found, route

_PARTS = 3
_CHOICES = {"late": State.LATE, "due": State.DUE}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter as it stands in the page: with what was typed, and what is wrong with it."""

    letter: Letter
    value: str
    mark: object
    wrong: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@route(Verb.APPROVE, anyones)
def remind_page(request: DeskRequest) -> HttpResponse:
    """Show the letters to those who were chosen; send them."""
    day = today()
    if request.method == "POST":
        return _send(request, day)
    cells = _chosen(request, day)
    letters = [letter_for(cell, request.org, day) for cell in cells[:PAGE]]
    sheets = [_sheet(letter) for letter in letters if letter.to]
    nobody = [letter for letter in letters if not letter.to]
    return _page(request, sheets, nobody, left_out=len(cells) - len(letters))


def _send(request: DeskRequest, day: date) -> HttpResponse:
    back: list[Sheet] = []
    sent = 0
    for at, value in enumerate(request.POST.getlist("report")):
        subject, body = (request.POST.get(f"{name}-{at}", "") for name in ("subject", "body"))
        cell = _cell(value, day)
        if not request.POST.get(f"send-{at}"):
            continue
        try:
            remind(actor(request), Reminder(cell.report, subject, body))
            sent += 1
        except NotAllowedError:
            raise
        except TongketError as error:
            back.append(_sheet(Letter(cell, recipients_of(cell.owed.org), subject, body), spoken(error)))
    if sent:
        told = ngettext("Đã chuyển %(sent)s thư để gửi.", "Đã chuyển %(sent)s thư để gửi.", sent)
        messages.success(request, told % {"sent": sent})
    if back:
        return _page(request, back)
    if not sent:
        messages.warning(request, _("Chưa chọn thư nào để gửi."))
    return redirect("board")


def _chosen(request: DeskRequest, day: date) -> Sequence[Cell]:
    mine = set(visible(request.person, Verb.APPROVE))
    wanted = _CHOICES.get(request.GET.get("choose", ""))
    if wanted is not None:
        asked = filter_asked(request.GET)
        cells = read_board(request.org, asked.year or day.year, asked.kind, day).cells
        return [cell for cell in cells if cell.state is wanted and cell.owed.org in mine]
    cells = [_cell(value, day) for value in request.GET.getlist("report")[:PAGE]]
    return [cell for cell in cells if cell.owed.org in mine and cell.state in TO_REMIND]


def _cell(value: str, day: date) -> Cell:
    parts = value.split("|")
    cell = cell_of(report_asked(*parts), day) if len(parts) == _PARTS else None
    if cell is None:
        raise not_found(value)
    return cell


def _sheet(letter: Letter, wrong: str = "") -> Sheet:
    report = letter.cell.report
    value = f"{report.org}|{report.report}|{report.period}"
    return Sheet(letter, value, STATES[letter.cell.state], wrong)


def _page(
    request: DeskRequest, sheets: Sequence[Sheet], nobody: Sequence[Letter] = (), left_out: int = 0
) -> HttpResponse:
    names = office().names
    without = [f"{names[letter.cell.owed.org]}, {letter.cell.owed.period.label}" for letter in nobody]
    return render(request, "desk/board/remind.html", {"sheets": sheets, "nobody": without, "left_out": left_out})
