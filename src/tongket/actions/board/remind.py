"""Remind an org of the level below of a report: what is sent is kept, and a worker sends it."""

from dataclasses import dataclass
from functools import partial

from django.db import transaction

from tongket.actions.board.letters import recipients_of
from tongket.actions.board.report_page import REMINDER
from tongket.actions.board.send_reminder import send_reminder
from tongket.actions.board.steps import ReportOf
from tongket.actions.board.words import report_name
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.office import office
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import CommentRow


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is sent about which report."""

    report: ReportOf
    subject: str
    body: str


def remind(actor: Actor, reminder: Reminder) -> CommentRow:
    """Keep a reminder and let a worker send it to all who report for the org.

    Raises:
        NotAllowedError: The actor does not decide on reports of that org.
        TongketError: It has no subject or no text, or nobody reports for the org.
    """
    report, subject, body = reminder.report, " ".join(reminder.subject.split()), reminder.body.strip()
    require(actor.person, Verb.APPROVE, report.org)
    org = office().names[report.org]
    if not subject or not body:
        message = f"Thư nhắc {org} còn trống: hãy ghi tiêu đề và nội dung."
        raise TongketError(message)
    if not recipients_of(report.org):
        message = f"{org} chưa có người báo cáo nào có tài khoản và địa chỉ thư: hãy mời một người trước."
        raise TongketError(message)
    name, by, text = report.name, actor.person.name, f"{subject}\n\n{body}"
    row = CommentRow(entry_id("CM", name, REMINDER, text, by, actor.at.isoformat()), name, REMINDER, text, by)
    with transaction.atomic():
        told = f"soạn thư nhắc {report_name(report.report, report.period)} gửi {org}"
        enter(actor, Verb.APPROVE, report.org, [row], told)
        transaction.on_commit(partial(send_reminder.enqueue, entry=row.id, org=report.org))
    return row
