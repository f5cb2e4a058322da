# Emitted from specs/tomoviee/apis/image_recognition_by_prompt.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.recognition_by_prompt` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "image_to_image.recognition_by_prompt"
BASE: dict[str, Any] = {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg"}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"prompt": "people", "image": "https://example.com/group-photo.jpg"},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2mask",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"prompt": "people", "image": "https://example.com/group-photo.jpg"},
            },
            id="Everybody in a photo",
        ),
        pytest.param(
            {"prompt": "the red car in the foreground", "image": "https://example.com/street-scene.jpg"},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2mask",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"prompt": "the red car in the foreground", "image": "https://example.com/street-scene.jpg"},
            },
            id="One thing",
        ),
        pytest.param(
            {"prompt": "sky and clouds", "image": "https://example.com/landscape.jpg"},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2mask",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"prompt": "sky and clouds", "image": "https://example.com/landscape.jpg"},
            },
            id="The background",
        ),
        pytest.param(
            {"prompt": "person in center", "image": "https://example.com/photo.jpg"},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2mask",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"prompt": "person in center", "image": "https://example.com/photo.jpg"},
            },
            id="A mask for redrawing",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "image": "https://example.com/in.jpg",
                "callback": "a paper boat sails",
                "params": "a paper boat sails",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2mask",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "prompt": "a paper boat sails",
                    "image": "https://example.com/in.jpg",
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
    ("params", "field"),
    [
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"image": 0.5}, "image", id="image: a value of another type"),
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
        pytest.param({"image": "https://example.com/in.jpg"}, "prompt", id="prompt"),
        pytest.param({"prompt": "a paper boat sails"}, "image", id="image"),
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
