"""The API: the same gate as the pages, tokens for programs, and no request that makes it fall over."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ninja.operation import Operation

from tongket.actions.now import now
from tongket.actions.people.gate import Actor, person_named
from tongket.actions.people.tokens import end_token, make_token
from tongket.ledger.entries import rows_of
from tongket.terms.roles import RULES, Role, Stand
from tongket.terms.work import TokenRow
from tongket.web.api.interface import api
from tongket.web.desk.routes import RouteRule, anyones, own_org
from web.things import THINGS


def operations() -> Iterator[tuple[str, str, Operation]]:
    """Yield every operation with its method and path."""
    for _, router in api._routers:  # noqa: SLF001 - the one list of what there is
        for path, view in router.path_operations.items():
            for each in view.operations:
                for method in each.methods:
                    yield method.lower(), path, each


OPERATIONS = list(operations())
IDS = [f"{method} {path}" for method, path, _ in OPERATIONS]


def _address(path: str) -> str:
    parts = [part for part in path.split("/") if part]
    filled = [THINGS[part[1:-1]]("xa-mot") if part.startswith("{") else part for part in parts]
    return "/api/" + "/".join(filled)


@pytest.mark.parametrize(("method", "path", "each"), OPERATIONS, ids=IDS)
def test_operation_has_a_rule(method: str, path: str, each: Operation) -> None:
    """An operation without a rule fails the build."""
    assert isinstance(getattr(each.view_func, "rule", None), RouteRule), f"{method} {path}: no @operation(verb, about)"


@pytest.mark.parametrize(("method", "path", "each"), OPERATIONS, ids=IDS)
def test_gate_lets_through_exactly_whom_the_rule_names(
    method: str, path: str, each: Operation, matrix: dict[tuple[Role, Stand], Client]
) -> None:
    """For every role at every stand an operation answers 403 if and only if the rule refuses, and a stranger 401."""
    rule: RouteRule = each.view_func.rule  # type: ignore[attr-defined] # tested above
    address = _address(path)
    body = {"data": "{}", "content_type": "application/json"} if method in {"post", "put", "patch"} else {}
    assert getattr(Client(), method)(address, **body).status_code == 401
    for (role, stand), client in matrix.items():
        answer = getattr(client, method)(address, **body)
        assert (answer.status_code == 403) is not _allowed(rule, role, stand), (role, stand, answer.status_code)


def _allowed(rule: RouteRule, role: Role, stand: Stand) -> bool:
    asked = RULES[rule.verb]
    if asked.at_top and stand is not Stand.BELOW:
        return False
    if rule.about is anyones:
        return role in asked.roles
    return role in asked.roles and (Stand.OWN if rule.about is own_org else stand) in asked.stands


def _token(desk: Any) -> tuple[Actor, str]:  # noqa: ANN401 - the type lives in a conftest
    for role in Role:
        desk.actor("lan", "tinh", role)
    actor = Actor(person_named("lan"), now())
    return actor, make_token(actor, "tinh", "máy tính phòng tổng hợp").secret


def test_a_token_acts_for_its_person_and_ends(desk: Any) -> None:  # noqa: ANN401 - as above
    """A program with a token sees what its person sees at that org, and nothing once the token is ended."""
    actor, secret = _token(desk)
    headers = {"Authorization": f"Bearer {secret}"}
    found = Client().get("/api/orgs", headers=headers)
    assert {row["id"] for row in found.json()} >= {"tinh", "huyen-mot", "xa-mot"}
    assert Client().get("/api/orgs", headers={"Authorization": "Bearer gì-đó"}).status_code == 401
    end_token(actor, _token_id(), "đổi máy")
    assert Client().get("/api/orgs", headers=headers).status_code == 401


def _token_id() -> str:
    return rows_of(TokenRow)[0].id


def test_the_description_is_not_for_strangers(desk: Any) -> None:  # noqa: ANN401 - as above
    """Who may ask for nothing learns nothing, not even what could be asked."""
    assert Client().get("/api/openapi.json").status_code == 401
    _, secret = _token(desk)
    described = Client().get("/api/openapi.json", headers={"Authorization": f"Bearer {secret}"}).json()
    assert "/api/orgs" in described["paths"]


def test_nothing_that_is_sent_makes_it_fall_over(desk: Any) -> None:  # noqa: ANN401 - as above
    """Whatever schemathesis makes up for any operation, the answer is no 500."""
    _, secret = _token(desk)
    headers = {"Authorization": f"Bearer {secret}"}
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application(), headers=headers)
    found = [result.ok() for result in schema.get_all_operations()]
    assert len(found) == len(OPERATIONS)
    for each in found:
        _tried(each.as_strategy(), headers)


def _tried(strategy: st.SearchStrategy[schemathesis.Case], headers: dict[str, str]) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=strategy)
    def tried(case: schemathesis.Case) -> None:
        answer = case.call(headers=headers)
        assert answer.status_code < 500, (case.method, case.path, answer.text)

    tried()
