# Emitted from specs/doubao/apis/query_video_status.yaml by `make generate`. Edit the spec, not this file.

"""What `video.status` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright_runtime import testing

OPERATION = "video.status"
BASE: dict[str, Any] = {"conversation_id": "a paper boat sails", "message_id": "a paper boat sails"}
ANSWER: dict[str, Any] = {
    "success": True,
    "task": {
        "conversation_id": "12345678901234567",
        "message_id": "98765432109876543",
        "status": "completed",
        "video_urls": ["https://v26-show.douyinvod.com/xxx/video.mp4"],
        "retry_count": 1,
        "max_retries": 5,
        "created_at": "2025-11-17T23:00:00",
        "updated_at": "2025-11-17T23:03:00",
        "error": None,
    },
}
EITHER = pytest.mark.parametrize("client", [Doubao, AsyncDoubao])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"conversation_id": "xxx", "message_id": "xxx"},
            {
                "method": "GET",
                "path": "/api/video-gen/status",
                "query": {"conversation_id": "xxx", "message_id": "xxx"},
                "headers": {},
                "body": None,
            },
            id="documented example 1",
        ),
        pytest.param(
            {"conversation_id": "a paper boat sails", "message_id": "a paper boat sails"},
            {
                "method": "GET",
                "path": "/api/video-gen/status",
                "query": {"conversation_id": "a paper boat sails", "message_id": "a paper boat sails"},
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
        pytest.param(BASE | {"conversation_id": 0.5}, "conversation_id", id="conversation_id: a value of another type"),
        pytest.param(BASE | {"message_id": 0.5}, "message_id", id="message_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"message_id": "a paper boat sails"}, "conversation_id", id="conversation_id"),
        pytest.param({"conversation_id": "a paper boat sails"}, "message_id", id="message_id"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"conversation_id": "xxx", "message_id": "xxx"},
            {
                "success": True,
                "task": {
                    "conversation_id": "12345678901234567",
                    "message_id": "98765432109876543",
                    "status": "completed",
                    "video_urls": ["https://v26-show.douyinvod.com/xxx/video.mp4"],
                    "retry_count": 1,
                    "max_retries": 5,
                    "created_at": "2025-11-17T23:00:00",
                    "updated_at": "2025-11-17T23:03:00",
                    "error": None,
                },
            },
            {
                "model": {
                    "success": True,
                    "task.conversation_id": "12345678901234567",
                    "task.message_id": "98765432109876543",
                    "task.status": "completed",
                    "task.video_urls": ["https://v26-show.douyinvod.com/xxx/video.mp4"],
                    "task.retry_count": 1,
                    "task.max_retries": 5,
                    "task.created_at": "2025-11-17T23:00:00",
                    "task.updated_at": "2025-11-17T23:03:00",
                    "task.error": None,
                },
                "state": "succeeded",
                "outputs": ["https://v26-show.douyinvod.com/xxx/video.mp4"],
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
            {"conversation_id": "task-1", "message_id": "task-1"},
            {"success": True, "task": {"status": "pending"}},
            {"state": "queued"},
            id="pending",
        ),
        pytest.param(
            {"conversation_id": "task-1", "message_id": "task-1"},
            {"success": True, "task": {"status": "processing"}},
            {"state": "running"},
            id="processing",
        ),
        pytest.param(
            {"conversation_id": "task-1", "message_id": "task-1"},
            {"success": True, "task": {"status": "completed"}},
            {"state": "succeeded"},
            id="completed",
        ),
        pytest.param(
            {"conversation_id": "task-1", "message_id": "task-1"},
            {"success": True, "task": {"status": "failed"}},
            {"state": "failed"},
            id="failed",
        ),
        pytest.param(
            {"conversation_id": "task-1", "message_id": "task-1"},
            {"success": True, "task": {"status": "no such status"}},
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
        pytest.param({}, {"code": None, "kind": "not_found", "status": 404}, id="HTTP 404"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
