# Emitted from specs/doubao/apis/upload_file.yaml by `make generate`. Edit the spec, not this file.

"""What `files.upload` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.doubao import AsyncDoubao, Doubao
from mediawright_runtime import testing

OPERATION = "files.upload"
SUBJECT = testing.Subject(operation=OPERATION, server="http://localhost:8000")
BASE: dict[str, Any] = {"file_type": 1, "file_name": "a paper boat sails", "file_bytes": b"a paper boat sails"}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/api/file/upload",
    "query": {"file_type": 1, "file_name": "a paper boat sails"},
    "headers": {"Content-Type": "application/octet-stream"},
    "body": b"a paper boat sails",
}
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
            BASE | {"file_type": 2, "file_name": "image.jpg"},
            REQUEST | {"query": {"file_type": 2, "file_name": "image.jpg"}},
            id="documented example 1",
        ),
        pytest.param(BASE, REQUEST, id="nothing that may be left out"),
        pytest.param(BASE, REQUEST, id="every parameter"),
        pytest.param(BASE | {"file_type": "document"}, REQUEST, id="file_type by name: document"),
        pytest.param(
            BASE | {"file_type": "image"},
            REQUEST | {"query": {"file_type": 2, "file_name": "a paper boat sails"}},
            id="file_type by name: image",
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
        pytest.param(BASE, REQUEST, id="file_type: 1"),
        pytest.param(
            BASE | {"file_type": 2},
            REQUEST | {"query": {"file_type": 2, "file_name": "a paper boat sails"}},
            id="file_type: 2",
        ),
        pytest.param(
            BASE | {"file_name": "x" * 10000},
            REQUEST | {"query": {"file_type": 1, "file_name": "x" * 10000}},
            id="long: file_name",
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
        pytest.param(BASE | {"file_type": 3}, "file_type", id="file_type: a foreign value"),
        pytest.param(BASE | {"file_type": "0.5 and more"}, "file_type", id="file_type: a value of another type"),
        pytest.param(BASE | {"file_name": 0.5}, "file_name", id="file_name: a value of another type"),
        pytest.param(BASE | {"file_bytes": 0.5}, "file_bytes", id="file_bytes: a value of another type"),
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
            "file_type": [0, 3],
        },
    )


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
    testing.check_refused(client, SUBJECT, params, field)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param(
            {
                "key": "tos-cn-i-xxx/xxx.jpeg",
                "name": "image.jpg",
                "type": "vlm_image",
                "file_review_state": 3,
                "file_parse_state": 3,
                "identifier": "xxx-xxx-xxx",
            },
            200,
            id="documented answer 1",
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
            BASE | {"file_type": 2, "file_name": "image.jpg"},
            {
                "key": "tos-cn-i-xxx/xxx.jpeg",
                "name": "image.jpg",
                "type": "vlm_image",
                "file_review_state": 3,
                "file_parse_state": 3,
                "identifier": "xxx-xxx-xxx",
            },
            {"whole": True},
            id="documented answer 1",
        ),
        pytest.param(BASE, {"success": True}, {"whole": True}, id="success by True"),
        pytest.param(BASE, {}, {"whole": True}, id="success without a code"),
        pytest.param(
            BASE,
            {
                "key": "text of key",
                "name": "text of name",
                "type": "text of type",
                "file_review_state": 4,
                "file_parse_state": 5,
                "identifier": "text of identifier",
                "option": {"height": 8, "width": 9},
                "md5": "text of md5",
                "size": 11,
                "success": True,
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
        Doubao,
        SUBJECT,
        {
            "key": "text of key",
            "name": "text of name",
            "type": "text of type",
            "file_review_state": 4,
            "file_parse_state": 5,
            "identifier": "text of identifier",
            "option": {"height": 8, "width": 9},
            "md5": "text of md5",
            "size": 11,
        },
        {
            "key": "text of key",
            "name": "text of name",
            "type": "text of type",
            "file_review_state": 4,
            "file_parse_state": 5,
            "identifier": "text of identifier",
            "option.height": 8,
            "option.width": 9,
            "md5": "text of md5",
            "size": 11,
        },
    )


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
            {"success": False, "detail": "words of the vendor"},
            {"code": False, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in success",
        ),
    ],
)
def test_raises_the_error(client: testing.ClientClass, answer: Any, facts: dict[str, Any]) -> None:
    testing.check_refused_answer(client, SUBJECT, BASE, answer, **facts)
