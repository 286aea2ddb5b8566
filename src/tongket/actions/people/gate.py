"""The one gate: whether a person may do a verb to an org (`terms/roles.py` holds the rules)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tongket.actions.people.office import Office, ask_again, office
from tongket.ledger.entries import add, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import RULES, Role, Verb
from tongket.terms.tables import Row, WithdrawalRow
from tongket.terms.work import ActRow, GrantRow


class NotAllowedError(TongketError):
    """A person asked for what their roles do not allow."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts: the name they sign in by, and the grants that hold."""

    name: str
    grants: tuple[GrantRow, ...]

    def at(self, org: str) -> "Person":
        """Return the person with the grants at one org only: what a token lets a program do."""
        return Person(self.name, tuple(grant for grant in self.grants if grant.org == org))

    @property
    def orgs(self) -> tuple[str, ...]:
        """The orgs this person acts for, in the order they were granted."""
        return tuple(dict.fromkeys(grant.org for grant in self.grants))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does it, and when it is recorded."""

    person: Person
    at: datetime


def person_named(name: str) -> Person:
    """Return a person with the grants that hold now; one without grants may do nothing."""
    grants = rows_of(GrantRow, person=name) if name else []
    taken_back = {row.entry for row in rows_of(WithdrawalRow, entry=[grant.id for grant in grants])}
    return Person(name, tuple(grant for grant in grants if grant.id not in taken_back))


def may(person: Person, verb: Verb, org: str = "", *, within: Office | None = None) -> bool:
    """Tell whether a person may do a verb to an org; without an org, to any org at all.

    Args:
        person: Who.
        verb: What.
        org: Org id; an unknown one is nobody's, so only what is allowed everywhere is allowed to it.
        within: The office; the one of the open ledger by default.
    """
    rule = RULES[verb]
    place = within or office()
    for grant in person.grants:
        fits = Role(grant.role) in rule.roles and (not rule.at_top or grant.org == place.top)
        if fits and (not org or place.stand(org, grant.org) in rule.stands):
            return True
    return False


def require(person: Person, verb: Verb, org: str = "") -> None:
    """Let a person through.

    Raises:
        NotAllowedError: They may not.
    """
    if not may(person, verb, org):
        who = office().names.get(org, org) or "đơn vị nào"
        message = (
            f"Tài khoản “{person.name}” không có quyền làm việc này với {who}. Hãy nhờ người quản trị cấp vai trò."
        )
        raise NotAllowedError(message)


def visible(person: Person, verb: Verb = Verb.SEE) -> list[str]:
    """Return the ids of all orgs to which a person may do a verb, in the order of the profile."""
    place = office()
    return [org for org in place.names if may(person, verb, org, within=place)]


def enter(actor: Actor, verb: Verb, org: str, rows: Iterable[Row], told: str) -> None:
    """Add what a person did, with its line in the audit log, in one transaction: all or nothing.

    Args:
        actor: Who and when.
        verb: What they do, asked of the gate.
        org: To which org.
        rows: The entries; the line names the first.
        told: What was done, in words.

    Raises:
        NotAllowedError: They may not.
        TongketError: As `ledger.entries.add`: somebody else has just replaced the same entry.
    """
    require(actor.person, verb, org)
    entries = list(rows)
    first = entries[0].id if entries else ""
    line_id = entry_id("AC", actor.person.name, verb, first, actor.at.isoformat())
    add([*entries, ActRow(line_id, actor.person.name, verb.value, org, first, told)], at=actor.at)
    ask_again()
