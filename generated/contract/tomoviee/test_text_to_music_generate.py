# Emitted from specs/tomoviee/apis/text_to_music.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_music.generate` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "text_to_music.generate"
BASE: dict[str, Any] = {"prompt": "a paper boat sails", "duration": 0, "qty": 1}
ANSWER: dict[str, Any] = {"code": 0, "data": {"task_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {
                "prompt": "Upbeat tech music, modern and energetic electronic pop",
                "duration": 30,
                "qty": 1,
                "disable_translate": False,
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2music",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "prompt": "Upbeat tech music, modern and energetic electronic pop",
                    "duration": 30,
                    "qty": 1,
                    "disable_translate": False,
                },
            },
            id="Lively music",
        ),
        pytest.param(
            {
                "prompt": "Upbeat corporate technology music, modern and energetic",
                "duration": 30,
                "qty": 1,
                "disable_translate": False,
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2music",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "prompt": "Upbeat corporate technology music, modern and energetic",
                    "duration": 30,
                    "qty": 1,
                    "disable_translate": False,
                },
            },
            id="The sample of the reference",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "duration": 0,
                "qty": 1,
                "disable_translate": True,
                "callback": "a paper boat sails",
                "params": "a paper boat sails",
            },
            {
                "method": "POST",
                "path": "/v1/open/capacity/application/tm_text2music",
                "query": {},
                "headers": {
                    "Content-Type": "application/json",
                    "X-App-Key": "{app_key}",
                    "Authorization": "Basic {base64:app_key:app_secret}",
                },
                "body": {
                    "prompt": "a paper boat sails",
                    "duration": 0,
                    "qty": 1,
                    "disable_translate": True,
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
        pytest.param(BASE, id="duration: minimum"),
        pytest.param(BASE | {"duration": 95}, id="duration: maximum"),
        pytest.param(BASE, id="qty: minimum"),
        pytest.param(BASE | {"qty": 4}, id="qty: maximum"),
        pytest.param(BASE | {"disable_translate": True}, id="disable_translate: true"),
        pytest.param(BASE | {"disable_translate": False}, id="disable_translate: false"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"duration": -1}, "duration", id="duration: one step beyond minimum"),
        pytest.param(BASE | {"duration": 96}, "duration", id="duration: one step beyond maximum"),
        pytest.param(BASE | {"duration": "0.5 and more"}, "duration", id="duration: a value of another type"),
        pytest.param(BASE | {"qty": 0}, "qty", id="qty: one step beyond minimum"),
        pytest.param(BASE | {"qty": 5}, "qty", id="qty: one step beyond maximum"),
        pytest.param(BASE | {"qty": "0.5 and more"}, "qty", id="qty: a value of another type"),
        pytest.param(
            BASE | {"disable_translate": "0.5 and more"},
            "disable_translate",
            id="disable_translate: a value of another type",
        ),
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
        pytest.param({"duration": 0, "qty": 1}, "prompt", id="prompt"),
        pytest.param({"prompt": "a paper boat sails", "qty": 1}, "duration", id="duration"),
        pytest.param({"prompt": "a paper boat sails", "duration": 0}, "qty", id="qty"),
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
