# Emitted from specs/tomoviee/apis/image_recognition_by_prompt.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.recognition_by_prompt` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "image_to_image.recognition_by_prompt"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.wondershare.cc",
    credentials={"app_key": "test-app_key", "app_secret": "test-app_secret"},
)
BASE: dict[str, Any] = {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v1/open/capacity/application/tm_reference_img2mask",
    "query": {},
    "headers": {
        "Content-Type": "application/json",
        "X-App-Key": "test-app_key",
        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
    },
    "body": {"prompt": "a paper boat sails", "image": "https://example.com/in.jpg"},
}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"prompt": "people", "image": "https://example.com/group-photo.jpg"},
            REQUEST | {"body": {"prompt": "people", "image": "https://example.com/group-photo.jpg"}},
            id="Everybody in a photo",
        ),
        pytest.param(
            BASE | {"prompt": "the red car in the foreground", "image": "https://example.com/street-scene.jpg"},
            REQUEST
            | {"body": {"prompt": "the red car in the foreground", "image": "https://example.com/street-scene.jpg"}},
            id="One thing",
        ),
        pytest.param(
            BASE | {"prompt": "sky and clouds", "image": "https://example.com/landscape.jpg"},
            REQUEST | {"body": {"prompt": "sky and clouds", "image": "https://example.com/landscape.jpg"}},
            id="The background",
        ),
        pytest.param(
            BASE | {"prompt": "person in center", "image": "https://example.com/photo.jpg"},
            REQUEST | {"body": {"prompt": "person in center", "image": "https://example.com/photo.jpg"}},
            id="A mask for redrawing",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE | {"callback": None, "params": None}, REQUEST, id="None for what may be left out"),
        pytest.param(
            BASE | {"callback": "a paper boat sails 3", "params": "a paper boat sails 4"},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "image": "https://example.com/in.jpg",
                    "callback": "a paper boat sails 3",
                    "params": "a paper boat sails 4",
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
        pytest.param(
            BASE | {"prompt": "x" * 10000, "callback": "x" * 10000, "params": "x" * 10000},
            REQUEST
            | {
                "body": {
                    "prompt": "x" * 10000,
                    "image": "https://example.com/in.jpg",
                    "callback": "x" * 10000,
                    "params": "x" * 10000,
                }
            },
            id="long: prompt, callback, params",
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
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"image": 0.5}, "image", id="image: a value of another type"),
        pytest.param(BASE | {"callback": 0.5}, "callback", id="callback: a value of another type"),
        pytest.param(BASE | {"params": 0.5}, "params", id="params: a value of another type"),
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
            "image": [7],
            "callback": [7],
            "params": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"image": "https://example.com/in.jpg"}, "prompt", id="prompt"),
        pytest.param({"prompt": "a paper boat sails"}, "image", id="image"),
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
            {
                "token": {
                    "v": 1,
                    "vendor": "tomoviee",
                    "operation": "image_to_image.recognition_by_prompt",
                    "id": "task-1",
                }
            },
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
                "token": {
                    "v": 1,
                    "vendor": "tomoviee",
                    "operation": "image_to_image.recognition_by_prompt",
                    "id": "task-1",
                },
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
