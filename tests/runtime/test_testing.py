"""The checks of emitted contract tests: each passes on what is right and fails on what is not."""

from dataclasses import replace

import pytest
from acme_client import Acme, AsyncAcme
from fictional import (
    NOVA,
    AsyncDorado,
    AsyncLyra,
    AsyncNova,
    AsyncOrion,
    AsyncVega,
    Dorado,
    Lyra,
    Nova,
    Orion,
    Vega,
    clients,
    operation,
)

from mediawright_runtime import testing
from mediawright_runtime.operations import load

ACME = {"credentials": {"api_key": "test-api_key"}, "server": "https://api.acme.example/v1"}
BIG = testing.Subject("text_to_video.big_model", **ACME)
CREATED = {"code": 0, "data": {"task_id": "t1"}}
EITHER = pytest.mark.parametrize("client", [Acme, AsyncAcme])
WIRE = {
    "method": "POST",
    "path": "/generation/big",
    "query": {},
    "headers": {"x-api-key": "test-api_key", "Content-Type": "application/json"},
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
        "headers": {"X-API-KEY": "test-api_key", "X-Client-Tag": "t"},
    }
    params = {"page": 3, "kinds": ["a b", "c"], "client_tag": "t"}
    testing.check_wire(client, testing.Subject("tasks.list", **ACME), params, **wire, body=None, answer={})


@EITHER
def test_wire_fails_where_a_call_is_refused(client):
    _fails(testing.check_wire, client, BIG, {"prompt": ""}, **WIRE, answer=CREATED, match="nothing was sent: .*prompt")


@EITHER
def test_wire_fails_where_a_header_too_many_is_sent(client):
    wire = {**WIRE, "headers": {"X-API-KEY": "test-api_key"}}
    _fails(testing.check_wire, client, BIG, {"prompt": "x", "steps": 1}, **wire, answer=CREATED, match="headers differs")


@EITHER
def test_what_the_judge_holds_against_a_request_fails_the_check(client):
    class Judge:
        def complaints(self, method, url, headers, content, *, server):
            return [f"{method} {url.removeprefix(server)} is odd"]

    check = (testing.check_wire, client, BIG, {"prompt": "x", "steps": 1})
    _fails(*check, **WIRE, answer=CREATED, judge=Judge(), match="POST /generation/big is odd")


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
        (
            "account.credits",
            {},
            {"code": 0, "data": {"credits": "many"}},
            ({"model": {"data.credits": "many"}}, {"task_id": "x"}),
        ),
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
            {"code": 0, "data": {"status": "completed", "result": {"preview": "https://a"}}},
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
    recorder = testing.Recorder(testing.Answer({"code": 0}))
    client = Acme(api_key="k", http_client=recorder)
    client.account.credits()
    with pytest.raises(AssertionError, match="one request more"):
        client.account.credits()
    assert [request.url for request in recorder.requests] == ["https://api.acme.example/v1/user/credits"] * 2


def _either(*clients):
    return pytest.mark.parametrize("client", clients)


@_either(Orion, AsyncOrion)
def test_a_task_of_two_ids(client):
    created = {"conversation_id": "c1", "message_id": 2}
    testing.check_parsed(client, "video.generate", {"prompt": "x"}, created, {"task_id": "c1/2"})
    params = {"conversation_id": "c1", "message_id": "2"}
    answer = {"task": {"status": "completed", "video_urls": ["https://a"]}}
    expect = {"state": "succeeded", "outputs": ["https://a"], "model": {"task.status": "completed"}}
    testing.check_parsed(client, "video.status", params, answer, expect)
    _fails(testing.check_parsed, client, "video.status", params, answer, {"state": "running"}, match="state differs")


@_either(Vega, AsyncVega)
def test_a_list_of_ids(client):
    answer = {"data": [{"status": 2, "result": {"video_cdn_url": "https://a"}}]}
    expect = {"state": "succeeded", "outputs": ["https://a"]}
    testing.check_parsed(client, "picture_book.query", {"task_ids": ["t1"]}, answer, expect)


@_either(Dorado, AsyncDorado)
def test_outputs_of_a_call_without_a_task(client):
    params, answer = {"prompt": "x"}, {"code": 0, "data": {"png_url": "https://a", "svg_url": "https://b"}}
    check = ("text_to_diagram.flowchart", params, answer)
    expect = {"outputs": ["https://a", "https://b"], "kinds": ["file", "image"], "model": {"data.png_url": "https://a"}}
    testing.check_parsed(client, *check, expect)
    _fails(testing.check_parsed, client, *check, {"outputs": ["https://a"]}, match="outputs differs")
    _fails(testing.check_parsed, client, *check, {"kinds": ["image", "image"]}, match="kinds differs")
    _fails(testing.check_parsed, client, *check, {"model": {"data.png_url": "x"}}, match="data.png_url differs")


@_either(Dorado, AsyncDorado)
def test_documented_resends_are_counted_and_cost_no_time(client):
    check = ("text_to_diagram.flowchart", {"prompt": "x"})
    testing.check_refused_answer(client, *check, {"code": 3001}, code=3001, kind="rate", retries=1)
    testing.check_refused_answer(client, *check, {"code": 9}, code=9, kind="vendor", retries=2)
    facts = {"code": 9, "kind": "vendor"}
    _fails(testing.check_refused_answer, client, *check, {"code": 9}, **facts, match="one request more")
    _fails(testing.check_refused_answer, client, *check, {"code": 9}, **facts, retries=3, match="requests differs")


@_either(Nova, AsyncNova)
def test_of_several_sets_of_credentials_the_first_goes_along(client):
    wire = {"method": "GET", "path": "/credit", "headers": {"x-api-key": "{api_key}"}}
    testing.check_wire(client, "account.credit", {}, **wire, body=None, answer={"code": 1000})
    testing.check_refused_answer(client, "account.credit", {}, {"code": 1101}, code=1101, kind="auth")


@pytest.mark.parametrize("number", [0, 1])
def test_a_token_is_at_hand_and_its_renewal_is_answered(number):
    vendor = replace(NOVA, package="fictional_nova_pair", credential_sets=(("client_id", "client_secret"),))
    client = clients(vendor, operation("account.credit", "GET", "/credit"), load(NOVA, "account.get_token"))[number]
    wire = {"method": "GET", "path": "/credit", "headers": {"Authorization": "Bearer {token}"}}
    testing.check_wire(client, "account.credit", {}, **wire, body=None, answer={"code": 1000})
    testing.check_refused_answer(client, "account.credit", {}, {"code": 1101}, code=1101, kind="auth")
    _fails(
        testing.check_refused_answer,
        client,
        "account.credit",
        {},
        {"code": 1101},
        code=1101,
        kind="auth",
        retries=1,
        match="requests differs",
    )


@_either(Lyra, AsyncLyra)
def test_a_header_may_be_made_of_two_credentials(client):
    headers = {"Authorization": "Basic {base64:app_key:app_secret}", "X-App-Key": "{app_key}"}
    wire = {"method": "POST", "path": "/text2video", "headers": headers}
    body = {"prompt": "x", "camera_move_index": 2}
    params = {"prompt": "x", "camera": "zoom in"}
    testing.check_wire(client, "text_to_video.generate", params, **wire, body=body, answer={"code": 0, "data": {}})


@_either(Orion, AsyncOrion)
def test_a_raw_body_is_compared_to_the_byte(client):
    params = {"content": b'{"a": 1}', "file_name": "a"}
    wire = {"method": "POST", "path": "/upload", "query": {"file_name": "a"}}
    testing.check_wire(client, "files.upload", params, **wire, body=b'{"a": 1}', answer={})
    check = {**wire, "body": b'{"a":1}', "answer": {}}
    _fails(testing.check_wire, client, "files.upload", params, **check, match="body differs")
