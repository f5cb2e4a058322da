# Emitted from specs/tomoviee/apis/text_to_sound_effect.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_audio.sound_effect` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "text_to_audio.sound_effect"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.wondershare.cc",
    credentials={"app_key": "test-app_key", "app_secret": "test-app_secret"},
)
BASE: dict[str, Any] = {"prompt": "a paper boat sails", "duration": 5}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v1/open/capacity/application/tm_text2sfx",
    "query": {},
    "headers": {
        "Content-Type": "application/json",
        "X-App-Key": "test-app_key",
        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
    },
    "body": {"prompt": "a paper boat sails", "duration": 5},
}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"prompt": "Heavy rain falling on roof with distant thunder", "duration": 30, "qty": 1},
            REQUEST | {"body": {"prompt": "Heavy rain falling on roof with distant thunder", "duration": 30, "qty": 1}},
            id="Rain",
        ),
        pytest.param(
            BASE | {"prompt": "Heavy rain falling on roof with distant thunder", "duration": 30},
            REQUEST | {"body": {"prompt": "Heavy rain falling on roof with distant thunder", "duration": 30}},
            id="Rain without a number of variants",
        ),
        pytest.param(
            BASE | {"prompt": "Car engine starting and revving", "duration": 8},
            REQUEST | {"body": {"prompt": "Car engine starting and revving", "duration": 8}},
            id="An engine",
        ),
        pytest.param(
            BASE | {"prompt": "Busy city street with traffic and people talking", "duration": 60},
            REQUEST | {"body": {"prompt": "Busy city street with traffic and people talking", "duration": 60}},
            id="A street",
        ),
        pytest.param(
            BASE | {"prompt": "Keyboard typing sounds, mechanical switches", "duration": 15},
            REQUEST | {"body": {"prompt": "Keyboard typing sounds, mechanical switches", "duration": 15}},
            id="A keyboard",
        ),
        pytest.param(
            BASE | {"prompt": "Medieval tavern atmosphere with crowd chatter", "duration": 120},
            REQUEST | {"body": {"prompt": "Medieval tavern atmosphere with crowd chatter", "duration": 120}},
            id="A tavern",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(
            BASE | {"qty": None, "callback": None, "params": None}, REQUEST, id="None for what may be left out"
        ),
        pytest.param(
            BASE | {"qty": 1, "callback": "a paper boat sails 4", "params": "a paper boat sails 5"},
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "duration": 5,
                    "qty": 1,
                    "callback": "a paper boat sails 4",
                    "params": "a paper boat sails 5",
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
        pytest.param(BASE, REQUEST, id="duration: minimum"),
        pytest.param(
            BASE | {"duration": 180},
            REQUEST | {"body": {"prompt": "a paper boat sails", "duration": 180}},
            id="duration: maximum",
        ),
        pytest.param(
            BASE | {"qty": 1},
            REQUEST | {"body": {"prompt": "a paper boat sails", "duration": 5, "qty": 1}},
            id="qty: minimum",
        ),
        pytest.param(
            BASE | {"qty": 4},
            REQUEST | {"body": {"prompt": "a paper boat sails", "duration": 5, "qty": 4}},
            id="qty: maximum",
        ),
        pytest.param(
            BASE | {"prompt": "x" * 10000, "callback": "x" * 10000, "params": "x" * 10000},
            REQUEST | {"body": {"prompt": "x" * 10000, "duration": 5, "callback": "x" * 10000, "params": "x" * 10000}},
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
        pytest.param(BASE | {"duration": 4}, "duration", id="duration: one step beyond minimum"),
        pytest.param(BASE | {"duration": 181}, "duration", id="duration: one step beyond maximum"),
        pytest.param(BASE | {"duration": "0.5 and more"}, "duration", id="duration: a value of another type"),
        pytest.param(BASE | {"qty": 0}, "qty", id="qty: one step beyond minimum"),
        pytest.param(BASE | {"qty": 5}, "qty", id="qty: one step beyond maximum"),
        pytest.param(BASE | {"qty": "0.5 and more"}, "qty", id="qty: a value of another type"),
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
            "duration": ["5", 5.5, 4.5],
            "qty": ["1", 1.5, 0.5],
            "callback": [7],
            "params": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"duration": 5}, "prompt", id="prompt"),
        pytest.param({"prompt": "a paper boat sails"}, "duration", id="duration"),
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
            {"token": {"v": 1, "vendor": "tomoviee", "operation": "text_to_audio.sound_effect", "id": "task-1"}},
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
                "token": {"v": 1, "vendor": "tomoviee", "operation": "text_to_audio.sound_effect", "id": "task-1"},
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
