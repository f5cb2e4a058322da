# Emitted from specs/qianfan/apis/query_task.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.query` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.qianfan import AsyncQianfan, Qianfan
from mediawright_runtime import testing

OPERATION = "picture_book.query"
BASE: dict[str, Any] = {"task_id": ["a paper boat sails"]}
ANSWER: dict[str, Any] = {"errno": 0}
EITHER = pytest.mark.parametrize("client", [Qianfan, AsyncQianfan])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"task_id": ["task-id-here"]},
            {
                "method": "POST",
                "path": "/v2/tools/ai_picture_book/query",
                "query": {},
                "headers": {"Authorization": "Bearer {api_key}"},
                "body": {"task_ids": ["task-id-here"]},
            },
            id="documented example 1",
        ),
        pytest.param(
            {"task_id": ["a paper boat sails"]},
            {
                "method": "POST",
                "path": "/v2/tools/ai_picture_book/query",
                "query": {},
                "headers": {"Authorization": "Bearer {api_key}"},
                "body": {"task_ids": ["a paper boat sails"]},
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
        pytest.param(BASE | {"task_id": [0.5]}, "task_id", id="task_ids: an item that is a value of another type"),
        pytest.param(BASE | {"task_id": "0.5 and more"}, "task_id", id="task_ids: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "task_id", id="task_ids"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"task_id": ["a paper boat sails"]}, {"errno": 0, "data": [{"status": "0"}]}, {"state": "running"}, id="0"
        ),
        pytest.param(
            {"task_id": ["a paper boat sails"]}, {"errno": 0, "data": [{"status": "1"}]}, {"state": "running"}, id="1"
        ),
        pytest.param(
            {"task_id": ["a paper boat sails"]}, {"errno": 0, "data": [{"status": "3"}]}, {"state": "running"}, id="3"
        ),
        pytest.param(
            {"task_id": ["a paper boat sails"]}, {"errno": 0, "data": [{"status": "2"}]}, {"state": "succeeded"}, id="2"
        ),
        pytest.param(
            {"task_id": ["a paper boat sails"]},
            {"errno": 0, "data": [{"status": "no such status"}]},
            {"state": "failed"},
            id="no such status",
        ),
    ],
)
def test_reads_the_status(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)
