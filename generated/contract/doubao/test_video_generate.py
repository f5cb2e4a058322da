# Emitted from specs/doubao/apis/generate_video.yaml by `make generate`. Edit the spec, not this file.

"""What `video.generate` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright_runtime import testing

OPERATION = "video.generate"
BASE: dict[str, Any] = {"prompt": "a paper boat sails"}
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
            {
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
                "method": "POST",
                "path": "/api/video-gen/generate",
                "query": {},
                "headers": {"Content-Type": "application/json"},
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
                },
            },
            id="from a picture",
        ),
        pytest.param(
            {"prompt": "生成一个海边日落的5秒视频", "guest": False},
            {
                "method": "POST",
                "path": "/api/video-gen/generate",
                "query": {},
                "headers": {"Content-Type": "application/json"},
                "body": {"prompt": "生成一个海边日落的5秒视频", "guest": False},
            },
            id="from words",
        ),
        pytest.param(
            {
                "prompt": "a paper boat sails",
                "image_attachment": {"key": "value"},
                "image_url": "https://example.com/in.png",
                "guest": True,
                "conversation_id": "a paper boat sails",
                "section_id": "a paper boat sails",
            },
            {
                "method": "POST",
                "path": "/api/video-gen/generate",
                "query": {},
                "headers": {"Content-Type": "application/json"},
                "body": {
                    "prompt": "a paper boat sails",
                    "image_attachment": {"key": "value"},
                    "image_url": "https://example.com/in.png",
                    "guest": True,
                    "conversation_id": "a paper boat sails",
                    "section_id": "a paper boat sails",
                },
            },
            id="every parameter",
        ),
    ],
)
def test_sends_exactly_this(client: testing.ClientClass, params: dict[str, Any], request_: dict[str, Any]) -> None:
    testing.check_wire(client, OPERATION, params, answer=ANSWER, **request_)


@EITHER
@pytest.mark.parametrize(
    "params",
    [
        pytest.param(BASE | {"guest": True}, id="guest: true"),
        pytest.param(BASE | {"guest": False}, id="guest: false"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


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
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param({}, "prompt", id="prompt"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {
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
            {"task_id": "12345678901234567/98765432109876543"},
            id="documented answer 1",
        ),
    ],
)
def test_reads_the_documented_answer(
    client: testing.ClientClass, params: dict[str, Any], answer: Any, expect: dict[str, Any]
) -> None:
    testing.check_parsed(client, OPERATION, params, answer, expect)


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param({}, {"code": None, "kind": "invalid", "status": 422}, id="HTTP 422"),
        pytest.param({}, {"code": None, "kind": "ambiguous", "status": 500}, id="HTTP 500"),
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
