"""Jobs that ask for themselves again when they are done: one turn waits at a time, those over are forgotten."""

from datetime import timedelta
from typing import Any

from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tongket.actions.now import now

AT_ONCE = timedelta(0)


def ask_for_turn(job: Task[Any, Any], after: timedelta = AT_ONCE) -> None:
    """Ask for the next turn of a job where none waits; one that runs asks for the next itself."""
    path = job.module_path
    if not DBTaskResult.objects.filter(task_path=path, status=TaskResultStatus.READY).exists():
        job.using(run_after=now() + after).enqueue()


def forget_turns(job: Task[Any, Any]) -> None:
    """Take away the turns that are over: a year of minutes is half a million of them."""
    over = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    DBTaskResult.objects.filter(task_path=job.module_path, status__in=over).delete()
