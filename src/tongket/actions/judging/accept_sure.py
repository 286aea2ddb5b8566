"""Accept at once all records of a document against which nothing speaks and of which nobody has spoken."""

from tongket.actions.judging.judge import verdict_row
from tongket.actions.judging.records import ReadDocument, Record, Verdict
from tongket.actions.people.gate import Actor, enter
from tongket.terms.roles import Verb


def sure_records(document: ReadDocument) -> list[Record]:
    """Return the records that one key accepts."""
    return [record for record in document.records if record.sure and record.said is None]


def accept_sure(actor: Actor, org: str, document: ReadDocument) -> int:
    """Accept them; return how many.

    Args:
        actor: Who.
        org: In whose inbox the document lies.
        document: As it stands now.

    Raises:
        NotAllowedError: They may not.
        TongketError: Somebody else spoke of one of them at the same moment; nothing was accepted.
    """
    found = sure_records(document)
    if found:
        rows = [verdict_row(record, Verdict.ACCEPTED, actor) for record in found]
        enter(actor, Verb.JUDGE, org, rows, f"chấp nhận {len(rows)} mục chắc chắn của “{document.row.name}”")
    return len(found)
