"""What waits for a person today at the org for which they act: each kind with how many there are and the first few."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tongket.actions.board.board import Cell, cells_of
from tongket.actions.board.states import TO_REMIND, State
from tongket.actions.drafting.drafts import EDITED, reviews_of, standing
from tongket.actions.inbox.list_inbox import Item, list_inbox
from tongket.actions.people.gate import Person, may
from tongket.actions.people.office import office
from tongket.actions.register.tasks import ENDED, Task, tasks_in
from tongket.ledger.inbox_pages import InboxAsked
from tongket.terms.duties import owed
from tongket.terms.period import Period
from tongket.terms.roles import Verb

# Of each kind so many are shown; the rest is a click away.
_SHOWN = 5
# A report older than that is no work of today any more; the board has it all the same.
_BACK = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Draft:
    """A review that is being written."""

    org: str
    period: Period


@dataclass(frozen=True, slots=True)
class TodaysWork:
    """What waits; of each kind how many, and the first of them.

    Attributes:
        doubtful: Documents in the own inbox with something to look at.
        to_hand_in: Own reports that are due, late, came without being handed in, or were sent back.
        to_approve: Reports that the level below handed in.
        late_below: Reports of the level below whose day is over.
        tasks: Of the own org, not ended; overdue first.
        overdue: How many of these are.
        drafts: Reviews of the own org that are being edited.
    """

    doubtful: tuple[int, Sequence[Item]] = (0, ())
    to_hand_in: tuple[int, Sequence[Cell]] = (0, ())
    to_approve: tuple[int, Sequence[Cell]] = (0, ())
    late_below: tuple[int, Sequence[Cell]] = (0, ())
    tasks: tuple[int, Sequence[Task]] = (0, ())
    overdue: int = 0
    drafts: tuple[int, Sequence[Draft]] = (0, ())

    @property
    def nothing(self) -> bool:
        """Whether nothing waits."""
        kinds = (self.doubtful, self.to_hand_in, self.to_approve, self.late_below, self.tasks, self.drafts)
        return not any(count for count, _ in kinds)


def todays_work(person: Person, org: str, today: date) -> TodaysWork:
    """Return what waits for a person at an org, as far as their roles let them do it.

    Args:
        person: Who.
        org: Org id, one for which they act.
        today: The day.
    """
    below = [row.id for row in office().rows_on(today) if row.parent == org]
    approves = bool(below) and may(person, Verb.APPROVE, below[0])
    hands_in = may(person, Verb.SUBMIT, org)
    cells = _cells([*([org] if hands_in else []), *(below if approves else [])], today)
    tasks = [task for task in tasks_in(org, today) if org in task.owners and task.status not in ENDED]
    return TodaysWork(
        doubtful=_doubtful(org) if may(person, Verb.JUDGE, org) else (0, ()),
        to_hand_in=_first([cell for cell in cells if cell.owed.org == org and cell.state in TO_REMIND]),
        to_approve=_first([cell for cell in cells if cell.owed.org != org and cell.state is State.SUBMITTED]),
        late_below=_first([cell for cell in cells if cell.owed.org != org and cell.state is State.LATE]),
        tasks=(len(tasks), tasks[:_SHOWN]),
        overdue=sum(task.is_overdue(today) for task in tasks),
        drafts=_drafts(org) if may(person, Verb.DRAFT, org) else (0, ()),
    )


def _cells(orgs: Sequence[str], today: date) -> list[Cell]:
    """Return the reports of some orgs whose day came in the last year or comes soon, the latest first."""
    if not orgs:
        return []
    profile, asked = office().profile, set(orgs)
    rows = [row for row in profile.orgs if row.id in asked]
    years = (Period.of_months(year, 1, 12) for year in (today.year - 1, today.year))
    owing = [each for year in years for each in owed(profile.duties, rows, year)]
    recent = [each for each in owing if each.due is not None and today - _BACK < each.due]
    return sorted(cells_of(recent, today), key=lambda cell: cell.owed.due or today, reverse=True)


def _first(cells: Sequence[Cell]) -> tuple[int, Sequence[Cell]]:
    return len(cells), cells[:_SHOWN]


def _doubtful(org: str) -> tuple[int, Sequence[Item]]:
    listed = list_inbox(InboxAsked([org], "", doubtful=True), 1)
    waiting = [item for item in listed.items if not item.records or item.judged < item.records]
    return max(listed.total - (len(listed.items) - len(waiting)), 0), waiting[:_SHOWN]


def _drafts(org: str) -> tuple[int, Sequence[Draft]]:
    edited = [Draft(each, period) for each, period in _edited(org)]
    return len(edited), edited[:_SHOWN]


def _edited(org: str) -> Iterable[tuple[str, Period]]:
    for _, each, period in reviews_of([org])[:50]:  # the newest: an office edits two or three at a time
        found = standing(each, period)
        if found is not None and found.state == EDITED:
            yield each, period
