"""Whom a document is asked of: the org in whose inbox it lies."""

from tongket.actions.inbox.whose_document import org_of_document
from tongket.terms.roles import Verb
from tongket.web.desk.routes import About, DeskRequest, not_found


def inbox_of(verb: Verb) -> About:
    """Return what tells the org of the document that an address names (`routes.route`)."""

    def about(request: DeskRequest, *, document: str, **_kwargs: str) -> str:
        org = org_of_document(document, request.person, request.org, verb)
        if org is None:
            raise not_found(document)
        return org

    return about


def inbox_org(request: DeskRequest, document: str, verb: Verb = Verb.JUDGE) -> str:
    """Return the org in whose inbox a document lies, for a person who asks to do something."""
    return inbox_of(verb)(request, document=document)
