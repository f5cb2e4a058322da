"""The checks of emitted contract tests: each passes on what is right and fails on what is not."""

import pytest
from acme_client import Acme, AsyncAcme

from mediawright_runtime import testing

BIG = "text_to_video.big_model"
CREATED = {"code": 0, "data": {"task_id": "t1"}}
EITHER = pytest.mark.parametrize("client", [Acme, AsyncAcme])
WIRE = {
    "method": "POST",
    "path": "/generation/big",
    "query": {},
    "headers": {"x-api-key": "{api_key}", "Content-Type": "application/json"},
    "body": {"data": {"mode": "v2", "quality": "low", "prompt": "x", "steps": 1}},
}


def _fails(check, *args, match, **kwargs):
    with pytest.raises(AssertionError, match=match):
        check(*args, **kwargs)


@EITHER
def test_wire(client):
    testing.check_wire(client, BIG, {"prompt": "x", "steps": 1}, **WIRE, answer=CREATED)


@EITHER
@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("method", "PUT"),
        ("path", "/generation/bigger"),
        ("query", {"a": "1"}),
        ("headers", {"X-API-KEY": "other"}),
        ("headers", {"X-Missing": ""}),
        ("body", {"data": {"mode": "v2", "quality": "low", "prompt": "x", "steps": True}}),
        ("body", {"data": {"mode": "v2", "quality": "low", "prompt": "x", "steps": 1.0}}),
        ("body", {"mode": "v2", "quality": "low", "prompt": "x", "steps": 1}),
        ("body", None),
    ],
)
def test_wire_fails_where_a_part_differs(client, part, value):
    wire = {**WIRE, part: value}
    _fails(
        testing.check_wire,
        client,
        BIG,
        {"prompt": "x", "steps": 1},
        **wire,
        answer=CREATED,
        match=f"{part[:6]}.* differs",
    )


@EITHER
def test_wire_of_a_get(client):
    wire = {
        "method": "GET",
        "path": "/tasks",
        "query": {"v": 2, "page": 3, "kind": ["a b", "c"]},
        "headers": {"X-Client-Tag": "t"},
    }
    params = {"page": 3, "kinds": ["a b", "c"], "client_tag": "t"}
    testing.check_wire(client, "tasks.list", params, **wire, body=None, answer={})


@EITHER
@pytest.mark.parametrize(
    ("operation", "params"),
    [
        (BIG, {"prompt": "x", "tags": ["a", "b"], "conversation_id": "7"}),
        ("tasks.result", {"task_id": "a/b c"}),
        ("tasks.list", {"page": 3, "kinds": ["a b", "c"], "client_tag": "t", "deep": False}),
        ("files.upload", {"content": b"\x00", "file_name": "a b"}),
    ],
)
def test_accepted(client, operation, params):
    testing.check_accepted(client, operation, params, CREATED)


@EITHER
def test_accepted_fails_where_a_call_is_refused(client):
    with pytest.raises(AssertionError, match=r"requests differs\n  found:    0\n  expected: 1"):
        testing.check_accepted(client, BIG, {"prompt": ""}, CREATED)


@EITHER
@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"prompt": "x", "duration": "7s"}, "duration"),
        ({}, "prompt"),
        ({"prompt": "x", "negative_prompt": "y"}, "steps"),
    ],
)
def test_refused(client, params, field):
    testing.check_refused(client, BIG, params, field)


@EITHER
def test_refused_fails_where_a_call_is_sent_or_another_field_is_named(client):
    with pytest.raises(AssertionError, match="one request more"):
        testing.check_refused(client, BIG, {"prompt": "x"}, "prompt")
    with pytest.raises(AssertionError, match="field differs"):
        testing.check_refused(client, BIG, {"prompt": ""}, "duration")


@EITHER
@pytest.mark.parametrize(
    ("operation", "params", "answer", "expect_and_wrong"),
    [
        (BIG, {"prompt": "x"}, CREATED, ({"task_id": "t1"}, {"task_id": "t2"})),
        (
            "account.credits",
            {},
            {"code": 0, "data": {"credits": 5, "more": [{"a": 1}, {"a": 2}]}},
            ({"model": {"code": 0, "data.credits": 5, "data.more[].a": [1, 2]}}, {"model": {"data.credits": 6}}),
        ),
        ("account.credits", {}, {"data": {"credits": "many"}}, ({"model": {"data.credits": "many"}}, {"task_id": "x"})),
        (
            "tasks.result",
            {"task_id": "t"},
            {"data": {"status": "timeout"}},
            ({"state": "expired"}, {"state": "failed"}),
        ),
        ("tasks.result", {"task_id": "t"}, {"data": {"status": "odd"}}, ({"state": "unknown"}, {"state": "running"})),
        (
            "tasks.result",
            {"task_id": "t"},
            {"data": {"status": "completed", "result": {"preview": "https://a"}}},
            (
                {"state": "succeeded", "outputs": ["https://a"], "model": {"data.status": "completed"}},
                {"outputs": []},
            ),
        ),
    ],
)
def test_parsed(client, operation, params, answer, expect_and_wrong):
    expect, wrong = expect_and_wrong
    testing.check_parsed(client, operation, params, answer, expect)
    with pytest.raises(AssertionError):
        testing.check_parsed(client, operation, params, answer, wrong)


@EITHER
def test_refused_answer(client):
    testing.check_refused_answer(client, BIG, {"prompt": "x"}, {"code": 374004}, code=374004, kind="auth")
    testing.check_refused_answer(client, BIG, {"prompt": "x"}, {}, code=None, kind="auth", status=401)


@EITHER
def test_refused_answer_fails_where_another_error_or_none_comes(client):
    with pytest.raises(AssertionError, match="kind differs"):
        testing.check_refused_answer(client, BIG, {"prompt": "x"}, {"code": 374004}, code=374004, kind="credits")
    with pytest.raises(AssertionError, match="expected VendorError, but the call gave"):
        testing.check_refused_answer(client, BIG, {"prompt": "x"}, CREATED, code=0, kind="auth")
    with pytest.raises(AssertionError, match="expected VendorError, but InvalidRequestError"):
        testing.check_refused_answer(client, BIG, {"prompt": ""}, CREATED, code=0, kind="auth")


def test_a_request_beyond_the_answers_is_refused():
    recorder = testing.Recorder(testing.Answer({}))
    client = Acme(api_key="k", http_client=recorder)
    client.account.credits()
    with pytest.raises(AssertionError, match="one request more"):
        client.account.credits()
    assert [request.url for request in recorder.requests] == ["https://api.acme.example/v1/user/credits"] * 2
