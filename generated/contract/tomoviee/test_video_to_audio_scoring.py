# Emitted from specs/tomoviee/apis/video_soundtrack.yaml by `make generate`. Edit the spec, not this file.

"""What `video_to_audio.scoring` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "video_to_audio.scoring"
BASE: dict[str, Any] = {"video": "https://example.com/in.mp4"}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"video": "https://example.com/my-video.mp4", "prompt": "Modern tech product music, clean"},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_video_scoring",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"video": "https://example.com/my-video.mp4", "prompt": "Modern tech product music, clean"},
            },
            id="A product",
        ),
        pytest.param(
            {"video": "https://example.com/my-video.mp4", "duration": 60},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_video_scoring",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"video": "https://example.com/my-video.mp4", "duration": 60},
            },
            id="By the video alone",
        ),
        pytest.param(
            {
                "video": "https://example.com/travel-vlog.mp4",
                "prompt": "Upbeat travel vlog music, adventurous and inspiring",
                "duration": 120,
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_video_scoring",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "video": "https://example.com/travel-vlog.mp4",
                    "prompt": "Upbeat travel vlog music, adventurous and inspiring",
                    "duration": 120,
                },
            },
            id="A journey",
        ),
        pytest.param(
            {
                "video": "https://example.com/product-demo.mp4",
                "prompt": "Modern corporate tech music, professional and clean",
                "duration": 45,
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_video_scoring",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "video": "https://example.com/product-demo.mp4",
                    "prompt": "Modern corporate tech music, professional and clean",
                    "duration": 45,
                },
            },
            id="A product in a certain mood",
        ),
        pytest.param(
            {
                "video": "https://example.com/action-scene.mp4",
                "prompt": "Intense action music with driving rhythm",
                "duration": 30,
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_video_scoring",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "video": "https://example.com/action-scene.mp4",
                    "prompt": "Intense action music with driving rhythm",
                    "duration": 30,
                },
            },
            id="Action",
        ),
        pytest.param(
            {
                "video": "https://example.com/in.mp4",
                "prompt": "a paper boat sails",
                "duration": 5,
                "callback": "a paper boat sails",
                "params": "a paper boat sails",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_video_scoring",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "video": "https://example.com/in.mp4",
                    "prompt": "a paper boat sails",
                    "duration": 5,
                    "callback": "a paper boat sails",
                    "params": "a paper boat sails",
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
        pytest.param(BASE | {"duration": 5}, id="duration: minimum"),
        pytest.param(BASE | {"duration": 900}, id="duration: maximum"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"video": 0.5}, "video", id="video: a value of another type"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"duration": 4}, "duration", id="duration: one step beyond minimum"),
        pytest.param(BASE | {"duration": 901}, "duration", id="duration: one step beyond maximum"),
        pytest.param(BASE | {"duration": "0.5 and more"}, "duration", id="duration: a value of another type"),
        pytest.param(BASE | {"callback": 0.5}, "callback", id="callback: a value of another type"),
        pytest.param(BASE | {"params": 0.5}, "params", id="params: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "video", id="video"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


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
