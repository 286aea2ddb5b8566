"""A form as it is given out: the indicators that a report owes, with what was sent last."""

from dataclasses import dataclass
from datetime import date, datetime

from tongket.actions.board.board import cell_of
from tongket.actions.board.form_sheet import Form
from tongket.actions.board.report_page import indicators_owed
from tongket.actions.board.steps import ReportOf
from tongket.actions.people.office import office
from tongket.ledger.entries import recorded_of, rows_of
from tongket.ledger.holding import latest
from tongket.terms.tables import FigureRow, ObservationRow, ReadingRow
from tongket.terms.work import InboxRow

VIA = "form"
"""What `InboxRow.via` says of a form."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent: its item of the inbox, with when."""

    at: datetime
    row: InboxRow


def form_of(report: ReportOf, today: date, at: datetime) -> Form | None:
    """Return the form of a report with the values that were sent last; None where the org does not owe it.

    Args:
        report: Which.
        today: The day on which is asked.
        at: When the form is made.
    """
    cell = cell_of(report, today)
    if cell is None:
        return None
    sent = forms_sent(report)
    values = _values(sent[-1].row.document) if sent else {}
    return Form(report, office().names[report.org], indicators_owed(cell), values, len(sent) + 1, at)


def forms_sent(report: ReportOf) -> list[Sent]:
    """Return the forms that were sent for a report, the first one first."""
    rows = recorded_of(InboxRow, batch=report.name, org=report.org)
    return [Sent(at, row) for at, row in rows if row.via == VIA]


def _values(document: str) -> dict[str, str]:
    readings = [row.id for row in latest(rows_of(ReadingRow, document=document))]
    quotes = {row.id: row.quote for row in rows_of(FigureRow, reading=readings)}
    return {
        row.indicator: quotes[row.figure]
        for row in rows_of(ObservationRow, document=document)
        if row.indicator and row.figure in quotes
    }
