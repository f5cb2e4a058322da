# Emitted from specs/akool/apis/talking_photo.yaml by `make generate`. Edit the spec, not this file.

"""What `talking_photo.create` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.akool import Akool, AsyncAkool
from mediawright_runtime import testing

OPERATION = "talking_photo.create"
BASE: dict[str, Any] = {"talking_photo_url": "https://example.com/in.png", "audio_url": "https://example.com/in.wav"}
ANSWER: dict[str, Any] = {"code": 1000, "data": {"_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Akool, AsyncAkool])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {
                "talking_photo_url": "https://example.com/in.png",
                "audio_url": "https://example.com/in.wav",
                "prompt": "a paper boat sails",
                "resolution": "720",
                "webhook_url": "a paper boat sails",
            },
            {
                "method": "POST",
                "path": "/api/open/v3/content/video/createbytalkingphoto",
                "query": {},
                "headers": {"x-api-key": "{api_key}"},
                "body": {
                    "talking_photo_url": "https://example.com/in.png",
                    "audio_url": "https://example.com/in.wav",
                    "prompt": "a paper boat sails",
                    "resolution": "720",
                    "webhookUrl": "a paper boat sails",
                },
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
        pytest.param(BASE | {"resolution": "720"}, id="resolution: '720'"),
        pytest.param(BASE | {"resolution": "1080"}, id="resolution: '1080'"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(
            BASE | {"talking_photo_url": 0.5}, "talking_photo_url", id="talking_photo_url: a value of another type"
        ),
        pytest.param(BASE | {"audio_url": 0.5}, "audio_url", id="audio_url: a value of another type"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"resolution": "no such value"}, "resolution", id="resolution: a foreign value"),
        pytest.param(BASE | {"resolution": 0.5}, "resolution", id="resolution: a value of another type"),
        pytest.param(BASE | {"webhook_url": 0.5}, "webhook_url", id="webhookUrl: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"audio_url": "https://example.com/in.wav"}, "talking_photo_url", id="talking_photo_url"),
        pytest.param({"talking_photo_url": "https://example.com/in.png"}, "audio_url", id="audio_url"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({"code": 1003}, {"code": 1003, "kind": "invalid"}, id="1003"),
        pytest.param({"code": 1008}, {"code": 1008, "kind": "not_found"}, id="1008"),
        pytest.param({"code": 1009}, {"code": 1009, "kind": "auth"}, id="1009"),
        pytest.param({"code": 1015}, {"code": 1015, "kind": "vendor"}, id="1015"),
        pytest.param({"code": 1101}, {"code": 1101, "kind": "auth"}, id="1101"),
        pytest.param({"code": 1102}, {"code": 1102, "kind": "auth"}, id="1102"),
        pytest.param({"code": 1200}, {"code": 1200, "kind": "auth"}, id="1200"),
        pytest.param({"code": 1201}, {"code": 1201, "kind": "vendor"}, id="1201"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
