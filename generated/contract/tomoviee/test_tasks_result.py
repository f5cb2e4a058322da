# Emitted from specs/tomoviee/apis/task_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.result` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "tasks.result"
BASE: dict[str, Any] = {"task_id": "a paper boat sails"}
ANSWER: dict[str, Any] = {
    "code": 0,
    "data": {
        "task_id": "...",
        "status": 3,
        "result": '{"audio_path": ["https://..."]}',
        "params": "your_transparent_params",
    },
}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"task_id": "<task_id>"},
            {
                "method": "POST",
                "path": "/v1/open/pub/task",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"task_id": "<task_id>"},
            },
            id="A task that has succeeded",
        ),
        pytest.param(
            {"task_id": "a paper boat sails"},
            {
                "method": "POST",
                "path": "/v1/open/pub/task",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"task_id": "a paper boat sails"},
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
        pytest.param(BASE | {"task_id": 0.5}, "task_id", id="task_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "task_id", id="task_id"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"task_id": "<task_id>"},
            {
                "code": 0,
                "data": {
                    "task_id": "...",
                    "status": 3,
                    "result": '{"audio_path": ["https://..."]}',
                    "params": "your_transparent_params",
                },
            },
            {
                "model": {
                    "code": 0,
                    "data.task_id": "...",
                    "data.status": 3,
                    "data.result": '{"audio_path": ["https://..."]}',
                    "data.params": "your_transparent_params",
                },
                "state": "succeeded",
                "outputs": ["https://..."],
            },
            id="A finished task, put together from documented fields and the values of the documented callback.",
        ),
    ],
)
def test_reads_the_documented_answer(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param({"task_id": "task-1"}, {"code": 0, "data": {"status": "1"}}, {"state": "queued"}, id="1"),
        pytest.param({"task_id": "task-1"}, {"code": 0, "data": {"status": "2"}}, {"state": "running"}, id="2"),
        pytest.param({"task_id": "task-1"}, {"code": 0, "data": {"status": "3"}}, {"state": "succeeded"}, id="3"),
        pytest.param({"task_id": "task-1"}, {"code": 0, "data": {"status": "4"}}, {"state": "failed"}, id="4"),
        pytest.param({"task_id": "task-1"}, {"code": 0, "data": {"status": "5"}}, {"state": "cancelled"}, id="5"),
        pytest.param({"task_id": "task-1"}, {"code": 0, "data": {"status": "6"}}, {"state": "expired"}, id="6"),
        pytest.param(
            {"task_id": "task-1"},
            {"code": 0, "data": {"status": "no such status"}},
            {"state": "unknown"},
            id="no such status",
        ),
    ],
)
def test_reads_the_status(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({"code": 140013}, {"code": 140013, "kind": "auth"}, id="140013"),
        pytest.param({}, {"code": None, "kind": "invalid", "status": 400}, id="HTTP 400"),
        pytest.param({}, {"code": None, "kind": "auth", "status": 401}, id="HTTP 401"),
        pytest.param({}, {"code": None, "kind": "invalid", "status": 413}, id="HTTP 413"),
        pytest.param({}, {"code": None, "kind": "invalid", "status": 422}, id="HTTP 422"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
