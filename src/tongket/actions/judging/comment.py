"""Say something about a record, for colleagues to read."""

from datetime import datetime

from tongket.actions.people.gate import Actor, enter
from tongket.ledger.entries import recorded_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.work import CommentRow

_LONGEST = 2000


def comment(actor: Actor, org: str, about: str, text: str) -> CommentRow:
    """Enter a comment on a record; whoever sees the document may.

    Args:
        actor: Who.
        org: In whose inbox the document lies.
        about: Id of the record.
        text: What they say.

    Raises:
        NotAllowedError: They may not.
        TongketError: It says nothing, or too much.
    """
    said = text.strip()
    if not said or len(said) > _LONGEST:
        message = f"Ý kiến cần có chữ, dài không quá {_LONGEST} ký tự (đang có {len(said)})."
        raise TongketError(message)
    by = actor.person.name
    row = CommentRow(entry_id("CM", about, said, by, actor.at.isoformat()), about, "", said, by)
    enter(actor, Verb.SEE, org, [row], f"ghi ý kiến: {said[:80]}")
    return row


def comments_on(about: str) -> list[tuple[datetime, CommentRow]]:
    """Return the comments on a record with when they were made, the first one first."""
    return recorded_of(CommentRow, about=about)
