"""A roll-up laid out: orgs, indicators and periods on rows, columns and tables, as somebody wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tongket.actions.people.gate import Person, require
from tongket.actions.people.office import Office, office
from tongket.actions.pivoting.kept import kept, rests_on
from tongket.actions.pivoting.sides import OrgSeen, orgs_asked
from tongket.actions.pivoting.wording import NONE, difference_text, is_apart, own_text, total_text
from tongket.actions.roll_up import Line, roll_up
from tongket.actions.rolling.asked import Asked
from tongket.actions.rolling.places import Where
from tongket.rollup.answers import Counts
from tongket.terms.columns import Certainty
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.profile import Indicator
from tongket.terms.quantity import Quantity
from tongket.terms.roles import Verb

SIDES = ("org", "indicator", "period")
# What a page can show at once and a reader take in; the orgs beyond stand on the next page.
_ORGS = {"rows": 50, "columns": 16, "tables": 10}
_INDICATORS = 100
# More is a mistake of typing, and would compute for minutes.
_MOST_PERIODS = 36


@dataclass(frozen=True, slots=True)
class Pivot:
    """The question.

    Attributes:
        org: Under whom.
        periods: Each asked for by itself.
        indicators: Ids; empty for all.
        rows: Which side stands in rows.
        columns: Which in columns; for each of the third there is a table.
        level: One total for each org of this level; empty for those right below.
        of_level: Whose figures are added; empty for those right below each.
        day: The map of this day; None for the map of each period.
        known_at: As known then; None for now.
    """

    org: str
    periods: tuple[Period, ...]
    indicators: tuple[str, ...] = ()
    rows: str = "indicator"
    columns: str = "org"
    level: str = ""
    of_level: str = ""
    day: date | None = None
    known_at: datetime | None = None

    @property
    def tables(self) -> str:
        """The side for each of which there is a table."""
        return next(side for side in SIDES if side not in {self.rows, self.columns})

    @property
    def where(self) -> Where:
        """Under whom and on which map."""
        return Where(self.org, self.level, self.of_level, self.day, each=True)


@dataclass(frozen=True, slots=True)
class Came:
    """What came of what was owed; `what` is `reports`, `orgs` that gave a figure, or `indicators` of one org."""

    given: int
    owed: int
    late: int = 0
    excused: int = 0
    missing: int = 0
    what: str = "reports"


@dataclass(frozen=True, slots=True)
class Head:
    """A row's, column's or table's name; `came` where it is known."""

    id: str
    name: str
    beside: str = ""
    came: Came | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as it is shown.

    Attributes:
        org: Org id.
        indicator: Indicator id.
        period: As in `Period`.
        text: The figure in words; a dash where there is none.
        told: Whether there is one.
        own: What the org itself told, where that is not the figure.
        difference: By how much that lies apart from the figure; empty where it does not.
        certainty: How it came over the map.
        basis: By what shares were measured.
        conflict: Whether documents disagree in it.
        quantity: Its bounds; None where there are none.
        measure: What is counted.
    """

    org: str
    indicator: str
    period: str
    text: str = NONE
    told: bool = False
    own: str = ""
    difference: str = ""
    certainty: Certainty = Certainty.EXACT
    basis: str = ""
    conflict: bool = False
    quantity: Quantity | None = None
    measure: str = ""

    @property
    def short(self) -> str:
        """The figure without its measure, for a table that names it already."""
        return self.text.removesuffix(f" {self.measure}")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its head, the heads of its columns, and its rows."""

    head: Head
    columns: tuple[Head, ...]
    rows: tuple[tuple[Head, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer: tables of one page of orgs and one part of the indicators; how many there are of each in all.

    `lines` are the figures of the orgs on the page.
    """

    grids: tuple[Grid, ...]
    orgs: int
    page: int
    pages: int
    part: int
    parts: int
    lines: int


@dataclass(frozen=True, slots=True)
class Rolled:
    """What is kept of a roll-up: its lines by org, period and indicator, and the counts of reports."""

    lines: Mapping[tuple[str, str, str], Line]
    counts: Mapping[tuple[str, Period], Counts]


def pivot(person: Person, asked: Pivot, page: int = 1, part: int = 1) -> Answered:
    """Answer a question for somebody.

    Args:
        person: Who asks.
        asked: The question.
        page: Of the orgs, from 1; 0 for all orgs and indicators at once, as a file holds them.
        part: Of the indicators, a hundred each, from 1.

    Raises:
        NotAllowedError: They may not see the org.
        TongketError: As `roll_up`; two sides are the same; there is no period, or there are too many.
    """
    require(person, Verb.SEE, asked.org)
    return answered(asked, page, part)


def answered(asked: Pivot, page: int = 1, part: int = 1) -> Answered:
    """Answer a question for whoever may see the org, which is the caller's to ask; else as `pivot`."""
    _check(asked)
    place = office()
    orgs = orgs_asked(place, asked.where, asked.periods)
    shown, pages = _on_page(orgs, asked, page)
    rolled = rolled_up(place, asked, None if pages == 1 or not page else [each.id for each in shown])
    indicators = [each for each in place.profile.indicators if not asked.indicators or each.id in asked.indicators]
    parts = max(1, -(-len(indicators) // _INDICATORS))
    listed = indicators[(part - 1) * _INDICATORS : part * _INDICATORS] if page else indicators
    grids = tuple(_grids(asked, rolled, shown, listed))
    return Answered(grids, len(orgs), page, pages, part, parts, len(rolled.lines))


def rolled_up(place: Office, asked: Pivot, orgs: Sequence[str] | None = None) -> Rolled:
    """Return the lines and counts that answer a question, of some orgs or of all, kept while they hold."""
    where = asked.where if orgs is None else replace(asked.where, only=frozenset(orgs))
    question = Asked(where, asked.periods, asked.indicators, asked.known_at)
    named = ("roll-up", place.entry, asked, orgs and tuple(orgs))
    return kept(named, rests_on(place, asked.org), lambda: _computed(place, question))


def _computed(place: Office, question: Asked) -> Rolled:
    found = roll_up(place.profile, question)
    lines = {(line.org, str(line.period), line.indicator.id): line for line in found.lines}
    return Rolled(lines, dict(found.counts))


def _check(asked: Pivot) -> None:
    message = ""
    if asked.rows == asked.columns or {asked.rows, asked.columns} - set(SIDES):
        message = "Hàng và cột phải là hai thứ khác nhau trong: đơn vị, chỉ tiêu, kỳ. Hãy chọn lại."
    elif not asked.periods:
        message = "Cần ít nhất một kỳ báo cáo, ví dụ 2024 hoặc 2024-H1."
    elif len(asked.periods) > _MOST_PERIODS:
        message = f"Mỗi lần xem không quá {_MOST_PERIODS} kỳ. Hãy bớt kỳ."
    if message:
        raise TongketError(message)


def _on_page(orgs: Sequence[OrgSeen], asked: Pivot, page: int) -> tuple[Sequence[OrgSeen], int]:
    side = "rows" if asked.rows == "org" else "columns" if asked.columns == "org" else "tables"
    most = _ORGS[side]
    pages = max(1, -(-len(orgs) // most))
    return (orgs[(page - 1) * most : page * most] if page else orgs), pages


def _grids(asked: Pivot, rolled: Rolled, orgs: Sequence[OrgSeen], indicators: Sequence[Indicator]) -> list[Grid]:
    heads = {
        "org": [Head(each.id, each.name) for each in orgs],
        "indicator": [Head(each.id, each.name, each.measure) for each in indicators],
        "period": [Head(str(each), each.label) for each in asked.periods],
    }
    return [
        Grid(table, _columns(asked, rolled, table, heads), tuple(_rows(asked, rolled, table, heads)))
        for table in heads[asked.tables]
    ]


def _rows(
    asked: Pivot, rolled: Rolled, table: Head, heads: Mapping[str, Sequence[Head]]
) -> list[tuple[Head, tuple[Cell, ...]]]:
    found = []
    for row in heads[asked.rows]:
        cells = []
        for column in heads[asked.columns]:
            at = {asked.tables: table.id, asked.rows: row.id, asked.columns: column.id}
            cells.append(_cell(rolled, at["org"], at["period"], at["indicator"]))
        found.append((row, tuple(cells)))
    return found


def _cell(rolled: Rolled, org: str, period: str, indicator: str) -> Cell:
    line = rolled.lines.get((org, period, indicator))
    return cell_of(line) if line else Cell(org, indicator, period)


def cell_of(line: Line) -> Cell:
    """Return a line as it is shown: the sum of those below, or else what the org itself told."""
    summed = line.percent or line.total
    found = summed or line.own
    both = bool(summed and line.own)
    quantity = line.quantity if summed else line.own.quantity if line.own else None
    return Cell(
        org=line.org,
        indicator=line.indicator.id,
        period=str(line.period),
        text=total_text(line) if summed else own_text(line),
        told=True,
        own=own_text(line) if both else "",
        difference=difference_text(line) if both and is_apart(line.difference) else "",
        certainty=found.certainty if found else Certainty.EXACT,
        basis=line.basis,
        conflict=line.conflict,
        quantity=quantity,
        measure=line.indicator.measure,
    )


def _columns(asked: Pivot, rolled: Rolled, table: Head, heads: Mapping[str, Sequence[Head]]) -> tuple[Head, ...]:
    return tuple(
        Head(column.id, column.name, column.beside, _came(asked, rolled, table, column, heads))
        for column in heads[asked.columns]
    )


def _came(asked: Pivot, rolled: Rolled, table: Head, column: Head, heads: Mapping[str, Sequence[Head]]) -> Came | None:
    """Return what came for a column: reports of those below, or figures where the column tells no org and period."""
    at = {asked.tables: table.id, asked.columns: column.id}
    org = at.get("org", asked.org)
    if "period" not in at:
        return None
    if "indicator" not in at:
        counts = rolled.counts.get((org, Period.parse(at["period"])))
        if counts is not None and counts.owed:
            return Came(counts.reported, counts.owed, counts.late, counts.excused, counts.missing)
        given = sum((org, at["period"], each.id) in rolled.lines for each in heads["indicator"])
        return Came(given, len(heads["indicator"]), what="indicators") if org != asked.org else None
    line = rolled.lines.get((org, at["period"], at["indicator"]))
    return Came(line.orgs, line.owed, what="orgs") if line and line.owed else None
