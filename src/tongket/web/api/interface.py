"""The API: every router, who may ask, and how a refusal reads."""

from functools import wraps

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from tongket.actions.people.gate import NotAllowedError
from tongket.terms.errors import StaleError, TongketError
from tongket.web.api import (
    board,
    changes,
    deciding,
    directives,
    documents,
    entries,
    forms,
    inbox,
    keeping,
    orgs,
    people,
    profiles,
    programs,
    published,
    reports,
    review_figures,
    review_files,
    review_history,
    review_steps,
    reviews,
    rollup,
    searching,
    seen,
    stories,
    tasks,
    today,
)
from tongket.web.api.asking import asking
from tongket.web.api.operations import refusal, stranger
from tongket.web.api.parsing import CarefulParser
from tongket.web.api.tokens import SignedIn, Token
from tongket.web.desk.routes import View

# How much of a fault is told: names that were sent may be as long as they like.
_LONGEST = 200


def for_whoever_may_ask(view: View) -> View:
    """Let the description be read by those only who may use something of it."""

    @wraps(view)
    def guarded(request: HttpRequest, **named: str) -> HttpResponse:
        return view(request, **named) if asking(request).person.grants else stranger()

    return guarded


api = NinjaAPI(
    title="Tongket",
    version="1",
    description="Reports in, a review out. A token acts for its person at one org; see docs/api.md.",
    auth=[Token(), SignedIn(csrf=True)],
    docs_url=None,  # its page loads scripts from another host
    docs_decorator=for_whoever_may_ask,
    urls_namespace="api",
    parser=CarefulParser(),
)
PARTS = (
    today,
    inbox,
    documents,
    board,
    reports,
    forms,
    rollup,
    seen,
    deciding,
    entries,
    directives,
    tasks,
    reviews,
    review_history,
    review_steps,
    review_figures,
    review_files,
    published,
    searching,
    orgs,
    stories,
    changes,
    people,
    programs,
    profiles,
    keeping,
)
for each in PARTS:
    api.add_router("", each.router)


@api.exception_handler(NotAllowedError)
def not_allowed(_request: HttpRequest, error: NotAllowedError) -> HttpResponse:
    """Refuse what the asker's roles do not allow."""
    return refusal(error, 403)


@api.exception_handler(StaleError)
def stale(_request: HttpRequest, error: StaleError) -> HttpResponse:
    """Refuse to write over what somebody else has written since."""
    return refusal(error, 409)


@api.exception_handler(TongketError)
def wrong(_request: HttpRequest, error: TongketError) -> HttpResponse:
    """Refuse what cannot be done, with what to do."""
    return refusal(error, 400)


@api.exception_handler(Http404)
def nothing_there(_request: HttpRequest, error: Http404) -> HttpResponse:
    """Say that a path leads nowhere."""
    return refusal(error, 404)


@api.exception_handler(HttpError)
def refused_by_ninja(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """Refuse what is no JSON, or no request of a person."""
    return stranger() if error.status_code == 401 else refusal(error, error.status_code)  # noqa: PLR2004 - as HTTP has it


@api.exception_handler(SuspiciousOperation)
@api.exception_handler(MultiPartParserError)
def unreadable(_request: HttpRequest, error: Exception) -> HttpResponse:
    """Refuse what Django refuses to read: too large, too many fields, no form."""
    return refusal(error, 400)


@api.exception_handler(ValidationError)
def misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say what has not the shape that is asked for, and why; nothing of what was sent is given back."""
    faults = [
        {"where": ".".join(str(each) for each in fault["loc"])[:_LONGEST], "what": str(fault["msg"])[:_LONGEST]}
        for fault in error.errors
    ]
    message = "Nội dung gửi lên chưa đúng dạng: xem từng chỗ trong “faults”, và mô tả ở /api/openapi.json."
    return api.create_response(request, {"message": message, "faults": faults}, status=422)
