"""Take the next step of a report: hand it in, return it, approve, lock and reopen it."""

from typing import NoReturn

from tongket.actions.board.came import what_came
from tongket.actions.board.steps import ReportOf, last_steps, steps_of
from tongket.actions.board.words import report_name
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.steps import CLOSED, NEEDS_WHY, Step, may_follow
from tongket.terms.work import StepRow

_TOLD = {
    Step.SUBMITTED: "nộp",
    Step.RETURNED: "trả lại",
    Step.APPROVED: "duyệt",
    Step.LOCKED: "khóa",
    Step.REOPENED: "mở lại",
}


def take_step(actor: Actor, report: ReportOf, step: Step, comment: str, seen: str) -> StepRow:
    """Take a step.

    Args:
        actor: Who; hands in the own org's report, takes every other step with one of the level below.
        report: Which report.
        step: Which step; a review is published by `actions.drafting`.
        comment: Why; needed to return and to reopen.
        seen: Id of the last step that the actor saw; empty where there was none.

    Raises:
        NotAllowedError: They may not.
        StaleError: Somebody else has just taken a step.
        TongketError: This step cannot follow; nothing came that could be handed in; the comment is missing; a report
            above that rests on this one is approved.
    """
    require(actor.person, Verb.SUBMIT if step is Step.SUBMITTED else Verb.APPROVE, report.org)
    taken = steps_of(report)
    last = taken[-1] if taken else None
    what = f"{report_name(report.report, report.period)} của {office().names[report.org]}"
    if (last.row.id if last else "") != seen:
        message = (
            f"{what[:1].upper()}{what[1:]}: người khác vừa xử lý báo cáo này; hãy xem bước mới nhất rồi quyết định lại."
        )
        raise StaleError(message)
    if step not in may_follow(last.step if last else None):
        _refuse(what, f"không {_TOLD.get(step, step.value)} được ở bước hiện nay")
    if step in NEEDS_WHY and not comment.strip():
        _refuse(what, "hãy ghi lý do để đơn vị biết phải làm gì")
    if step is Step.SUBMITTED and not what_came([report.org], [str(report.period)]):
        _refuse(what, "chưa có văn bản hay biểu số liệu nào của kỳ này; hãy đưa văn bản vào hoặc điền biểu trước")
    if step is Step.REOPENED:
        _check_above(report, what)
    row = _row(actor, report, step, comment.strip(), seen or report.name)
    verb = Verb.SUBMIT if step is Step.SUBMITTED else Verb.APPROVE
    told = f"{_TOLD[step]} {what}" + (f": {row.comment}" if row.comment else "")
    enter(actor, verb, report.org, [row], told)
    return row


def _row(actor: Actor, report: ReportOf, step: Step, comment: str, replaces: str) -> StepRow:
    says = (report.org, report.report, str(report.period), step.value, "", comment, actor.person.name, replaces)
    return StepRow(entry_id("ST", *says), *says)


def _check_above(report: ReportOf, what: str) -> None:
    """Undo goes from the top down: what rests on this report has to be reopened first."""
    place = office()
    above = place.above(report.org)
    periods = {row.period for row in rows_of(StepRow, org=sorted(above))}
    resting = {written for written in periods if Period.parse(written).contains(report.period)}
    for (org, kind, period), taken in last_steps(above, resting).items():
        if taken.step in CLOSED:
            name = f"{report_name(kind, Period.parse(period))} của {place.names[org]}"
            _refuse(what, f"{name} đã được duyệt dựa trên báo cáo này; phải mở lại báo cáo cấp trên trước")


def _refuse(what: str, why: str) -> NoReturn:
    message = f"{what[:1].upper()}{what[1:]}: {why}."
    raise TongketError(message)
