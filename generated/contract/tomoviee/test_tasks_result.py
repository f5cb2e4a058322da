# Emitted from specs/tomoviee/apis/task_result.yaml by `make generate`. Edit the spec, not this file.

"""What `tasks.result` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.tomoviee import AsyncTomoviee, Tomoviee
from mediawright_runtime import testing

OPERATION = "tasks.result"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.wondershare.cc",
    credentials={"app_key": "test-app_key", "app_secret": "test-app_secret"},
)
BASE: dict[str, Any] = {"task_id": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/v1/open/pub/task",
    "query": {},
    "headers": {
        "Content-Type": "application/json",
        "X-App-Key": "test-app_key",
        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
    },
    "body": {"task_id": "a paper boat sails"},
}
ANSWER: dict[str, Any] = {
    "code": 0,
    "data": {
        "task_id": "...",
        "status": 3,
        "result": '{"audio_path": ["https://..."]}',
        "params": "your_transparent_params",
    },
}
EITHER = pytest.mark.parametrize("client", [Tomoviee, AsyncTomoviee])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE | {"task_id": "<task_id>"},
            REQUEST | {"body": {"task_id": "<task_id>"}},
            id="A task that has succeeded",
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
        pytest.param(BASE | {"task_id": "x" * 10000}, REQUEST | {"body": {"task_id": "x" * 10000}}, id="long: task_id"),
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
def test_refuses_what_is_near(client: testing.ClientClass) -> None:
    testing.check_refused_values(
        client,
        SUBJECT,
        BASE,
        {
            "task_id": [7],
        },
    )


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
                "data": {
                    "task_id": "...",
                    "status": 3,
                    "result": '{"audio_path": ["https://..."]}',
                    "params": "your_transparent_params",
                },
            },
            200,
            id="A finished task, put together from documented fields and the values of the documented callback.",
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
                "data": {
                    "task_id": "...",
                    "status": 3,
                    "result": '{"audio_path": ["https://..."]}',
                    "params": "your_transparent_params",
                },
            },
            {"whole": True},
            id="A finished task, put together from documented fields and the values of the documented callback.",
        ),
        pytest.param(BASE, {"code": 0}, {"whole": True}, id="success by 0"),
        pytest.param(
            BASE,
            {
                "code": 0,
                "msg": "text of msg",
                "data": {
                    "task_id": "text of data.task_id",
                    "status": 1,
                    "reason": "text of data.reason",
                    "process": 6.5,
                    "progress": 7.5,
                    "params": "text of data.params",
                    "result": "text of data.result",
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
        Tomoviee,
        SUBJECT,
        {
            "code": 1,
            "msg": "text of msg",
            "data": {
                "task_id": "text of data.task_id",
                "status": 1,
                "reason": "text of data.reason",
                "process": 6.5,
                "progress": 7.5,
                "params": "text of data.params",
                "result": "text of data.result",
            },
        },
        {
            "code": 1,
            "msg": "text of msg",
            "data.task_id": "text of data.task_id",
            "data.status": 1,
            "data.reason": "text of data.reason",
            "data.process": 6.5,
            "data.progress": 7.5,
            "data.params": "text of data.params",
            "data.result": "text of data.result",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "task_id": "...",
                    "status": 3,
                    "result": '{"audio_path": ["https://..."]}',
                    "params": "your_transparent_params",
                },
            },
            {"state": "succeeded", "raw": 3, "outputs": ["https://..."], "kinds": ["audio"]},
            id="A finished task, put together from documented fields and the values of the documented callback.",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 1}},
            {"state": "queued", "raw": 1},
            id="1",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 2}},
            {"state": "running", "raw": 2},
            id="2",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 3}},
            {"state": "succeeded", "raw": 3, "outputs": [], "kinds": []},
            id="3",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 4}},
            {"state": "failed", "raw": 4},
            id="4",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 5}},
            {"state": "cancelled", "raw": 5},
            id="5",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 6}},
            {"state": "expired", "raw": 6},
            id="6",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": "no such status"}},
            {"state": "unknown", "raw": "no such status"},
            id="no such status",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "status": 3,
                    "result": '{"video_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
                },
            },
            {
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["video", "video"],
            },
            id="outputs in data.result@json.video_path[]",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "status": 3,
                    "result": '{"images_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
                },
            },
            {
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["image", "image"],
            },
            id="outputs in data.result@json.images_path[]",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "status": 3,
                    "result": '{"image_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
                },
            },
            {
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["image", "image"],
            },
            id="outputs in data.result@json.image_path[]",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "status": 3,
                    "result": '{"mask_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
                },
            },
            {
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["image", "image"],
            },
            id="outputs in data.result@json.mask_path[]",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "status": 3,
                    "result": '{"audio_path": ["https://example.com/out-1", "https://example.com/out-2"]}',
                },
            },
            {
                "state": "succeeded",
                "raw": 3,
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["audio", "audio"],
            },
            id="outputs in data.result@json.audio_path[]",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {
                "code": 0,
                "data": {
                    "status": 3,
                    "result": '{"images_path": ["https://example.com/out-1"], "image_path": ["https://example.com/out-2"]}',
                },
            },
            {"state": "succeeded", "raw": 3, "outputs": ["https://example.com/out-1"], "kinds": ["image"]},
            id="outputs in all of data.result@json.images_path[]|data.result@json.image_path[]",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 987654321, "data": {"status": 2}},
            {"state": "running", "raw": 2},
            id="an error beside data",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 4, "reason": "why it ended"}},
            {"state": "failed", "raw": 4, "reason": "why it ended"},
            id="reason in data.reason",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 2, "process": 45}},
            {"state": "running", "raw": 2, "progress": 45.0},
            id="progress in data.process",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 2, "progress": 45}},
            {"state": "running", "raw": 2, "progress": 45.0},
            id="progress in data.progress",
        ),
        pytest.param(
            {
                "token": {"v": 2, "vendor": "tomoviee", "task": "generation", "ids": {"task_id": "task-1"}},
                "request": {
                    "method": "POST",
                    "path": "/v1/open/pub/task",
                    "query": {},
                    "headers": {
                        "Content-Type": "application/json",
                        "X-App-Key": "test-app_key",
                        "Authorization": "Basic dGVzdC1hcHBfa2V5OnRlc3QtYXBwX3NlY3JldA==",
                    },
                    "body": {"task_id": "task-1"},
                },
            },
            {"code": 0, "data": {"status": 2, "process": 45, "progress": 46}},
            {"state": "running", "raw": 2, "progress": 45.0},
            id="progress in all of data.process|data.progress",
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
            {"code": 140013, "msg": "words of the vendor"},
            {"code": 140013, "kind": "auth", "message": "words of the vendor"},
            id="140013",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 400, "message": "words of the vendor"},
            id="HTTP 400",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "auth", "status": 401, "message": "words of the vendor"},
            id="HTTP 401",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 413, "message": "words of the vendor"},
            id="HTTP 413",
        ),
        pytest.param(
            {"msg": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 422, "message": "words of the vendor"},
            id="HTTP 422",
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
            1: {"code": 1},
            -1: {"code": -1},
            200: {"code": 200},
            "ok": {"code": "ok"},
        },
    )
