# Emitted from specs/mediaio/apis/kling_2_6.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.kling_2_6` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

OPERATION = "image_to_video.kling_2_6"
SUBJECT = testing.Subject(
    operation=OPERATION, server="https://openapi.media.io", credentials={"api_key": "test-api_key"}
)
BASE: dict[str, Any] = {"image": "https://example.com/in.png", "prompt": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/generation/kling/i2v-kling-v2-6",
    "query": {},
    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
    "body": {"data": {"image": "https://example.com/in.png", "prompt": "a paper boat sails"}},
}
ANSWER: dict[str, Any] = {"code": 0, "msg": "", "data": {"task_id": "<string>"}, "trace_id": "<string>"}
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"image": "<string>", "prompt": "<string>", "duration": "5s", "generate_audio": "True"},
            REQUEST
            | {
                "body": {
                    "data": {"duration": "5s", "generate_audio": "True", "image": "<string>", "prompt": "<string>"}
                }
            },
            id="documented example 1",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE | {"duration": None, "generate_audio": None}, REQUEST, id="None for what may be left out"),
        pytest.param(
            BASE | {"duration": "5s", "generate_audio": "True"},
            REQUEST
            | {
                "body": {
                    "data": {
                        "image": "https://example.com/in.png",
                        "prompt": "a paper boat sails",
                        "duration": "5s",
                        "generate_audio": "True",
                    }
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
            BASE | {"prompt": "x" * 2500},
            REQUEST | {"body": {"data": {"image": "https://example.com/in.png", "prompt": "x" * 2500}}},
            id="prompt: max_length",
        ),
        pytest.param(
            BASE | {"duration": "5s"},
            REQUEST
            | {
                "body": {
                    "data": {"image": "https://example.com/in.png", "prompt": "a paper boat sails", "duration": "5s"}
                }
            },
            id="duration: '5s'",
        ),
        pytest.param(
            BASE | {"duration": "10s"},
            REQUEST
            | {
                "body": {
                    "data": {"image": "https://example.com/in.png", "prompt": "a paper boat sails", "duration": "10s"}
                }
            },
            id="duration: '10s'",
        ),
        pytest.param(
            BASE | {"generate_audio": "True"},
            REQUEST
            | {
                "body": {
                    "data": {
                        "image": "https://example.com/in.png",
                        "prompt": "a paper boat sails",
                        "generate_audio": "True",
                    }
                }
            },
            id="generate_audio: 'True'",
        ),
        pytest.param(
            BASE | {"generate_audio": "False"},
            REQUEST
            | {
                "body": {
                    "data": {
                        "image": "https://example.com/in.png",
                        "prompt": "a paper boat sails",
                        "generate_audio": "False",
                    }
                }
            },
            id="generate_audio: 'False'",
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
        pytest.param(BASE | {"prompt": "x" * 2501}, "prompt", id="prompt: one step beyond max_length"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"duration": "no such value"}, "duration", id="duration: a foreign value"),
        pytest.param(BASE | {"duration": 0.5}, "duration", id="duration: a value of another type"),
        pytest.param(
            BASE | {"generate_audio": "no such value"}, "generate_audio", id="generate_audio: a foreign value"
        ),
        pytest.param(BASE | {"generate_audio": 0.5}, "generate_audio", id="generate_audio: a value of another type"),
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
            "prompt": [7],
            "duration": [7, "5S", "4s", "6s", "5", 5, "10S", "9s", "11s", "10", 10, "7s", "8s"],
            "generate_audio": [7, "tRUE", "fALSE"],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"prompt": "a paper boat sails"}, "image", id="image"),
        pytest.param({"image": "https://example.com/in.png"}, "prompt", id="prompt"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param(
            {"code": 0, "msg": "", "data": {"task_id": "<string>"}, "trace_id": "<string>"},
            200,
            id="documented answer 1",
        ),
    ],
)
def test_exported_document_knows_the_documented_answer(judge: testing.Judge, answer: Any, status: int) -> None:
    testing.check_documented(judge, answer, status)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE | {"image": "<string>", "prompt": "<string>", "duration": "5s", "generate_audio": "True"},
            {"code": 0, "msg": "", "data": {"task_id": "<string>"}, "trace_id": "<string>"},
            {"token": {"v": 1, "vendor": "mediaio", "operation": "image_to_video.kling_2_6", "id": "<string>"}},
            id="documented answer 1",
        ),
        pytest.param(
            BASE,
            {"code": 0, "data": {"task_id": "task-1"}},
            {"token": {"v": 1, "vendor": "mediaio", "operation": "image_to_video.kling_2_6", "id": "task-1"}},
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
        MediaIO,
        SUBJECT,
        {"code": 1, "msg": "text of msg", "trace_id": "text of trace_id", "data": {"task_id": "text of data.task_id"}},
        {"code": 1, "msg": "text of msg", "trace_id": "text of trace_id", "data.task_id": "text of data.task_id"},
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 1, "vendor": "mediaio", "operation": "image_to_video.kling_2_6", "id": "task-1"},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "completed", "result": [{"preview": "https://example.com/out-1"}]}},
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
            {"code": 374004, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 374004, "kind": "auth", "message": "words of the vendor", "trace_id": "trace-1"},
            id="374004",
        ),
        pytest.param(
            {"code": 490505, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 490505, "kind": "credits", "message": "words of the vendor", "trace_id": "trace-1"},
            id="490505",
        ),
        pytest.param(
            {"code": 490000, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 490000, "kind": "invalid", "message": "words of the vendor", "trace_id": "trace-1"},
            id="490000",
        ),
        pytest.param(
            {"code": 987654321, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor", "trace_id": "trace-1"},
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
