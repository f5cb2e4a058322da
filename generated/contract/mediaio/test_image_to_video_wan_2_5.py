# Emitted from specs/mediaio/apis/wan_2_5.yaml by `make generate`. Edit the spec, not this file.

"""What `image_to_video.wan_2_5` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

OPERATION = "image_to_video.wan_2_5"
BASE: dict[str, Any] = {"image": "https://example.com/in.png", "prompt": "a paper boat sails"}
ANSWER: dict[str, Any] = {"code": 0, "msg": "", "data": {"task_id": "<string>"}, "trace_id": "<string>"}
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"image": "<string>", "prompt": "<string>", "resolution": "480P", "duration": "5s"},
            {
                "method": "POST",
                "path": "/generation/wan/i2v-wan-v2-5",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {"data": {"duration": "5s", "image": "<string>", "prompt": "<string>", "resolution": "480P"}},
            },
            id="documented example 1",
        ),
        pytest.param(
            {
                "image": "https://example.com/in.png",
                "prompt": "a paper boat sails",
                "resolution": "480P",
                "duration": "5s",
            },
            {
                "method": "POST",
                "path": "/generation/wan/i2v-wan-v2-5",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {
                    "data": {
                        "image": "https://example.com/in.png",
                        "prompt": "a paper boat sails",
                        "resolution": "480P",
                        "duration": "5s",
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
        pytest.param(BASE | {"prompt": "x" * 800}, id="prompt: max_length"),
        pytest.param(BASE | {"resolution": "480P"}, id="resolution: '480P'"),
        pytest.param(BASE | {"resolution": "720P"}, id="resolution: '720P'"),
        pytest.param(BASE | {"resolution": "1080P"}, id="resolution: '1080P'"),
        pytest.param(BASE | {"duration": "5s"}, id="duration: '5s'"),
        pytest.param(BASE | {"duration": "10s"}, id="duration: '10s'"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"image": 0.5}, "image", id="image: a value of another type"),
        pytest.param(BASE | {"prompt": "x" * 801}, "prompt", id="prompt: one step beyond max_length"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"resolution": "no such value"}, "resolution", id="resolution: a foreign value"),
        pytest.param(BASE | {"resolution": 0.5}, "resolution", id="resolution: a value of another type"),
        pytest.param(BASE | {"duration": "no such value"}, "duration", id="duration: a foreign value"),
        pytest.param(BASE | {"duration": 0.5}, "duration", id="duration: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"prompt": "a paper boat sails"}, "image", id="image"),
        pytest.param({"image": "https://example.com/in.png"}, "prompt", id="prompt"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"image": "<string>", "prompt": "<string>", "resolution": "480P", "duration": "5s"},
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
