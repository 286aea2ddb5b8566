"""One of each thing that an address may name, belonging to an org: what the matrix of permissions is tried on.

A function makes the thing in the ledger that is open (making it twice is making it once) and returns what stands for
it in an address.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

from tongket.ledger.entries import add
from tongket.ledger.names import entry_id
from tongket.terms.tables import TotalRow

AT = datetime(2025, 3, 3, 2, 0, tzinfo=UTC)


def _total(org: str) -> str:
    """Make a figure that was added up for an org."""
    says = ("M-none", org, "2024", "hoi-nghi", "own")
    row = TotalRow(entry_id("T", *says), *says, Decimal(3), Decimal(3), False, False, 1, 1, "Hội nghị", "3 hội nghị")  # noqa: FBT003 - columns of a row
    add([row], at=AT)
    return row.id


THINGS: dict[str, Callable[[str], str]] = {
    "org": lambda org: org,
    "entry": _total,
    "period": lambda _org: "2024",
    "report": lambda _org: "year",
}
