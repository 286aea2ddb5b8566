"""Tasks as they stand: whose, until when, how far, and what was said of each so far."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tongket.actions.people.office import office
from tongket.ledger.entries import recorded_of, rows_of
from tongket.ledger.holding import chain_of
from tongket.terms.work import TaskRow


class Status(StrEnum):
    """How a task stands."""

    OPEN = "open"
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"


ENDED = frozenset({Status.DONE, Status.DROPPED})


@dataclass(frozen=True, slots=True)
class Version:
    """What was said of a task, and when."""

    at: datetime
    row: TaskRow


@dataclass(frozen=True, slots=True)
class Task:
    """A task; `versions` are what was said of it, the first one first."""

    versions: Sequence[Version]

    @property
    def id(self) -> str:
        """Of the task: that of its first entry."""
        return self.versions[0].row.id

    @property
    def now(self) -> TaskRow:
        """How it stands."""
        return self.versions[-1].row

    @property
    def status(self) -> Status:
        """How it stands, in one word."""
        return Status(self.now.status)

    @property
    def owners(self) -> tuple[str, ...]:
        """Ids of the orgs that have to do it."""
        return tuple(self.now.owners.split("\n"))

    @property
    def due(self) -> date | None:
        """Its last day."""
        return date.fromisoformat(self.now.due) if self.now.due else None

    def is_overdue(self, today: date) -> bool:
        """Tell whether its last day is over and it is not ended."""
        return self.due is not None and self.due < today and self.status not in ENDED


def task_of(entry: str) -> Task | None:
    """Return a task by its id; None where there is none."""
    found = _tasks(recorded_of(TaskRow, task=entry))
    return found[0] if found else None


def tasks_in(under: str, today: date) -> list[Task]:
    """Return the tasks that an org set or has to do, and those of all below it: overdue first, then by their day.

    Args:
        under: Org id.
        today: The day on which is asked.
    """
    set_here = rows_of(TaskRow, org=office().tree(under))
    # Owners stand in one column, a line each; an id is no part of another's line, which is checked below.
    to_do_here = [row for row in rows_of(TaskRow, owners__contains=under) if under in row.owners.split("\n")]
    asked = sorted({row.task for row in (*set_here, *to_do_here)})
    found = _tasks(recorded_of(TaskRow, task=asked))
    return sorted(found, key=lambda task: _place(task, today))


def tasks_from(origins: Iterable[str]) -> dict[str, Task]:
    """Return the tasks that come from some entries, by the id of the entry."""
    rows = rows_of(TaskRow, origin=sorted(set(origins)))
    return {task.now.origin: task for task in _tasks(recorded_of(TaskRow, task=sorted({row.task for row in rows})))}


def _tasks(rows: Iterable[tuple[datetime, TaskRow]]) -> list[Task]:
    by_task: dict[str, list[Version]] = defaultdict(list)
    for at, row in rows:
        by_task[row.task].append(Version(at, row))
    return [Task(_in_order(versions)) for versions in by_task.values()]


def _in_order(versions: Iterable[Version]) -> list[Version]:
    by_id = {version.row.id: version for version in versions}
    return [by_id[row.id] for row in chain_of("", [version.row for version in by_id.values()])]


def _place(task: Task, today: date) -> tuple[bool, bool, date, str]:
    return (task.status in ENDED, not task.is_overdue(today), task.due or date.max, task.id)
