# Emitted from specs/qianfan/apis/query_task_by_get.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.query_by_get` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.qianfan import AsyncQianfan, Qianfan
from mediawright_runtime import testing

OPERATION = "picture_book.query_by_get"
BASE: dict[str, Any] = {"task_id": "a paper boat sails"}
ANSWER: dict[str, Any] = {"status": 2, "video_bos_url": "https://..."}
EITHER = pytest.mark.parametrize("client", [Qianfan, AsyncQianfan])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"task_id": "task-id-here"},
            {
                "method": "GET",
                "path": "/v2/tools/ai_picture_book/query",
                "query": {"task_id": "task-id-here"},
                "headers": {"Authorization": "Bearer {api_key}"},
                "body": None,
            },
            id="documented example 1",
        ),
        pytest.param(
            {"task_id": "a paper boat sails"},
            {
                "method": "GET",
                "path": "/v2/tools/ai_picture_book/query",
                "query": {"task_id": "a paper boat sails"},
                "headers": {"Authorization": "Bearer {api_key}"},
                "body": None,
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
        pytest.param(BASE | {"task_id": 0.5}, "task_id", id="task_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "task_id", id="task_id"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"task_id": "task-id-here"},
            {"status": 2, "video_bos_url": "https://..."},
            {"model": {"status": 2, "video_bos_url": "https://..."}},
            id="A completed task.",
        ),
    ],
)
def test_reads_the_documented_answer(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)
