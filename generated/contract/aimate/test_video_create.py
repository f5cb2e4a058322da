# Emitted from specs/aimate/apis/create_video_task.yaml by `make generate`. Edit the spec, not this file.

"""What `video.create` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.aimate import Aimate, AsyncAimate
from mediawright_runtime import testing

OPERATION = "video.create"
BASE: dict[str, Any] = {"prompt": "a paper boat sails"}
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
            {"prompt": "A cat playing piano in a cozy living room"},
            {
                "method": "POST",
                "path": "/api/v1/videos/tasks",
                "query": {},
                "headers": {"Content-Type": "application/json"},
                "body": {"prompt": "A cat playing piano in a cozy living room"},
            },
            id="from words",
        ),
        pytest.param(
            {"prompt": "A beautiful sunset scene with moving clouds", "image_url": "https://example.com/image.jpg"},
            {
                "method": "POST",
                "path": "/api/v1/videos/tasks",
                "query": {},
                "headers": {"Content-Type": "application/json"},
                "body": {
                    "prompt": "A beautiful sunset scene with moving clouds",
                    "image_url": "https://example.com/image.jpg",
                },
            },
            id="from a picture",
        ),
        pytest.param(
            {"prompt": "a paper boat sails", "image_url": "https://example.com/in.png"},
            {
                "method": "POST",
                "path": "/api/v1/videos/tasks",
                "query": {},
                "headers": {"Content-Type": "application/json"},
                "body": {"prompt": "a paper boat sails", "image_url": "https://example.com/in.png"},
            },
            id="every parameter",
        ),
    ],
)
def test_sends_exactly_this(client: testing.ClientClass, params: dict[str, Any], request_: dict[str, Any]) -> None:
    testing.check_wire(client, OPERATION, params, answer=ANSWER, **request_)


@EITHER
@pytest.mark.parametrize(
    "params",
    [
        pytest.param(BASE | {"prompt": "x"}, id="prompt: min_length"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


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
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "prompt", id="prompt"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"prompt": "A cat playing piano in a cozy living room"},
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
            {"task_id": "task_abc123xyz"},
            id="documented answer 1",
        ),
    ],
)
def test_reads_the_documented_answer(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({}, {"code": None, "kind": "invalid", "status": 400}, id="HTTP 400"),
        pytest.param({}, {"code": None, "kind": "ambiguous", "status": 500}, id="HTTP 500"),
        pytest.param({}, {"code": None, "kind": "ambiguous", "status": 503}, id="HTTP 503"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
