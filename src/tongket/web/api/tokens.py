"""What lets a request in: a token (`Authorization: Bearer …`), or the session of a page.

Whose it is has been found already (`web/desk/person.py`); a session also has to send the page's token against forged
requests, which a program with a token of its own cannot be tricked into.
"""

from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from tongket.actions.people.gate import Person
from tongket.web.api.asking import asking


class Token(HttpBearer):
    """A token acts for its person at one org."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:  # noqa: ARG002 - found by the middleware
        """Return who the token is of, None for one that is not, or no longer, any."""
        found = asking(request)
        return found.person if found.by_token and found.person.grants else None


class SignedIn(APIKeyCookie):
    """The session of a page."""

    param_name = "sessionid"

    def authenticate(self, request: HttpRequest, key: str | None) -> Person | None:  # noqa: ARG002 - found by the middleware
        """Return who is signed in."""
        found = asking(request)
        return found.person if found.person.grants and not found.by_token else None
