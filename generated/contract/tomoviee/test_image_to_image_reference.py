# Emitted from specs/tomoviee/apis/image_to_image.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.reference` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "image_to_image.reference"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.wondershare.cc",
    credentials={"app_key": "test-app_key", "app_secret": "test-app_secret"},
)
BASE: dict[str, Any] = {
    "prompt": "a paper boat sails",
    "reference_image": "https://example.com/in.jpg",
    "control_type": "0",
    "width": 512,
    "height": 512,
    "batch_size": 1,
    "control_intensity": 0,
}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v1/open/capacity/application/tm_reference_img2img",
    "query": {},
    "headers": {
        "Content-Type": "application/json",
        "X-App-Key": "test-app_key",
        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
    },
    "body": {
        "prompt": "a paper boat sails",
        "reference_image": "https://example.com/in.jpg",
        "control_type": "0",
        "width": 512,
        "height": 512,
        "batch_size": 1,
        "control_intensity": 0,
    },
}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE
            | {
                "prompt": "Keep subject identity and posture, transform scene to modern office, photorealistic lighting",
                "reference_image": "https://example.com/reference.jpg",
                "control_type": "2",
                "width": 1024,
                "height": 1024,
                "control_intensity": 0.5,
                "init_image": "https://example.com/reference.jpg",
            },
            REQUEST
            | {
                "body": {
                    "prompt": "Keep subject identity and posture, transform scene to modern office, photorealistic lighting",
                    "width": 1024,
                    "height": 1024,
                    "batch_size": 1,
                    "control_intensity": 0.5,
                    "control_type": "2",
                    "reference_image": "https://example.com/reference.jpg",
                    "init_image": "https://example.com/reference.jpg",
                }
            },
            id="A person in an office",
        ),
        pytest.param(
            BASE
            | {
                "prompt": "Keep identity and composition, change background to modern office",
                "reference_image": "https://example.com/reference.jpg",
                "control_type": "2",
                "width": 1024,
                "height": 1024,
                "control_intensity": 0.5,
                "init_image": "https://example.com/reference.jpg",
            },
            REQUEST
            | {
                "body": {
                    "prompt": "Keep identity and composition, change background to modern office",
                    "width": 1024,
                    "height": 1024,
                    "batch_size": 1,
                    "control_intensity": 0.5,
                    "control_type": "2",
                    "reference_image": "https://example.com/reference.jpg",
                    "init_image": "https://example.com/reference.jpg",
                }
            },
            id="The sample of the reference",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(
            BASE | {"init_image": None, "callback": None, "params": None}, REQUEST, id="None for what may be left out"
        ),
        pytest.param(
            BASE
            | {
                "height": 517,
                "init_image": "https://example.com/in-8.jpg",
                "callback": "a paper boat sails 9",
                "params": "a paper boat sails 10",
            },
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "0",
                    "width": 512,
                    "height": 517,
                    "batch_size": 1,
                    "control_intensity": 0,
                    "init_image": "https://example.com/in-8.jpg",
                    "callback": "a paper boat sails 9",
                    "params": "a paper boat sails 10",
                }
            },
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
        pytest.param(BASE, REQUEST, id="control_type: '0'"),
        pytest.param(
            BASE | {"control_type": "1"},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "1",
                    "width": 512,
                    "height": 512,
                    "batch_size": 1,
                    "control_intensity": 0,
                }
            },
            id="control_type: '1'",
        ),
        pytest.param(
            BASE | {"control_type": "2", "init_image": "https://example.com/in.jpg"},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "2",
                    "width": 512,
                    "height": 512,
                    "batch_size": 1,
                    "control_intensity": 0,
                    "init_image": "https://example.com/in.jpg",
                }
            },
            id="control_type: '2'",
        ),
        pytest.param(
            BASE | {"control_type": "3"},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "3",
                    "width": 512,
                    "height": 512,
                    "batch_size": 1,
                    "control_intensity": 0,
                }
            },
            id="control_type: '3'",
        ),
        pytest.param(BASE, REQUEST, id="width: minimum"),
        pytest.param(
            BASE | {"width": 2048},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "0",
                    "width": 2048,
                    "height": 512,
                    "batch_size": 1,
                    "control_intensity": 0,
                }
            },
            id="width: maximum",
        ),
        pytest.param(BASE, REQUEST, id="height: minimum"),
        pytest.param(
            BASE | {"height": 2048},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "0",
                    "width": 512,
                    "height": 2048,
                    "batch_size": 1,
                    "control_intensity": 0,
                }
            },
            id="height: maximum",
        ),
        pytest.param(BASE, REQUEST, id="batch_size: minimum"),
        pytest.param(
            BASE | {"batch_size": 4},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "0",
                    "width": 512,
                    "height": 512,
                    "batch_size": 4,
                    "control_intensity": 0,
                }
            },
            id="batch_size: maximum",
        ),
        pytest.param(BASE, REQUEST, id="control_intensity: minimum"),
        pytest.param(
            BASE | {"control_intensity": 1},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "0",
                    "width": 512,
                    "height": 512,
                    "batch_size": 1,
                    "control_intensity": 1,
                }
            },
            id="control_intensity: maximum",
        ),
        pytest.param(
            BASE | {"prompt": "x" * 10000, "callback": "x" * 10000, "params": "x" * 10000},
            REQUEST
            | {
                "body": {
                    "prompt": "x" * 10000,
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "0",
                    "width": 512,
                    "height": 512,
                    "batch_size": 1,
                    "control_intensity": 0,
                    "callback": "x" * 10000,
                    "params": "x" * 10000,
                }
            },
            id="long: prompt, callback, params",
        ),
        pytest.param(
            BASE | {"control_type": "2", "init_image": "https://example.com/in.jpg"},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "reference_image": "https://example.com/in.jpg",
                    "control_type": "2",
                    "width": 512,
                    "height": 512,
                    "batch_size": 1,
                    "control_intensity": 0,
                    "init_image": "https://example.com/in.jpg",
                }
            },
            id="rule 1 kept",
        ),
        pytest.param(BASE, REQUEST, id="rule 1 not triggered, init_image free"),
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
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
def test_refuses_what_is_near(client: testing.ClientClass) -> None:
    testing.check_refused_values(
        client,
        SUBJECT,
        BASE,
        {
            "prompt": [7],
            "reference_image": [7],
            "control_type": [0, "-1", 1, 2, 3, "4"],
            "width": ["512", 512.5, 511.5],
            "height": ["512", 512.5, 511.5],
            "batch_size": ["1", 1.5, 0.5],
            "control_intensity": ["0"],
            "init_image": [7],
            "callback": [7],
            "params": [7],
        },
    )


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
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE,
            {"code": 0, "data": {"task_id": "task-1"}},
            {"token": {"v": 1, "vendor": "tomoviee", "operation": "image_to_image.reference", "id": "task-1"}},
            id="success by 0",
        ),
    ],
)
def test_reads_the_answer(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, SUBJECT, params, answer, expect, judge=judge)


def test_model_of_answers_has_every_documented_field() -> None:
    testing.check_model(
        Tomoviee,
        SUBJECT,
        {"code": 1, "msg": "text of msg", "data": {"task_id": "text of data.task_id"}},
        {"code": 1, "msg": "text of msg", "data.task_id": "text of data.task_id"},
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 1, "vendor": "tomoviee", "operation": "image_to_image.reference", "id": "task-1"},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "status": 3,
                    "result": '{"video_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
                },
            },
            {
                "state": "succeeded",
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["video", "video"],
            },
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
            {"code": 140013, "msg": "words of the vendor"},
            {"code": 140013, "kind": "auth", "message": "words of the vendor"},
            id="140013",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 400, "message": "words of the vendor"},
            id="HTTP 400",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "auth", "status": 401, "message": "words of the vendor"},
            id="HTTP 401",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 413, "message": "words of the vendor"},
            id="HTTP 413",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 422, "message": "words of the vendor"},
            id="HTTP 422",
        ),
        pytest.param(
            {"code": 987654321, "msg": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in code",
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
