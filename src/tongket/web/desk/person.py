"""Who asks: the grants of whoever is signed in, and the org for which they act now."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse

from tongket.actions.now import now
from tongket.actions.people.gate import Actor, Person, person_named
from tongket.web.desk.routes import DeskRequest

ACTING_FOR = "acting_for"
"""Key of the session: the org chosen among those a person acts for."""


def known_person(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put `person` and `org` on every request (middleware; after that of the session and of the account)."""

    def with_person(request: HttpRequest) -> HttpResponse:
        asking = cast("DeskRequest", request)
        asking.person = _person(request)
        asking.org = _acting_for(request, asking.person)
        return get_response(request)

    return with_person


def actor(request: DeskRequest) -> Actor:
    """Return who acts, with the moment of the act."""
    return Actor(request.person, now())


def _person(request: HttpRequest) -> Person:
    user = request.user
    return person_named(user.get_username()) if user.is_authenticated and user.is_active else Person("", ())


def _acting_for(request: HttpRequest, person: Person) -> str:
    chosen = str(request.session.get(ACTING_FOR, "")) if person.name else ""
    return chosen if chosen in person.orgs else next(iter(person.orgs), "")
