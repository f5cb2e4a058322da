# Emitted from specs/mediaio/apis/task_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.result` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

OPERATION = "tasks.result"
BASE: dict[str, Any] = {"task_id": "a paper boat sails"}
ANSWER: dict[str, Any] = {
    "code": 0,
    "msg": "",
    "data": {
        "task_id": "...",
        "status": "completed",
        "reason": "success",
        "result": [{"val": "...", "preview": "https://...", "status": "completed"}],
    },
    "trace_id": "...",
}
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"task_id": "<task_id>"},
            {
                "method": "POST",
                "path": "/generation/result/%3Ctask_id%3E",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {},
            },
            id="documented example 1",
        ),
        pytest.param(
            {"task_id": "a paper boat sails"},
            {
                "method": "POST",
                "path": "/generation/result/a%20paper%20boat%20sails",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {},
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
                "msg": "",
                "data": {
                    "task_id": "...",
                    "status": "completed",
                    "reason": "success",
                    "result": [{"val": "...", "preview": "https://...", "status": "completed"}],
                },
                "trace_id": "...",
            },
            {
                "model": {
                    "code": 0,
                    "msg": "",
                    "data.task_id": "...",
                    "data.status": "completed",
                    "data.reason": "success",
                    "data.result[].val": ["..."],
                    "data.result[].preview": ["https://..."],
                    "data.result[].status": ["completed"],
                    "trace_id": "...",
                },
                "state": "succeeded",
                "outputs": ["https://..."],
            },
            id="A completed task.",
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
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "waiting"}}, {"state": "queued"}, id="waiting"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "pending"}}, {"state": "queued"}, id="pending"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "processing"}}, {"state": "running"}, id="processing"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "completed"}}, {"state": "succeeded"}, id="completed"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "succeeded"}}, {"state": "succeeded"}, id="succeeded"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "failed"}}, {"state": "failed"}, id="failed"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "timeout"}}, {"state": "expired"}, id="timeout"
        ),
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
        pytest.param({"code": 374004}, {"code": 374004, "kind": "auth"}, id="374004"),
        pytest.param({"code": 490505}, {"code": 490505, "kind": "credits"}, id="490505"),
        pytest.param({"code": 490000}, {"code": 490000, "kind": "invalid"}, id="490000"),
        pytest.param({"code": 40001}, {"code": 40001, "kind": "auth"}, id="40001"),
        pytest.param({"code": 40002}, {"code": 40002, "kind": "auth"}, id="40002"),
        pytest.param({"code": 40003}, {"code": 40003, "kind": "not_found"}, id="40003"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
