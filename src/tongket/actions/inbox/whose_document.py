"""In whose inbox a document lies: whom it is asked of before anybody sees or judges it."""

from tongket.actions.people.gate import Person, may
from tongket.actions.people.office import office
from tongket.ledger.entries import rows_of
from tongket.terms.roles import Verb
from tongket.terms.tables import AttributionRow, DocumentRow
from tongket.terms.work import InboxRow


def org_of_document(document: str, person: Person, acting_for: str, verb: Verb) -> str | None:
    """Return the org that a person has to be allowed a verb to; None where there is no such document.

    A document that came into several inboxes is each of these orgs'; one that came by the command line is its own
    org's as far as that is told, else the topmost's.

    Args:
        document: Its id.
        person: Who asks.
        acting_for: The org they act for now, which comes first.
        verb: What they want to do.
    """
    orgs = [row.org for row in rows_of(InboxRow, document=document)]
    if not orgs:
        if not rows_of(DocumentRow, id=document):
            return None
        told = [row.org for row in rows_of(AttributionRow, document=document) if row.org]
        orgs = [*told[-1:], office().top][:1]
    if acting_for in orgs:
        return acting_for
    return next((org for org in orgs if may(person, verb, org)), orgs[0])
