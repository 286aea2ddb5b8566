"""What reports say of a task: sentences that share most telling words with it, proposed for a person to confirm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.actions.board.came import all_that_came
from tongket.actions.judging.rejected import rejected
from tongket.actions.register.evidence import Shown, shown_for
from tongket.actions.register.tasks import Task
from tongket.ledger.entries import rows_of
from tongket.reading.evidence import stage_of
from tongket.reading.likeness import alike, likeness
from tongket.terms.period import Period
from tongket.terms.records import StatementKind
from tongket.terms.tables import StatementRow

# More sentences of one org on one task say the same again.
_MOST = 5
# The task itself and wishes are no answers.
_ANSWERS = [StatementKind.RESULT.value, StatementKind.LIMITATION.value]
# Of more owners those come first that were named first.
_OWNERS = 100


@dataclass(frozen=True, slots=True)
class Answers:
    """What reports say of a task.

    Attributes:
        period: On which period; None where no report came.
        periods: Those on which its owners reported, the latest first.
        by_org: The sentences, by org id.
    """

    period: Period | None
    periods: Sequence[Period]
    by_org: Mapping[str, Sequence[Shown]]


def answers_to(task: Task, period: Period | None) -> Answers:
    """Return what the reports of a task's owners say of it.

    Args:
        task: Which.
        period: On which period; None for the latest of which any report came.
    """
    came = all_that_came(task.owners[:_OWNERS])
    periods = sorted({Period.parse(written) for _, written in came}, key=lambda each: (each.last, each.first))[::-1]
    asked = period if period in periods else next(iter(periods), None)
    readings = {
        each.reading: (org, written)
        for (org, written), documents in came.items()
        if written == str(asked)
        for each in documents
    }
    rows = rows_of(StatementRow, reading=sorted(readings), kind=_ANSWERS) if readings else []
    dropped = rejected(sorted({row.document for row in rows})) if rows else frozenset()
    kept = (row for row in rows if row.id not in dropped)
    like = sorted((row for row in kept if alike(row.quote, task.now.text)), key=lambda row: _place(row, task))
    proposed = [(readings[row.reading], row.id, row.document, row.quote, stage_of(row.quote)) for row in like]
    by_org = shown_for(task.id, proposed)
    return Answers(asked, periods, {org: shown[:_MOST] for org, shown in by_org.items()})


def _place(row: StatementRow, task: Task) -> tuple[float, str]:
    return (-likeness(row.quote, task.now.text), row.id)
