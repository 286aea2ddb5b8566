"""The board of a year: which reports each org owes and how they stand, level by level."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tongket.actions.board.came import Came, Coming, that_came, what_came
from tongket.actions.board.states import State, in_time, state_of
from tongket.actions.board.steps import ReportOf, Taken, last_steps
from tongket.actions.excuse import excuses
from tongket.actions.now import HERE
from tongket.actions.people.office import Office, office
from tongket.ledger.reports_that_came import did_any_come
from tongket.terms.duties import Owed, owed
from tongket.terms.period import Period
from tongket.terms.profile import ReportKind
from tongket.terms.same import Same
from tongket.terms.steps import Step


@dataclass(frozen=True, slots=True)
class Cell:
    """A report on the board.

    Attributes:
        owed: What is owed.
        state: How it stands.
        taken: The last step; None for none.
        came: The documents that came; on a board without their names.
        in_time: Whether it came in time; None where nothing came, or no day is known.
    """

    owed: Owed
    state: State
    taken: Taken | None
    came: Sequence[Came]
    in_time: bool | None

    @property
    def report(self) -> ReportOf:
        """Which report."""
        return ReportOf(self.owed.org, self.owed.report.value, self.owed.period)


@dataclass(frozen=True, slots=True)
class Line:
    """An org with its reports, in the order of the board's columns; None where it owes none."""

    org: str
    name: str
    level: str
    cells: Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class Board:
    """The reports of a year.

    Attributes:
        year: Which.
        kinds: The kinds of report that anybody owed in it.
        kind: The one that is shown.
        columns: The periods of that kind.
        lines: By level and in the order of the profile.
        counts: How many reports stand so, of all that are shown.
    """

    year: int
    kinds: tuple[ReportKind, ...]
    kind: ReportKind | None
    columns: tuple[Period, ...]
    lines: Sequence[Line]
    counts: Mapping[State, int]

    @property
    def cells(self) -> list[Cell]:
        """All reports, line by line."""
        return [cell for line in self.lines for cell in line.cells if cell is not None]


def read_board(under: str, year: int, kind: ReportKind | None, today: date) -> Board:
    """Return the board of an org and all below it.

    Args:
        under: Org id.
        year: Of the reports.
        kind: Of report; None for the one that is owed least often.
        today: The day on which is asked.
    """
    place, stretch = office(), Period.of_months(year, 1, 12)
    owing = _owing(place, under, stretch)
    kinds = tuple(each for each in ReportKind if any(row.report is each for row in owing))
    shown = kind if kind in kinds else (kinds[-1] if kinds else None)
    cells = cells_of([row for row in owing if row.report is shown], today)
    columns = tuple(sorted({cell.owed.period for cell in cells}))
    lines = _lines(place, cells, columns)
    return Board(year, kinds, shown, columns, lines, Counter(cell.state for cell in cells))


def cells_of(owing: Sequence[Owed], today: date) -> list[Cell]:
    """Return how some reports stand on a day."""
    return _cells(owing, that_came({row.org for row in owing}, {str(row.period) for row in owing}), today)


def cell_of(report: ReportOf, today: date) -> Cell | None:
    """Return how one report stands on a day; None where the org does not owe it."""
    place = office()
    duties = [duty for duty in place.profile.duties if duty.report == report.report]
    mine = owed(duties, place.profile.org_rows(report.org), report.period)
    rows = [row for row in mine if row.period == report.period]
    return next(iter(_cells(rows, what_came([report.org], [str(report.period)]), today)), None)


def busiest_year(under: str, today: date) -> int:
    """Return the year that a board opens with: the latest, up to this one, of which anything came; else this one."""
    place = office()
    for year in range(today.year, today.year - _YEARS, -1):
        owing = _owing(place, under, Period.of_months(year, 1, 12))
        orgs, periods = {row.org for row in owing}, {str(row.period) for row in owing}
        if did_any_come(None if under == place.top else sorted(orgs), sorted(periods)) or last_steps(orgs, periods):
            return year
    return today.year


# An office that has not worked for so long begins anew.
_YEARS = 4


def _owing(place: Office, under: str, stretch: Period) -> Sequence[Owed]:
    return _owing_of(Same(place), under, stretch)


@lru_cache(maxsize=32)
def _owing_of(same: Same[Office], under: str, stretch: Period) -> Sequence[Owed]:
    """Work out who owes what: for thousands of orgs it takes longer than all the rest of a board."""
    place, inside = same.it, set(same.it.tree(under))
    return tuple(owed(place.profile.duties, [row for row in place.profile.orgs if row.id in inside], stretch))


def _cells(owing: Sequence[Owed], came: Coming, today: date) -> list[Cell]:
    steps = last_steps({row.org for row in owing}, {str(row.period) for row in owing})
    excused = {(row.org, row.report, row.period) for row in excuses()}
    return [_cell(row, came, steps, excused, today) for row in owing]


def _cell(
    row: Owed,
    came: Coming,
    steps: Mapping[tuple[str, str, str], Taken],
    excused: Iterable[tuple[str, str, str]],
    today: date,
) -> Cell:
    key = (row.org, row.report.value, str(row.period))
    mine, taken = came.get((row.org, str(row.period)), []), steps.get(key)
    state = state_of(row, taken.step if taken else None, today, came=bool(mine), excused=key in excused)
    return Cell(row, state, taken, mine, in_time(row, _day_of(mine, taken)))


def _day_of(came: Sequence[Came], taken: Taken | None) -> date | None:
    """Return when a report came: the day its document bears, else that of the step that handed it in."""
    days = [day for each in came if (day := _whole_day(each.day)) is not None]
    if days:
        return min(days)
    return taken.at.astimezone(HERE).date() if taken and taken.step is Step.SUBMITTED else None


def _whole_day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _lines(place: Office, cells: Iterable[Cell], columns: Sequence[Period]) -> list[Line]:
    by_org: dict[str, dict[Period, Cell]] = {}
    for cell in cells:
        by_org.setdefault(cell.owed.org, {})[cell.owed.period] = cell
    rows = defaultdict(list)
    for row in place.profile.orgs:
        rows[row.id].append(row)
    lines = []
    for org, mine in by_org.items():
        last = max(mine)
        row = next(row for row in rows[org] if row.valid_on(last.last))
        lines.append(Line(org, row.name, row.level, tuple(mine.get(column) for column in columns)))
    depths = {line.org: len(place.above(line.org)) for line in lines}
    order = {org: at for at, org in enumerate(place.names)}
    levels: dict[str, int] = {}
    for line in lines:
        levels[line.level] = min(levels.get(line.level, depths[line.org]), depths[line.org])
    return sorted(lines, key=lambda line: (levels[line.level], line.level, order[line.org]))
