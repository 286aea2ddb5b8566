"""How a report stands that an org owes: told from its last step, from what came, and from the day."""

from datetime import date, timedelta
from enum import StrEnum

from tongket.terms.duties import Owed
from tongket.terms.steps import Step

SOON = timedelta(days=7)
"""So long before its last day a report is due: the week in which offices remind one another."""


class State(StrEnum):
    """How a report stands."""

    NOT_YET_DUE = "not yet due"
    DUE = "due"
    LATE = "late"
    CAME = "came"  # a document is there, nobody handed it in
    SUBMITTED = "submitted"
    RETURNED = "returned"
    REOPENED = "reopened"
    APPROVED = "approved"
    LOCKED = "locked"
    EXCUSED = "excused"


MISSING = frozenset({State.NOT_YET_DUE, State.DUE, State.LATE})
"""Nothing came yet."""

TO_REMIND = frozenset({State.DUE, State.LATE, State.CAME, State.RETURNED, State.REOPENED})
"""The org has to do something, so it can be reminded."""

_OF_STEP = {
    Step.SUBMITTED: State.SUBMITTED,
    Step.RETURNED: State.RETURNED,
    Step.REOPENED: State.REOPENED,
    Step.APPROVED: State.APPROVED,
    Step.LOCKED: State.LOCKED,
    Step.PUBLISHED: State.LOCKED,
}


def state_of(owed: Owed, step: Step | None, today: date, *, came: bool, excused: bool) -> State:
    """Return how a report stands.

    Args:
        owed: The report.
        step: The last one taken; None for none.
        today: The day on which is asked.
        came: Whether a document of that org and period is there.
        excused: Whether it need not come.
    """
    if step is not None:
        return _OF_STEP[step]
    if came:
        return State.CAME
    if excused:
        return State.EXCUSED
    return _by_day(owed, today)


def in_time(owed: Owed, day: date | None) -> bool | None:
    """Tell whether a report that came on a day was in time; None where the day, or a last day, is not known."""
    return None if day is None or owed.until is None else day <= owed.until


def _by_day(owed: Owed, today: date) -> State:
    if owed.due is None or owed.until is None:
        # Only the words of the rule are known: it is awaited once the period is over, and nobody is late.
        return State.DUE if today > owed.period.last else State.NOT_YET_DUE
    if today > owed.until:
        return State.LATE
    return State.DUE if today >= owed.due - SOON else State.NOT_YET_DUE
