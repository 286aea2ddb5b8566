"""The steps that reports took: the chain of one, the last ones of many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tongket.ledger.entries import recorded_of
from tongket.ledger.holding import chain_of
from tongket.ledger.names import entry_id
from tongket.terms.period import Period
from tongket.terms.steps import Step
from tongket.terms.work import StepRow

_NAMED = 500  # as in `came.py`


@dataclass(frozen=True, slots=True)
class ReportOf:
    """A report that is owed or was given: whose, of which kind, on which period."""

    org: str
    report: str
    period: Period

    @property
    def name(self) -> str:
        """What the first of its steps replaces, and what is said of it is about."""
        return entry_id("ST", self.org, self.report, self.period)


@dataclass(frozen=True, slots=True)
class Taken:
    """A step with when it was taken."""

    at: datetime
    row: StepRow

    @property
    def step(self) -> Step:
        """Which."""
        return Step(self.row.step)


def steps_of(asked: ReportOf) -> list[Taken]:
    """Return the steps of one report, the first one first."""
    rows = recorded_of(StepRow, org=asked.org, report=asked.report, period=str(asked.period))
    return _in_order(rows)


def last_steps(orgs: Iterable[str], periods: Iterable[str]) -> Mapping[tuple[str, str, str], Taken]:
    """Return the last step of each report of some orgs on some periods, by org, kind of report and period."""
    asked, written = sorted(set(orgs)), sorted(set(periods))
    few = len(asked) <= _NAMED
    found = recorded_of(StepRow, org=asked, period=written) if few else recorded_of(StepRow, period=written)
    by_report: dict[tuple[str, str, str], list[tuple[datetime, StepRow]]] = defaultdict(list)
    for at, row in found:
        by_report[row.org, row.report, row.period].append((at, row))
    return {key: _in_order(rows)[-1] for key, rows in by_report.items() if key[0] in set(asked)}


def _in_order(rows: Iterable[tuple[datetime, StepRow]]) -> list[Taken]:
    """Put the entries of one chain in their order; the first replaces what is no entry, a name."""
    by_id = {row.id: Taken(at, row) for at, row in rows}
    steps = [taken.row for taken in by_id.values()]
    name = next((row.replaces for row in steps if row.replaces not in by_id), "")
    return [by_id[row.id] for row in chain_of(name, steps)]
