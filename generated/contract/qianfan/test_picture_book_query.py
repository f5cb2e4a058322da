# Emitted from specs/qianfan/apis/query_task.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.query` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.qianfan import AsyncQianfan, Qianfan
from mediawright_runtime import testing

OPERATION = "picture_book.query"
SUBJECT = testing.Subject(
    operation=OPERATION, server="https://qianfan.baidubce.com", credentials={"api_key": "test-api_key"}
)
BASE: dict[str, Any] = {"task_id": ["a paper boat sails"]}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v2/tools/ai_picture_book/query",
    "query": {},
    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
    "body": {"task_ids": ["a paper boat sails"]},
}
ANSWER: dict[str, Any] = {"errno": 0}
EITHER = pytest.mark.parametrize("client", [Qianfan, AsyncQianfan])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"task_id": ["task-id-here"]},
            REQUEST | {"body": {"task_ids": ["task-id-here"]}},
            id="documented example 1",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE, REQUEST, id="every parameter"),
        pytest.param(BASE | {"task_id": "a paper boat sails"}, REQUEST, id="task_ids: one as it is"),
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
            BASE | {"task_id": ["x" * 10000]}, REQUEST | {"body": {"task_ids": ["x" * 10000]}}, id="long: task_ids"
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
        pytest.param(BASE | {"task_id": [0.5]}, "task_id", id="task_ids: an item that is a value of another type"),
        pytest.param(BASE | {"task_id": 0.5}, "task_id", id="task_ids: a value of another type"),
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
            "task_id": [[7]],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "task_id", id="task_ids"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(BASE, {"errno": 0}, {"whole": True}, id="success by 0"),
        pytest.param(BASE, {}, {"whole": True}, id="success without a code"),
        pytest.param(
            BASE,
            {
                "errno": 0,
                "errmsg": "text of errmsg",
                "data": [
                    {
                        "status": 0,
                        "result": {
                            "video_bos_url": "text of data[].result.video_bos_url",
                            "video_cdn_url": "text of data[].result.video_cdn_url",
                        },
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
        Qianfan,
        SUBJECT,
        {
            "errno": 1,
            "errmsg": "text of errmsg",
            "data": [
                {
                    "status": 0,
                    "result": {
                        "video_bos_url": "text of data[].result.video_bos_url",
                        "video_cdn_url": "text of data[].result.video_cdn_url",
                    },
                }
            ],
        },
        {
            "errno": 1,
            "errmsg": "text of errmsg",
            "data[0].status": 0,
            "data[0].result.video_bos_url": "text of data[].result.video_bos_url",
            "data[0].result.video_cdn_url": "text of data[].result.video_cdn_url",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 2, "vendor": "qianfan", "task": "picture_book", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {"errno": 0, "data": [{"status": 0}]},
            {"state": "running", "raw": 0},
            id="0",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "qianfan", "task": "picture_book", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {"errno": 0, "data": [{"status": 1}]},
            {"state": "running", "raw": 1},
            id="1",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "qianfan", "task": "picture_book", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {"errno": 0, "data": [{"status": 3}]},
            {"state": "running", "raw": 3},
            id="3",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "qianfan", "task": "picture_book", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {"errno": 0, "data": [{"status": 2}]},
            {"state": "succeeded", "raw": 2, "outputs": [], "kinds": []},
            id="2",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "qianfan", "task": "picture_book", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {"errno": 0, "data": [{"status": "no such status"}]},
            {"state": "failed", "raw": "no such status"},
            id="no such status",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "qianfan", "task": "picture_book", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {"errno": 0, "data": [{"status": 2, "result": {"video_bos_url": "https://example.com/out-1"}}]},
            {"state": "succeeded", "raw": 2, "outputs": ["https://example.com/out-1"], "kinds": ["video"]},
            id="outputs in data[].result.video_bos_url",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "qianfan", "task": "picture_book", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {"errno": 0, "data": [{"status": 2, "result": {"video_cdn_url": "https://example.com/out-1"}}]},
            {"state": "succeeded", "raw": 2, "outputs": ["https://example.com/out-1"], "kinds": ["video"]},
            id="outputs in data[].result.video_cdn_url",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "qianfan", "task": "picture_book", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v2/tools/ai_picture_book/query",
                    "query": {},
                    "headers": {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"},
                    "body": {"task_ids": ["task-1"]},
                },
            },
            {
                "errno": 0,
                "data": [
                    {
                        "status": 2,
                        "result": {
                            "video_bos_url": "https://example.com/out-1",
                            "video_cdn_url": "https://example.com/out-2",
                        },
                    }
                ],
            },
            {"state": "succeeded", "raw": 2, "outputs": ["https://example.com/out-1"], "kinds": ["video"]},
            id="outputs in all of data[].result.video_bos_url|data[].result.video_cdn_url",
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
