# Emitted from specs/doubao/apis/generate_video.yaml by `make generate`. Edit the spec, not this file.

"""What `video.generate` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright_runtime import testing

OPERATION = "video.generate"
SUBJECT = testing.Subject(operation=OPERATION, server="http://localhost:8000")
BASE: dict[str, Any] = {"prompt": "a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/api/video-gen/generate",
    "query": {},
    "headers": {"Content-Type": "application/json"},
    "body": {"prompt": "a paper boat sails"},
}
ANSWER: dict[str, Any] = {
    "success": True,
    "message": "视频生成任务已创建，正在处理中...",
    "conversation_id": "12345678901234567",
    "message_id": "98765432109876543",
    "section_id": "xxx",
    "task_status": "pending",
    "estimated_time": "预计3-15分钟完成",
}
EITHER = pytest.mark.parametrize("client", [Doubao, AsyncDoubao])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            BASE
            | {
                "prompt": "请将这张图片生成一个5秒的视频",
                "image_attachment": {
                    "key": "tos-cn-i-xxx/xxx.jpeg",
                    "name": "image.jpg",
                    "type": "vlm_image",
                    "file_review_state": 3,
                    "file_parse_state": 3,
                    "identifier": "xxx-xxx-xxx",
                },
                "guest": False,
            },
            REQUEST
            | {
                "body": {
                    "prompt": "请将这张图片生成一个5秒的视频",
                    "image_attachment": {
                        "key": "tos-cn-i-xxx/xxx.jpeg",
                        "name": "image.jpg",
                        "type": "vlm_image",
                        "file_review_state": 3,
                        "file_parse_state": 3,
                        "identifier": "xxx-xxx-xxx",
                    },
                    "guest": False,
                }
            },
            id="from a picture",
        ),
        pytest.param(
            BASE | {"prompt": "生成一个海边日落的5秒视频", "guest": False},
            REQUEST | {"body": {"prompt": "生成一个海边日落的5秒视频", "guest": False}},
            id="from words",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(
            BASE
            | {"image_attachment": None, "image_url": None, "guest": None, "conversation_id": None, "section_id": None},
            REQUEST,
            id="None for what may be left out",
        ),
        pytest.param(
            BASE
            | {
                "image_attachment": {"key": "value"},
                "image_url": "https://example.com/in.png",
                "guest": True,
                "conversation_id": "a paper boat sails 5",
                "section_id": "a paper boat sails 6",
            },
            REQUEST
            | {
                "body": {
                    "prompt": "a paper boat sails",
                    "image_attachment": {"key": "value"},
                    "image_url": "https://example.com/in.png",
                    "guest": True,
                    "conversation_id": "a paper boat sails 5",
                    "section_id": "a paper boat sails 6",
                }
            },
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
            BASE | {"guest": True},
            REQUEST | {"body": {"prompt": "a paper boat sails", "guest": True}},
            id="guest: true",
        ),
        pytest.param(
            BASE | {"guest": False},
            REQUEST | {"body": {"prompt": "a paper boat sails", "guest": False}},
            id="guest: false",
        ),
        pytest.param(
            BASE | {"prompt": "x" * 10000, "conversation_id": "x" * 10000, "section_id": "x" * 10000},
            REQUEST | {"body": {"prompt": "x" * 10000, "conversation_id": "x" * 10000, "section_id": "x" * 10000}},
            id="long: prompt, conversation_id, section_id",
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
        pytest.param(BASE | {"prompt": 0.5}, "prompt", id="prompt: a value of another type"),
        pytest.param(
            BASE | {"image_attachment": "0.5 and more"},
            "image_attachment",
            id="image_attachment: a value of another type",
        ),
        pytest.param(BASE | {"image_url": 0.5}, "image_url", id="image_url: a value of another type"),
        pytest.param(BASE | {"guest": "0.5 and more"}, "guest", id="guest: a value of another type"),
        pytest.param(BASE | {"conversation_id": 0.5}, "conversation_id", id="conversation_id: a value of another type"),
        pytest.param(BASE | {"section_id": 0.5}, "section_id", id="section_id: a value of another type"),
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
            "prompt": [7],
            "image_url": [7],
            "guest": [1, "true"],
            "conversation_id": [7],
            "section_id": [7],
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "prompt", id="prompt"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, SUBJECT, params, field)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param(
            {
                "success": True,
                "message": "视频生成任务已创建，正在处理中...",
                "conversation_id": "12345678901234567",
                "message_id": "98765432109876543",
                "section_id": "xxx",
                "task_status": "pending",
                "estimated_time": "预计3-15分钟完成",
            },
            200,
            id="documented answer 1",
        ),
        pytest.param({"detail": "..."}, 500, id="Any failure."),
    ],
)
def test_exported_document_knows_the_documented_answer(judge: testing.Judge, answer: Any, status: int) -> None:
    testing.check_documented(judge, answer, status)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            BASE
            | {
                "prompt": "请将这张图片生成一个5秒的视频",
                "image_attachment": {
                    "key": "tos-cn-i-xxx/xxx.jpeg",
                    "name": "image.jpg",
                    "type": "vlm_image",
                    "file_review_state": 3,
                    "file_parse_state": 3,
                    "identifier": "xxx-xxx-xxx",
                },
                "guest": False,
            },
            {
                "success": True,
                "message": "视频生成任务已创建，正在处理中...",
                "conversation_id": "12345678901234567",
                "message_id": "98765432109876543",
                "section_id": "xxx",
                "task_status": "pending",
                "estimated_time": "预计3-15分钟完成",
            },
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "operation": "video.generate",
                    "ids": {"conversation_id": "12345678901234567", "message_id": "98765432109876543"},
                }
            },
            id="documented answer 1",
        ),
        pytest.param(
            BASE,
            {"success": True, "conversation_id": "task-1", "message_id": "task-2"},
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "operation": "video.generate",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                }
            },
            id="success by True",
        ),
        pytest.param(
            BASE,
            {"conversation_id": "task-1", "message_id": "task-2"},
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "operation": "video.generate",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                }
            },
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
        Doubao,
        SUBJECT,
        {
            "success": True,
            "message": "text of message",
            "conversation_id": "text of conversation_id",
            "message_id": "text of message_id",
            "section_id": "text of section_id",
            "task_status": "pending",
            "estimated_time": "text of estimated_time",
        },
        {
            "success": True,
            "message": "text of message",
            "conversation_id": "text of conversation_id",
            "message_id": "text of message_id",
            "section_id": "text of section_id",
            "task_status": "pending",
            "estimated_time": "text of estimated_time",
        },
    )


@EITHER
@pytest.mark.parametrize(
    ("asked", "answer", "expect"),
    [
        pytest.param(
            {
                "token": {
                    "v": 2,
                    "vendor": "doubao",
                    "operation": "video.generate",
                    "ids": {"conversation_id": "task-1", "message_id": "task-2"},
                },
                "request": {
                    "method": "GET",
                    "path": "/api/video-gen/status",
                    "query": {"conversation_id": "task-1", "message_id": "task-2"},
                    "headers": {},
                    "body": None,
                },
            },
            {
                "success": True,
                "task": {
                    "status": "completed",
                    "video_urls": ["https://example.com/out-1", "https://example.com/out-2"],
                },
            },
            {
                "state": "succeeded",
                "outputs": ["https://example.com/out-1", "https://example.com/out-2"],
                "kinds": ["video", "video"],
            },
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
            {"detail": "words of the vendor"},
            {"code": None, "kind": "invalid", "status": 422, "message": "words of the vendor"},
            id="HTTP 422",
        ),
        pytest.param(
            {"detail": "words of the vendor"},
            {"code": None, "kind": "ambiguous", "status": 500, "message": "words of the vendor"},
            id="HTTP 500",
        ),
        pytest.param(
            {"success": False, "detail": "words of the vendor"},
            {"code": False, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in success",
        ),
    ],
)
def test_raises_the_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, SUBJECT, BASE, answer, **facts)
