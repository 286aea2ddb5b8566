"""Approve, lock and publish a review, or open it again: steps of a leader, one after the other."""

from collections.abc import Mapping
from types import MappingProxyType

from tongket.actions.drafting.drafts import (
    APPROVED,
    EDITED,
    LOCKED,
    PUBLISHED,
    REOPENED,
    REVIEW,
    Standing,
    first_of,
    standing,
)
from tongket.actions.people.gate import Actor, enter, require
from tongket.ledger.names import entry_id
from tongket.terms.errors import StaleError, TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.terms.work import StepRow

NEXT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        EDITED: (APPROVED,),
        APPROVED: (LOCKED, REOPENED),
        LOCKED: (PUBLISHED, REOPENED),
        PUBLISHED: (REOPENED,),
    }
)
"""Which steps can follow a state."""

_WORDS = MappingProxyType({APPROVED: "duyệt", LOCKED: "khóa", PUBLISHED: "công bố", REOPENED: "mở lại"})


def settle_draft(
    actor: Actor, org: str, period: Period, step: str, seen: tuple[str, str], comment: str = ""
) -> StepRow:
    """Take a review one step on, or open it again.

    Args:
        actor: A leader of the org.
        org: Whose review.
        period: Of the review.
        step: `approved`, `locked`, `published` or `reopened`.
        seen: Id of the version, and of the last step, that the actor saw; the latter empty before the first.
        comment: Why; needed to open it again.

    Raises:
        NotAllowedError: The actor is no leader of the org.
        StaleError: Somebody has edited or settled it meanwhile.
        TongketError: There is no draft; the step cannot follow.
    """
    require(actor.person, Verb.PUBLISH, org)
    now = _checked(standing(org, period), step, seen, comment)
    last = now.step.id if now.step else first_of(org, period)
    # What a step is about is the version that was seen; the moment tells the same step taken twice apart.
    says = (org, REVIEW, str(period), step, now.version.id, comment.strip(), actor.person.name, last)
    row = StepRow(entry_id("ST", *says, actor.at.isoformat()), *says)
    enter(actor, Verb.PUBLISH, org, [row], f"{_WORDS[step]} báo cáo {period.label}")
    return row


def _checked(now: Standing | None, step: str, seen: tuple[str, str], comment: str) -> Standing:
    if now is None:
        message = "Kỳ này chưa có bản thảo báo cáo: hãy lập bản thảo trước."
        raise TongketError(message)
    if seen != (now.version.id, now.step.id if now.step else ""):
        message = "Báo cáo vừa được người khác sửa hoặc chuyển bước. Hãy xem lại bản mới nhất rồi quyết định."
        raise StaleError(message)
    if step not in NEXT[now.state]:
        message = "Bước này không làm được ở trạng thái hiện tại của báo cáo. Hãy tải lại trang."
        raise TongketError(message)
    if step == REOPENED and not comment.strip():
        message = "Mở lại báo cáo cần có lý do: hãy ghi lý do rồi thử lại."
        raise TongketError(message)
    return now
