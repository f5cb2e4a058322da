# Emitted from specs/tomoviee/apis/text_to_speech_other_clients.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_speech.generate_other_clients` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "text_to_speech.generate_other_clients"
BASE: dict[str, Any] = {"text": "a paper boat sails"}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {
                "text": "a paper boat sails",
                "speaker_choice": "a paper boat sails",
                "emotion_choice": "a paper boat sails",
                "speed_adjustment": 1,
                "key_adjustment": 1,
                "loudness_adjustment": 1,
                "lang_code": "a paper boat sails",
                "callback": "a paper boat sails",
                "params": "a paper boat sails",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2speech_b",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "text": "a paper boat sails",
                    "speaker_choice": "a paper boat sails",
                    "emotion_choice": "a paper boat sails",
                    "speed_adjustment": 1,
                    "key_adjustment": 1,
                    "loudness_adjustment": 1,
                    "lang_code": "a paper boat sails",
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
        pytest.param(BASE | {"text": 0.5}, "text", id="text: a value of another type"),
        pytest.param(BASE | {"speaker_choice": 0.5}, "speaker_choice", id="speaker_choice: a value of another type"),
        pytest.param(BASE | {"emotion_choice": 0.5}, "emotion_choice", id="emotion_choice: a value of another type"),
        pytest.param(
            BASE | {"speed_adjustment": "0.5 and more"},
            "speed_adjustment",
            id="speed_adjustment: a value of another type",
        ),
        pytest.param(
            BASE | {"key_adjustment": "0.5 and more"}, "key_adjustment", id="key_adjustment: a value of another type"
        ),
        pytest.param(
            BASE | {"loudness_adjustment": "0.5 and more"},
            "loudness_adjustment",
            id="loudness_adjustment: a value of another type",
        ),
        pytest.param(BASE | {"lang_code": 0.5}, "lang_code", id="lang_code: a value of another type"),
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
