"""What is wrong or doubtful in the data: returned beside the result, never raised."""

from dataclasses import dataclass
from enum import StrEnum

from tongket.terms.span import Span


class Severity(StrEnum):
    """How much a finding weighs: an `error` makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault or doubt of the data, with the place it was seen.

    Attributes:
        code: Stable name in capitals and hyphens, such as `DATE-CONTRADICTS-REGISTRY`.
        severity: How much it weighs.
        message: What is wrong and what to do about it, for a person, in Vietnamese.
        span: Where in the text; None where the whole document is meant.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
