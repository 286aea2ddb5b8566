"""When entries are recorded: each writing transaction later than all that were written before it.

What was known at a moment must never change, so entries that are written later have to count as known later, though
the clock of whoever wrote them was asked earlier or goes slow. Writers wait for one another, and each takes the later
of its own clock and the microsecond after the last moment. A moment that has not come yet is known of nobody: what
was known then is settled once an entry was recorded after it.
"""

from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.db import connection
from django.db.models import Manager, Max, Model

# Any number of our own: who writes on a server waits for whoever else does.
_WRITING = 7_203_882
_NEXT = timedelta(microseconds=1)


def write_alone() -> None:
    """Let nobody else write until the transaction ends that this one stands in.

    On SQLite a transaction that writes is alone already.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITING])


def last_moment() -> datetime | None:
    """Return when the last entry was recorded, None where there is none."""
    last = _moments().aggregate(last=Max("pk"))["last"]
    return None if last is None else datetime.fromisoformat(last)


def take_moment(clock: datetime) -> datetime:
    """Return when entries that are written now are recorded, and keep it; the caller writes alone.

    Args:
        clock: What the clock of the caller said, with its time zone.
    """
    last = last_moment()
    moment = clock.astimezone(UTC) if last is None else max(clock.astimezone(UTC), last + _NEXT)
    _moments().create(recorded_at=moment, id=moment_id(moment))
    return moment


def moment_id(moment: datetime) -> str:
    """Return the id of a moment: texts of one length, which stand in the order of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _moments() -> Manager[Model]:
    return apps.get_model("ledger", "Moment")._default_manager  # noqa: SLF001 - Django's own name for the manager of any model
