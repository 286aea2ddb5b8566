"""How a page names what it does and to whom: the verb for the gate, and the org out of what is asked.

A route without a rule does not get past the tests (`tests/web/test_matrix.py` walks over all of them).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Protocol, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.actions.people.gate import NotAllowedError, Person, require
from tongket.terms.errors import TongketError
from tongket.terms.period import Period
from tongket.terms.roles import Verb
from tongket.web.desk.refusals.spoken import spoken

View = Callable[..., HttpResponse]
About = Callable[..., str]


class DeskRequest(HttpRequest):
    """A request with who asks (`person.py`), for which of their orgs they act now, and whether a program asks."""

    person: Person
    org: str
    by_token: bool


@dataclass(frozen=True, slots=True)
class RouteRule:
    """What the gate is asked before a view runs: the verb, and the org that the request is about."""

    verb: Verb
    about: About


class RuledView(Protocol):
    """A view that carries its rule."""

    rule: RouteRule

    def __call__(self, request: HttpRequest, **kwargs: str) -> HttpResponse:
        """Answer."""


def own_org(request: DeskRequest, **_kwargs: str) -> str:
    """Return the org for which the person acts now: for pages that show or change what is its own."""
    return request.org


def org_in_path(_request: DeskRequest, *, org: str, **_kwargs: str) -> str:
    """Return the org that the address names."""
    return org


def anyones(_request: DeskRequest, **_kwargs: str) -> str:
    """Return no org: the verb has to be allowed somewhere."""
    return ""


def period_in_path(text: str) -> Period:
    """Return the period that an address names; one that is none leads nowhere."""
    try:
        return Period.parse(text)
    except (TongketError, ValueError) as error:
        raise not_found(text) from error


def route(verb: Verb, about: About = own_org) -> Callable[[View], RuledView]:
    """Let only those see a page who may do `verb` to the org it is about.

    A stranger is sent to sign in. What the caller did wrong is shown with what to do, as status 400; an action that
    refuses as 403; what is not there as 404.

    Args:
        verb: What the page does.
        about: From the request and the parts of its address to an org id; it may raise `Http404`.
    """

    def declared(view: View) -> RuledView:
        @wraps(view)
        def guarded(request: HttpRequest, **kwargs: str) -> HttpResponse:
            asking = cast("DeskRequest", request)
            if not asking.person.name:
                return _to_sign_in(request)
            try:
                require(asking.person, verb, about(asking, **kwargs))
                return view(asking, **kwargs)
            except NotAllowedError as error:
                return refused(asking, error, 403)
            except TongketError as error:
                return refused(asking, error, 400)

        guarded.rule = RouteRule(verb, about)  # type: ignore[attr-defined] # a function may carry what it likes
        return cast("RuledView", guarded)

    return declared


def refused(request: HttpRequest, error: Exception, status: int) -> HttpResponse:
    """Show why something was not done; to HTMX as a piece of the page, else as a page."""
    part = request.headers.get("HX-Request") == "true"
    template = "desk/refused_part.html" if part else "desk/refused.html"
    return render(request, template, {"message": spoken(error), "status": status}, status=status)


def not_found(what: str) -> Http404:
    """Return the error to raise for an address that leads nowhere."""
    return Http404(what)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=401, headers={"HX-Refresh": "true"})
    return redirect_to_login(request.get_full_path())
