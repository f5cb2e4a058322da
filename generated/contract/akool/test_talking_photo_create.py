# Emitted from specs/akool/apis/talking_photo.yaml by `make generate`. Edit the spec, not this file.

"""What `talking_photo.create` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.akool import Akool, AsyncAkool
from mediawright_runtime import testing

OPERATION = "talking_photo.create"
SUBJECT = testing.Subject(
    operation=OPERATION,
    server="https://openapi.akool.com",
    credentials={"api_key": "test-api_key", "client_id": "test-client_id", "client_secret": "test-client_secret"},
    tokens={"token": "test-token"},
)
BASE: dict[str, Any] = {"talking_photo_url": "https://example.com/in.png", "audio_url": "https://example.com/in.wav"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/api/open/v3/content/video/createbytalkingphoto",
    "query": {},
    "headers": {"x-api-key": "test-api_key", "Content-Type": "application/json"},
    "body": {"talking_photo_url": "https://example.com/in.png", "audio_url": "https://example.com/in.wav"},
}
ANSWER: dict[str, Any] = {"code": 1000, "data": {"_id": "task-1"}}
EITHER = pytest.mark.parametrize("client", [Akool, AsyncAkool])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(
            BASE | {"prompt": None, "resolution": None, "webhook_url": None},
            REQUEST,
            id="None for what may be left out",
        ),
        pytest.param(
            BASE | {"prompt": "a paper boat sails", "resolution": "720", "webhook_url": "a paper boat sails 5"},
            REQUEST
            | {
                "body": {
                    "talking_photo_url": "https://example.com/in.png",
                    "audio_url": "https://example.com/in.wav",
                    "prompt": "a paper boat sails",
                    "resolution": "720",
                    "webhookUrl": "a paper boat sails 5",
                }
            },
            id="every parameter",
        ),
        pytest.param(
            BASE,
            REQUEST
            | {
                "headers": {"Authorization": "Bearer test-token", "Content-Type": "application/json"},
                "credentials": ["client_id", "client_secret"],
            },
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
            BASE | {"resolution": "720"},
            REQUEST
            | {
                "body": {
                    "talking_photo_url": "https://example.com/in.png",
                    "audio_url": "https://example.com/in.wav",
                    "resolution": "720",
                }
            },
            id="resolution: '720'",
        ),
        pytest.param(
            BASE | {"resolution": "1080"},
            REQUEST
            | {
                "body": {
                    "talking_photo_url": "https://example.com/in.png",
                    "audio_url": "https://example.com/in.wav",
                    "resolution": "1080",
                }
            },
            id="resolution: '1080'",
        ),
        pytest.param(
            BASE | {"prompt": "x" * 10000, "webhook_url": "x" * 10000},
            REQUEST
            | {
                "body": {
                    "talking_photo_url": "https://example.com/in.png",
                    "audio_url": "https://example.com/in.wav",
                    "prompt": "x" * 10000,
                    "webhookUrl": "x" * 10000,
                }
            },
            id="long: prompt, webhookUrl",
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
        pytest.param(
            BASE | {"talking_photo_url": 0.5}, "talking_photo_url", id="talking_photo_url: a value of another type"
        ),
        pytest.param(BASE | {"audio_url": 0.5}, "audio_url", id="audio_url: a value of another type"),
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(BASE | {"resolution": "no such value"}, "resolution", id="resolution: a foreign value"),
        pytest.param(BASE | {"resolution": 0.5}, "resolution", id="resolution: a value of another type"),
        pytest.param(BASE | {"webhook_url": 0.5}, "webhook_url", id="webhookUrl: a value of another type"),
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
            "talking_photo_url": [7],
            "audio_url": [7],
            "prompt": [7],
            "resolution": [
                720,
                "719",
                "721",
                1080,
                "1079",
                "1081",
                "722",
                "723",
                "724",
                "725",
                "726",
                "727",
                "728",
                "729",
                "730",
                "731",
                "732",
                "733",
                "734",
                "735",
            ],
            "webhook_url": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({"audio_url": "https://example.com/in.wav"}, "talking_photo_url", id="talking_photo_url"),
        pytest.param({"talking_photo_url": "https://example.com/in.png"}, "audio_url", id="audio_url"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE,
            {"code": 1000, "data": {"_id": "task-1"}},
            {"token": {"v": 1, "vendor": "akool", "operation": "talking_photo.create", "id": "task-1"}},
            id="success by 1000",
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
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {"v": 1, "vendor": "akool", "operation": "talking_photo.create", "id": "task-1"},
                "request": {
                    "method": "GET",
                    "path": "/api/open/v3/content/video/infobymodelid",
                    "query": {"video_model_id": "task-1"},
                    "headers": {"x-api-key": "test-api_key"},
                    "body": None,
                },
            },
            {"code": 1000, "data": {"video_status": 3, "video": "https://example.com/out-1"}},
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
