# Emitted from specs/tomoviee/apis/text_to_speech.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_speech.generate` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "text_to_speech.generate"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.wondershare.cc",
    credentials={"app_key": "test-app_key", "app_secret": "test-app_secret"},
)
BASE: dict[str, Any] = {"text": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v1/open/capacity/application/tm_text2speech",
    "query": {},
    "headers": {
        "Content-Type": "application/json",
        "X-App-Key": "test-app_key",
        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
    },
    "body": {"text": "a paper boat sails"},
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
                "text": "欢迎使用天幕AI视频生成平台。我们提供专业的视频、图像和音频生成服务。",
                "voice_id": "zh-CN-YunxiNeural",
            },
            REQUEST
            | {
                "body": {
                    "text": "欢迎使用天幕AI视频生成平台。我们提供专业的视频、图像和音频生成服务。",
                    "voice_id": "zh-CN-YunxiNeural",
                }
            },
            id="Chinese",
        ),
        pytest.param(
            BASE
            | {
                "text": "Welcome to Tomoviee AI platform. We provide professional video, image, and audio generation services.",
                "voice_id": "en-US-JennyNeural",
            },
            REQUEST
            | {
                "body": {
                    "text": "Welcome to Tomoviee AI platform. We provide professional video, image, and audio generation services.",
                    "voice_id": "en-US-JennyNeural",
                }
            },
            id="English",
        ),
        pytest.param(
            BASE | {"text": "Introducing our revolutionary new product..."},
            REQUEST | {"body": {"text": "Introducing our revolutionary new product..."}},
            id="The voice left to the service",
        ),
        pytest.param(
            BASE | {"text": "Greetings, traveler! What brings you here?", "voice_id": "en-US-GuyNeural"},
            REQUEST | {"body": {"text": "Greetings, traveler! What brings you here?", "voice_id": "en-US-GuyNeural"}},
            id="A character",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(
            BASE | {"voice_id": None, "callback": None, "params": None}, REQUEST, id="None for what may be left out"
        ),
        pytest.param(
            BASE
            | {"voice_id": "zh-CN-YunxiNeural", "callback": "a paper boat sails 3", "params": "a paper boat sails 4"},
            REQUEST
            | {
                "body": {
                    "text": "a paper boat sails",
                    "voice_id": "zh-CN-YunxiNeural",
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
        pytest.param(BASE | {"text": "x" * 5000}, REQUEST | {"body": {"text": "x" * 5000}}, id="text: max_length"),
        pytest.param(
            BASE | {"voice_id": "zh-CN-YunxiNeural"},
            REQUEST | {"body": {"text": "a paper boat sails", "voice_id": "zh-CN-YunxiNeural"}},
            id="voice_id: 'zh-CN-YunxiNeural'",
        ),
        pytest.param(
            BASE | {"voice_id": "zh-CN-XiaoxiaoNeural"},
            REQUEST | {"body": {"text": "a paper boat sails", "voice_id": "zh-CN-XiaoxiaoNeural"}},
            id="voice_id: 'zh-CN-XiaoxiaoNeural'",
        ),
        pytest.param(
            BASE | {"voice_id": "zh-CN-YunjianNeural"},
            REQUEST | {"body": {"text": "a paper boat sails", "voice_id": "zh-CN-YunjianNeural"}},
            id="voice_id: 'zh-CN-YunjianNeural'",
        ),
        pytest.param(
            BASE | {"voice_id": "en-US-JennyNeural"},
            REQUEST | {"body": {"text": "a paper boat sails", "voice_id": "en-US-JennyNeural"}},
            id="voice_id: 'en-US-JennyNeural'",
        ),
        pytest.param(
            BASE | {"voice_id": "en-US-GuyNeural"},
            REQUEST | {"body": {"text": "a paper boat sails", "voice_id": "en-US-GuyNeural"}},
            id="voice_id: 'en-US-GuyNeural'",
        ),
        pytest.param(
            BASE | {"voice_id": "en-US-AriaNeural"},
            REQUEST | {"body": {"text": "a paper boat sails", "voice_id": "en-US-AriaNeural"}},
            id="voice_id: 'en-US-AriaNeural'",
        ),
        pytest.param(
            BASE | {"voice_id": "en-GB-SoniaNeural"},
            REQUEST | {"body": {"text": "a paper boat sails", "voice_id": "en-GB-SoniaNeural"}},
            id="voice_id: 'en-GB-SoniaNeural'",
        ),
        pytest.param(
            BASE | {"voice_id": "en-GB-RyanNeural"},
            REQUEST | {"body": {"text": "a paper boat sails", "voice_id": "en-GB-RyanNeural"}},
            id="voice_id: 'en-GB-RyanNeural'",
        ),
        pytest.param(
            BASE | {"callback": "x" * 10000, "params": "x" * 10000},
            REQUEST | {"body": {"text": "a paper boat sails", "callback": "x" * 10000, "params": "x" * 10000}},
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
        pytest.param(BASE | {"text": "x" * 5001}, "text", id="text: one step beyond max_length"),
        pytest.param(BASE | {"text": 0.5}, "text", id="text: a value of another type"),
        pytest.param(BASE | {"voice_id": 0.5}, "voice_id", id="voice_id: a value of another type"),
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
            "text": [7],
            "voice_id": [7],
            "callback": [7],
            "params": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "text", id="text"),
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
            {"token": {"v": 1, "vendor": "tomoviee", "operation": "text_to_speech.generate", "id": "task-1"}},
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
                "token": {"v": 1, "vendor": "tomoviee", "operation": "text_to_speech.generate", "id": "task-1"},
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
