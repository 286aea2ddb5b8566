"""The way of a report or a review from hand to hand: which step may follow which. Steps are kept as `StepRow`."""

from enum import StrEnum


class Step(StrEnum):
    """What happened to a report or a review."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    LOCKED = "locked"
    PUBLISHED = "published"  # only a review
    REOPENED = "reopened"


REVIEW = "review"
"""What `StepRow.report` says of a review."""

CLOSED = frozenset({Step.APPROVED, Step.LOCKED, Step.PUBLISHED})
"""After these nothing below may be reopened: what it rests on stands."""

NEEDS_WHY = frozenset({Step.RETURNED, Step.REOPENED})
"""These are taken with a comment: whoever has to do it again must know why."""

_AFTER: dict[Step | None, frozenset[Step]] = {
    None: frozenset({Step.SUBMITTED}),
    Step.SUBMITTED: frozenset({Step.RETURNED, Step.APPROVED}),
    Step.RETURNED: frozenset({Step.SUBMITTED}),
    Step.APPROVED: frozenset({Step.LOCKED, Step.REOPENED}),
    Step.LOCKED: frozenset({Step.REOPENED}),
    Step.REOPENED: frozenset({Step.SUBMITTED}),
}


def may_follow(last: Step | None) -> frozenset[Step]:
    """Return the steps that may follow the last one of a report (those of a review: `actions/drafting`).

    Args:
        last: The last step; None where none was taken yet.
    """
    return _AFTER.get(last, frozenset())
