# Emitted from specs/aimate/apis/create_video_task.yaml by `make generate`. Edit the spec, not this file.

"""What `video.create` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.aimate import Aimate, AsyncAimate
from mediawright_runtime import testing

OPERATION = "video.create"
SUBJECT = testing.Subject(operation=OPERATION, server="https://video-gen.aimate.am")
BASE: dict[str, Any] = {"prompt": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/api/v1/videos/tasks",
    "query": {},
    "headers": {"Content-Type": "application/json"},
    "body": {"prompt": "a paper boat sails"},
}
ANSWER: dict[str, Any] = {
    "code": 0,
    "message": "Video generation task created successfully",
    "data": {
        "id": "task_abc123xyz",
        "model": "ep-20260129105436-445p4",
        "status": "pending",
        "created_at": 1706601234,
        "updated_at": None,
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
            BASE | {"prompt": "A cat playing piano in a cozy living room"},
            REQUEST | {"body": {"prompt": "A cat playing piano in a cozy living room"}},
            id="from words",
        ),
        pytest.param(
            BASE
            | {"prompt": "A beautiful sunset scene with moving clouds", "image_url": "https://example.com/image.jpg"},
            REQUEST
            | {
                "body": {
                    "prompt": "A beautiful sunset scene with moving clouds",
                    "image_url": "https://example.com/image.jpg",
                }
            },
            id="from a picture",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE | {"image_url": None}, REQUEST, id="None for what may be left out"),
        pytest.param(
            BASE | {"image_url": "https://example.com/in.png"},
            REQUEST | {"body": {"prompt": "a paper boat sails", "image_url": "https://example.com/in.png"}},
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
        pytest.param(BASE | {"prompt": "x"}, REQUEST | {"body": {"prompt": "x"}}, id="prompt: min_length"),
        pytest.param(BASE | {"prompt": "x" * 10000}, REQUEST | {"body": {"prompt": "x" * 10000}}, id="long: prompt"),
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
        pytest.param(BASE | {"prompt": ""}, "prompt", id="prompt: one step beyond min_length"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"image_url": 0.5}, "image_url", id="image_url: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
def test_refuses_what_is_near(client: testing.ClientClass) -> None:
    testing.check_refused_values(
        client,
        SUBJECT,
        BASE,
        {
            "prompt": [7],
            "image_url": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "prompt", id="prompt"),
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
                "message": "Video generation task created successfully",
                "data": {
                    "id": "task_abc123xyz",
                    "model": "ep-20260129105436-445p4",
                    "status": "pending",
                    "created_at": 1706601234,
                    "updated_at": None,
                    "result": None,
                    "error": None,
                },
            },
            201,
            id="documented answer 1",
        ),
        pytest.param({"detail": "Prompt cannot be empty"}, 400, id="A wrong parameter."),
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
            BASE | {"prompt": "A cat playing piano in a cozy living room"},
            {
                "code": 0,
                "message": "Video generation task created successfully",
                "data": {
                    "id": "task_abc123xyz",
                    "model": "ep-20260129105436-445p4",
                    "status": "pending",
                    "created_at": 1706601234,
                    "updated_at": None,
                    "result": None,
                    "error": None,
                },
            },
            {"token": {"v": 1, "vendor": "aimate", "operation": "video.create", "id": "task_abc123xyz"}},
            id="documented answer 1",
        ),
        pytest.param(
            BASE,
            {"code": 0, "data": {"id": "task-1"}},
            {"token": {"v": 1, "vendor": "aimate", "operation": "video.create", "id": "task-1"}},
            id="success by 0",
        ),
        pytest.param(
            BASE,
            {"data": {"id": "task-1"}},
            {"token": {"v": 1, "vendor": "aimate", "operation": "video.create", "id": "task-1"}},
            id="success without a code",
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
                "result": {},
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
            "data.result": {},
            "data.error": "text of data.error",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 1, "vendor": "aimate", "operation": "video.create", "id": "task-1"},
                "request": {
                    "method": "GET",
                    "path": "/api/v1/videos/tasks/task-1",
                    "query": {},
                    "headers": {},
                    "body": None,
                },
            },
            {"code": 0, "data": {"status": "completed", "result": {"video_url": "https://example.com/out-1"}}},
            {"state": "succeeded", "outputs": ["https://example.com/out-1"], "kinds": ["video"]},
            id="its outputs",
        ),
    ],
)
def test_comes_to_its_outputs(
    client: testing.ClientClass, asked: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_task(client, SUBJECT, asked, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"detail": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 400, "message": "words of the vendor"},
            id="HTTP 400",
        ),
        pytest.param(
            {"detail": "words of the vendor"},
            {"code": None, "kind": "ambiguous", "status": 500, "message": "words of the vendor"},
            id="HTTP 500",
        ),
        pytest.param(
            {"detail": "words of the vendor"},
            {"code": None, "kind": "ambiguous", "status": 503, "message": "words of the vendor"},
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
