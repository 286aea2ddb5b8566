"""The API: the same gate as the pages, tokens for programs, and no request that makes it fall over."""

import importlib
import pkgutil
from collections import Counter
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from ninja import Schema
from ninja.operation import Operation

from tongket.actions.people.tokens import end_token
from tongket.ledger.entries import rows_of
from tongket.terms.roles import RULES, Role, Stand
from tongket.terms.work import TokenRow
from tongket.web import api
from tongket.web.desk.routes import RouteRule, anyones, own_org
from web.operations import operations, thing, token

OPERATIONS = list(operations())
IDS = [f"{method} {path}" for method, path, _ in OPERATIONS]


def test_every_shape_has_a_name_of_its_own() -> None:
    """The description tells shapes apart by their names only: two of one name would be told as one."""
    modules = [importlib.import_module(f"tongket.web.api.{each.name}") for each in pkgutil.iter_modules(api.__path__)]
    shapes = {
        shape
        for module in modules
        for shape in vars(module).values()
        if isinstance(shape, type) and issubclass(shape, Schema) and shape.__module__ == module.__name__
    }
    counted = Counter(shape.__name__ for shape in shapes)
    assert [name for name, count in counted.items() if count > 1] == []


def _address(path: str) -> str:
    parts = [part for part in path.split("/") if part]
    filled = [quote(thing(part[1:-1], "xa-mot"), safe="") if part.startswith("{") else part for part in parts]
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


def test_a_token_acts_for_its_person_and_ends(desk: Any) -> None:  # noqa: ANN401 - as above
    """A program with a token sees what its person sees at that org, and nothing once the token is ended."""
    actor, secret = token(desk)
    headers = {"Authorization": f"Bearer {secret}"}
    found = Client().get("/api/orgs", headers=headers)
    assert {row["id"] for row in found.json()["items"]} >= {"tinh", "huyen-mot", "xa-mot"}
    assert Client().get("/api/orgs", headers={"Authorization": "Bearer gì-đó"}).status_code == 401
    end_token(actor, _token_id(), "đổi máy")
    assert Client().get("/api/orgs", headers=headers).status_code == 401


def _token_id() -> str:
    return rows_of(TokenRow)[0].id


def test_the_description_is_not_for_strangers(desk: Any) -> None:  # noqa: ANN401 - as above
    """Who may ask for nothing learns nothing, not even what could be asked."""
    assert Client().get("/api/openapi.json").status_code == 401
    _, secret = token(desk)
    described = Client().get("/api/openapi.json", headers={"Authorization": f"Bearer {secret}"}).json()
    assert "/api/orgs" in described["paths"]


def test_an_address_without_an_operation_says_so(desk: Any) -> None:  # noqa: ANN401 - as above
    """Whatever is asked of the API is answered as programs read it, also where nothing is."""
    assert "message" in Client().get("/api/no/such/thing").json()
    _, secret = token(desk)
    headers = {"Authorization": f"Bearer {secret}"}
    gone = Client().get("/api/documents/0", headers=headers)
    assert (gone.status_code, list(gone.json())) == (404, ["message"])
    misshapen = Client().get("/api/orgs?limit=1000", headers=headers)
    assert (misshapen.status_code, misshapen.json()["faults"][0]["where"]) == (422, "query.limit")
    unreadable = Client().post("/api/reviews/tinh/2024/comments", "{", content_type="application/json", headers=headers)
    assert (unreadable.status_code, list(unreadable.json())) == (400, ["message"])
