"""Whatever is made up for any operation: no 500, and every answer is as the description says."""

from functools import lru_cache
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ninja.operation import Operation
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tongket.terms.roles import RULES, Stand
from tongket.web.api.interface import api
from web.operations import operations, thing, token

OPERATIONS = list(operations())
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
# What people and programs send by mistake or on purpose.
NASTY = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "\0",
        "a\0b",
        "ế" * 5000,
        "🏛️",
        "e\u0301",
        "0000",
        "9999",
        "٠٠٠٠",
        "2024-13",
        "../..",
        "%",
        "'--",
    ]
)


@lru_cache(maxsize=1)
def described() -> Any:  # noqa: ANN401 - schemathesis has no name for it
    """Return the description, as schemathesis reads it."""
    schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
    schema.app = get_wsgi_application()
    return schema


@pytest.mark.parametrize(
    ("method", "path", "each"), OPERATIONS, ids=[f"{method} {path}" for method, path, _ in OPERATIONS]
)
def test_nothing_that_is_sent_makes_it_fall_over(method: str, path: str, each: Operation, desk: Any) -> None:  # noqa: ANN401 - the type lives in a conftest
    """Made-up and real paths, made-up questions and bodies: each answer is one that the description tells of."""
    _, secret = token(desk)
    headers = {"Authorization": f"Bearer {secret}"}
    verb = each.view_func.rule.verb
    org = "tinh" if Stand.OWN in RULES[verb].stands else "huyen-mot"
    found = described()["/api" + path][method.upper()]
    mode = [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE]
    made_up = st.one_of(*(found.as_strategy(generation_mode=each) for each in mode))

    # The same every time; a failure is told as it is found, since shrinking asks for minutes.
    @settings(
        max_examples=12,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=made_up, real=st.booleans(), nasty=NASTY, spoil=st.booleans())
    def tried(case: Any, *, real: bool, nasty: str, spoil: bool) -> None:  # noqa: ANN401 - as above
        if real and case.path_parameters:
            case.path_parameters = {name: thing(name, org) for name in case.path_parameters}
        if spoil and isinstance(case.body, dict) and case.media_type == "application/json":
            case.body = {name: nasty if isinstance(value, str) else value for name, value in case.body.items()}
        answer = case.call(headers=headers)
        case.validate_response(answer, checks=CHECKS)

    tried()
