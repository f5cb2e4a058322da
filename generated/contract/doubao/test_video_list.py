# Emitted from specs/doubao/apis/list_tasks.yaml by `make generate`. Edit the spec, not this file.

"""What `video.list` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright_runtime import testing

OPERATION = "video.list"
BASE: dict[str, Any] = {}
ANSWER: dict[str, Any] = {"success": True}
EITHER = pytest.mark.parametrize("client", [Doubao, AsyncDoubao])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {},
            {"method": "GET", "path": "/api/video-gen/list", "query": {}, "headers": {}, "body": None},
            id="all tasks",
        ),
        pytest.param(
            {"conversation_id": "xxx"},
            {
                "method": "GET",
                "path": "/api/video-gen/list",
                "query": {"conversation_id": "xxx"},
                "headers": {},
                "body": None,
            },
            id="tasks of one conversation",
        ),
        pytest.param(
            {"conversation_id": "a paper boat sails"},
            {
                "method": "GET",
                "path": "/api/video-gen/list",
                "query": {"conversation_id": "a paper boat sails"},
                "headers": {},
                "body": None,
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
        pytest.param({"conversation_id": 0.5}, "conversation_id", id="conversation_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)
