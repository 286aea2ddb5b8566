"""Find drafts, their versions and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tongket.ledger.draft_list import drafted
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import chain_of, latest
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.work import DraftRow, StepRow

REVIEW = "review"
"""What the steps of a review name as their kind of report."""

EDITED, APPROVED, LOCKED, PUBLISHED, REOPENED = "edited", "approved", "locked", "published", "reopened"


@dataclass(frozen=True, slots=True)
class Standing:
    """A review as it stands.

    Attributes:
        version: The newest draft.
        state: `edited`, `approved`, `locked`, `published`.
        step: The last step; None before the first.
    """

    version: DraftRow
    state: str
    step: StepRow | None

    @property
    def open(self) -> bool:
        """Whether it may be edited."""
        return self.state == EDITED


def first_of(org: str, period: Period) -> str:
    """Return the name that the first draft of a review takes the place of, and its first step."""
    return entry_id("DR", org, period)


def versions(org: str, period: Period) -> list[DraftRow]:
    """Return all versions of a review's draft, oldest first."""
    return chain_of(first_of(org, period), rows_of(DraftRow, org=org, period=str(period)))


def steps(org: str, period: Period) -> list[StepRow]:
    """Return the steps of a review, oldest first."""
    return chain_of(first_of(org, period), rows_of(StepRow, org=org, report=REVIEW, period=str(period)))


def standing(org: str, period: Period) -> Standing | None:
    """Return a review as it stands, None where it was never started."""
    drafts = versions(org, period)
    if not drafts:
        return None
    done = steps(org, period)
    last = done[-1] if done else None
    state = last.step if last and last.step != REOPENED else EDITED
    return Standing(drafts[-1], state, last)


def version_of(org: str, period: Period, name: str) -> DraftRow:
    """Return one version.

    Raises:
        TongketError: The review has no such version.
    """
    for row in versions(org, period):
        if row.id == name:
            return row
    message = f"Báo cáo này không có phiên bản {name}. Hãy chọn một phiên bản trong danh sách."
    raise TongketError(message)


def reviews_of(orgs: Sequence[str]) -> list[tuple[datetime, str, Period]]:
    """Return every review of some orgs with when it was last edited, the latest first."""
    return [(at, org, Period.parse(period)) for at, org, period in drafted(orgs)]


def published_reviews() -> list[tuple[str, Period]]:
    """Return the org and period of every review that is published, the newest period first."""
    rows = rows_of(StepRow, report=REVIEW)
    last = [row for row in latest(rows) if row.step == PUBLISHED]
    found = [(row.org, Period.parse(row.period)) for row in last]
    return sorted(found, key=lambda pair: (pair[1].last, pair[0]), reverse=True)
