"""Programs that ask the API with a token."""

from dataclasses import dataclass
from typing import Any

from django.test import Client

from tongket.actions.now import now
from tongket.actions.people.gate import Actor, person_named
from tongket.actions.people.tokens import make_token
from tongket.terms.roles import Role


@dataclass(frozen=True)
class Program:
    """A program with the token of somebody at an org."""

    headers: dict[str, str]

    def __call__(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:  # noqa: ANN401 - JSON
        """Ask; return the answer, which has to be of that status."""
        answer = self._answer(method, path, body)
        content = answer.getvalue()
        assert answer.status_code == status, (method, path, content.decode())
        return answer.json() if content and "json" in answer.headers["Content-Type"] else content

    def status(self, method: str, path: str) -> int:
        """Ask; return of which status the answer is."""
        return int(self._answer(method, path).status_code)

    def _answer(self, method: str, path: str, body: Any = None) -> Any:  # noqa: ANN401 - as Django has it
        sent = {} if body is None else {"data": body, "content_type": "application/json"}
        return getattr(Client(), method)(f"/api{path}", headers=self.headers, **sent)


def program(desk: Any, name: str, org: str, *roles: Role) -> Program:  # noqa: ANN401 - the type lives in a conftest
    """Return the program of somebody who acts for an org in roles."""
    desk.actor(name, org, *roles)
    made = make_token(Actor(person_named(name), now()), org, "thử")
    return Program({"Authorization": f"Bearer {made.secret}"})
