# Emitted from specs/akool/apis/get_video_info_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.video_info` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.akool import Akool, AsyncAkool
from mediawright_runtime import testing

OPERATION = "tasks.video_info"
BASE: dict[str, Any] = {"video_model_id": "a paper boat sails"}
ANSWER: dict[str, Any] = {"code": 1000}
EITHER = pytest.mark.parametrize("client", [Akool, AsyncAkool])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"video_model_id": "a paper boat sails"},
            {
                "method": "GET",
                "path": "/api/open/v3/content/video/infobymodelid",
                "query": {"video_model_id": "a paper boat sails"},
                "headers": {"x-api-key": "{api_key}"},
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
        pytest.param(BASE | {"video_model_id": 0.5}, "video_model_id", id="video_model_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "video_model_id", id="video_model_id"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"video_model_id": "task-1"}, {"code": 1000, "data": {"video_status": "1"}}, {"state": "queued"}, id="1"
        ),
        pytest.param(
            {"video_model_id": "task-1"}, {"code": 1000, "data": {"video_status": "2"}}, {"state": "running"}, id="2"
        ),
        pytest.param(
            {"video_model_id": "task-1"}, {"code": 1000, "data": {"video_status": "3"}}, {"state": "succeeded"}, id="3"
        ),
        pytest.param(
            {"video_model_id": "task-1"}, {"code": 1000, "data": {"video_status": "4"}}, {"state": "failed"}, id="4"
        ),
        pytest.param(
            {"video_model_id": "task-1"},
            {"code": 1000, "data": {"video_status": "no such status"}},
            {"state": "unknown"},
            id="no such status",
        ),
    ],
)
def test_reads_the_status(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({"code": 1003}, {"code": 1003, "kind": "invalid"}, id="1003"),
        pytest.param({"code": 1008}, {"code": 1008, "kind": "not_found"}, id="1008"),
        pytest.param({"code": 1009}, {"code": 1009, "kind": "auth"}, id="1009"),
        pytest.param({"code": 1015}, {"code": 1015, "kind": "vendor"}, id="1015"),
        pytest.param({"code": 1101}, {"code": 1101, "kind": "auth"}, id="1101"),
        pytest.param({"code": 1102}, {"code": 1102, "kind": "auth"}, id="1102"),
        pytest.param({"code": 1200}, {"code": 1200, "kind": "auth"}, id="1200"),
        pytest.param({"code": 1201}, {"code": 1201, "kind": "vendor"}, id="1201"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
