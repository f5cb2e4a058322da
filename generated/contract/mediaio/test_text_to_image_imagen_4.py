# Emitted from specs/mediaio/apis/imagen_4.yaml by `make generate`. Edit the spec, not this file.

"""What `text_to_image.imagen_4` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

OPERATION = "text_to_image.imagen_4"
BASE: dict[str, Any] = {"prompt": "a paper boat sails"}
ANSWER: dict[str, Any] = {"code": 0, "msg": "", "data": {"task_id": "<string>"}, "trace_id": "<string>"}
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"prompt": "<string>", "ratio": "9:16", "counts": "1"},
            {
                "method": "POST",
                "path": "/generation/imagen/t2i-imagen-4",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {"data": {"counts": "1", "prompt": "<string>", "ratio": "9:16"}},
            },
            id="documented example 1",
        ),
        pytest.param(
            {"prompt": "a paper boat sails", "ratio": "9:16", "counts": "1"},
            {
                "method": "POST",
                "path": "/generation/imagen/t2i-imagen-4",
                "query": {},
                "headers": {"X-API-KEY": "{api_key}", "Content-Type": "application/json"},
                "body": {"data": {"prompt": "a paper boat sails", "ratio": "9:16", "counts": "1"}},
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
        pytest.param(BASE | {"prompt": "x" * 1200}, id="prompt: max_length"),
        pytest.param(BASE | {"ratio": "9:16"}, id="ratio: '9:16'"),
        pytest.param(BASE | {"ratio": "16:9"}, id="ratio: '16:9'"),
        pytest.param(BASE | {"ratio": "1:1"}, id="ratio: '1:1'"),
        pytest.param(BASE | {"ratio": "4:3"}, id="ratio: '4:3'"),
        pytest.param(BASE | {"ratio": "3:4"}, id="ratio: '3:4'"),
        pytest.param(BASE | {"counts": "1"}, id="counts: '1'"),
        pytest.param(BASE | {"counts": "2"}, id="counts: '2'"),
        pytest.param(BASE | {"counts": "3"}, id="counts: '3'"),
        pytest.param(BASE | {"counts": "4"}, id="counts: '4'"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"prompt": "x" * 1201}, "prompt", id="prompt: one step beyond max_length"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"ratio": "no such value"}, "ratio", id="ratio: a foreign value"),
        pytest.param(BASE | {"ratio": 0.5}, "ratio", id="ratio: a value of another type"),
        pytest.param(BASE | {"counts": "no such value"}, "counts", id="counts: a foreign value"),
        pytest.param(BASE | {"counts": 0.5}, "counts", id="counts: a value of another type"),
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
            {"prompt": "<string>", "ratio": "9:16", "counts": "1"},
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
