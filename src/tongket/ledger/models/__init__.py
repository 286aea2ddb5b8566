"""One table a file; Django finds every model of the ledger here."""

from tongket.ledger.models.act import Act
from tongket.ledger.models.added import Added
from tongket.ledger.models.attribution import Attribution
from tongket.ledger.models.award import Award
from tongket.ledger.models.cell import Cell
from tongket.ledger.models.comment import Comment
from tongket.ledger.models.correction import Correction
from tongket.ledger.models.directive import Directive
from tongket.ledger.models.document import Document
from tongket.ledger.models.draft import Draft
from tongket.ledger.models.event import Event
from tongket.ledger.models.evidence import Evidence
from tongket.ledger.models.excuse import Excuse
from tongket.ledger.models.figure import Figure
from tongket.ledger.models.finding import Finding
from tongket.ledger.models.form import Form
from tongket.ledger.models.grant import Grant
from tongket.ledger.models.inbox import Inbox
from tongket.ledger.models.invitation import Invitation
from tongket.ledger.models.lines import Lines
from tongket.ledger.models.mapping import Mapping
from tongket.ledger.models.moment import Moment
from tongket.ledger.models.observation import Observation
from tongket.ledger.models.official import Official
from tongket.ledger.models.org import Org
from tongket.ledger.models.org_change import OrgChange
from tongket.ledger.models.org_share import OrgShare
from tongket.ledger.models.original import Original
from tongket.ledger.models.part import Part
from tongket.ledger.models.passage import Passage
from tongket.ledger.models.profile import Profile
from tongket.ledger.models.reading import Reading
from tongket.ledger.models.review import Review
from tongket.ledger.models.saved_search import SavedSearch
from tongket.ledger.models.sheet_mapping import SheetMapping
from tongket.ledger.models.statement import Statement
from tongket.ledger.models.step import Step
from tongket.ledger.models.task import Task
from tongket.ledger.models.telling import Telling
from tongket.ledger.models.token import Token
from tongket.ledger.models.total import Total
from tongket.ledger.models.verdict import Verdict
from tongket.ledger.models.withdrawal import Withdrawal

__all__ = [
    "Act",
    "Added",
    "Attribution",
    "Award",
    "Cell",
    "Comment",
    "Correction",
    "Directive",
    "Document",
    "Draft",
    "Event",
    "Evidence",
    "Excuse",
    "Figure",
    "Finding",
    "Form",
    "Grant",
    "Inbox",
    "Invitation",
    "Lines",
    "Mapping",
    "Moment",
    "Observation",
    "Official",
    "Org",
    "OrgChange",
    "OrgShare",
    "Original",
    "Part",
    "Passage",
    "Profile",
    "Reading",
    "Review",
    "SavedSearch",
    "SheetMapping",
    "Statement",
    "Step",
    "Task",
    "Telling",
    "Token",
    "Total",
    "Verdict",
    "Withdrawal",
]
