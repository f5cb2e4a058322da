# Emitted from specs/tomoviee/apis/image_to_image.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.reference` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "image_to_image.reference"
BASE: dict[str, Any] = {
    "prompt": "a paper boat sails",
    "reference_image": "https://example.com/in.jpg",
    "control_type": "0",
    "width": 512,
    "height": 512,
    "batch_size": 1,
    "control_intensity": 0,
}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {
                "prompt": "Keep subject identity and posture, transform scene to modern office, photorealistic lighting",
                "reference_image": "https://example.com/reference.jpg",
                "control_type": "2",
                "width": 1024,
                "height": 1024,
                "batch_size": 1,
                "control_intensity": 0.5,
                "init_image": "https://example.com/reference.jpg",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2img",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "prompt": "Keep subject identity and posture, transform scene to modern office, photorealistic lighting",
                    "width": 1024,
                    "height": 1024,
                    "batch_size": 1,
                    "control_intensity": 0.5,
                    "control_type": "2",
                    "reference_image": "https://example.com/reference.jpg",
                    "init_image": "https://example.com/reference.jpg",
                },
            },
            id="A person in an office",
        ),
        pytest.param(
            {
                "prompt": "Keep identity and composition, change background to modern office",
                "reference_image": "https://example.com/reference.jpg",
                "control_type": "2",
                "width": 1024,
                "height": 1024,
                "batch_size": 1,
                "control_intensity": 0.5,
                "init_image": "https://example.com/reference.jpg",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2img",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "prompt": "Keep identity and composition, change background to modern office",
                    "width": 1024,
                    "height": 1024,
                    "batch_size": 1,
                    "control_intensity": 0.5,
                    "control_type": "2",
                    "reference_image": "https://example.com/reference.jpg",
                    "init_image": "https://example.com/reference.jpg",
                },
            },
            id="The sample of the reference",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "reference_image": "https://example.com/in.jpg",
                "control_type": "0",
                "width": 512,
                "height": 512,
                "batch_size": 1,
                "control_intensity": 0,
                "init_image": "https://example.com/in.jpg",
                "callback": "a paper boat sails",
                "params": "a paper boat sails",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_reference_img2img",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "0",
                    "width": 512,
                    "height": 512,
                    "batch_size": 1,
                    "control_intensity": 0,
                    "init_image": "https://example.com/in.jpg",
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
        pytest.param(BASE, id="control_type: '0'"),
        pytest.param(BASE | {"control_type": "1"}, id="control_type: '1'"),
        pytest.param(BASE | {"control_type": "2", "init_image": "https://example.com/in.jpg"}, id="control_type: '2'"),
        pytest.param(BASE | {"control_type": "3"}, id="control_type: '3'"),
        pytest.param(BASE, id="width: minimum"),
        pytest.param(BASE | {"width": 2048}, id="width: maximum"),
        pytest.param(BASE, id="height: minimum"),
        pytest.param(BASE | {"height": 2048}, id="height: maximum"),
        pytest.param(BASE, id="batch_size: minimum"),
        pytest.param(BASE | {"batch_size": 4}, id="batch_size: maximum"),
        pytest.param(BASE, id="control_intensity: minimum"),
        pytest.param(BASE | {"control_intensity": 1}, id="control_intensity: maximum"),
        pytest.param(BASE | {"control_type": "2", "init_image": "https://example.com/in.jpg"}, id="rule 1 kept"),
        pytest.param(BASE, id="rule 1 not triggered, init_image free"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"reference_image": 0.5}, "reference_image", id="reference_image: a value of another type"),
        pytest.param(BASE | {"control_type": "no such value"}, "control_type", id="control_type: a foreign value"),
        pytest.param(BASE | {"control_type": 0.5}, "control_type", id="control_type: a value of another type"),
        pytest.param(BASE | {"width": 511}, "width", id="width: one step beyond minimum"),
        pytest.param(BASE | {"width": 2049}, "width", id="width: one step beyond maximum"),
        pytest.param(BASE | {"width": "0.5 and more"}, "width", id="width: a value of another type"),
        pytest.param(BASE | {"height": 511}, "height", id="height: one step beyond minimum"),
        pytest.param(BASE | {"height": 2049}, "height", id="height: one step beyond maximum"),
        pytest.param(BASE | {"height": "0.5 and more"}, "height", id="height: a value of another type"),
        pytest.param(BASE | {"batch_size": 0}, "batch_size", id="batch_size: one step beyond minimum"),
        pytest.param(BASE | {"batch_size": 5}, "batch_size", id="batch_size: one step beyond maximum"),
        pytest.param(BASE | {"batch_size": "0.5 and more"}, "batch_size", id="batch_size: a value of another type"),
        pytest.param(
            BASE | {"control_intensity": -0.001}, "control_intensity", id="control_intensity: one step beyond minimum"
        ),
        pytest.param(
            BASE | {"control_intensity": 1.001}, "control_intensity", id="control_intensity: one step beyond maximum"
        ),
        pytest.param(
            BASE | {"control_intensity": "0.5 and more"},
            "control_intensity",
            id="control_intensity: a value of another type",
        ),
        pytest.param(BASE | {"init_image": 0.5}, "init_image", id="init_image: a value of another type"),
        pytest.param(BASE | {"callback": 0.5}, "callback", id="callback: a value of another type"),
        pytest.param(BASE | {"params": 0.5}, "params", id="params: a value of another type"),
        pytest.param(BASE | {"control_type": "2"}, "init_image", id="rule 1 broken at init_image"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(
            {
                "reference_image": "https://example.com/in.jpg",
                "control_type": "0",
                "width": 512,
                "height": 512,
                "batch_size": 1,
                "control_intensity": 0,
            },
            "prompt",
            id="prompt",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "control_type": "0",
                "width": 512,
                "height": 512,
                "batch_size": 1,
                "control_intensity": 0,
            },
            "reference_image",
            id="reference_image",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "reference_image": "https://example.com/in.jpg",
                "width": 512,
                "height": 512,
                "batch_size": 1,
                "control_intensity": 0,
            },
            "control_type",
            id="control_type",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "reference_image": "https://example.com/in.jpg",
                "control_type": "0",
                "height": 512,
                "batch_size": 1,
                "control_intensity": 0,
            },
            "width",
            id="width",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "reference_image": "https://example.com/in.jpg",
                "control_type": "0",
                "width": 512,
                "batch_size": 1,
                "control_intensity": 0,
            },
            "height",
            id="height",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "reference_image": "https://example.com/in.jpg",
                "control_type": "0",
                "width": 512,
                "height": 512,
                "control_intensity": 0,
            },
            "batch_size",
            id="batch_size",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "reference_image": "https://example.com/in.jpg",
                "control_type": "0",
                "width": 512,
                "height": 512,
                "batch_size": 1,
            },
            "control_intensity",
            id="control_intensity",
        ),
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
