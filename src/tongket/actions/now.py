"""The clock of the desk and its workers, asked in one place; the command line asks its own (`cli/moments.py`)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# Reporting days are days in Vietnam, wherever the server stands.
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def today() -> date:
    """Return this day in Vietnam."""
    return datetime.now(HERE).date()
