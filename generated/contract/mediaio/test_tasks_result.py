# Emitted from specs/mediaio/apis/task_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.result` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

OPERATION = "tasks.result"
SUBJECT = testing.Subject(
    operation=OPERATION, server="https://openapi.media.io", credentials={"api_key": "test-api_key"}
)
BASE: dict[str, Any] = {"task_id": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/generation/result/a%20paper%20boat%20sails",
    "query": {},
    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
    "body": {},
}
ANSWER: dict[str, Any] = {
    "code": 0,
    "msg": "",
    "data": {
        "task_id": "...",
        "status": "completed",
        "reason": "success",
        "result": [{"val": "...", "preview": "https://...", "status": "completed"}],
    },
    "trace_id": "...",
}
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"task_id": "<task_id>"},
            REQUEST | {"path": "/generation/result/%3Ctask_id%3E"},
            id="documented example 1",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE, REQUEST, id="every parameter"),
    ],
)
def test_sends_exactly_this(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"task_id": 0.5}, "task_id", id="task_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "task_id", id="task_id"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param(
            {
                "code": 0,
                "msg": "",
                "data": {
                    "task_id": "...",
                    "status": "completed",
                    "reason": "success",
                    "result": [{"val": "...", "preview": "https://...", "status": "completed"}],
                },
                "trace_id": "...",
            },
            200,
            id="A completed task.",
        ),
    ],
)
def test_exported_document_knows_the_documented_answer(judge: testing.Judge, answer: Any, status: int) -> None:
    testing.check_documented(judge, answer, status)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE | {"task_id": "<task_id>"},
            {
                "code": 0,
                "msg": "",
                "data": {
                    "task_id": "...",
                    "status": "completed",
                    "reason": "success",
                    "result": [{"val": "...", "preview": "https://...", "status": "completed"}],
                },
                "trace_id": "...",
            },
            {"whole": True},
            id="A completed task.",
        ),
        pytest.param(BASE, {"code": 0}, {"whole": True}, id="success by 0"),
        pytest.param(
            BASE,
            {
                "code": 0,
                "msg": "text of msg",
                "trace_id": "text of trace_id",
                "data": {
                    "task_id": "text of data.task_id",
                    "status": "waiting",
                    "reason": "text of data.reason",
                    "result": [
                        {
                            "val": "text of data.result[].val",
                            "preview": "text of data.result[].preview",
                            "status": "text of data.result[].status",
                        }
                    ],
                },
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
        MediaIO,
        SUBJECT,
        {
            "code": 1,
            "msg": "text of msg",
            "trace_id": "text of trace_id",
            "data": {
                "task_id": "text of data.task_id",
                "status": "waiting",
                "reason": "text of data.reason",
                "result": [
                    {
                        "val": "text of data.result[].val",
                        "preview": "text of data.result[].preview",
                        "status": "text of data.result[].status",
                    }
                ],
            },
        },
        {
            "code": 1,
            "msg": "text of msg",
            "trace_id": "text of trace_id",
            "data.task_id": "text of data.task_id",
            "data.status": "waiting",
            "data.reason": "text of data.reason",
            "data.result[0].val": "text of data.result[].val",
            "data.result[0].preview": "text of data.result[].preview",
            "data.result[0].status": "text of data.result[].status",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {
                "code": 0,
                "msg": "",
                "data": {
                    "task_id": "...",
                    "status": "completed",
                    "reason": "success",
                    "result": [{"val": "...", "preview": "https://...", "status": "completed"}],
                },
                "trace_id": "...",
            },
            {"state": "succeeded", "raw": "completed", "outputs": ["https://..."], "kinds": ["file"]},
            id="A completed task.",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "waiting"}},
            {"state": "queued", "raw": "waiting"},
            id="waiting",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "pending"}},
            {"state": "queued", "raw": "pending"},
            id="pending",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "processing"}},
            {"state": "running", "raw": "processing"},
            id="processing",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "completed"}},
            {"state": "succeeded", "raw": "completed", "outputs": [], "kinds": []},
            id="completed",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "succeeded"}},
            {"state": "succeeded", "raw": "succeeded", "outputs": [], "kinds": []},
            id="succeeded",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "failed"}},
            {"state": "failed", "raw": "failed"},
            id="failed",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "timeout"}},
            {"state": "expired", "raw": "timeout"},
            id="timeout",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "no such status"}},
            {"state": "unknown", "raw": "no such status"},
            id="no such status",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "completed", "result": [{"preview": "https://example.com/out-1"}]}},
            {"state": "succeeded", "raw": "completed", "outputs": ["https://example.com/out-1"], "kinds": ["file"]},
            id="outputs in data.result[].preview",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "mediaio", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/generation/result/task-1",
                    "query": {},
                    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
                    "body": {},
                },
            },
            {"code": 0, "data": {"status": "failed", "reason": "why it ended"}},
            {"state": "failed", "raw": "failed", "reason": "why it ended"},
            id="reason in data.reason",
        ),
    ],
)
def test_tells_how_a_task_stands(
    client: testing.ClientClass, judge: testing.Judge, asked: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_task(client, SUBJECT, asked, answer, expect, judge=judge)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"code": 374004, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 374004, "kind": "auth", "message": "words of the vendor", "trace_id": "trace-1"},
            id="374004",
        ),
        pytest.param(
            {"code": 490505, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 490505, "kind": "credits", "message": "words of the vendor", "trace_id": "trace-1"},
            id="490505",
        ),
        pytest.param(
            {"code": 490000, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 490000, "kind": "invalid", "message": "words of the vendor", "trace_id": "trace-1"},
            id="490000",
        ),
        pytest.param(
            {"code": 40001, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 40001, "kind": "auth", "message": "words of the vendor", "trace_id": "trace-1"},
            id="40001",
        ),
        pytest.param(
            {"code": 40002, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 40002, "kind": "auth", "message": "words of the vendor", "trace_id": "trace-1"},
            id="40002",
        ),
        pytest.param(
            {"code": 40003, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 40003, "kind": "not_found", "message": "words of the vendor", "trace_id": "trace-1"},
            id="40003",
        ),
        pytest.param(
            {"code": 987654321, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor", "trace_id": "trace-1"},
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
