"""Excuse an org of the level below from a report, or ask it again."""

from django.db import transaction

from tongket.actions.board.steps import ReportOf
from tongket.actions.board.words import report_name
from tongket.actions.excuse import Excused, excuse
from tongket.actions.people.gate import Actor, enter, require
from tongket.actions.people.office import office
from tongket.actions.take_back import take_back
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import holding
from tongket.terms.errors import TongketError
from tongket.terms.profile import ReportKind
from tongket.terms.roles import Verb
from tongket.terms.tables import ExcuseRow, WithdrawalRow


def excuse_report(actor: Actor, report: ReportOf, reason: str) -> None:
    """Let a report not be owed.

    Raises:
        NotAllowedError: The actor does not decide on reports of that org.
        TongketError: No reason is given.
    """
    require(actor.person, Verb.APPROVE, report.org)
    excused = Excused(report.org, ReportKind(report.report), report.period, reason)
    with transaction.atomic():
        row = excuse(excused, office().profile, actor.at)
        told = f"miễn {report_name(report.report, report.period)} cho {office().names[report.org]}: {row.reason}"
        enter(actor, Verb.APPROVE, report.org, [row], told)


def ask_again(actor: Actor, report: ReportOf, reason: str) -> None:
    """Let a report that was excused be owed again.

    Raises:
        NotAllowedError: The actor does not decide on reports of that org.
        TongketError: It is not excused, or no reason is given.
    """
    require(actor.person, Verb.APPROVE, report.org)
    rows = rows_of(ExcuseRow, org=report.org, report=report.report, period=str(report.period))
    held = holding(rows, rows_of(WithdrawalRow, entry=[row.id for row in rows]))
    if not held:
        message = f"{office().names[report.org]} không được miễn báo cáo này: không có gì để rút lại."
        raise TongketError(message)
    with transaction.atomic():
        row = take_back(held[0].id, reason, actor.at)
        told = f"thôi miễn {report_name(report.report, report.period)} của {office().names[report.org]}: {row.reason}"
        enter(actor, Verb.APPROVE, report.org, [row], told)
