# Emitted from specs/aimate/apis/health_check.yaml by `make generate`. Edit the spec, not this file.

"""What `account.health` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.aimate import Aimate, AsyncAimate
from mediawright_runtime import testing

OPERATION = "account.health"
BASE: dict[str, Any] = {}
ANSWER: dict[str, Any] = {"status": "healthy", "service": "video_generation", "message": "Service is running normally"}
EITHER = pytest.mark.parametrize("client", [Aimate, AsyncAimate])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {},
            {"method": "GET", "path": "/api/v1/videos/health", "query": {}, "headers": {}, "body": None},
            id="documented example 1",
        ),
    ],
)
def test_sends_exactly_this(client: testing.ClientClass, params: dict[str, Any], request_: dict[str, Any]) -> None:
    testing.check_wire(client, OPERATION, params, answer=ANSWER, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {},
            {"status": "healthy", "service": "video_generation", "message": "Service is running normally"},
            {"model": {"status": "healthy", "service": "video_generation", "message": "Service is running normally"}},
            id="documented answer 1",
        ),
    ],
)
def test_reads_the_documented_answer(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)
