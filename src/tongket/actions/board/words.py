"""What a report is called in messages, letters and on the board."""

from tongket.terms.period import Period
from tongket.terms.steps import REVIEW


def report_name(report: str, period: Period) -> str:
    """Return what a report is called: `báo cáo quý I/2024`; of a review, `báo cáo tổng hợp năm 2024`."""
    return f"báo cáo tổng hợp {period.label}" if report == REVIEW else f"báo cáo {period.label}"
