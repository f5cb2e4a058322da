# Emitted from specs/mediaio/apis/credits.yaml by `make generate`. Edit the spec, not this file.

"""What `account.credits` sends, takes, refuses and answers, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from mediawright.mediaio import AsyncMediaIO, MediaIO
from mediawright_runtime import testing

OPERATION = "account.credits"
SUBJECT = testing.Subject(
    operation=OPERATION, server="https://openapi.media.io", credentials={"api_key": "test-api_key"}
)
BASE: dict[str, Any] = {}
REQUEST: dict[str, Any] = {
    "method": "POST",
    "path": "/user/credits",
    "query": {},
    "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json"},
    "body": {},
}
ANSWER: dict[str, Any] = {"code": 0}
EITHER = pytest.mark.parametrize("client", [MediaIO, AsyncMediaIO])


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


@EITHER
@pytest.mark.parametrize(
    ("params", "answer", "expect"),
    [
        pytest.param({}, {"code": 0}, {"whole": True}, id="success by 0"),
        pytest.param(
            {},
            {"code": 0, "msg": "text of msg", "trace_id": "text of trace_id", "data": {"credits": 4}},
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
        MediaIO,
        SUBJECT,
        {"code": 1, "msg": "text of msg", "trace_id": "text of trace_id", "data": {"credits": 4}},
        {"code": 1, "msg": "text of msg", "trace_id": "text of trace_id", "data.credits": 4},
    )


@EITHER
@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        pytest.param(
            {"code": 374004, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 374004, "kind": "auth", "message": "words of the vendor", "trace_id": "trace-1"},
            id="374004",
        ),
        pytest.param(
            {"code": 490505, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 490505, "kind": "credits", "message": "words of the vendor", "trace_id": "trace-1"},
            id="490505",
        ),
        pytest.param(
            {"code": 490000, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 490000, "kind": "invalid", "message": "words of the vendor", "trace_id": "trace-1"},
            id="490000",
        ),
        pytest.param(
            {"code": 40001, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 40001, "kind": "auth", "message": "words of the vendor", "trace_id": "trace-1"},
            id="40001",
        ),
        pytest.param(
            {"code": 40002, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 40002, "kind": "auth", "message": "words of the vendor", "trace_id": "trace-1"},
            id="40002",
        ),
        pytest.param(
            {"code": 987654321, "msg": "words of the vendor", "trace_id": "trace-1"},
            {"code": 987654321, "kind": "vendor", "message": "words of the vendor", "trace_id": "trace-1"},
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
