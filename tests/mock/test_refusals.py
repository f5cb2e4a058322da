"""Errors in the shape in which the vendor documents them."""

import json

import pytest

from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock

BARE = {"credentials": [], "api_header": [], "body": {}}


def ask(mock, method="POST", path="/user/credits", query=(), body=b"{}"):
    answer = mock.answer(Request(method, path, query, {}, b"" if method == "GET" else body))
    return answer.status, json.loads(answer.body)


def demo(*responses):
    return [{"response": [{"status": status, "body": body} for status, body in responses]}]


@pytest.fixture(name="strict")
def vendor_by_http_status(acme):
    """No envelope: the HTTP status says it, and `detail` says why."""
    return acme.credits | BARE | {
        "envelope": {"message": "detail"},
        "api_body": [acme.parameter("prompt", required=True)],
        "api_response": [{"name": "total", "type": "integer"}],
        "api_code_demo": [{"http_status": 422, "kind": "invalid", "describe": "A parameter is wrong."}],
    }  # fmt: skip


def test_an_error_without_a_code_is_its_http_status(strict, read_contract):
    status, body = ask(Mock(read_contract(strict)))
    assert status == 422
    assert body == {"detail": 'prompt: "prompt" is a required property'}


def test_a_success_without_a_code_has_none(strict, read_contract):
    assert ask(Mock(read_contract(strict)), body=b'{"prompt": "x"}') == (200, {"detail": "", "total": 100})


def test_a_documented_error_lends_its_shape(strict, read_contract):
    item = {"type": "missing", "loc": ["body", "prompt"], "msg": "Field required", "input": {}}
    samples = strict | {"api_request_demo": demo((200, {"total": 5}), (422, {"detail": [item, item], "url": "x"}))}
    status, body = ask(Mock(read_contract(samples)))
    assert status == 422
    assert body == {"detail": [{**item, "msg": 'prompt: "prompt" is a required property'}], "url": "x"}
    assert ask(Mock(read_contract(samples)), body=b'{"prompt": "x"}') == (200, {"total": 5})


def test_of_two_statuses_that_fit_the_documented_one_is_taken(strict, read_contract):
    samples = strict | {"api_code_demo": [], "api_request_demo": demo((422, {"detail": "Prompt cannot be empty"}))}
    status, body = ask(Mock(read_contract(samples)))
    assert (status, body.keys()) == (422, {"detail"})


def test_of_two_places_an_http_error_takes_the_one_that_no_success_has(acme, read_contract):
    mixed = acme.credits | BARE | {
        "envelope": {"code": "code", "success": [0], "message": "message|detail"},
        "api_body": [acme.parameter("prompt", required=True)],
        "api_code_demo": [{"http_status": 400, "kind": "invalid", "describe": "A parameter is wrong."}],
        "api_request_demo": demo((201, {"code": 0, "message": "created", "data": {}})),
    }  # fmt: skip
    status, body = ask(Mock(read_contract(mixed)))
    assert (status, body) == (400, {"detail": 'prompt: "prompt" is a required property'})
    assert ask(Mock(read_contract(mixed)), body=b'{"prompt": "x"}')[0] == 201


def test_a_code_may_come_with_an_http_status(strict, read_contract):
    both = strict | {
        "envelope": {"code": "errno|code", "success": [0], "required": False, "message": "errmsg|detail"},
        "api_code_demo": [{"code": 7, "http_status": 409, "kind": "invalid", "describe": "A parameter is wrong."}],
    }
    status, body = ask(Mock(read_contract(both)))
    assert (status, body["errno"]) == (409, 7)
    assert "prompt" in body.get("errmsg", body.get("detail"))
