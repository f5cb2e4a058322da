# Emitted from specs/akool/apis/get_token.yaml by `make generate`. Edit the spec, not this file.

"""What `account.get_token` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.akool import Akool, AsyncAkool
from mediawright_runtime import testing

OPERATION = "account.get_token"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.akool.com",
    credentials={"api_key": "test-api_key", "client_id": "test-client_id", "client_secret": "test-client_secret"},
    tokens={"token": "test-token"},
)
BASE: dict[str, Any] = {"client_id": "a paper boat sails", "client_secret": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/api/open/v3/getToken",
    "query": {},
    "headers": {"Content-Type": "application/json"},
    "body": {"clientId": "a paper boat sails", "clientSecret": "a paper boat sails"},
}
ANSWER: dict[str, Any] = {"code": 1000}
EITHER = pytest.mark.parametrize("client", [Akool, AsyncAkool])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {},
            REQUEST | {"body": {"clientId": "test-client_id", "clientSecret": "test-client_secret"}},
            id="nothing that may be left out",
        ),
        pytest.param(
            BASE | {"client_id": None, "client_secret": None},
            REQUEST | {"body": {"clientId": "test-client_id", "clientSecret": "test-client_secret"}},
            id="None for what may be left out",
        ),
        pytest.param(
            BASE | {"client_secret": "a paper boat sails 2"},
            REQUEST | {"body": {"clientId": "a paper boat sails", "clientSecret": "a paper boat sails 2"}},
            id="every parameter",
        ),
    ],
)
def test_sends_exactly_this(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"client_id": "x" * 10000, "client_secret": "x" * 10000},
            REQUEST | {"body": {"clientId": "x" * 10000, "clientSecret": "x" * 10000}},
            id="long: clientId, clientSecret",
        ),
    ],
)
def test_accepts(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"client_id": 0.5}, "client_id", id="clientId: a value of another type"),
        pytest.param(BASE | {"client_secret": 0.5}, "client_secret", id="clientSecret: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
def test_refuses_what_is_near(client: testing.ClientClass) -> None:
    testing.check_refused_values(
        client,
        SUBJECT,
        BASE,
        {
            "client_id": [7],
            "client_secret": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(BASE, {"code": 1000}, {"whole": True}, id="success by 1000"),
        pytest.param(BASE, {"code": 1000, "token": "text of token"}, {"whole": True}, id="every documented field"),
    ],
)
def test_reads_the_answer(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, SUBJECT, params, answer, expect, judge=judge)


def test_model_of_answers_has_every_documented_field() -> None:
    testing.check_model(Akool, SUBJECT, {"code": 1, "token": "text of token"}, {"code": 1, "token": "text of token"})


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"code": 1003, "msg": "words of the vendor"},
            {"code": 1003, "kind": "invalid", "message": "words of the vendor"},
            id="1003",
        ),
        pytest.param(
            {"code": 1008, "msg": "words of the vendor"},
            {"code": 1008, "kind": "not_found", "message": "words of the vendor"},
            id="1008",
        ),
        pytest.param(
            {"code": 1009, "msg": "words of the vendor"},
            {"code": 1009, "kind": "auth", "message": "words of the vendor"},
            id="1009",
        ),
        pytest.param(
            {"code": 1015, "msg": "words of the vendor"},
            {"code": 1015, "kind": "vendor", "message": "words of the vendor"},
            id="1015",
        ),
        pytest.param(
            {"code": 1101, "msg": "words of the vendor"},
            {"code": 1101, "kind": "auth", "message": "words of the vendor"},
            id="1101",
        ),
        pytest.param(
            {"code": 1102, "msg": "words of the vendor"},
            {"code": 1102, "kind": "auth", "message": "words of the vendor"},
            id="1102",
        ),
        pytest.param(
            {"code": 1200, "msg": "words of the vendor"},
            {"code": 1200, "kind": "auth", "message": "words of the vendor"},
            id="1200",
        ),
        pytest.param(
            {"code": 1201, "msg": "words of the vendor"},
            {"code": 1201, "kind": "vendor", "message": "words of the vendor"},
            id="1201",
        ),
        pytest.param(
            {"code": 987654321, "msg": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in code",
        ),
    ],
)
def test_raises_the_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, SUBJECT, BASE, answer, **facts)


@EITHER
def test_takes_no_other_code_for_success(client: testing.ClientClass) -> None:
    testing.check_no_success(
        client,
        SUBJECT,
        BASE,
        {
            1001: {"code": 1001},
            999: {"code": 999},
            0: {"code": 0},
            1: {"code": 1},
            -1: {"code": -1},
            200: {"code": 200},
            "ok": {"code": "ok"},
        },
    )
