"""Tasks and limitations as reports tell them: what can become a task, and what came back period after period."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.actions.board.came import all_that_came
from tongket.actions.composing.statements import family
from tongket.actions.judging.rejected import rejected
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.reading.likeness import alike
from tongket.terms.period import Period
from tongket.terms.records import StatementKind
from tongket.terms.tables import StatementRow


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report: its entry, whose report it is, on which period, and the words."""

    entry: str
    org: str
    period: Period
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CameBack:
    """A limitation that was told on more than one period: by whom, each time it was, the latest first."""

    org: str
    told: Sequence[Told]


def tasks_said(orgs: Iterable[str], year: int | None) -> list[Told]:
    """Return the tasks that reports of some orgs set, the latest period first, in the order of the text.

    Args:
        orgs: Org ids; ask of few.
        year: Only those of reports on this year; None for all.
    """
    found = _told(orgs, StatementKind.TASK)
    stretch = Period.of_months(year, 1, 12) if year else None
    return [each for each in found if stretch is None or each.period.overlaps(stretch)]


def limitations_back(orgs: Sequence[str]) -> list[CameBack]:
    """Return the limitations that came back in the reports of some orgs, those told most often first.

    Two are the same where they share most telling words, as in the review; those of the orgs that one came from count.

    Args:
        orgs: Org ids; ask of few.
    """
    profile = office().profile
    families = {org: family(org, profile) for org in orgs}
    by_org: dict[str, list[Told]] = defaultdict(list)
    for each in _told({one for members in families.values() for one in members}, StatementKind.LIMITATION):
        by_org[each.org].append(each)
    found = []
    for org, members in families.items():
        mine = [each for member in members for each in by_org.get(member, [])]
        found += [CameBack(org, group) for group in _groups(mine) if len({each.period for each in group}) > 1]
    return sorted(found, key=lambda back: (-len({each.period for each in back.told}), orgs.index(back.org)))


def _told(orgs: Iterable[str], kind: StatementKind) -> list[Told]:
    came = all_that_came(orgs)
    readings = {each.reading: (key, each.name) for key, documents in came.items() for each in documents}
    rows = rows_of(StatementRow, reading=sorted(readings), kind=kind.value) if readings else []
    dropped = rejected(sorted({row.document for row in rows})) if rows else frozenset()
    told = []
    for row in sorted((row for row in rows if row.id not in dropped), key=lambda row: (row.document, row.start)):
        (org, period), name = readings[row.reading]
        told.append(Told(row.id, org, Period.parse(period), name, " ".join(row.quote.split())))
    return sorted(told, key=lambda each: (each.period.last, each.period.first), reverse=True)


def _groups(told: Sequence[Told]) -> list[list[Told]]:
    """Put each sentence to the first group whose latest sentence is like it."""
    groups: list[list[Told]] = []
    for each in told:
        group = next((group for group in groups if alike(group[0].sentence, each.sentence)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return groups
