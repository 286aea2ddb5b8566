"""One report: how it stands, its way so far, what it tells, and the next step."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongket.actions.board.comment_report import comment_report
from tongket.actions.board.excuse_report import ask_again, excuse_report
from tongket.actions.board.report_page import ReportPage, letters_of, read_report
from tongket.actions.board.states import MISSING, TO_REMIND, State
from tongket.actions.board.steps import ReportOf
from tongket.actions.board.take_step import take_step
from tongket.actions.board.words import report_name
from tongket.actions.now import today
from tongket.actions.people.gate import NotAllowedError, may
from tongket.actions.people.office import office
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.steps import CLOSED, Step, may_follow
from tongket.web.desk.board.asked import report_asked
from tongket.web.desk.board.words import STATES, STEPS
from tongket.web.desk.person import actor
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, route


@require_safe
@route(Verb.SEE, org_in_path)
def report(request: DeskRequest, org: str, report: str, period: str) -> HttpResponse:
    """Show all about one report."""
    return _page(request, report_asked(org, report, period))


@require_POST
@route(Verb.SUBMIT, org_in_path)
def submit(request: DeskRequest, org: str, report: str, period: str) -> HttpResponse:
    """Hand in the own org's report."""
    return _step(request, report_asked(org, report, period), Step.SUBMITTED)


@require_POST
@route(Verb.APPROVE, org_in_path)
def settle(request: DeskRequest, org: str, report: str, period: str) -> HttpResponse:
    """Approve, return, lock or reopen a report of the level below; excuse it, or ask for it again."""
    asked, wanted = report_asked(org, report, period), request.POST.get("step", "")
    if wanted in {"excuse", "ask"}:
        return _excuse(request, asked, wanted)
    if wanted not in set(Step) - {Step.SUBMITTED, Step.PUBLISHED}:
        return _page(request, asked, error=_("Hãy chọn một việc: duyệt, trả lại, khóa hoặc mở lại."))
    return _step(request, asked, Step(wanted))


@require_POST
@route(Verb.SEE, org_in_path)
def comment(request: DeskRequest, org: str, report: str, period: str) -> HttpResponse:
    """Say something about a report."""
    asked = report_asked(org, report, period)
    try:
        comment_report(actor(request), asked, request.POST.get("text", ""))
    except NotAllowedError:
        raise
    except TongketError as error:
        return _page(request, asked, comment_error=spoken(error))
    messages.success(request, _("Đã ghi ý kiến."))
    return _back(asked)


def _step(request: DeskRequest, asked: ReportOf, step: Step) -> HttpResponse:
    try:
        take_step(actor(request), asked, step, request.POST.get("comment", ""), request.POST.get("seen", ""))
    except NotAllowedError:
        raise
    except TongketError as error:
        return _page(request, asked, error=spoken(error))
    messages.success(request, _("Đã ghi bước: %(step)s.") % {"step": str(STEPS[step].word).lower()})
    return _back(asked)


def _excuse(request: DeskRequest, asked: ReportOf, wanted: str) -> HttpResponse:
    reason = request.POST.get("comment", "")
    try:
        (excuse_report if wanted == "excuse" else ask_again)(actor(request), asked, reason)
    except NotAllowedError:
        raise
    except TongketError as error:
        return _page(request, asked, error=spoken(error))
    messages.success(request, _("Đã ghi."))
    return _back(asked)


def _page(request: DeskRequest, asked: ReportOf, **more: str) -> HttpResponse:
    page = read_report(asked, today())
    if page is None:
        raise not_found(asked.name)
    last = page.steps[-1] if page.steps else None
    context = {
        "page": page,
        "asked": asked,
        "address": _address(asked),
        "title": report_name(asked.report, asked.period),
        "org_name": office().names[asked.org],
        "mark": STATES[page.cell.state],
        "steps": [(each, STEPS[each.step]) for each in page.steps],
        "last": last.row.id if last else "",
        "letters": letters_of(asked),
        "typed": request.POST.get("comment", ""),
        "typed_comment": request.POST.get("text", ""),
        "why_back": last.row if last and last.step in {Step.RETURNED, Step.REOPENED} else None,
        **_may(request, asked, page),
        **more,
    }
    return render(request, "desk/board/report.html", context)


def _may(request: DeskRequest, asked: ReportOf, page: ReportPage) -> dict[str, Any]:
    last = page.steps[-1].step if page.steps else None
    following = may_follow(last)
    approves = may(request.person, Verb.APPROVE, asked.org)
    settling = [(step, STEPS[step].word) for step in _SETTLING if step in following] if approves else []
    return {
        "may_submit": Step.SUBMITTED in following and may(request.person, Verb.SUBMIT, asked.org),
        "may_fill": (last is None or last not in CLOSED) and may(request.person, Verb.TAKE_IN, asked.org),
        "settling": settling,
        "may_excuse": approves and page.cell.state in MISSING,
        "may_ask": approves and page.cell.state is State.EXCUSED,
        "may_remind": approves and page.cell.state in TO_REMIND,
    }


# In the order of their buttons.
_SETTLING = (Step.APPROVED, Step.RETURNED, Step.LOCKED, Step.REOPENED)


def _back(asked: ReportOf) -> HttpResponse:
    return redirect("board-report", org=asked.org, report=asked.report, period=str(asked.period))


def _address(asked: ReportOf) -> dict[str, str]:
    return {"org": asked.org, "report": asked.report, "period": str(asked.period)}
