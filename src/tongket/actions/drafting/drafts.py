"""Find drafts, their versions and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tongket.ledger.entries import recorded, rows_of
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
    after = {row.replaces: row for row in rows_of(DraftRow, org=org) if row.period == str(period)}
    found: list[DraftRow] = []
    at = first_of(org, period)
    while at in after:
        found.append(after[at])
        at = found[-1].id
    return found


def steps(org: str, period: Period) -> list[StepRow]:
    """Return the steps of a review, oldest first."""
    rows = [row for row in rows_of(StepRow, org=org) if (row.report, row.period) == (REVIEW, str(period))]
    after = {row.replaces: row for row in rows}
    found: list[StepRow] = []
    at = first_of(org, period)
    while at in after:
        found.append(after[at])
        at = found[-1].id
    return found


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


def reviews_of(orgs: Sequence[str]) -> list[tuple[datetime, Standing]]:
    """Return every review of some orgs as it stands, with when it was last edited, the newest first."""
    inside = set(orgs)
    latest = {(row.org, row.period): at for at, row in recorded(DraftRow) if row.org in inside}
    found = [(at, standing(org, Period.parse(period))) for (org, period), at in latest.items()]
    return sorted(((at, each) for at, each in found if each), key=lambda pair: pair[0], reverse=True)
