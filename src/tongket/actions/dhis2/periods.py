"""DHIS2's codes of periods: `202401`, `2024Q1`, `2024S1`, `2024`.

Source: DHIS2 developer documentation, "Date and period format" (`/api/periodTypes`). Days, weeks, pairs of months,
quarters and half-years that begin elsewhere than in January, and financial years are no periods of our reports: they
are not read, and nothing is written for a period that DHIS2 has no code for (`2024-M9`, a term of office).
"""

import re

from tongket.terms.errors import TongketError
from tongket.terms.period import Period

_CODE = re.compile(r"(\d{4})(?:(0[1-9]|1[0-2])|Q([1-4])|S([12]))?")
_OURS = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?")


def period_of_code(code: str) -> Period | None:
    """Return the period of a code; None where it is no code, or one of a kind we do not have."""
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    year, month, quarter, half = match.groups()
    tail = f"-{month}" if month else f"-Q{quarter}" if quarter else f"-H{half}" if half else ""
    try:
        return Period.parse(year + tail)
    except TongketError:
        return None


def code_of_period(period: Period) -> str:
    """Return DHIS2's code of a period; empty where it has none."""
    match = _OURS.fullmatch(str(period))
    if match is None:
        return ""
    year, month, quarter, half = match.groups()
    return year + (month or (f"Q{quarter}" if quarter else f"S{half}" if half else ""))
