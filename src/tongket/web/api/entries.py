"""The way back of any entry."""

from django.http import HttpRequest
from ninja import Router

from tongket.actions.explain import explain
from tongket.actions.people.whose import whose
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.api.operations import nowhere, operation
from tongket.web.api.shapes import WayBack, answers, way_back
from tongket.web.desk.routes import DeskRequest

router = Router(tags=["entries"])


def whose_entry(_request: DeskRequest, *, entry: str) -> str:
    """Return the org that an entry is of."""
    org = whose(entry)
    if org is None:
        raise nowhere(entry)
    return org


@router.get("/entries/{entry}", response=answers(WayBack))
@operation(Verb.SEE, whose_entry)
def entry_way_back(request: HttpRequest, entry: str) -> WayBack:  # noqa: ARG001 - the gate has looked at it
    """Give what a total, a correction or a record rests on, down to the sentences."""
    try:
        return way_back(explain(entry))
    except TongketError as error:
        raise nowhere(entry) from error
