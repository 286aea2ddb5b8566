"""One report with all that is known of it: its steps, documents, figures, comments and reminders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tongket.actions.board.board import Cell, cell_of
from tongket.actions.board.steps import ReportOf, Taken, steps_of
from tongket.actions.corrected import corrected, corrections
from tongket.actions.excuse import excuses
from tongket.actions.people.office import office
from tongket.ledger.entries import recorded_of, rows_of
from tongket.review.wording import figure
from tongket.terms.profile import Indicator
from tongket.terms.tables import FigureRow, ObservationRow
from tongket.terms.work import ActRow, CommentRow


@dataclass(frozen=True, slots=True)
class Given:
    """A figure of a report: its indicator, how it reads, the entry it is, and the document it stands in."""

    indicator: Indicator
    text: str
    entry: str
    document: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Said:
    """A comment or a reminder, with when."""

    at: datetime
    by: str
    text: str
    reminder: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """All about one report.

    Attributes:
        cell: How it stands.
        steps: All of its steps, the first one first.
        figures: What its documents tell, in the order of the profile's indicators.
        missing: The indicators it owes and does not tell.
        said: Comments and reminders, the first one first.
        excuse: Why it need not come; empty where it must.
    """

    cell: Cell
    steps: Sequence[Taken]
    figures: Sequence[Given]
    missing: Sequence[Indicator]
    said: Sequence[Said]
    excuse: str


REMINDER = "reminder"
"""What `CommentRow.place` says of a reminder."""


def read_report(report: ReportOf, today: date) -> ReportPage | None:
    """Return all about one report; None where the org does not owe it."""
    cell = cell_of(report, today)
    if cell is None:
        return None
    given = _figures(cell)
    told = {each.indicator.id for each in given}
    missing = [each for each in indicators_owed(cell) if each.id not in told]
    return ReportPage(cell, steps_of(report), given, missing, _said(report), _excuse(report))


def indicators_owed(cell: Cell) -> list[Indicator]:
    """Return the indicators that a report must give, in the order of the profile."""
    asked = cell.owed.indicators
    return [each for each in office().profile.indicators if not asked or each.id in asked]


def _figures(cell: Cell) -> list[Given]:
    profile = office().profile
    places = {indicator.id: at for at, indicator in enumerate(profile.indicators)}
    found = [
        (places[said.indicator], row.document, row.start, Given(indicator, text, row.id, row.document, row.sentence))
        for row, said in _observed(cell)
        if said.indicator in places and (said.org, said.period) == (cell.owed.org, str(cell.owed.period))
        for indicator in [profile.indicators[places[said.indicator]]]
        for text in [figure(row.quantity, indicator.measure, indicator.kind)]
    ]
    return [given for *_, given in sorted(found, key=lambda each: each[:3])]


def _observed(cell: Cell) -> list[tuple[FigureRow, ObservationRow]]:
    documents = [each.document for each in cell.came]
    figures = {row.id: row for row in rows_of(FigureRow, reading=[each.reading for each in cell.came])}
    latest: dict[str, ObservationRow] = {}
    for _, said in recorded_of(ObservationRow, document=documents):
        latest[said.figure] = said
    read = [(row, latest[row.id]) for row in figures.values() if row.id in latest]
    return corrected(read, corrections(None, documents))


def _said(report: ReportOf) -> list[Said]:
    return [
        Said(at, row.by, row.text, reminder=row.place == REMINDER)
        for at, row in recorded_of(CommentRow, about=report.name)
    ]


def _excuse(report: ReportOf) -> str:
    key = (report.org, report.report, str(report.period))
    return next((row.reason for row in excuses() if (row.org, row.report, row.period) == key), "")


def letters_of(report: ReportOf) -> list[ActRow]:
    """Return the lines of the audit log that tell to whom reminders of a report went."""
    ids = [row.id for row in rows_of(CommentRow, about=report.name, place=REMINDER)]
    return rows_of(ActRow, entry=ids)
