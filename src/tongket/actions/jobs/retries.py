"""When a job that failed is tried again: faults that pass (a busy database, a full disk, a line that is down)."""

from datetime import timedelta
from typing import Any

from django.db import DatabaseError, InterfaceError
from django_tasks.base import Task

from tongket.actions.now import now

PASSING = (OSError, DatabaseError, InterfaceError)
"""Faults that may be over when the job is tried again; any other makes it a dead letter at once."""

# Long enough for a server to come back: 12 minutes 40 seconds in all.
WAITS = (timedelta(seconds=10), timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))


def again_later(job: Task[Any, Any], attempt: int, **asked: str) -> bool:
    """Let a job be done again after a while; tell whether there is a further attempt.

    Args:
        job: Which.
        attempt: How often it was tried again before, from 0.
        asked: What it is asked with.
    """
    if attempt >= len(WAITS):
        return False
    job.using(run_after=now() + WAITS[attempt]).enqueue(**asked, attempt=attempt + 1)
    return True
