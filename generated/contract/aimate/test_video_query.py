# Emitted from specs/aimate/apis/query_video_task.yaml by `make generate`. Edit the spec, not this file.

"""What `video.query` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.aimate import Aimate, AsyncAimate
from mediawright_runtime import testing

OPERATION = "video.query"
SUBJECT = testing.Subject(operation=OPERATION, server="https://video-gen.aimate.am")
BASE: dict[str, Any] = {"task_id": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "GET",
    "path": "/api/v1/videos/tasks/a%20paper%20boat%20sails",
    "query": {},
    "headers": {},
    "body": None,
}
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
            BASE | {"task_id": "task_abc123xyz"},
            REQUEST | {"path": "/api/v1/videos/tasks/task_abc123xyz"},
            id="documented example 1",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE, REQUEST, id="every parameter"),
    ],
)
def test_sends_exactly_this(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"task_id": 0.5}, "task_id", id="task_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "task_id", id="task_id"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param(
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
            200,
            id="A task in progress.",
        ),
        pytest.param(
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
            200,
            id="A completed task.",
        ),
        pytest.param(
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
            200,
            id="A failed task.",
        ),
        pytest.param({"detail": "Failed to connect to video generation service"}, 503, id="No connection."),
        pytest.param({"detail": "Unexpected error: [error message]"}, 500, id="A fault in the service."),
    ],
)
def test_exported_document_knows_the_documented_answer(judge: testing.Judge, answer: Any, status: int) -> None:
    testing.check_documented(judge, answer, status)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE | {"task_id": "task_abc123xyz"},
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
            {"whole": True},
            id="A task in progress.",
        ),
        pytest.param(
            BASE | {"task_id": "task_abc123xyz"},
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
            {"whole": True},
            id="A completed task.",
        ),
        pytest.param(
            BASE | {"task_id": "task_abc123xyz"},
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
            {"whole": True},
            id="A failed task.",
        ),
        pytest.param(BASE, {"code": 0}, {"whole": True}, id="success by 0"),
        pytest.param(BASE, {}, {"whole": True}, id="success without a code"),
        pytest.param(
            BASE,
            {
                "code": 0,
                "message": "text of message",
                "data": {
                    "id": "text of data.id",
                    "model": "text of data.model",
                    "status": "pending",
                    "created_at": 6,
                    "updated_at": 7,
                    "result": {
                        "video_url": "text of data.result.video_url",
                        "duration": 9.5,
                        "resolution": "text of data.result.resolution",
                    },
                    "error": "text of data.error",
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
        Aimate,
        SUBJECT,
        {
            "code": 1,
            "message": "text of message",
            "data": {
                "id": "text of data.id",
                "model": "text of data.model",
                "status": "pending",
                "created_at": 6,
                "updated_at": 7,
                "result": {
                    "video_url": "text of data.result.video_url",
                    "duration": 9.5,
                    "resolution": "text of data.result.resolution",
                },
                "error": "text of data.error",
            },
        },
        {
            "code": 1,
            "message": "text of message",
            "data.id": "text of data.id",
            "data.model": "text of data.model",
            "data.status": "pending",
            "data.created_at": 6,
            "data.updated_at": 7,
            "data.result.video_url": "text of data.result.video_url",
            "data.result.duration": 9.5,
            "data.result.resolution": "text of data.result.resolution",
            "data.error": "text of data.error",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
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
            {"state": "running", "raw": "processing"},
            id="A task in progress.",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
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
                "state": "succeeded",
                "raw": "completed",
                "outputs": ["https://example.com/videos/generated_video.mp4"],
                "kinds": ["video"],
            },
            id="A completed task.",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
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
            {"state": "failed", "raw": "failed", "reason": "Video generation failed: Invalid prompt format"},
            id="A failed task.",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
            {"code": 0, "data": {"status": "pending"}},
            {"state": "queued", "raw": "pending"},
            id="pending",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
            {"code": 0, "data": {"status": "processing"}},
            {"state": "running", "raw": "processing"},
            id="processing",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
            {"code": 0, "data": {"status": "completed"}},
            {"state": "succeeded", "raw": "completed", "outputs": [], "kinds": []},
            id="completed",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
            {"code": 0, "data": {"status": "failed"}},
            {"state": "failed", "raw": "failed"},
            id="failed",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
            {"code": 0, "data": {"status": "no such status"}},
            {"state": "unknown", "raw": "no such status"},
            id="no such status",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
            {"code": 0, "data": {"status": "completed", "result": {"video_url": "https://example.com/out-1"}}},
            {"state": "succeeded", "raw": "completed", "outputs": ["https://example.com/out-1"], "kinds": ["video"]},
            id="outputs in data.result.video_url",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "aimate", "task": "video", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
            {"code": 0, "data": {"status": "failed", "error": "why it ended"}},
            {"state": "failed", "raw": "failed", "reason": "why it ended"},
            id="reason in data.error",
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
            {"code": None, "kind": "vendor", "status": 500, "message": "words of the vendor"},
            id="HTTP 500",
        ),
        pytest.param(
            {"detail": "words of the vendor"},
            {"code": None, "kind": "vendor", "status": 503, "message": "words of the vendor"},
            id="HTTP 503",
        ),
        pytest.param(
            {"code": 987654321, "detail": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in code",
        ),
        pytest.param(
            {"code": 987654321, "message": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a message in message",
        ),
        pytest.param(
            {"code": 987654321, "detail": "words of the vendor", "message": "message in message"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="message in detail and elsewhere",
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
            1: {"code": 1},
            -1: {"code": -1},
            200: {"code": 200},
            "ok": {"code": "ok"},
        },
    )
