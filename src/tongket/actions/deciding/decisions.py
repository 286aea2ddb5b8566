"""The decisions that were made for an org, and how one is taken back."""

from dataclasses import dataclass
from datetime import datetime

from tongket.actions.people.gate import Actor, Person, enter, require
from tongket.ledger.entries import recorded_of, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.tables import CorrectionRow, WithdrawalRow
from tongket.terms.work import ActRow


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the audit log about a decision.

    Attributes:
        id: Of the line.
        by: Who decided.
        at: When.
        told: What, in words.
        entry: The first correction it made; empty where it made none.
        holds: Whether that still holds and may be taken back.
    """

    id: str
    by: str
    at: datetime
    told: str
    entry: str
    holds: bool


def decisions(person: Person, org: str) -> list[Decision]:
    """Return what was decided for an org, the newest first.

    Raises:
        NotAllowedError: They may not see the org.
    """
    require(person, Verb.SEE, org)
    acts = recorded_of(ActRow, org=org, verb=Verb.DECIDE.value)
    entries = [row.entry for _, row in acts if row.entry.startswith("C-")]
    withdrawn = {row.entry for row in rows_of(WithdrawalRow, entry=entries)}
    replaced = {row.replaces for row in rows_of(CorrectionRow, replaces=entries)}
    return [
        Decision(row.id, row.by, at, row.told, row.entry, row.entry in {*entries} - withdrawn - replaced)
        for at, row in reversed(acts)
    ]


def undo(actor: Actor, org: str, line: str, reason: str) -> list[WithdrawalRow]:
    """Take a decision back: what it had corrected holds again as before, and all of it stays in the ledger.

    Args:
        actor: Who takes it back, and when.
        org: For which org it was decided.
        line: Id of the line of the audit log.
        reason: Why.

    Raises:
        NotAllowedError: They may not decide for the org.
        TongketError: No reason is given; there is no such decision, or it no longer holds.
    """
    require(actor.person, Verb.DECIDE, org)
    held = next((each for each in decisions(actor.person, org) if each.id == line), None)
    if held is None or not held.holds or not reason.strip():
        message = "Không rút lại được: hãy chọn một quyết định đang có hiệu lực và nói lý do."
        raise TongketError(message)
    first = rows_of(CorrectionRow, id=held.entry)[0]
    rows = [
        WithdrawalRow(entry_id("V", entry), entry, " ".join(reason.split())) for entry in _made_with(first, held.at)
    ]
    enter(actor, Verb.DECIDE, org, rows, f"rút lại: {held.told}; lý do: {' '.join(reason.split())}")
    return rows


def _made_with(first: CorrectionRow, at: datetime) -> list[str]:
    """Return the corrections that one decision made: those with its reason that were recorded in its moment."""
    alike = recorded_of(CorrectionRow, reason=first.reason)
    gone = {row.entry for row in rows_of(WithdrawalRow, entry=[row.id for _, row in alike])}
    return [row.id for moment, row in alike if moment == at and row.id not in gone]
