# Emitted from specs/aimate/apis/query_video_task.yaml by `make generate`. Edit the spec, not this file.

"""What `video.query` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.aimate import Aimate, AsyncAimate
from mediawright_runtime import testing

OPERATION = "video.query"
BASE: dict[str, Any] = {"task_id": "a paper boat sails"}
ANSWER: dict[str, Any] = {
    "code": 0,
    "message": "Task query successful",
    "data": {
        "id": "task_abc123xyz",
        "model": "ep-20260129105436-445p4",
        "status": "processing",
        "created_at": 1706601234,
        "updated_at": 1706601240,
        "result": None,
        "error": None,
    },
}
EITHER = pytest.mark.parametrize("client", [Aimate, AsyncAimate])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"task_id": "task_abc123xyz"},
            {"method": "GET", "path": "/api/v1/videos/tasks/task_abc123xyz", "query": {}, "headers": {}, "body": None},
            id="documented example 1",
        ),
        pytest.param(
            {"task_id": "a paper boat sails"},
            {
                "method": "GET",
                "path": "/api/v1/videos/tasks/a%20paper%20boat%20sails",
                "query": {},
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
            {"task_id": "task_abc123xyz"},
            {
                "code": 0,
                "message": "Task query successful",
                "data": {
                    "id": "task_abc123xyz",
                    "model": "ep-20260129105436-445p4",
                    "status": "processing",
                    "created_at": 1706601234,
                    "updated_at": 1706601240,
                    "result": None,
                    "error": None,
                },
            },
            {
                "model": {
                    "code": 0,
                    "message": "Task query successful",
                    "data.id": "task_abc123xyz",
                    "data.model": "ep-20260129105436-445p4",
                    "data.status": "processing",
                    "data.created_at": 1706601234,
                    "data.updated_at": 1706601240,
                    "data.result": None,
                    "data.error": None,
                },
                "state": "running",
            },
            id="A task in progress.",
        ),
        pytest.param(
            {"task_id": "task_abc123xyz"},
            {
                "code": 0,
                "message": "Task query successful",
                "data": {
                    "id": "task_abc123xyz",
                    "model": "ep-20260129105436-445p4",
                    "status": "completed",
                    "created_at": 1706601234,
                    "updated_at": 1706601350,
                    "result": {
                        "video_url": "https://example.com/videos/generated_video.mp4",
                        "duration": 5.0,
                        "resolution": "1920x1080",
                    },
                    "error": None,
                },
            },
            {
                "model": {
                    "code": 0,
                    "message": "Task query successful",
                    "data.id": "task_abc123xyz",
                    "data.model": "ep-20260129105436-445p4",
                    "data.status": "completed",
                    "data.created_at": 1706601234,
                    "data.updated_at": 1706601350,
                    "data.result.video_url": "https://example.com/videos/generated_video.mp4",
                    "data.result.duration": 5.0,
                    "data.result.resolution": "1920x1080",
                    "data.error": None,
                },
                "state": "succeeded",
                "outputs": ["https://example.com/videos/generated_video.mp4"],
            },
            id="A completed task.",
        ),
        pytest.param(
            {"task_id": "task_abc123xyz"},
            {
                "code": 0,
                "message": "Task query successful",
                "data": {
                    "id": "task_abc123xyz",
                    "model": "ep-20260129105436-445p4",
                    "status": "failed",
                    "created_at": 1706601234,
                    "updated_at": 1706601350,
                    "result": None,
                    "error": "Video generation failed: Invalid prompt format",
                },
            },
            {
                "model": {
                    "code": 0,
                    "message": "Task query successful",
                    "data.id": "task_abc123xyz",
                    "data.model": "ep-20260129105436-445p4",
                    "data.status": "failed",
                    "data.created_at": 1706601234,
                    "data.updated_at": 1706601350,
                    "data.result": None,
                    "data.error": "Video generation failed: Invalid prompt format",
                },
                "state": "failed",
            },
            id="A failed task.",
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
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "pending"}}, {"state": "queued"}, id="pending"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "processing"}}, {"state": "running"}, id="processing"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "completed"}}, {"state": "succeeded"}, id="completed"
        ),
        pytest.param(
            {"task_id": "task-1"}, {"code": 0, "data": {"status": "failed"}}, {"state": "failed"}, id="failed"
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
        pytest.param({}, {"code": None, "kind": "vendor", "status": 500}, id="HTTP 500"),
        pytest.param({}, {"code": None, "kind": "vendor", "status": 503}, id="HTTP 503"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
