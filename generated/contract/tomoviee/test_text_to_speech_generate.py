# Emitted from specs/tomoviee/apis/text_to_speech.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_speech.generate` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "text_to_speech.generate"
BASE: dict[str, Any] = {"text": "a paper boat sails"}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {
                "text": "欢迎使用天幕AI视频生成平台。我们提供专业的视频、图像和音频生成服务。",
                "voice_id": "zh-CN-YunxiNeural",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2speech",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "text": "欢迎使用天幕AI视频生成平台。我们提供专业的视频、图像和音频生成服务。",
                    "voice_id": "zh-CN-YunxiNeural",
                },
            },
            id="Chinese",
        ),
        pytest.param(
            {
                "text": "Welcome to Tomoviee AI platform. We provide professional video, image, and audio generation services.",
                "voice_id": "en-US-JennyNeural",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2speech",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "text": "Welcome to Tomoviee AI platform. We provide professional video, image, and audio generation services.",
                    "voice_id": "en-US-JennyNeural",
                },
            },
            id="English",
        ),
        pytest.param(
            {"text": "Introducing our revolutionary new product..."},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2speech",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"text": "Introducing our revolutionary new product..."},
            },
            id="The voice left to the service",
        ),
        pytest.param(
            {"text": "Greetings, traveler! What brings you here?", "voice_id": "en-US-GuyNeural"},
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2speech",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {"text": "Greetings, traveler! What brings you here?", "voice_id": "en-US-GuyNeural"},
            },
            id="A character",
        ),
        pytest.param(
            {
                "text": "a paper boat sails",
                "voice_id": "zh-CN-YunxiNeural",
                "callback": "a paper boat sails",
                "params": "a paper boat sails",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2speech",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "text": "a paper boat sails",
                    "voice_id": "zh-CN-YunxiNeural",
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
        pytest.param(BASE | {"text": "x" * 5000}, id="text: max_length"),
        pytest.param(BASE | {"voice_id": "zh-CN-YunxiNeural"}, id="voice_id: 'zh-CN-YunxiNeural'"),
        pytest.param(BASE | {"voice_id": "zh-CN-XiaoxiaoNeural"}, id="voice_id: 'zh-CN-XiaoxiaoNeural'"),
        pytest.param(BASE | {"voice_id": "zh-CN-YunjianNeural"}, id="voice_id: 'zh-CN-YunjianNeural'"),
        pytest.param(BASE | {"voice_id": "en-US-JennyNeural"}, id="voice_id: 'en-US-JennyNeural'"),
        pytest.param(BASE | {"voice_id": "en-US-GuyNeural"}, id="voice_id: 'en-US-GuyNeural'"),
        pytest.param(BASE | {"voice_id": "en-US-AriaNeural"}, id="voice_id: 'en-US-AriaNeural'"),
        pytest.param(BASE | {"voice_id": "en-GB-SoniaNeural"}, id="voice_id: 'en-GB-SoniaNeural'"),
        pytest.param(BASE | {"voice_id": "en-GB-RyanNeural"}, id="voice_id: 'en-GB-RyanNeural'"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


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
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "text", id="text"),
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
