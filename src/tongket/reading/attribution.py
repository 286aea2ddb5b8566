"""Whose report a reading is, and for which period: told by the document itself, or not told; never guessed.

The org is sought in the title and the main event, then at the head of the page, then in the file name; a later
place may narrow what an earlier one leaves open, never contradict it. Names count only for orgs that existed
in the period. The period is the one the title looks back on, the main event's, that of the head, of the file.
"""

from dataclasses import dataclass

from tongket.reading.attribution_org import org_among, rows_that_may_be_meant
from tongket.reading.attribution_page import REPORT_EVENTS, head_of, main_event
from tongket.reading.attribution_period import period_of
from tongket.terms.finding import Finding, Severity
from tongket.terms.period import Period
from tongket.terms.profile import Profile
from tongket.terms.records import Reading


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose report it is and for which period, with the words that told it.

    Attributes:
        org: Org id of the profile; None where not told.
        org_basis: The words that told it.
        period: None where not told.
        period_basis: The words that told it.
        day: Of the main event or of publication, ISO, as far as told.
        findings: `ORG-NOT-TOLD`, `PERIOD-NOT-TOLD`, `PERIOD-CONTRADICTED`.
    """

    org: str | None
    org_basis: str
    period: Period | None
    period_basis: str
    day: str
    findings: tuple[Finding, ...]


def attribute(reading: Reading, profile: Profile) -> Attribution:
    """Return whose report `reading` is and for which period, as far as the document tells."""
    head = head_of(reading)
    day = _day(reading)
    period, basis, findings = period_of(reading, head, _year(day))
    org, org_basis = org_among(reading, head, rows_that_may_be_meant(profile, period, day))
    if org is None:
        findings = (*findings, _org_not_told(org_basis))
    if period is None:
        findings = (*findings, _period_not_told(reading))
    return Attribution(org, org_basis if org else "", period, basis, day, findings)


def _day(reading: Reading) -> str:
    main = main_event(reading)
    return (main.date if main else None) or reading.fields.published or ""


def _year(day: str) -> int | None:
    return int(day[:4]) if day[:4].isdigit() else None


def _org_not_told(words: str) -> Finding:
    several = f" (các tên “{words}” có thể chỉ nhiều đơn vị)" if words else ""
    message = (
        f"Chưa xác định được đây là báo cáo của đơn vị nào{several}: số liệu không được cộng. "
        "Hãy ghi tên đơn vị ở tiêu đề hoặc tên tệp, hoặc bổ sung tên gọi vào hồ sơ (profile)."
    )
    return Finding("ORG-NOT-TOLD", Severity.WARNING, message)


def _period_not_told(reading: Reading) -> Finding:
    main = main_event(reading)
    report = main is None or main.kind in REPORT_EVENTS
    message = (
        "Chưa xác định được kỳ báo cáo: số liệu không được cộng. "
        "Hãy ghi kỳ (năm 2024, quý I/2024…) ở tiêu đề hoặc tên tệp."
        if report
        else "Văn bản đưa tin một hoạt động, không phải báo cáo của một kỳ: số liệu không được cộng vào kỳ nào."
    )
    return Finding("PERIOD-NOT-TOLD", Severity.WARNING if report else Severity.NOTE, message)
