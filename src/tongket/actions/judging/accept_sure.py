"""Accept at once all records of a document against which nothing speaks and of which nobody has spoken."""

from collections.abc import Sequence

from tongket.actions.judging.judge import verdict_row
from tongket.actions.judging.records import ReadDocument, Record, Verdict
from tongket.actions.people.gate import Actor, enter
from tongket.terms.roles import Verb
from tongket.terms.work import VerdictRow

ALL_SURE = "chấp nhận mọi mục chắc chắn"
"""How the line of the audit log begins that tells of it."""


def sure_records(document: ReadDocument) -> list[Record]:
    """Return the records that one key accepts."""
    return [record for record in document.records if record.sure and not record.spoken]


def accept_sure(actor: Actor, org: str, document: ReadDocument) -> Sequence[VerdictRow]:
    """Accept them; return the verdicts, the first of which names this press (`undo_sure.py`).

    Args:
        actor: Who.
        org: In whose inbox the document lies.
        document: As it stands now.

    Raises:
        NotAllowedError: They may not.
        TongketError: Somebody else spoke of one of them at the same moment; nothing was accepted.
    """
    found = sure_records(document)
    rows = [verdict_row(record, Verdict.ACCEPTED, actor) for record in found]
    if rows:
        enter(actor, Verb.JUDGE, org, rows, f"{ALL_SURE}: {len(rows)} mục của “{document.row.name}”")
    return rows
