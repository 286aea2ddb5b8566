"""What is seen of a roll-up as a file."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from tongket.actions.pivoting.files import ENDINGS, file_seen
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.desk.attachment import attachment
from tongket.web.desk.rolling.asked import question_of
from tongket.web.desk.rolling.pages import known_org
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, route


@require_safe
@route(Verb.SEE, org_in_path)
def file(request: DeskRequest, *, org: str) -> HttpResponse:
    """Give what the address asks for as a file of the kind that `as` names."""
    known_org(org)
    ending, asked = request.GET.get("as", ""), question_of(request.GET, org)
    if ending not in ENDINGS:
        raise not_found(ending)
    if not asked.pivot:
        raise TongketError(" ".join(asked.wrong.values()))
    return attachment(file_seen(request.person, asked.pivot, ending, request.GET.get("drawn", "")))
