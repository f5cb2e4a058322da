# Emitted from specs/tomoviee/apis/image_recognition.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_image.recognition` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "image_to_image.recognition"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.wondershare.cc",
    credentials={"app_key": "test-app_key", "app_secret": "test-app_secret"},
)
BASE: dict[str, Any] = {"image": "https://example.com/in.jpg"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v1/open/capacity/application/tm_reference_img2mask",
    "query": {},
    "headers": {
        "Content-Type": "application/json",
        "X-App-Key": "test-app_key",
        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
    },
    "body": {"image": "https://example.com/in.jpg"},
}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"image": "https://example.com/photo.jpg", "control_type": "2"},
            REQUEST | {"body": {"image": "https://example.com/photo.jpg", "control_type": "2"}},
            id="The subject of a photo",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(
            BASE | {"control_type": None, "callback": None, "params": None}, REQUEST, id="None for what may be left out"
        ),
        pytest.param(
            BASE | {"control_type": "0", "callback": "a paper boat sails", "params": "a paper boat sails 4"},
            REQUEST
            | {
                "body": {
                    "image": "https://example.com/in.jpg",
                    "control_type": "0",
                    "callback": "a paper boat sails",
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
            BASE | {"control_type": "0"},
            REQUEST | {"body": {"image": "https://example.com/in.jpg", "control_type": "0"}},
            id="control_type: '0'",
        ),
        pytest.param(
            BASE | {"control_type": "1"},
            REQUEST | {"body": {"image": "https://example.com/in.jpg", "control_type": "1"}},
            id="control_type: '1'",
        ),
        pytest.param(
            BASE | {"control_type": "2"},
            REQUEST | {"body": {"image": "https://example.com/in.jpg", "control_type": "2"}},
            id="control_type: '2'",
        ),
        pytest.param(
            BASE | {"control_type": "3"},
            REQUEST | {"body": {"image": "https://example.com/in.jpg", "control_type": "3"}},
            id="control_type: '3'",
        ),
        pytest.param(
            BASE | {"callback": "x" * 10000, "params": "x" * 10000},
            REQUEST | {"body": {"image": "https://example.com/in.jpg", "callback": "x" * 10000, "params": "x" * 10000}},
            id="long: callback, params",
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
        pytest.param(BASE | {"image": 0.5}, "image", id="image: a value of another type"),
        pytest.param(BASE | {"control_type": "no such value"}, "control_type", id="control_type: a foreign value"),
        pytest.param(BASE | {"control_type": 0.5}, "control_type", id="control_type: a value of another type"),
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
            "image": [7],
            "control_type": [0, "-1", 1, 2, 3, "4"],
            "callback": [7],
            "params": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "image", id="image"),
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
            {"token": {"v": 1, "vendor": "tomoviee", "operation": "image_to_image.recognition", "id": "task-1"}},
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
                "token": {"v": 1, "vendor": "tomoviee", "operation": "image_to_image.recognition", "id": "task-1"},
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
