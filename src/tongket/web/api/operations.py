"""How an operation of the API names its verb and its org: the gate is asked before anything that was sent is read.

Operations are told apart from pages only by how a refusal reads: as JSON with `message`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja.decorators import decorate_view

from tongket.actions.people.gate import NotAllowedError, require
from tongket.terms.roles import Verb
from tongket.web.desk.refusals.spoken import spoken
from tongket.web.desk.routes import About, DeskRequest, RouteRule

Operation = TypeVar("Operation", bound=Callable[..., Any])


def operation(verb: Verb, about: About) -> Callable[[Operation], Operation]:
    """Let only those use an operation who may do `verb` to the org it is about.

    Args:
        verb: What it does.
        about: From the request and the names in the path to an org id; it may raise `Http404`.
    """

    def declared(view: Operation) -> Operation:
        view.rule = RouteRule(verb, about)  # type: ignore[attr-defined] # a function may carry what it likes
        return decorate_view(_asked_first(verb, about))(view)

    return declared


def nowhere(what: str) -> Http404:
    """Return the error to raise for a path that leads nowhere."""
    return Http404(what)


def refusal(error: Exception, status: int) -> JsonResponse:
    """Return a refusal as programs read it."""
    message = f"Không có mục này: {error}" if status == 404 else str(error)  # noqa: PLR2004 - as HTTP has it
    return JsonResponse({"message": spoken(message)}, status=status)


def stranger() -> JsonResponse:
    """Return the refusal of whoever may ask for nothing."""
    return refusal(PermissionError("Cần mã truy cập (Authorization: Bearer …) còn hiệu lực."), 401)


def nothing_there(_request: HttpRequest) -> HttpResponse:
    """Answer an address at which there is no operation."""
    return refusal(nowhere("/api/openapi.json"), 404)


def _asked_first(verb: Verb, about: About) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    def guarding(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(run)
        def guarded(request: HttpRequest, **named: str) -> HttpResponse:
            asking = cast("DeskRequest", request)
            if not asking.person.grants:  # a stranger, or one without a role: not signed in for the API
                return stranger()
            try:
                for name, value in named.items():
                    if "\0" in value:  # PostgreSQL takes it in no question
                        raise nowhere(name)
                require(asking.person, verb, about(asking, **named))
            except NotAllowedError as error:
                return refusal(error, 403)
            except Http404 as error:
                return refusal(error, 404)
            return run(request, **named)

        return guarded

    return guarding
