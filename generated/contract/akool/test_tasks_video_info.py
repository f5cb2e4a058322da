# Emitted from specs/akool/apis/get_video_info_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.video_info` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.akool import Akool, AsyncAkool
from mediawright_runtime import testing

OPERATION = "tasks.video_info"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.akool.com",
    credentials={"api_key": "test-api_key", "client_id": "test-client_id", "client_secret": "test-client_secret"},
    tokens={"token": "test-token"},
)
BASE: dict[str, Any] = {"video_model_id": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "GET",
    "path": "/api/open/v3/content/video/infobymodelid",
    "query": {"video_model_id": "a paper boat sails"},
    "headers": {"x-api-key": "test-api_key"},
    "body": None,
}
ANSWER: dict[str, Any] = {"code": 1000}
EITHER = pytest.mark.parametrize("client", [Akool, AsyncAkool])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE, REQUEST, id="every parameter"),
        pytest.param(
            BASE,
            REQUEST
            | {"headers": {"Authorization": "Bearer test-token"}, "credentials": ["client_id", "client_secret"]},
            id="with client_id and client_secret",
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
            BASE | {"video_model_id": "x" * 10000},
            REQUEST | {"query": {"video_model_id": "x" * 10000}},
            id="long: video_model_id",
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
        pytest.param(BASE | {"video_model_id": 0.5}, "video_model_id", id="video_model_id: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "video_model_id", id="video_model_id"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(BASE, {"code": 1000}, {"whole": True}, id="success by 1000"),
        pytest.param(
            BASE,
            {
                "code": 1000,
                "msg": "text of msg",
                "data": {
                    "_id": "text of data._id",
                    "create_time": 4,
                    "uid": 5,
                    "type": 6,
                    "from": 7,
                    "talking_photo": "text of data.talking_photo",
                    "video": "text of data.video",
                    "video_status": 1,
                    "video_id": "text of data.video_id",
                    "external_video": "text of data.external_video",
                    "progress": 13.5,
                    "error_code": 14,
                    "error_reason": "text of data.error_reason",
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
        Akool,
        SUBJECT,
        {
            "code": 1,
            "msg": "text of msg",
            "data": {
                "_id": "text of data._id",
                "create_time": 4,
                "uid": 5,
                "type": 6,
                "from": 7,
                "talking_photo": "text of data.talking_photo",
                "video": "text of data.video",
                "video_status": 1,
                "video_id": "text of data.video_id",
                "external_video": "text of data.external_video",
                "progress": 13.5,
                "error_code": 14,
                "error_reason": "text of data.error_reason",
            },
        },
        {
            "code": 1,
            "msg": "text of msg",
            "data.field_id": "text of data._id",
            "data.create_time": 4,
            "data.uid": 5,
            "data.type": 6,
            "data.from_": 7,
            "data.talking_photo": "text of data.talking_photo",
            "data.video": "text of data.video",
            "data.video_status": 1,
            "data.video_id": "text of data.video_id",
            "data.external_video": "text of data.external_video",
            "data.progress": 13.5,
            "data.error_code": 14,
            "data.error_reason": "text of data.error_reason",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 2, "vendor": "akool", "task": "talking_photo", "ids": {"video_model_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": 1}},
            {"state": "queued", "raw": 1},
            id="1",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "akool", "task": "talking_photo", "ids": {"video_model_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": 2}},
            {"state": "running", "raw": 2},
            id="2",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "akool", "task": "talking_photo", "ids": {"video_model_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": 3}},
            {"state": "succeeded", "raw": 3, "outputs": [], "kinds": []},
            id="3",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "akool", "task": "talking_photo", "ids": {"video_model_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": 4}},
            {"state": "failed", "raw": 4},
            id="4",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "akool", "task": "talking_photo", "ids": {"video_model_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": "no such status"}},
            {"state": "unknown", "raw": "no such status"},
            id="no such status",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "akool", "task": "talking_photo", "ids": {"video_model_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": 3, "video": "https://example.com/out-1"}},
            {"state": "succeeded", "raw": 3, "outputs": ["https://example.com/out-1"], "kinds": ["video"]},
            id="outputs in data.video",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "akool", "task": "talking_photo", "ids": {"video_model_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": 4, "error_reason": "why it ended"}},
            {"state": "failed", "raw": 4, "reason": "why it ended"},
            id="reason in data.error_reason",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "akool", "task": "talking_photo", "ids": {"video_model_id": "task-1"}},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": 2, "progress": 45}},
            {"state": "running", "raw": 2, "progress": 45.0},
            id="progress in data.progress",
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
            {"code": 1003, "msg": "words of the vendor"},
            {"code": 1003, "kind": "invalid", "message": "words of the vendor"},
            id="1003",
        ),
        pytest.param(
            {"code": 1008, "msg": "words of the vendor"},
            {"code": 1008, "kind": "not_found", "message": "words of the vendor"},
            id="1008",
        ),
        pytest.param(
            {"code": 1009, "msg": "words of the vendor"},
            {"code": 1009, "kind": "auth", "message": "words of the vendor"},
            id="1009",
        ),
        pytest.param(
            {"code": 1015, "msg": "words of the vendor"},
            {"code": 1015, "kind": "vendor", "message": "words of the vendor"},
            id="1015",
        ),
        pytest.param(
            {"code": 1101, "msg": "words of the vendor"},
            {"code": 1101, "kind": "auth", "message": "words of the vendor"},
            id="1101",
        ),
        pytest.param(
            {"code": 1101, "msg": "words of the vendor"},
            {
                "code": 1101,
                "kind": "auth",
                "credentials": ["client_id", "client_secret"],
                "fetched": [{"code": 1000, "token": "test-token"}],
                "message": "words of the vendor",
            },
            id="1101 with client_id and client_secret",
        ),
        pytest.param(
            {"code": 1102, "msg": "words of the vendor"},
            {"code": 1102, "kind": "auth", "message": "words of the vendor"},
            id="1102",
        ),
        pytest.param(
            {"code": 1200, "msg": "words of the vendor"},
            {"code": 1200, "kind": "auth", "message": "words of the vendor"},
            id="1200",
        ),
        pytest.param(
            {"code": 1201, "msg": "words of the vendor"},
            {"code": 1201, "kind": "vendor", "message": "words of the vendor"},
            id="1201",
        ),
        pytest.param(
            {"code": 987654321, "msg": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
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
            1001: {"code": 1001},
            999: {"code": 999},
            0: {"code": 0},
            1: {"code": 1},
            -1: {"code": -1},
            200: {"code": 200},
            "ok": {"code": "ok"},
        },
    )
