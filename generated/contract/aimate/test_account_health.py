# Emitted from specs/aimate/apis/health_check.yaml by `make generate`. Edit the spec, not this file.

"""What `account.health` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.aimate import Aimate, AsyncAimate
from mediawright_runtime import testing

OPERATION = "account.health"
SUBJECT = testing.Subject(operation=OPERATION, server="https://video-gen.aimate.am")
BASE: dict[str, Any] = {}
REQUEST: dict[str, Any] = {"method": "GET", "path": "/api/v1/videos/health", "query": {}, "headers": {}, "body": None}
ANSWER: dict[str, Any] = {"status": "healthy", "service": "video_generation", "message": "Service is running normally"}
EITHER = pytest.mark.parametrize("client", [Aimate, AsyncAimate])


@EITHER
@pytest.mark.parametrize(
    ("params", "request_"),
    [
        pytest.param({}, REQUEST, id="documented example 1"),
        pytest.param({}, REQUEST, id="nothing that may be left out"),
    ],
)
def test_sends_exactly_this(
    client: testing.ClientClass, judge: testing.Judge, params: dict[str, Any], request_: dict[str, Any]
) -> None:
    testing.check_wire(client, SUBJECT, params, answer=ANSWER, judge=judge, **request_)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param(
            {"status": "healthy", "service": "video_generation", "message": "Service is running normally"},
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
            {},
            {"status": "healthy", "service": "video_generation", "message": "Service is running normally"},
            {"whole": True},
            id="documented answer 1",
        ),
        pytest.param({}, {"code": 0}, {"whole": True}, id="success by 0"),
        pytest.param({}, {}, {"whole": True}, id="success without a code"),
        pytest.param(
            {},
            {"status": "text of status", "service": "text of service", "message": "text of message", "code": 0},
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
        Aimate,
        SUBJECT,
        {"status": "text of status", "service": "text of service", "message": "text of message"},
        {"status": "text of status", "service": "text of service", "message": "text of message"},
    )


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"code": 987654321, "detail": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a code that nobody documents, in code",
        ),
        pytest.param(
            {"code": 987654321, "message": "words of the vendor"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="a message in message",
        ),
        pytest.param(
            {"code": 987654321, "detail": "words of the vendor", "message": "message in message"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor"},
            id="message in detail and elsewhere",
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
