# Emitted from specs/doubao/apis/upload_file.yaml by `make generate`. Edit the spec, not this file.

"""What `files.upload` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright_runtime import testing

OPERATION = "files.upload"
BASE: dict[str, Any] = {"file_type": 1, "file_name": "a paper boat sails", "file_bytes": b"a paper boat sails"}
ANSWER: dict[str, Any] = {
    "key": "tos-cn-i-xxx/xxx.jpeg",
    "name": "image.jpg",
    "type": "vlm_image",
    "file_review_state": 3,
    "file_parse_state": 3,
    "identifier": "xxx-xxx-xxx",
}
EITHER = pytest.mark.parametrize("client", [Doubao, AsyncDoubao])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param(
            {"file_type": 2, "file_name": "image.jpg", "file_bytes": b"a paper boat sails"},
            {
                "method": "POST",
                "path": "/api/file/upload",
                "query": {"file_type": 2, "file_name": "image.jpg"},
                "headers": {"Content-Type": "application/octet-stream"},
                "body": b"a paper boat sails",
            },
            id="documented example 1",
        ),
        pytest.param(
            {"file_type": 1, "file_name": "a paper boat sails", "file_bytes": b"a paper boat sails"},
            {
                "method": "POST",
                "path": "/api/file/upload",
                "query": {"file_type": 1, "file_name": "a paper boat sails"},
                "headers": {"Content-Type": "application/octet-stream"},
                "body": b"a paper boat sails",
            },
            id="every parameter",
        ),
        pytest.param(
            {"file_type": "document", "file_name": "a paper boat sails", "file_bytes": b"a paper boat sails"},
            {
                "method": "POST",
                "path": "/api/file/upload",
                "query": {"file_type": 1, "file_name": "a paper boat sails"},
                "headers": {"Content-Type": "application/octet-stream"},
                "body": b"a paper boat sails",
            },
            id="file_type by name: document",
        ),
    ],
)
def test_sends_exactly_this(client: testing.ClientClass, params: dict[str, Any], request_: dict[str, Any]) -> None:
    testing.check_wire(client, OPERATION, params, answer=ANSWER, **request_)


@EITHER
@pytest.mark.parametrize(
    "params",
    [
        pytest.param(BASE, id="file_type: 1"),
        pytest.param(BASE | {"file_type": 2}, id="file_type: 2"),
    ],
)
def test_accepts(client: testing.ClientClass, params: dict[str, Any]) -> None:
    testing.check_accepted(client, OPERATION, params, ANSWER)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(BASE | {"file_type": 3}, "file_type", id="file_type: a foreign value"),
        pytest.param(BASE | {"file_type": "0.5 and more"}, "file_type", id="file_type: a value of another type"),
        pytest.param(BASE | {"file_name": 0.5}, "file_name", id="file_name: a value of another type"),
        pytest.param(BASE | {"file_bytes": 0.5}, "file_bytes", id="file_bytes: a value of another type"),
    ],
)
def test_refuses_before_any_request(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        pytest.param(
            {"file_name": "a paper boat sails", "file_bytes": b"a paper boat sails"}, "file_type", id="file_type"
        ),
        pytest.param({"file_type": 1, "file_bytes": b"a paper boat sails"}, "file_name", id="file_name"),
        pytest.param({"file_type": 1, "file_name": "a paper boat sails"}, "file_bytes", id="file_bytes"),
    ],
)
def test_refuses_without(client: testing.ClientClass, params: dict[str, Any], field: str) -> None:
    testing.check_refused(client, OPERATION, params, field)


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param(
            {"file_type": 2, "file_name": "image.jpg", "file_bytes": b"a paper boat sails"},
            {
                "key": "tos-cn-i-xxx/xxx.jpeg",
                "name": "image.jpg",
                "type": "vlm_image",
                "file_review_state": 3,
                "file_parse_state": 3,
                "identifier": "xxx-xxx-xxx",
            },
            {
                "model": {
                    "key": "tos-cn-i-xxx/xxx.jpeg",
                    "name": "image.jpg",
                    "type": "vlm_image",
                    "file_review_state": 3,
                    "file_parse_state": 3,
                    "identifier": "xxx-xxx-xxx",
                }
            },
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
    ],
)
def test_raises_the_documented_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, OPERATION, BASE, answer, **facts)
