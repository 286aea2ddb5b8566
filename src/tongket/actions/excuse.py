"""Excuse an org from a report: it need not come, and is counted apart from those that are missing."""

from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from tongket.ledger.entries import add, org_facts, rows_of
from tongket.ledger.holding import holding, latest
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Profile, ReportKind
from tongket.terms.tables import ExcuseRow, WithdrawalRow


@dataclass(frozen=True, slots=True)
class Excused:
    """Which report need not come: org id, kind and period, and why."""

    org: str
    report: ReportKind
    period: Period
    reason: str


def excuse(excused: Excused, profile: Profile, at: datetime) -> ExcuseRow:
    """Enter an excuse; of the same report for the same reason it changes nothing, for another reason it replaces.

    Args:
        excused: Which report, and why.
        profile: Knows the orgs.
        at: When it is recorded.

    Raises:
        TongketError: No reason is given, or neither the profile nor the ledger has such an org.
    """
    if not excused.reason.strip():
        _refuse("cần nói lý do")
    if excused.org not in {org.id for org in (*profile.orgs, *org_facts().orgs)}:
        _refuse(f"hồ sơ không có đơn vị “{excused.org}”")
    report, period = excused.report.value, str(excused.period)
    before = rows_of(ExcuseRow, org=excused.org, report=report, period=period)
    for row in holding(before, rows_of(WithdrawalRow)):
        if row.reason == excused.reason.strip():
            return row
    last = next((row.id for row in latest(before)), "")
    says = (excused.org, report, period, excused.reason.strip(), last)
    entry = ExcuseRow(entry_id("K", *says), *says)
    add([entry], at=at)
    return entry


def excuses(known_at: datetime | None = None) -> list[ExcuseRow]:
    """Return the excuses that hold, as known at a moment; None for now."""
    return holding(rows_of(ExcuseRow, known_at=known_at), rows_of(WithdrawalRow, known_at=known_at))


def _refuse(what: str) -> NoReturn:
    message = f"Không ghi miễn báo cáo được: {what}."
    raise TongketError(message)
