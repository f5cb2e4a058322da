"""The checks of emitted contract tests: each passes on what is right and fails on what is not."""

import base64

import pytest
from acme_client import Acme, AsyncAcme
from fictional import (
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
)

from mediawright_runtime import attributes, testing
from mediawright_runtime.models import ResponseModel

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
        "headers": {"X-API-KEY": "test-api_key", "Content-Type": "application/json", "X-Client-Tag": "t"},
    }
    params = {"page": 3, "kinds": ["a b", "c"], "client_tag": "t"}
    testing.check_wire(client, testing.Subject("tasks.list", **ACME), params, **wire, body=None, answer={})


@EITHER
def test_wire_fails_where_a_call_is_refused(client):
    _fails(testing.check_wire, client, BIG, {"prompt": ""}, **WIRE, answer=CREATED, match="nothing was sent: .*prompt")


@EITHER
def test_wire_fails_where_a_header_too_many_is_sent(client):
    wire = {**WIRE, "headers": {"X-API-KEY": "test-api_key"}}
    _fails(
        testing.check_wire, client, BIG, {"prompt": "x", "steps": 1}, **wire, answer=CREATED, match="headers differs"
    )


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
def test_every_refused_value_that_is_sent_is_named(client):
    testing.check_refused_values(client, BIG, {"prompt": "x", "steps": 1}, {"duration": ["7s", 5], "prompt": [""]})
    with pytest.raises(AssertionError, match=r"^2 of 4 cases fail\n  prompt='y': requests.*\n.*\n.*\n  prompt='z'"):
        testing.check_refused_values(
            client, BIG, {"prompt": "x", "steps": 1}, {"duration": ["7s"], "prompt": ["", "y", "z"]}
        )


@EITHER
def test_every_code_that_counts_as_success_is_named(client):
    subject, params = BIG, {"prompt": "x", "steps": 1}
    testing.check_no_success(client, subject, params, {1: {"code": 1}, "ok": {"code": "ok"}})
    with pytest.raises(AssertionError, match=r"^2 of 3 cases fail\n  0: expected VendorError.*\n  2: code differs"):
        testing.check_no_success(client, subject, params, {0: CREATED, 1: {"code": 1}, 2: {"code": 3}})


def _acme(path):
    return testing.Subject(path, **ACME)


@EITHER
@pytest.mark.parametrize(
    ("subject", "answer", "expect", "wrong"),
    [
        (
            BIG,
            CREATED,
            {"token": {"v": 1, "vendor": "acme", "operation": BIG.operation, "id": "t1"}},
            {"token": {"v": 1, "vendor": "acme", "operation": BIG.operation, "id": "t2"}},
        ),
        (
            _acme("account.credits"),
            {"code": 0, "data": {"credits": 5, "more": [{"a": 1}, {"a": 2}]}},
            {"whole": True},
            {"token": {}},
        ),
        (
            _acme("account.credits"),
            {"code": 0, "data": {"credits": "many"}},
            {"whole": True},
            {"token": {}},
        ),
    ],
)
def test_parsed(client, subject, answer, expect, wrong):
    params = {"prompt": "x"} if subject is BIG else {}
    testing.check_parsed(client, subject, params, answer, expect)
    _fails(testing.check_parsed, client, subject, params, answer, wrong, match="differs")


@EITHER
def test_parsed_fails_where_a_caller_is_not_given_the_whole_answer(client, monkeypatch):
    monkeypatch.setattr(ResponseModel, "model_dump", lambda _, **__: {"code": 0})
    check = (client, _acme("account.credits"), {}, {"code": 0, "data": {}})
    _fails(testing.check_parsed, *check, {"whole": True}, match="answer differs")


ASKED = {
    "token": {"v": 2, "vendor": "acme", "task": "generation", "ids": {"task_id": "t"}},
    "request": {**WIRE, "path": "/generation/result/t", "body": {}},
}
DONE = {"code": 0, "data": {"status": "completed", "result": {"preview": "https://a"}}}


@EITHER
@pytest.mark.parametrize(
    ("answer", "expect", "wrong"),
    [
        ({"data": {"status": "timeout"}}, {"state": "expired", "raw": "timeout"}, {"state": "failed"}),
        ({"data": {"status": "odd"}}, {"state": "unknown"}, {"state": "running"}),
        (DONE, {"state": "succeeded", "outputs": ["https://a"]}, {"state": "succeeded", "outputs": []}),
        (DONE, {"state": "succeeded", "kinds": ["file"]}, {"state": "succeeded", "kinds": ["video"]}),
        (
            {"data": {"status": "failed", "reason": "why"}},
            {"state": "failed", "reason": "why"},
            {"state": "failed", "reason": ""},
        ),
    ],
)
def test_task(client, answer, expect, wrong):
    testing.check_task(client, _acme("tasks.result"), ASKED, answer, expect)
    _fails(testing.check_task, client, _acme("tasks.result"), ASKED, answer, wrong, match="differs")


@EITHER
def test_task_fails_where_it_is_asked_for_in_another_way(client):
    asked = {**ASKED, "request": {**ASKED["request"], "path": "/generation/result"}}
    _fails(testing.check_task, client, _acme("tasks.result"), asked, DONE, {"state": "succeeded"}, match="path differs")


@EITHER
def test_refused_answer(client):
    testing.check_refused_answer(client, BIG, {"prompt": "x"}, {"code": 374004}, code=374004, kind="auth")
    testing.check_refused_answer(client, BIG, {"prompt": "x"}, {}, code=None, kind="auth", status=401)
    told = {"code": 374004, "msg": "words", "trace_id": "t-1"}
    facts = {"code": 374004, "kind": "auth", "message": "words", "trace_id": "t-1"}
    testing.check_refused_answer(client, BIG, {"prompt": "x"}, told, **facts)
    for fact in ("message", "trace_id"):
        wrong = {**facts, fact: "other"}
        _fails(testing.check_refused_answer, client, BIG, {"prompt": "x"}, told, **wrong, match=f"{fact} differs")


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
    ids = {"conversation_id": "c1", "message_id": 2}
    token = {"v": 2, "vendor": "orion", "operation": "video.generate", "ids": ids}
    check = (client, testing.Subject("video.generate"), {"prompt": "x"}, created)
    testing.check_parsed(*check, {"token": token})
    swapped = {**token, "ids": {"conversation_id": 2, "message_id": "c1"}}
    _fails(testing.check_parsed, *check, {"token": swapped}, match="token differs")


@_either(Vega, AsyncVega)
def test_one_id_goes_into_a_list(client):
    answer = {"data": [{"status": 2, "result": {"video_cdn_url": "https://a"}}]}
    expect = {"state": "succeeded", "outputs": ["https://a"]}
    token = {"v": 2, "vendor": "vega", "task": "book", "ids": {"task_ids": "t1"}}
    headers = {"Authorization": "Bearer test-api_key", "Content-Type": "application/json"}
    wire = {"method": "POST", "path": "/query", "headers": headers, "body": {"task_ids": ["t1"]}}
    subject = testing.Subject("picture_book.query", "https://vega.example", {"api_key": "test-api_key"})
    testing.check_task(client, subject, {"token": token, "request": wire}, answer, expect)
    wrong = {"token": token, "request": {**wire, "body": {"task_ids": "t1"}}}
    _fails(testing.check_task, client, subject, wrong, answer, expect, match="body differs")


@_either(Dorado, AsyncDorado)
def test_outputs_of_a_call_without_a_task(client):
    params, answer = {"prompt": "x"}, {"code": 0, "data": {"png_url": "https://a", "svg_url": "https://b"}}
    check = (testing.Subject("text_to_diagram.flowchart"), params, answer)
    expect = {"outputs": ["https://a", "https://b"], "kinds": ["file", "image"], "whole": True}
    testing.check_parsed(client, *check, expect)
    _fails(testing.check_parsed, client, *check, {"outputs": ["https://a"]}, match="outputs differs")
    wrong = {**expect, "kinds": ["image", "image"]}
    _fails(testing.check_parsed, client, *check, wrong, match="kinds differs")


@_either(Dorado, AsyncDorado)
def test_documented_resends_are_counted_and_cost_no_time(client):
    check = (testing.Subject("text_to_diagram.flowchart"), {"prompt": "x"})
    testing.check_refused_answer(client, *check, {"code": 3001}, code=3001, kind="rate", retries=1)
    testing.check_refused_answer(client, *check, {"code": 9}, code=9, kind="vendor", retries=2)
    facts = {"code": 9, "kind": "vendor"}
    _fails(testing.check_refused_answer, client, *check, {"code": 9}, **facts, match="one request more")
    _fails(testing.check_refused_answer, client, *check, {"code": 9}, **facts, retries=3, match="requests differs")


NOVA_KNOWN = {name: f"test-{name}" for name in ("api_key", "client_id", "client_secret")}
OF_NOVA = testing.Subject("account.credit", "https://nova.example", NOVA_KNOWN, {"token": "test-token"})
CREDIT = {"method": "GET", "path": "/credit", "answer": {"code": 1000}}


@_either(Nova, AsyncNova)
def test_of_several_sets_of_credentials_the_first_goes_along(client):
    testing.check_wire(client, OF_NOVA, {}, **CREDIT, headers={"x-api-key": "test-api_key"})
    testing.check_refused_answer(client, OF_NOVA, {}, {"code": 1101}, code=1101, kind="auth")


@_either(Nova, AsyncNova)
def test_a_token_is_at_hand_and_its_renewal_is_answered(client):
    pair = {"credentials": ["client_id", "client_secret"]}
    testing.check_wire(client, OF_NOVA, {}, **CREDIT, **pair, headers={"Authorization": "Bearer test-token"})
    check = (client, OF_NOVA, {}, {"code": 1101})
    facts = {"code": 1101, "kind": "auth", **pair, "fetched": [{"code": 1000, "token": "test-token"}]}
    testing.check_refused_answer(*check, **facts)
    _fails(testing.check_refused_answer, *check, **facts, retries=1, match="requests differs")


@_either(Lyra, AsyncLyra)
def test_a_header_may_be_made_of_two_credentials(client):
    known = {"app_key": "test-app_key", "app_secret": "test-app_secret"}
    pair = base64.b64encode(b"test-app_key:test-app_secret").decode()
    headers = {"Authorization": f"Basic {pair}", "X-App-Key": "test-app_key", "Content-Type": "application/json"}
    wire = {"method": "POST", "path": "/text2video", "headers": headers}
    body = {"prompt": "x", "camera_move_index": 2}
    params = {"prompt": "x", "camera": "zoom in"}
    subject = testing.Subject("text_to_video.generate", "https://lyra.example", known)
    testing.check_wire(client, subject, params, **wire, body=body, answer={"code": 0, "data": {}})


@_either(Orion, AsyncOrion)
def test_a_raw_body_is_compared_to_the_byte(client):
    params = {"content": b'{"a": 1}', "file_name": "a"}
    headers = {"Content-Type": "application/octet-stream"}
    wire = {"method": "POST", "path": "/upload", "query": {"file_name": "a"}, "headers": headers, "answer": {}}
    check = (client, testing.Subject("files.upload"), params)
    testing.check_wire(*check, **wire, body=b'{"a": 1}')
    _fails(testing.check_wire, *check, **wire, body=b'{"a":1}', match="body differs")


@EITHER
@pytest.mark.parametrize(("said", "given", "alike"), [(1050, 1050.0, True), (1050, 1050, True), (True, 1, False)])
def test_numbers_of_an_answer_are_compared_as_json_has_them(client, monkeypatch, said, given, alike):
    monkeypatch.setattr(ResponseModel, "model_dump", lambda _, **__: {"code": 0, "data": {"credits": given}})
    check = (client, _acme("account.credits"), {}, {"code": 0, "data": {"credits": said}}, {"whole": True})
    if alike:
        testing.check_parsed(*check)
    else:
        _fails(testing.check_parsed, *check, match="answer differs")


class _Inner(ResponseModel):
    task_id: str | None = None
    items: list[ResponseModel] | None = None


class _Known(ResponseModel):
    code: int | None = None
    data: _Inner | None = None


@pytest.mark.parametrize(
    ("answer", "fields", "complaint"),
    [
        ({"code": 0, "data": {"task_id": "x"}}, {"code": 0, "data.task_id": "x"}, None),
        ({"code": 0}, {"code": 1}, "code differs"),
        ({"cod": 0}, {}, r'no attribute has differs\n  found:    \["cod"\]'),
        ({"data": {"task": 1}}, {}, r'\["task"\]'),
        ({"data": {"items": [{"url": 1}]}}, {}, r'\["url"\]'),
        ({"data": {"task_id": "x"}}, {"data.task": "x"}, "data.task differs"),
    ],
)
def test_the_model_of_answers_is_read_by_attributes(answer, fields, complaint, monkeypatch):
    monkeypatch.setattr(attributes, "response_model", lambda *_: _Known)
    if complaint is None:
        testing.check_model(Acme, BIG, answer, fields)
    else:
        _fails(testing.check_model, Acme, BIG, answer, fields, match=complaint)


def test_the_model_of_answers_is_that_of_the_operation():
    testing.check_model(Acme, BIG, {"code": 0}, {"code": 0})
    _fails(testing.check_model, Acme, BIG, {"data": {}}, {}, match="no attribute has")
