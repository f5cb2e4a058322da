# Emitted from specs/mediaio/apis/credits.yaml by `make generate`. Edit the spec, not this file.

"""What `account.credits` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

OPERATION = "account.credits"
BASE: dict[str, Any] = {}
ANSWER: dict[str, Any] = {"code": 0}
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {},
            {
                "method": "POST",
                "path": "/user/credits",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {},
            },
            id="documented example 1",
        ),
    ],
)
def test_sends_exactly_this(client: testing.ClientClass, params: dict[str, Any], request_: dict[str, Any]) -> None:
    testing.check_wire(client, OPERATION, params, answer=ANSWER, **request_)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({"code": 374004}, {"code": 374004, "kind": "auth"}, id="374004"),
        pytest.param({"code": 490505}, {"code": 490505, "kind": "credits"}, id="490505"),
        pytest.param({"code": 490000}, {"code": 490000, "kind": "invalid"}, id="490000"),
        pytest.param({"code": 40001}, {"code": 40001, "kind": "auth"}, id="40001"),
        pytest.param({"code": 40002}, {"code": 40002, "kind": "auth"}, id="40002"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
