"""Give a person a role at an org, take it away, and the first grant of a new desk."""

from collections.abc import Mapping
from datetime import datetime

from tongket.actions.people.gate import Actor, enter
from tongket.actions.people.office import office
from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Role, Verb
from tongket.terms.tables import WithdrawalRow
from tongket.terms.work import ActRow, GrantRow

IN_WORDS: Mapping[str, str] = {
    Role.READER: "người xem",
    Role.REPORTER: "người báo cáo",
    Role.SYNTHESISER: "người tổng hợp",
    Role.LEADER: "lãnh đạo",
    Role.ADMINISTRATOR: "người quản trị",
}
"""What a role is called in the audit log."""


def grant(actor: Actor, person: str, org: str, role: Role) -> GrantRow:
    """Let a person act for an org in a role; one who does already keeps the grant.

    Raises:
        NotAllowedError: The actor does not administer the org.
        TongketError: There is no such org.
    """
    for held in grants_of(person):
        if (held.org, held.role) == (org, role):
            return held
    row = _row(person, org, role, actor.person.name, actor.at)
    told = f"cho {person} vai trò {IN_WORDS[role]} tại {office().names[org]}"
    enter(actor, Verb.ADMINISTER, org, [row], told)
    return row


def first_grant(person: str, role: Role, at: datetime, org: str = "") -> GrantRow:
    """Let the first person of a desk act, before anybody could let them: asked by whoever holds the server.

    Args:
        person: Who.
        role: As what.
        at: When it is recorded.
        org: Org id; the topmost by default.
    """
    for held in grants_of(person):
        if (held.org, held.role) == (org or office().top, role):
            return held
    row = _row(person, org or office().top, role, "", at)
    told = f"mở bàn làm việc: {person}, vai trò {IN_WORDS[role]}"
    add([row, ActRow(entry_id("AC", "", row.id, at), "", Verb.ADMINISTER.value, row.org, row.id, told)], at=at)
    return row


def end_grant(actor: Actor, entry: str, reason: str) -> None:
    """Take a role away from a person.

    Raises:
        NotAllowedError: The actor does not administer the org.
        TongketError: There is no such grant, or no reason is given.
    """
    found = rows_of(GrantRow, id=entry)
    if not found or not reason.strip():
        message = f"Không thu hồi được vai trò {entry}: hãy chọn một vai trò đang có và nói lý do."
        raise TongketError(message)
    row = WithdrawalRow(entry_id("V", entry, reason.strip(), actor.at.isoformat()), entry, reason.strip())
    told = f"thu hồi vai trò {IN_WORDS[found[0].role]} của {found[0].person}: {reason.strip()}"
    enter(actor, Verb.ADMINISTER, found[0].org, [row], told)


def grants_of(person: str) -> list[GrantRow]:
    """Return the grants of a person that hold."""
    rows = rows_of(GrantRow, person=person)
    taken_back = {each.entry for each in rows_of(WithdrawalRow, entry=[row.id for row in rows])}
    return [row for row in rows if row.id not in taken_back]


def _row(person: str, org: str, role: Role, by: str, at: datetime) -> GrantRow:
    if org not in office().names:
        message = f"Hồ sơ không có đơn vị “{org}”: hãy chọn đơn vị trong danh sách."
        raise TongketError(message)
    # The moment makes a grant that was taken away and is given again an entry of its own.
    return GrantRow(entry_id("GR", person, org, role, at.isoformat()), person, org, role.value, by)
