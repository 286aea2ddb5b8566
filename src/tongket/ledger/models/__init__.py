"""One table a file; Django finds every model of the ledger here."""

from tongket.ledger.models.attribution import Attribution
from tongket.ledger.models.award import Award
from tongket.ledger.models.cell import Cell
from tongket.ledger.models.correction import Correction
from tongket.ledger.models.directive import Directive
from tongket.ledger.models.document import Document
from tongket.ledger.models.event import Event
from tongket.ledger.models.excuse import Excuse
from tongket.ledger.models.figure import Figure
from tongket.ledger.models.finding import Finding
from tongket.ledger.models.form import Form
from tongket.ledger.models.mapping import Mapping
from tongket.ledger.models.moment import Moment
from tongket.ledger.models.observation import Observation
from tongket.ledger.models.official import Official
from tongket.ledger.models.org import Org
from tongket.ledger.models.org_change import OrgChange
from tongket.ledger.models.org_share import OrgShare
from tongket.ledger.models.part import Part
from tongket.ledger.models.reading import Reading
from tongket.ledger.models.review import Review
from tongket.ledger.models.sheet_mapping import SheetMapping
from tongket.ledger.models.statement import Statement
from tongket.ledger.models.total import Total
from tongket.ledger.models.withdrawal import Withdrawal

__all__ = [
    "Attribution",
    "Award",
    "Cell",
    "Correction",
    "Directive",
    "Document",
    "Event",
    "Excuse",
    "Figure",
    "Finding",
    "Form",
    "Mapping",
    "Moment",
    "Observation",
    "Official",
    "Org",
    "OrgChange",
    "OrgShare",
    "Part",
    "Reading",
    "Review",
    "SheetMapping",
    "Statement",
    "Total",
    "Withdrawal",
]
