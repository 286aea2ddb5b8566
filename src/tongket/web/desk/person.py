"""Who asks: the grants of whoever is signed in, and the org for which they act now."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse

from tongket.actions.now import now
from tongket.actions.people.gate import Actor, Person, person_named
from tongket.actions.people.office import ask_once
from tongket.actions.people.tokens import person_of_token
from tongket.web.desk.routes import DeskRequest

_API = "/api/"
ACTING_FOR = "acting_for"
"""Key of the session: the org chosen among those a person acts for."""


def known_person(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put `person` and `org` on every request (middleware; after that of the session and of the account)."""

    def with_person(request: HttpRequest) -> HttpResponse:
        asking = cast("DeskRequest", request)
        secret = _secret(request)
        asking.by_token = bool(secret)
        asking.person = person_of_token(secret) if secret else _person(request)
        asking.org = _acting_for(request, asking.person)
        with ask_once():
            return get_response(request)

    return with_person


def actor(request: DeskRequest) -> Actor:
    """Return who acts, with the moment of the act."""
    return Actor(request.person, now())


def _secret(request: HttpRequest) -> str:
    """Return the token that a program sends to the API; pages go by the session only."""
    sent = request.headers.get("Authorization", "") if request.path.startswith(_API) else ""
    return sent.removeprefix("Bearer ").strip() if sent.startswith("Bearer ") else ""


def _person(request: HttpRequest) -> Person:
    user = request.user
    return person_named(user.get_username()) if user.is_authenticated and user.is_active else Person("", ())


def _acting_for(request: HttpRequest, person: Person) -> str:
    chosen = str(request.session.get(ACTING_FOR, "")) if person.name else ""
    return chosen if chosen in person.orgs else next(iter(person.orgs), "")
