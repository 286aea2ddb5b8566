"""Moments as they are written on the command line."""

from datetime import datetime
from gettext import gettext as _

from tongket.terms.errors import TongketError


def moment(written: str | None) -> datetime | None:
    """Return a moment; a day alone means its end, a time without a zone that of this machine.

    Raises:
        TongketError: It is no day and no time of day.
    """
    if written is None:
        return None
    try:
        text = written if "T" in written else f"{written}T23:59:59.999999"
        found = datetime.fromisoformat(text)
    except ValueError as fault:
        message = _("Không hiểu --known-at “{text}”. Hãy viết như 2025-12-31 hoặc 2025-12-31T17:00.")
        raise TongketError(message.format(text=written)) from fault
    return found.astimezone() if found.tzinfo is None else found
