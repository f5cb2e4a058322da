# Emitted from specs/doubao/apis/query_video_status.yaml by `make generate`. Edit the spec, not this file.

"""What `video.status` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright_runtime import testing

OPERATION = "video.status"
SUBJECT = testing.Subject(operation=OPERATION, server="http://localhost:8000")
BASE: dict[str, Any] = {"conversation_id": "a paper boat sails", "message_id": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "GET",
    "path": "/api/video-gen/status",
    "query": {"conversation_id": "a paper boat sails", "message_id": "a paper boat sails"},
    "headers": {},
    "body": None,
}
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
            BASE | {"conversation_id": "xxx", "message_id": "xxx"},
            REQUEST | {"query": {"conversation_id": "xxx", "message_id": "xxx"}},
            id="documented example 1",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(
            BASE | {"message_id": "a paper boat sails 2"},
            REQUEST | {"query": {"conversation_id": "a paper boat sails", "message_id": "a paper boat sails 2"}},
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
            BASE | {"conversation_id": "x" * 10000, "message_id": "x" * 10000},
            REQUEST | {"query": {"conversation_id": "x" * 10000, "message_id": "x" * 10000}},
            id="long: conversation_id, message_id",
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
        pytest.param(BASE | {"conversation_id": 0.5}, "conversation_id", id="conversation_id: a value of another type"),
        pytest.param(BASE | {"message_id": 0.5}, "message_id", id="message_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"message_id": "a paper boat sails"}, "conversation_id", id="conversation_id"),
        pytest.param({"conversation_id": "a paper boat sails"}, "message_id", id="message_id"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param(
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
            200,
            id="A completed task.",
        ),
        pytest.param({"detail": "..."}, 404, id="An unknown task."),
    ],
)
def test_exported_document_knows_the_documented_answer(judge: testing.Judge, answer: Any, status: int) -> None:
    testing.check_documented(judge, answer, status)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE | {"conversation_id": "xxx", "message_id": "xxx"},
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
            {"whole": True},
            id="A completed task.",
        ),
        pytest.param(BASE, {"success": True}, {"whole": True}, id="success by True"),
        pytest.param(BASE, {}, {"whole": True}, id="success without a code"),
        pytest.param(
            BASE,
            {
                "success": True,
                "task": {
                    "conversation_id": "text of task.conversation_id",
                    "message_id": "text of task.message_id",
                    "status": "pending",
                    "video_urls": "text of task.video_urls",
                    "retry_count": 6,
                    "max_retries": 7,
                    "created_at": "text of task.created_at",
                    "updated_at": "text of task.updated_at",
                    "error": "text of task.error",
                },
            },
            {"whole": True},
            id="every documented field",
        ),
    ],
)
def test_reads_the_answer(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, SUBJECT, params, answer, expect, judge=judge)


def test_model_of_answers_has_every_documented_field() -> None:
    testing.check_model(
        Doubao,
        SUBJECT,
        {
            "success": True,
            "task": {
                "conversation_id": "text of task.conversation_id",
                "message_id": "text of task.message_id",
                "status": "pending",
                "video_urls": "text of task.video_urls",
                "retry_count": 6,
                "max_retries": 7,
                "created_at": "text of task.created_at",
                "updated_at": "text of task.updated_at",
                "error": "text of task.error",
            },
        },
        {
            "success": True,
            "task.conversation_id": "text of task.conversation_id",
            "task.message_id": "text of task.message_id",
            "task.status": "pending",
            "task.video_urls": "text of task.video_urls",
            "task.retry_count": 6,
            "task.max_retries": 7,
            "task.created_at": "text of task.created_at",
            "task.updated_at": "text of task.updated_at",
            "task.error": "text of task.error",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "task": "video",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
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
                "state": "succeeded",
                "raw": "completed",
                "outputs": ["https://v26-show.douyinvod.com/xxx/video.mp4"],
                "kinds": ["video"],
            },
            id="A completed task.",
        ),
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "task": "video",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
            {"success": True, "task": {"status": "pending"}},
            {"state": "queued", "raw": "pending"},
            id="pending",
        ),
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "task": "video",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
            {"success": True, "task": {"status": "processing"}},
            {"state": "running", "raw": "processing"},
            id="processing",
        ),
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "task": "video",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
            {"success": True, "task": {"status": "completed"}},
            {"state": "succeeded", "raw": "completed", "outputs": [], "kinds": []},
            id="completed",
        ),
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "task": "video",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
            {"success": True, "task": {"status": "failed"}},
            {"state": "failed", "raw": "failed"},
            id="failed",
        ),
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "task": "video",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
            {"success": True, "task": {"status": "no such status"}},
            {"state": "unknown", "raw": "no such status"},
            id="no such status",
        ),
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "task": "video",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
            {
                "success": True,
                "task": {
                    "status": "completed",
                    "video_urls": ["https://example.com/out-1", "https://example.com/out-2"],
                },
            },
            {
                "state": "succeeded",
                "raw": "completed",
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["video", "video"],
            },
            id="outputs in task.video_urls[]",
        ),
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "task": "video",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
            {"success": True, "task": {"status": "failed", "error": "why it ended"}},
            {"state": "failed", "raw": "failed", "reason": "why it ended"},
            id="reason in task.error",
        ),
    ],
)
def test_tells_how_a_task_stands(
    client: testing.ClientClass, judge: testing.Judge, asked: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_task(client, SUBJECT, asked, answer, expect, judge=judge)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"detail": "words of the vendor"},
            {"code": None, "kind": "not_found", "status": 404, "message": "words of the vendor"},
            id="HTTP 404",
        ),
        pytest.param(
            {"success": False, "detail": "words of the vendor"},
            {"code": False, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in success",
        ),
    ],
)
def test_raises_the_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, SUBJECT, BASE, answer, **facts)
