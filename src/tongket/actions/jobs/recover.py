"""Jobs whose worker was killed: nobody does them any more, so they begin anew. Every job of ours can be done twice."""

from datetime import timedelta

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tongket.actions.now import now

# Longer than any job takes.
_LOST_AFTER = timedelta(minutes=30)


def recover_jobs(*, alone: bool) -> int:
    """Let jobs begin anew that a killed worker left behind; return how many.

    Args:
        alone: No worker runs on this database now: then every job that seems to run was left behind.
    """
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    left = running if alone else running.filter(started_at__lt=now() - _LOST_AFTER)
    return left.update(status=TaskResultStatus.READY)
