"""The API: every router, who may ask, and how a refusal reads."""

from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI

from tongket.actions.people.gate import NotAllowedError
from tongket.terms.errors import TongketError
from tongket.web.api import entries, orgs, reviews, rollup
from tongket.web.api.asking import asking
from tongket.web.api.tokens import SignedIn, Token
from tongket.web.desk.routes import View


def for_whoever_may_ask(view: View) -> View:
    """Let the description be read by those only who may use something of it."""

    @wraps(view)
    def guarded(request: HttpRequest, **named: str) -> HttpResponse:
        if not asking(request).person.grants:
            return HttpResponse(status=401)
        return view(request, **named)

    return guarded


api = NinjaAPI(
    title="Tongket",
    version="1",
    description="Reports in, a review out. A token acts for its person at one org; see docs/api.md.",
    auth=[Token(), SignedIn(csrf=True)],
    docs_url=None,  # its page loads scripts from another host
    docs_decorator=for_whoever_may_ask,
    urls_namespace="api",
)
for each in (orgs, entries, rollup, reviews):
    api.add_router("", each.router)


@api.exception_handler(NotAllowedError)
def not_allowed(request: HttpRequest, error: NotAllowedError) -> HttpResponse:
    """Refuse what the asker's roles do not allow."""
    return api.create_response(request, {"message": str(error)}, status=403)


@api.exception_handler(TongketError)
def wrong(request: HttpRequest, error: TongketError) -> HttpResponse:
    """Refuse what cannot be done, with what to do."""
    return api.create_response(request, {"message": str(error)}, status=400)


@api.exception_handler(Http404)
def nothing_there(request: HttpRequest, error: Http404) -> HttpResponse:
    """Say that a path leads nowhere."""
    return api.create_response(request, {"message": f"Không có mục này: {error}"}, status=404)
