# Emitted from specs/qianfan/apis/create_task.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.create` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.qianfan import AsyncQianfan, Qianfan
from mediawright_runtime import testing

OPERATION = "picture_book.create"
SUBJECT = testing.Subject(
    operation=OPERATION, server="https://qianfan.baidubce.com", credentials={"api_key": "test-api_key"}
)
BASE: dict[str, Any] = {"method": 9, "content": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v2/tools/ai_picture_book/task_create",
    "query": {},
    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
    "body": {"method": 9, "input_type": "1", "input_content": "a paper boat sails"},
}
ANSWER: dict[str, Any] = {"errno": 0, "errmsg": "...", "data": {"task_id": "<uuid>"}}
EITHER = pytest.mark.parametrize("client", [Qianfan, AsyncQianfan])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"content": "A brave cat explores the world."},
            REQUEST | {"body": {"method": 9, "input_type": "1", "input_content": "A brave cat explores the world."}},
            id="documented example 1",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE, REQUEST, id="every parameter"),
        pytest.param(BASE | {"method": "static"}, REQUEST, id="method by name: static"),
        pytest.param(
            BASE | {"method": "dynamic"},
            REQUEST | {"body": {"method": 10, "input_type": "1", "input_content": "a paper boat sails"}},
            id="method by name: dynamic",
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
        pytest.param(BASE, REQUEST, id="method: 9"),
        pytest.param(
            BASE | {"method": 10},
            REQUEST | {"body": {"method": 10, "input_type": "1", "input_content": "a paper boat sails"}},
            id="method: 10",
        ),
        pytest.param(
            BASE | {"content": "x"},
            REQUEST | {"body": {"method": 9, "input_type": "1", "input_content": "x"}},
            id="content: min_length",
        ),
        pytest.param(
            BASE | {"content": "x" * 10000},
            REQUEST | {"body": {"method": 9, "input_type": "1", "input_content": "x" * 10000}},
            id="long: content",
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
        pytest.param(BASE | {"method": 11}, "method", id="method: a foreign value"),
        pytest.param(BASE | {"method": "0.5 and more"}, "method", id="method: a value of another type"),
        pytest.param(BASE | {"content": ""}, "content", id="content: one step beyond min_length"),
        pytest.param(BASE | {"content": 0.5}, "content", id="content: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
def test_refuses_what_is_near(client: testing.ClientClass) -> None:
    testing.check_refused_values(
        client,
        SUBJECT,
        BASE,
        {
            "method": ["9", 9.5, 8.5, 8, "10", 10.5, 11],
            "content": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"content": "a paper boat sails"}, "method", id="method"),
        pytest.param({"method": 9}, "content", id="content"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param({"errno": 0, "errmsg": "...", "data": {"task_id": "<uuid>"}}, 200, id="documented answer 1"),
    ],
)
def test_exported_document_knows_the_documented_answer(judge: testing.Judge, answer: Any, status: int) -> None:
    testing.check_documented(judge, answer, status)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE | {"content": "A brave cat explores the world."},
            {"errno": 0, "errmsg": "...", "data": {"task_id": "<uuid>"}},
            {"token": {"v": 1, "vendor": "qianfan", "operation": "picture_book.create", "id": "<uuid>"}},
            id="documented answer 1",
        ),
        pytest.param(
            BASE,
            {"errno": 0, "data": {"task_id": "task-1"}},
            {"token": {"v": 1, "vendor": "qianfan", "operation": "picture_book.create", "id": "task-1"}},
            id="success by 0",
        ),
        pytest.param(
            BASE,
            {"data": {"task_id": "task-1"}},
            {"token": {"v": 1, "vendor": "qianfan", "operation": "picture_book.create", "id": "task-1"}},
            id="success without a code",
        ),
    ],
)
def test_reads_the_answer(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, SUBJECT, params, answer, expect, judge=judge)


def test_model_of_answers_has_every_documented_field() -> None:
    testing.check_model(
        Qianfan,
        SUBJECT,
        {"errno": 1, "errmsg": "text of errmsg", "data": {"task_id": "text of data.task_id"}},
        {"errno": 1, "errmsg": "text of errmsg", "data.task_id": "text of data.task_id"},
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 1, "vendor": "qianfan", "operation": "picture_book.create", "id": "task-1"},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {"errno": 0, "data": [{"status": 2, "result": {"video_bos_url": "https://example.com/out-1"}}]},
            {"state": "succeeded", "outputs": ["https://example.com/out-1"], "kinds": ["video"]},
            id="its outputs",
        ),
    ],
)
def test_comes_to_its_outputs(
    client: testing.ClientClass, asked: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_task(client, SUBJECT, asked, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"errno": 987654321, "errmsg": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in errno",
        ),
        pytest.param(
            {"code": 987654321, "errmsg": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in code",
        ),
        pytest.param(
            {"errno": 987654321, "detail": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a message in detail",
        ),
        pytest.param(
            {"errno": 987654321, "errmsg": "words of the vendor", "code": 0},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="code in errno and elsewhere",
        ),
        pytest.param(
            {"errno": 987654321, "errmsg": "words of the vendor", "detail": "message in detail"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="message in errmsg and elsewhere",
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
            1: {"errno": 1},
            -1: {"errno": -1},
            200: {"errno": 200},
            "ok": {"errno": "ok"},
        },
    )
