# Emitted from specs/mediaio/apis/vidu_q3_text_to_video.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_video.vidu_q3` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

OPERATION = "text_to_video.vidu_q3"
BASE: dict[str, Any] = {"prompt": "a paper boat sails"}
ANSWER: dict[str, Any] = {"code": 0, "msg": "", "data": {"task_id": "<string>"}, "trace_id": "<string>"}
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"prompt": "<string>", "ratio": "16:9", "resolution": "720P", "duration": "8s", "generate_audio": "True"},
            {
                "method": "POST",
                "path": "/generation/vidu/t2v-vidu-q3",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {
                    "data": {
                        "duration": "8s",
                        "generate_audio": "True",
                        "prompt": "<string>",
                        "ratio": "16:9",
                        "resolution": "720P",
                    }
                },
            },
            id="documented example 1",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "ratio": "9:16",
                "resolution": "540P",
                "duration": "4s",
                "generate_audio": "True",
            },
            {
                "method": "POST",
                "path": "/generation/vidu/t2v-vidu-q3",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {
                    "data": {
                        "prompt": "a paper boat sails",
                        "ratio": "9:16",
                        "resolution": "540P",
                        "duration": "4s",
                        "generate_audio": "True",
                    }
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
        pytest.param(BASE | {"prompt": "x" * 2000}, id="prompt: max_length"),
        pytest.param(BASE | {"ratio": "9:16"}, id="ratio: '9:16'"),
        pytest.param(BASE | {"ratio": "16:9"}, id="ratio: '16:9'"),
        pytest.param(BASE | {"ratio": "1:1"}, id="ratio: '1:1'"),
        pytest.param(BASE | {"ratio": "4:3"}, id="ratio: '4:3'"),
        pytest.param(BASE | {"ratio": "3:4"}, id="ratio: '3:4'"),
        pytest.param(BASE | {"resolution": "540P"}, id="resolution: '540P'"),
        pytest.param(BASE | {"resolution": "720P"}, id="resolution: '720P'"),
        pytest.param(BASE | {"resolution": "1080P"}, id="resolution: '1080P'"),
        pytest.param(BASE | {"duration": "4s"}, id="duration: '4s'"),
        pytest.param(BASE | {"duration": "8s"}, id="duration: '8s'"),
        pytest.param(BASE | {"duration": "12s"}, id="duration: '12s'"),
        pytest.param(BASE | {"duration": "16s"}, id="duration: '16s'"),
        pytest.param(BASE | {"generate_audio": "True"}, id="generate_audio: 'True'"),
        pytest.param(BASE | {"generate_audio": "False"}, id="generate_audio: 'False'"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"prompt": "x" * 2001}, "prompt", id="prompt: one step beyond max_length"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"ratio": "no such value"}, "ratio", id="ratio: a foreign value"),
        pytest.param(BASE | {"ratio": 0.5}, "ratio", id="ratio: a value of another type"),
        pytest.param(BASE | {"resolution": "no such value"}, "resolution", id="resolution: a foreign value"),
        pytest.param(BASE | {"resolution": 0.5}, "resolution", id="resolution: a value of another type"),
        pytest.param(BASE | {"duration": "no such value"}, "duration", id="duration: a foreign value"),
        pytest.param(BASE | {"duration": 0.5}, "duration", id="duration: a value of another type"),
        pytest.param(
            BASE | {"generate_audio": "no such value"}, "generate_audio", id="generate_audio: a foreign value"
        ),
        pytest.param(BASE | {"generate_audio": 0.5}, "generate_audio", id="generate_audio: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "prompt", id="prompt"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"prompt": "<string>", "ratio": "16:9", "resolution": "720P", "duration": "8s", "generate_audio": "True"},
            {"code": 0, "msg": "", "data": {"task_id": "<string>"}, "trace_id": "<string>"},
            {"task_id": "<string>"},
            id="documented answer 1",
        ),
    ],
)
def test_reads_the_documented_answer(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({"code": 374004}, {"code": 374004, "kind": "auth"}, id="374004"),
        pytest.param({"code": 490505}, {"code": 490505, "kind": "credits"}, id="490505"),
        pytest.param({"code": 490000}, {"code": 490000, "kind": "invalid"}, id="490000"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
