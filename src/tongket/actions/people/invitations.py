"""Invite somebody to the desk by mail, and take an invitation up: the only way to an account."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.db import transaction

from tongket.actions.people.accounts import has_account, make_account
from tongket.actions.people.gate import Actor, enter
from tongket.actions.people.grants import IN_WORDS, grants_of
from tongket.actions.people.office import office
from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Role, Verb
from tongket.terms.tables import WithdrawalRow
from tongket.terms.work import ActRow, GrantRow, InvitationRow

# Long enough for a week away from the desk, short enough that a forgotten mail opens nothing for long.
_HOLDS = timedelta(days=7)
_TAKEN_UP = "đã nhận lời mời"


class Standing(StrEnum):
    """How an invitation stands."""

    OPEN = "open"
    TAKEN_UP = "taken up"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation and how it stands."""

    row: InvitationRow
    standing: Standing


def invite(actor: Actor, email: str, org: str, role: Role) -> tuple[InvitationRow, str]:
    """Invite somebody to act for an org in a role; return the entry and the secret that the link holds.

    The secret is kept nowhere: whoever loses it is invited again.

    Raises:
        NotAllowedError: The actor does not administer the org.
        TongketError: That is no address for mail, or there is no such org.
    """
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        message = f"“{address}” không phải là địa chỉ thư. Hãy viết như ten@coquan.gov.vn."
        raise TongketError(message) from error
    if org not in office().names:
        message = f"Hồ sơ không có đơn vị “{org}”: hãy chọn đơn vị trong danh sách."
        raise TongketError(message)
    secret = secrets.token_urlsafe(32)
    digest, until = _digest(secret), (actor.at + _HOLDS).isoformat()
    name = entry_id("IN", digest)
    row = InvitationRow(name, address, org, role.value, digest, until, actor.person.name)
    enter(actor, Verb.ADMINISTER, org, [row], f"mời {address} làm {IN_WORDS[role]} tại {office().names[org]}")
    return row, secret


def send_invitation(row: InvitationRow, link: str) -> None:
    """Mail an invitation.

    Args:
        row: The invitation.
        link: The whole address of the page where it is taken up.

    Raises:
        OSError: The mail server cannot be reached or refuses.
    """
    place = office()
    until = datetime.fromisoformat(row.until)
    body = (
        "Kính gửi đồng chí,\n\n"
        f"{row.by} mời đồng chí dùng bàn làm việc “{place.profile.name}” cho {place.names[row.org]}.\n"
        "Hãy mở đường dẫn sau để đặt tên đăng nhập và mật khẩu:\n\n"
        f"{link}\n\n"
        f"Đường dẫn dùng được một lần, đến hết ngày {until:%d/%m/%Y}. Nếu đồng chí không chờ thư này, hãy bỏ qua.\n"
    )
    EmailMessage(f"[{place.profile.name}] Lời mời", body, to=[row.email]).send()


def invitation_of(secret: str, at: datetime) -> Invited | None:
    """Return the invitation to which a secret belongs, None where there is none."""
    found = rows_of(InvitationRow, secret=_digest(secret))
    return _standing(found, at)[0] if found else None


def invitations_to(orgs: list[str], at: datetime) -> list[Invited]:
    """Return the invitations to some orgs that are open or ran out, the last to run out first."""
    shown = {Standing.OPEN, Standing.EXPIRED}
    found = [each for each in _standing(rows_of(InvitationRow, org=orgs), at) if each.standing in shown]
    return sorted(found, key=lambda each: (each.row.until, each.row.id), reverse=True)


def take_up(secret: str, name: str, password: str, at: datetime) -> GrantRow:
    """Make an account out of an invitation, with the role it gives.

    Args:
        secret: What the link held.
        name: To sign in by.
        password: Of the new account.
        at: Now.

    Raises:
        TongketError: The invitation does not hold any more; the name is taken; the password is too easy to guess.
    """
    if grants_of(name) and not has_account(name):
        message = f"Tên đăng nhập “{name}” đã có người dùng. Hãy chọn tên khác."
        raise TongketError(message)
    with transaction.atomic():
        row = _open_one(secret, at)
        make_account(name, row.email, password)
        return _give(row, name, at)


def take_up_as(secret: str, name: str, at: datetime) -> GrantRow:
    """Add the role of an invitation to an account that is there.

    Raises:
        TongketError: The invitation does not hold any more.
    """
    with transaction.atomic():
        return _give(_open_one(secret, at), name, at)


def withdraw_invitation(actor: Actor, entry: str, reason: str) -> None:
    """Let an invitation open nothing any more.

    Raises:
        NotAllowedError: The actor does not administer the org.
        TongketError: There is no such invitation.
    """
    found = rows_of(InvitationRow, id=entry)
    if not found:
        message = f"Không có lời mời {entry}."
        raise TongketError(message)
    row = WithdrawalRow(entry_id("V", entry, actor.at.isoformat()), entry, reason.strip() or "thôi mời")
    enter(actor, Verb.ADMINISTER, found[0].org, [row], f"thôi mời {found[0].email}: {row.reason}")


def _open_one(secret: str, at: datetime) -> InvitationRow:
    """Return an invitation that is open, and let no other take it up meanwhile."""
    held = apps.get_model("ledger", "Invitation")._default_manager  # noqa: SLF001 - Django's own name
    list(held.select_for_update().filter(secret=_digest(secret)))
    found = invitation_of(secret, at)
    if found is None or found.standing is not Standing.OPEN:
        message = "Lời mời không còn dùng được: đã nhận, hết hạn hoặc bị rút. Hãy nhờ người quản trị mời lại."
        raise TongketError(message)
    return found.row


def _give(row: InvitationRow, name: str, at: datetime) -> GrantRow:
    given = GrantRow(entry_id("GR", name, row.org, row.role, at.isoformat()), name, row.org, row.role, row.by)
    used = WithdrawalRow(entry_id("V", row.id, _TAKEN_UP), row.id, _TAKEN_UP)
    where = office().names.get(row.org, row.org)
    told = f"{name} ({row.email}) nhận lời mời của {row.by}: {IN_WORDS[row.role]} tại {where}"
    line = ActRow(entry_id("AC", name, row.id), name, Verb.ENTER.value, row.org, given.id, told)
    add([given, used, line], at=at)
    return given


def _standing(rows: list[InvitationRow], at: datetime) -> list[Invited]:
    ended = {each.entry: each.reason for each in rows_of(WithdrawalRow, entry=[row.id for row in rows])}
    return [Invited(row, _stands(row, ended.get(row.id), at)) for row in rows]


def _stands(row: InvitationRow, ended: str | None, at: datetime) -> Standing:
    if ended is not None:
        return Standing.TAKEN_UP if ended == _TAKEN_UP else Standing.WITHDRAWN
    return Standing.OPEN if at <= datetime.fromisoformat(row.until) else Standing.EXPIRED


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
