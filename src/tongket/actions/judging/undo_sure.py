"""Take back what one key accepted: of its records those open again of which nobody has spoken since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tongket.actions.corrected import corrections
from tongket.actions.judging.accept_sure import ALL_SURE
from tongket.actions.judging.records import UNDONE, ReadDocument, Record
from tongket.actions.people.gate import Actor, enter
from tongket.ledger.entries import recorded_of, rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import ActRow, VerdictRow


@dataclass(frozen=True, slots=True)
class Press:
    """One time that somebody accepted all sure records of a document.

    Attributes:
        first: Id of the first of its verdicts, by which it is named.
        by: Who pressed.
        accepted: How many records that accepted.
        untouched: The verdicts of those on which nobody has spoken since, and whose figure nobody has changed since.
    """

    first: str
    by: str
    accepted: int
    untouched: Sequence[VerdictRow]

    @property
    def left(self) -> int:
        """How many would stay as they are."""
        return self.accepted - len(self.untouched)


def press_named(document: ReadDocument, first: str) -> Press | None:
    """Return a press with what can still be taken back of it; None where this document had none of this name.

    Args:
        document: As it stands now.
        first: Id of the first of its verdicts (`accept_sure`).
    """
    said = recorded_of(VerdictRow, document=document.row.id)
    found = [(at, row) for at, row in said if row.id == first]
    if not found or not any(act.told.startswith(ALL_SURE) for act in rows_of(ActRow, entry=first)):
        return None
    # Each writing transaction has a moment of its own (`ledger/moments.py`).
    at, by = found[0][0], found[0][1].by
    made = {row.id: row for moment, row in said if moment == at}
    changed = _changed_since(document.row.id, at)
    untouched = [
        made[record.said.id]
        for record in document.records
        if record.said is not None and record.said.id in made and _place(record) not in changed
    ]
    return Press(first, by, len(made), untouched)


def undo_sure(actor: Actor, org: str, document: ReadDocument, first: str) -> Press:
    """Open the untouched records of a press again, as if nobody had spoken; the others stay as people left them.

    Args:
        actor: Who: the one who pressed.
        org: In whose inbox the document lies.
        document: As it stands now.
        first: Names the press.

    Returns:
        The press as it was found: `untouched` are open now, `left` stayed.

    Raises:
        NotAllowedError: They may not.
        TongketError: They did not press here; somebody spoke of one of them at this very moment, and none was opened.
    """
    press = press_named(document, first)
    if press is None or press.by != actor.person.name:
        message = "Không có lần chấp nhận nào của bạn để hoàn tác ở văn bản này. Hãy mở lại từng mục cần xem lại."
        raise TongketError(message)
    rows = [_undone(row, actor) for row in press.untouched]
    if rows:
        enter(actor, Verb.JUDGE, org, rows, f"hoàn tác: mở lại {len(rows)} mục chắc chắn của “{document.row.name}”")
    return press


def _undone(row: VerdictRow, actor: Actor) -> VerdictRow:
    # Of the same record, also where a later reading has another in its place: it is counted as one.
    says = (row.document, row.entry, UNDONE, actor.person.name, row.id)
    return VerdictRow(entry_id("VD", *says), *says)


def _changed_since(document: str, at: datetime) -> set[tuple[int, int]]:
    """Return where figures stand whose correction is not what it was at a moment."""
    then, now = corrections(at, [document]), corrections(None, [document])
    return {(row.start, row.end) for row in {*then} ^ {*now}}


def _place(record: Record) -> tuple[int, int]:
    return record.row.start, record.row.end
