# Emitted from specs/qianfan/apis/create_task.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.create` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.qianfan import AsyncQianfan, Qianfan
from mediawright_runtime import testing

OPERATION = "picture_book.create"
BASE: dict[str, Any] = {"method": 9, "content": "a paper boat sails"}
ANSWER: dict[str, Any] = {"errno": 0, "errmsg": "...", "data": {"task_id": "<uuid>"}}
EITHER = pytest.mark.parametrize("client", [Qianfan, AsyncQianfan])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"method": 9, "content": "A brave cat explores the world."},
            {
                "method": "POST",
                "path": "/v2/tools/ai_picture_book/task_create",
                "query": {},
                "headers": {"Authorization": "Bearer {api_key}"},
                "body": {"method": 9, "input_type": "1", "input_content": "A brave cat explores the world."},
            },
            id="documented example 1",
        ),
        pytest.param(
            {"method": 9, "content": "a paper boat sails"},
            {
                "method": "POST",
                "path": "/v2/tools/ai_picture_book/task_create",
                "query": {},
                "headers": {"Authorization": "Bearer {api_key}"},
                "body": {"method": 9, "input_type": "1", "input_content": "a paper boat sails"},
            },
            id="every parameter",
        ),
        pytest.param(
            {"method": "static", "content": "a paper boat sails"},
            {
                "method": "POST",
                "path": "/v2/tools/ai_picture_book/task_create",
                "query": {},
                "headers": {"Authorization": "Bearer {api_key}"},
                "body": {"method": 9, "input_type": "1", "input_content": "a paper boat sails"},
            },
            id="method by name: static",
        ),
    ],
)
def test_sends_exactly_this(client: testing.ClientClass, params: dict[str, Any], request_: dict[str, Any]) -> None:
    testing.check_wire(client, OPERATION, params, answer=ANSWER, **request_)


@EITHER
@pytest.mark.parametrize(
    "params",
    [
        pytest.param(BASE, id="method: 9"),
        pytest.param(BASE | {"method": 10}, id="method: 10"),
        pytest.param(BASE | {"content": "x"}, id="content: min_length"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"method": 11}, "method", id="method: a foreign value"),
        pytest.param(BASE | {"method": "0.5 and more"}, "method", id="method: a value of another type"),
        pytest.param(BASE | {"content": ""}, "content", id="content: one step beyond min_length"),
        pytest.param(BASE | {"content": 0.5}, "content", id="content: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"content": "a paper boat sails"}, "method", id="method"),
        pytest.param({"method": 9}, "content", id="content"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"method": 9, "content": "A brave cat explores the world."},
            {"errno": 0, "errmsg": "...", "data": {"task_id": "<uuid>"}},
            {"task_id": "<uuid>"},
            id="documented answer 1",
        ),
    ],
)
def test_reads_the_documented_answer(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)
