# Emitted from specs/doubao/apis/list_tasks.yaml by `make generate`. Edit the spec, not this file.

"""What `video.list` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright_runtime import testing

OPERATION = "video.list"
SUBJECT = testing.Subject(operation=OPERATION, server="http://localhost:8000")
BASE: dict[str, Any] = {}
REQUEST: dict[str, Any] = {"method": "GET", "path": "/api/video-gen/list", "query": {}, "headers": {}, "body": None}
ANSWER: dict[str, Any] = {"success": True}
EITHER = pytest.mark.parametrize("client", [Doubao, AsyncDoubao])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param({}, REQUEST, id="all tasks"),
        pytest.param(
            {"conversation_id": "xxx"}, REQUEST | {"query": {"conversation_id": "xxx"}}, id="tasks of one conversation"
        ),
        pytest.param({}, REQUEST, id="nothing that may be left out"),
        pytest.param({"conversation_id": None}, REQUEST, id="None for what may be left out"),
        pytest.param(
            {"conversation_id": "a paper boat sails"},
            REQUEST | {"query": {"conversation_id": "a paper boat sails"}},
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
            {"conversation_id": "x" * 10000},
            REQUEST | {"query": {"conversation_id": "x" * 10000}},
            id="long: conversation_id",
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
        pytest.param({"conversation_id": 0.5}, "conversation_id", id="conversation_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param({}, {"success": True}, {"whole": True}, id="success by True"),
        pytest.param({}, {}, {"whole": True}, id="success without a code"),
        pytest.param(
            {},
            {
                "success": True,
                "total": 2,
                "tasks": [
                    {
                        "conversation_id": "text of tasks[].conversation_id",
                        "message_id": "text of tasks[].message_id",
                        "status": "pending",
                        "video_urls": "text of tasks[].video_urls",
                        "retry_count": 7,
                        "max_retries": 8,
                        "created_at": "text of tasks[].created_at",
                        "updated_at": "text of tasks[].updated_at",
                        "error": "text of tasks[].error",
                    }
                ],
            },
            {"whole": True},
            id="every documented field",
        ),
    ],
)
def test_reads_the_answer(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, SUBJECT, params, answer, expect, judge=judge)


def test_model_of_answers_has_every_documented_field() -> None:
    testing.check_model(
        Doubao,
        SUBJECT,
        {
            "success": True,
            "total": 2,
            "tasks": [
                {
                    "conversation_id": "text of tasks[].conversation_id",
                    "message_id": "text of tasks[].message_id",
                    "status": "pending",
                    "video_urls": "text of tasks[].video_urls",
                    "retry_count": 7,
                    "max_retries": 8,
                    "created_at": "text of tasks[].created_at",
                    "updated_at": "text of tasks[].updated_at",
                    "error": "text of tasks[].error",
                }
            ],
        },
        {
            "success": True,
            "total": 2,
            "tasks[0].conversation_id": "text of tasks[].conversation_id",
            "tasks[0].message_id": "text of tasks[].message_id",
            "tasks[0].status": "pending",
            "tasks[0].video_urls": "text of tasks[].video_urls",
            "tasks[0].retry_count": 7,
            "tasks[0].max_retries": 8,
            "tasks[0].created_at": "text of tasks[].created_at",
            "tasks[0].updated_at": "text of tasks[].updated_at",
            "tasks[0].error": "text of tasks[].error",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"success": False, "detail": "words of the vendor"},
            {"code": False, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in success",
        ),
    ],
)
def test_raises_the_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, SUBJECT, BASE, answer, **facts)
