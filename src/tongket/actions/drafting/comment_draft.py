"""Say something to a review or to one of its paragraphs; comments stay with the review through all versions."""

from datetime import datetime

from tongket.actions.drafting.drafts import first_of, standing
from tongket.actions.people.gate import Actor, enter
from tongket.ledger.entries import recorded_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.work import CommentRow


def comment_draft(actor: Actor, org: str, period: Period, place: str, text: str) -> CommentRow:
    """Enter a comment.

    Args:
        actor: Who drafts for the org, or leads it.
        org: Whose review.
        period: Of the review.
        place: Id of the paragraph; empty for the whole.
        text: What is said.

    Raises:
        NotAllowedError: They do neither.
        TongketError: There is no draft, or nothing is said.
    """
    if standing(org, period) is None or not text.strip():
        message = "Chưa ghi được góp ý: hãy viết nội dung góp ý cho một bản thảo đang có."
        raise TongketError(message)
    says = (first_of(org, period), place, text.strip(), actor.person.name)
    row = CommentRow(entry_id("CM", *says, actor.at.isoformat()), *says)
    enter(actor, Verb.DRAFT, org, [row], f"góp ý báo cáo {period.label}")
    return row


def comments_on(org: str, period: Period) -> list[tuple[datetime, CommentRow]]:
    """Return what was said to a review, oldest first."""
    return recorded_of(CommentRow, about=first_of(org, period))
