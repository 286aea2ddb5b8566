"""Tokens: what a program shows so that it may do what a person may do at one org."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from tongket.actions.now import now
from tongket.actions.people.accounts import is_blocked
from tongket.actions.people.gate import Actor, Person, enter, person_named
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.tables import WithdrawalRow
from tongket.terms.work import TokenRow

DAYS = (30, 90, 365)
"""For how long a token may hold: none holds for ever."""

# Tells a token from other secrets wherever one is found lying about.
_MARK = "tongket_"


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token just made: its entry, and the secret that is shown once and kept nowhere."""

    row: TokenRow
    secret: str


@dataclass(frozen=True, slots=True)
class HeldToken:
    """A token that was not taken back; `over`: its time is."""

    row: TokenRow
    over: bool


def make_token(actor: Actor, org: str, name: str, days: int = 90) -> MadeToken:
    """Make a token for a program of the actor's own.

    Args:
        actor: For whom the program acts.
        org: At which of their orgs.
        name: What it is for.
        days: For how long, one of `DAYS`.

    Raises:
        TongketError: The actor does not act for the org; the name is empty; the time is none of those offered.
    """
    if org not in actor.person.orgs or not name.strip() or days not in DAYS:
        message = "Chưa tạo được mã truy cập: hãy ghi mã dùng cho việc gì, chọn đơn vị của mình và thời hạn có sẵn."
        raise TongketError(message)
    token = _MARK + secrets.token_urlsafe(32)
    digest, until = _digest(token), (actor.at + timedelta(days=days)).isoformat()
    row = TokenRow(entry_id("TK", digest), actor.person.name, org, name.strip(), digest, until)
    told = f"tạo mã truy cập “{row.name}” cho {office().names[org]}, {days} ngày"
    enter(actor, Verb.ENTER, org, [row], told)
    return MadeToken(row, token)


def end_token(actor: Actor, entry: str, reason: str) -> None:
    """Take a token back: one's own, or anybody's at an org that one administers.

    Raises:
        NotAllowedError: It is another's, and the actor does not administer the org.
        TongketError: There is no such token.
    """
    found = rows_of(TokenRow, id=entry)
    if not found:
        message = f"Không có mã truy cập {entry}."
        raise TongketError(message)
    row = WithdrawalRow(entry_id("V", entry, actor.at.isoformat()), entry, reason.strip() or "không dùng nữa")
    verb = Verb.ENTER if found[0].person == actor.person.name else Verb.ADMINISTER
    told = f"thu hồi mã truy cập “{found[0].name}” của {found[0].person}: {row.reason}"
    enter(actor, verb, found[0].org, [row], told)


def tokens_of(person: str, at: datetime) -> list[HeldToken]:
    """Return the tokens of a person, without those that were taken back."""
    return _held(rows_of(TokenRow, person=person), at)


def tokens_at(orgs: list[str], at: datetime) -> list[HeldToken]:
    """Return everybody's tokens at some orgs, without those that were taken back."""
    return _held(rows_of(TokenRow, org=orgs), at)


def person_of_token(secret: str) -> Person:
    """Return for whom a program acts that shows a secret: the person with the grants at its org only.

    Nobody where there is no such token, it was taken back, its time is over, or the account is blocked.
    """
    held = [each for each in _held(rows_of(TokenRow, secret=_digest(secret)), now()) if not each.over]
    if not held or is_blocked(held[0].row.person):
        return Person("", ())
    return person_named(held[0].row.person).at(held[0].row.org)


def _held(rows: list[TokenRow], at: datetime) -> list[HeldToken]:
    ended = {each.entry for each in rows_of(WithdrawalRow, entry=[row.id for row in rows])}
    return [HeldToken(row, at > datetime.fromisoformat(row.until)) for row in rows if row.id not in ended]


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
