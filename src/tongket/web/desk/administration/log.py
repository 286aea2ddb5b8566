"""The audit log: who did what to which entry, and the same as a file."""

from typing import cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from tongket.actions.keeping.audit import ActsAsked, acts, acts_as_csv
from tongket.actions.now import today
from tongket.actions.people.gate import Person, visible
from tongket.actions.people.office import office
from tongket.terms.roles import Verb
from tongket.web.desk.administration.tabs import shown
from tongket.web.desk.routes import DeskRequest, anyones, route
from tongket.web.desk.words import VERBS

_ON_A_PAGE = 100


@require_safe
@route(Verb.ADMINISTER, anyones)
def log(request: DeskRequest) -> HttpResponse:
    """Show lines of the log, the newest first."""
    asked, number, names = _asked(request), _number(request), office().names
    found = acts(request.person, asked, _ON_A_PAGE + 1, (number - 1) * _ON_A_PAGE)
    lines = [(at, row, VERBS.get(row.verb, row.verb), names.get(row.org, row.org)) for at, row in found[:_ON_A_PAGE]]
    return shown(
        request,
        "log.html",
        {
            "lines": lines,
            "asked": asked,
            "number": number,
            "more": len(found) > _ON_A_PAGE,
            "orgs": [(org, names[org]) for org in visible(request.person, Verb.ADMINISTER)],
            "verbs": list(VERBS.items()),
            "tab": "log",
        },
    )


@require_safe
@route(Verb.ADMINISTER, anyones)
def file(request: DeskRequest) -> HttpResponse:
    """Give all lines that are asked for as CSV."""
    return log_file(request.person, _asked(request))


def log_file(person: Person, asked: ActsAsked) -> HttpResponse:
    """Return all lines of the log that a person asks for as a file that is written while it is sent."""
    answer = StreamingHttpResponse(acts_as_csv(person, asked), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = iri_to_uri(f'attachment; filename="nhat-ky-{today()}.csv"')
    return cast("HttpResponse", answer)


def _asked(request: HttpRequest) -> ActsAsked:
    return ActsAsked(*(request.GET.get(name, "").strip() for name in ("by", "org", "verb", "entry")))


def _number(request: HttpRequest) -> int:
    given = request.GET.get("page", "1")
    # Further than anybody leafs; a filter leads there sooner.
    return min(max(int(given), 1), 10_000) if given.isdecimal() else 1
