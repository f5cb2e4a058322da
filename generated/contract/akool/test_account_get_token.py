# Emitted from specs/akool/apis/get_token.yaml by `make generate`. Edit the spec, not this file.

"""What `account.get_token` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.akool import Akool, AsyncAkool
from mediawright_runtime import testing

OPERATION = "account.get_token"
BASE: dict[str, Any] = {"client_id": "a paper boat sails", "client_secret": "a paper boat sails"}
ANSWER: dict[str, Any] = {"code": 1000}
EITHER = pytest.mark.parametrize("client", [Akool, AsyncAkool])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"client_id": "a paper boat sails", "client_secret": "a paper boat sails"},
            {
                "method": "POST",
                "path": "/api/open/v3/getToken",
                "query": {},
                "headers": {},
                "body": {"clientId": "a paper boat sails", "clientSecret": "a paper boat sails"},
            },
            id="every parameter",
        ),
    ],
)
def test_sends_exactly_this(client: testing.ClientClass, params: dict[str, Any], request_: dict[str, Any]) -> None:
    testing.check_wire(client, OPERATION, params, answer=ANSWER, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"client_id": 0.5}, "client_id", id="clientId: a value of another type"),
        pytest.param(BASE | {"client_secret": 0.5}, "client_secret", id="clientSecret: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({"code": 1003}, {"code": 1003, "kind": "invalid"}, id="1003"),
        pytest.param({"code": 1008}, {"code": 1008, "kind": "not_found"}, id="1008"),
        pytest.param({"code": 1009}, {"code": 1009, "kind": "auth"}, id="1009"),
        pytest.param({"code": 1015}, {"code": 1015, "kind": "vendor"}, id="1015"),
        pytest.param({"code": 1101}, {"code": 1101, "kind": "auth"}, id="1101"),
        pytest.param({"code": 1102}, {"code": 1102, "kind": "auth"}, id="1102"),
        pytest.param({"code": 1200}, {"code": 1200, "kind": "auth"}, id="1200"),
        pytest.param({"code": 1201}, {"code": 1201, "kind": "vendor"}, id="1201"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
