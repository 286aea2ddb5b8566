"""Letters that remind an org of a report: to whom, and a text that the sender can change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth import get_user_model

from tongket.actions.board.board import Cell
from tongket.actions.board.states import State
from tongket.actions.board.words import report_name
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Role
from tongket.terms.tables import WithdrawalRow
from tongket.terms.work import GrantRow


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who reports for an org, with the address of their account."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A reminder before it is sent."""

    cell: Cell
    to: Sequence[Recipient]
    subject: str
    body: str


def recipients_of(org: str) -> list[Recipient]:
    """Return who reports for an org and has an account with an address, by name."""
    grants = rows_of(GrantRow, org=org, role=Role.REPORTER.value)
    ended = {row.entry for row in rows_of(WithdrawalRow, entry=[row.id for row in grants])}
    names = {row.person for row in grants if row.id not in ended}
    users = get_user_model().objects.filter(username__in=names, is_active=True).exclude(email="")
    return [Recipient(user.get_username(), user.email) for user in users.order_by("username")]


def letter_for(cell: Cell, sender: str, today: date) -> Letter:
    """Return the letter about one report.

    Args:
        cell: The report with how it stands.
        sender: Id of the org that reminds.
        today: The day on which it is written.
    """
    names = office().names
    org, what = names[cell.owed.org], report_name(cell.owed.report, cell.owed.period)
    parts = [
        f"Kính gửi: {org}",
        f"{_capital(names[sender])} đề nghị {org} nộp {what}. {_due(cell, today)}{_standing(cell)}",
        "Nếu báo cáo đã được nộp thì xin bỏ qua thư này.",
        f"Trân trọng,\n{_capital(names[sender])}",
    ]
    subject = f"Nhắc nộp {what} – {org}"
    return Letter(cell, recipients_of(cell.owed.org), subject, "\n\n".join(parts))


def _due(cell: Cell, today: date) -> str:
    due, until = cell.owed.due, cell.owed.until
    if due is None or until is None:
        return ""
    told = f"Thời hạn nộp là ngày {due:%d/%m/%Y}"
    if until != due:
        told += f", gia hạn đến ngày {until:%d/%m/%Y}"
    left = (until - today).days
    rest = f"còn {left} ngày" if left > 0 else "hôm nay là ngày cuối" if left == 0 else f"đã quá hạn {-left} ngày"
    return f"{told}; {rest}. "


def _standing(cell: Cell) -> str:
    if cell.state is State.CAME:
        return "Chúng tôi đã nhận được văn bản, nhưng báo cáo chưa được nộp trên hệ thống."
    if cell.state in {State.RETURNED, State.REOPENED} and cell.taken:
        word = "trả lại" if cell.state is State.RETURNED else "mở lại"
        return f"Báo cáo đã được {word} với ý kiến: “{cell.taken.row.comment}”. Đề nghị bổ sung và nộp lại."
    return "Đến nay chúng tôi chưa nhận được báo cáo."


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
