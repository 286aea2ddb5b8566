"""Every route names a rule, and every role at every stand gets past the gate exactly where its rule says so."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from tongket.terms.roles import RULES, Role, Stand, Verb
from tongket.web.desk.routes import RouteRule, anyones, own_org
from web.pages import routes
from web.things import THINGS


def _open_to_strangers(pattern: URLPattern) -> bool:
    return bool(getattr(pattern.callback, "open_to_strangers", ""))


RULED = [(path, pattern) for path, pattern in routes() if not _open_to_strangers(pattern)]


@pytest.mark.parametrize(("path", "pattern"), list(routes()), ids=[path or "/" for path, _ in routes()])
def test_route_has_a_rule(path: str, pattern: URLPattern) -> None:
    """A route without a rule fails the build; one that strangers may open says why."""
    rule = getattr(pattern.callback, "rule", None)
    assert isinstance(rule, RouteRule) or _open_to_strangers(pattern), f"{path}: no @route(verb, about)"
    assert pattern.name, f"{path} has no name"


@pytest.mark.usefixtures("matrix")
@pytest.mark.parametrize(("path", "pattern"), RULED, ids=[path or "/" for path, _ in RULED])
def test_stranger_gets_nothing(path: str, pattern: URLPattern) -> None:
    """Whoever is not signed in is sent to sign in, whatever they ask for and however."""
    address = _address(pattern, "xa-mot")
    for method in ("get", "post", "put", "delete"):
        answer = getattr(Client(), method)(address)
        assert answer.status_code in {302, 401, 405}, (path, method, answer.status_code)
        if answer.status_code == 302:
            assert answer.headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(("path", "pattern"), RULED, ids=[path or "/" for path, _ in RULED])
def test_gate_lets_through_exactly_whom_the_rule_names(
    path: str, pattern: URLPattern, matrix: dict[tuple[Role, Stand], Client]
) -> None:
    """For every role at every stand the route answers 403 if and only if the rule refuses."""
    rule: RouteRule = pattern.callback.rule  # type: ignore[attr-defined] # `RULED` holds those that have one
    address = _address(pattern, "xa-mot")
    for (role, stand), client in matrix.items():
        allowed = _allowed(rule, role, stand)
        for method in ("get", "post"):
            status = getattr(client, method)(address).status_code
            assert status == 405 or (status == 403) is not allowed, (path, method, role, stand, status)


def _allowed(rule: RouteRule, role: Role, stand: Stand) -> bool:
    asked = RULES[rule.verb]
    # Only the grants at `tinh`, from where the org asked about is below, are at the top.
    if asked.at_top and stand is not Stand.BELOW:
        return False
    if rule.about is anyones:
        return role in asked.roles
    seen = Stand.OWN if rule.about is own_org else stand
    return role in asked.roles and seen in asked.stands


def _address(pattern: URLPattern, org: str) -> str:
    names = pattern.pattern.converters
    given = {name: _thing(name)(org) for name in names}
    return reverse(pattern.name or "", kwargs=given)


def _thing(name: str) -> Callable[[str], str]:
    assert name in THINGS, f"tests/web/things.py does not know how to make a “{name}” of an org"
    return THINGS[name]


def test_every_verb_has_a_rule() -> None:
    """No verb is without a rule."""
    assert set(RULES) == set(Verb)
