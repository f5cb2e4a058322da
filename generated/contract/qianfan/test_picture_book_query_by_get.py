# Emitted from specs/qianfan/apis/query_task_by_get.yaml by `make generate`. Edit the spec, not this file.

"""What `picture_book.query_by_get` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.qianfan import AsyncQianfan, Qianfan
from mediawright_runtime import testing

OPERATION = "picture_book.query_by_get"
SUBJECT = testing.Subject(
    operation=OPERATION, server="https://qianfan.baidubce.com", credentials={"api_key": "test-api_key"}
)
BASE: dict[str, Any] = {"task_id": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "GET",
    "path": "/v2/tools/ai_picture_book/query",
    "query": {"task_id": "a paper boat sails"},
    "headers": {"Authorization": "Bearer test-api_key"},
    "body": None,
}
ANSWER: dict[str, Any] = {"status": 2, "video_bos_url": "https://..."}
EITHER = pytest.mark.parametrize("client", [Qianfan, AsyncQianfan])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"task_id": "task-id-here"},
            REQUEST | {"query": {"task_id": "task-id-here"}},
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
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"task_id": "x" * 10000}, REQUEST | {"query": {"task_id": "x" * 10000}}, id="long: task_id"
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
        pytest.param({"status": 2, "video_bos_url": "https://..."}, 200, id="A completed task."),
    ],
)
def test_exported_document_knows_the_documented_answer(judge: testing.Judge, answer: Any, status: int) -> None:
    testing.check_documented(judge, answer, status)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE | {"task_id": "task-id-here"},
            {"status": 2, "video_bos_url": "https://..."},
            {"whole": True},
            id="A completed task.",
        ),
        pytest.param(BASE, {"errno": 0}, {"whole": True}, id="success by 0"),
        pytest.param(BASE, {}, {"whole": True}, id="success without a code"),
        pytest.param(
            BASE,
            {"errno": 0, "errmsg": "text of errmsg", "status": 0, "video_bos_url": "text of video_bos_url"},
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
        {"errno": 1, "errmsg": "text of errmsg", "status": 0, "video_bos_url": "text of video_bos_url"},
        {"errno": 1, "errmsg": "text of errmsg", "status": 0, "video_bos_url": "text of video_bos_url"},
    )


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
