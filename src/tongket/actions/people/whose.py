"""Whose an entry of the ledger is: what the gate is asked before somebody sees it."""

from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.ledger.holding import latest
from tongket.terms.tables import (
    AttributionRow,
    AwardRow,
    CorrectionRow,
    DirectiveRow,
    EventRow,
    FigureRow,
    OfficialRow,
    StatementRow,
    TotalRow,
)
from tongket.terms.work import InboxRow

_Record = FigureRow | StatementRow | EventRow | DirectiveRow | OfficialRow | AwardRow | CorrectionRow

_IN_DOCUMENTS: dict[str, type[_Record]] = {
    "F": FigureRow,
    "S": StatementRow,
    "E": EventRow,
    "D": DirectiveRow,
    "O": OfficialRow,
    "A": AwardRow,
    "C": CorrectionRow,
}


def whose(entry: str) -> str | None:
    """Return the org that a total, a correction or a record is of; None where there is no such entry."""
    if entry.startswith("T-"):
        totals = rows_of(TotalRow, id=entry)
        return totals[0].org if totals else None
    table = _IN_DOCUMENTS.get(entry.partition("-")[0])
    found = rows_of(table, id=entry) if table else []
    return _kept_by(found[0].document) if found else None


def _kept_by(document: str) -> str:
    """Return in whose inbox a document lies, as on the reading page: what it is found to tell opens it to nobody."""
    inbox = rows_of(InboxRow, document=document)
    return inbox[-1].org if inbox else whose_document(document)


def whose_document(document: str) -> str:
    """Return the org of a report: whose it is found to be, else whose inbox it came into, else the top."""
    told = [row.org for row in latest(rows_of(AttributionRow, document=document)) if row.org]
    if told:
        return told[-1]
    inbox = rows_of(InboxRow, document=document)
    return inbox[-1].org if inbox else office().top
