import json

import pytest

from mediawright_mock.messages import Request
from mediawright_mock.mock import Mock

HEADERS = {"x-api-key": "k1", "content-type": "application/json"}


def post(path="/generation/big", body=None, headers=HEADERS):
    content = body if isinstance(body, bytes) else json.dumps({} if body is None else body).encode()
    return Request("POST", path, headers=headers, body=content)


def get(query=(), headers=HEADERS):
    return Request("GET", "/user/history", query=tuple(query), headers=headers)


@pytest.fixture(name="mock")
def the_mock(read_contract):
    return Mock(read_contract())


def said(answer):
    assert answer.status == 200
    content = json.loads(answer.body)
    return content["code"], content["msg"]


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({}, "data.prompt"),
        ({"prompt": 1}, "data.prompt"),
        ({"prompt": "x" * 21}, "data.prompt"),
        ({"prompt": "x", "resolution": "4K"}, "data.resolution"),
        ({"prompt": "x", "resolution": "1080P", "duration": "10s"}, "data.duration"),
        ({"prompt": "x", "tags": ["a", "b", "c"]}, "data.tags"),
        ({"prompt": "x", "tags": ["a", 1]}, "data.tags.1"),
        ({"prompt": "x", "colour": "red"}, "data.colour"),
        ({"prompt": "x", "duration": None}, "data.duration"),
    ],
)
def test_a_wrong_parameter_is_refused_by_name(mock, parameters, field):
    """A wrong call costs nothing here: it fails with the vendor's own code, and says which field is wrong."""
    code, message = said(mock.answer(post(body={"data": parameters})))
    assert code == 490
    assert message.startswith(f"{field}: ")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"not json", "body"),
        (b"", "body"),
        (b"\xff", "body"),
        (b"[" * 100_000, "body"),
        (b'{"\\ud800": 1}', "body"),
        (b'{"data": {"prompt": NaN}}', "body"),
        ('{"data": {"prompt": "x"}}'.encode("utf-16"), "body"),
        (b'{"data":' * 900 + b"1" + b"}" * 900, "body"),
        (b'{"data": {"prompt": "\\ud800"}}', "body"),
        ({"名": 1, "data": {"prompt": "x"}}, "名"),
        ([], "body"),
        ({"prompt": "x"}, "data"),
        ({"data": {"prompt": "x"}, "colour": 1}, "colour"),
        ({}, "data"),
    ],
)
def test_a_wrong_body_is_refused(mock, body, field):
    code, message = said(mock.answer(post(body=body)))
    assert code == 490
    assert message.startswith(f"{field}: ")


@pytest.mark.parametrize(
    ("request_", "rule"),
    [
        (post(body={"data": {}}), "required data.prompt"),
        (post(body={"data": {"prompt": "x" * 21}}), "maxLength data.prompt"),
        (post(body={"data": {"prompt": "x", "resolution": "4K"}}), "enum data.resolution"),
        (post(body={"data": {"prompt": "x", "resolution": "1080P", "duration": "10s"}}), "rules[0] data.duration"),
        (post(body={"data": {"prompt": "x", "tags": ["a", 1]}}), "type data.tags.1"),
        (post(body={"data": {"prompt": "x"}, "名": 1}), "additionalProperties %E5%90%8D"),
        (post(body=b"{"), "json body"),
        (get([("all", "true"), ("page", "2")]), "rules[0] page"),
        (get(headers={}), "credential X-API-KEY"),
        (post("/user/credits", headers=HEADERS | {"content-type": "text/plain"}), "header Content-Type"),
        (Request("GET", "/user/history", headers=HEADERS, body=b"{}"), "empty body"),
        (post("/generation/result/nobody"), "known task_id"),
    ],
)
def test_a_refusal_says_in_a_header_which_rule_was_broken(mock, request_, rule):
    """A vendor's error may hide what is wrong; the header names the rule and the field, in ASCII."""
    assert mock.answer(request_).headers == {"X-Mock-Rule": rule}


def test_a_success_names_no_rule(mock):
    assert not mock.answer(post("/user/credits")).headers


def test_a_right_request_is_accepted(mock):
    parameters = {"prompt": "x" * 20, "resolution": "1080P", "duration": "6s", "tags": ["a", "b"]}
    assert said(mock.answer(post(body={"data": parameters})))[0] == 0


def test_no_parameters_are_sent_as_an_empty_object(mock):
    assert said(mock.answer(post("/user/credits", {})))[0] == 0
    assert said(mock.answer(post("/user/credits", {"data": {}})))[0] == 490


@pytest.mark.parametrize("headers", [{}, {"x-api-key": ""}, {"authorization": "k1"}])
def test_a_request_without_credential_is_refused(mock, headers):
    code, message = said(mock.answer(post("/user/credits", headers=headers)))
    assert code == 374
    assert message.startswith("X-API-KEY: ")


def test_any_credential_will_do_unless_one_is_fixed(read_contract):
    assert said(Mock(read_contract()).answer(post("/user/credits")))[0] == 0
    fixed = Mock(read_contract(), credentials={"api_key": "k2"})
    code, message = said(fixed.answer(post("/user/credits")))
    assert code == 374
    assert "k2" not in message
    assert said(fixed.answer(post("/user/credits", headers=HEADERS | {"x-api-key": "k2"})))[0] == 0


@pytest.mark.parametrize(
    ("given", "code"), [("Bearer k1", 0), ("bearer k1", 374), ("k1", 374), ("Bearer ", 374), (None, 374)]
)
def test_a_credential_stands_in_its_template(acme, read_contract, given, code):
    bearer = acme.credits | {"api_header": [{"name": "Authorization", "value": "Bearer {api_key}"}]}
    headers = {"authorization": given} if given else {}
    assert said(Mock(read_contract(bearer)).answer(post("/user/credits", headers=headers)))[0] == code


def test_an_optional_credential_may_be_left_out(acme, read_contract):
    optional = acme.credits | {"credentials": [acme.credits["credentials"][0] | {"required": False}]}
    headers = {"content-type": "application/json"}
    assert said(Mock(read_contract(optional)).answer(post("/user/credits", headers=headers)))[0] == 0


def test_a_constant_header_is_asked_for(mock):
    code, message = said(mock.answer(post("/user/credits", headers=HEADERS | {"content-type": "text/plain"})))
    assert code == 490
    assert message == "Content-Type: it is 'text/plain'; send 'application/json'"


def test_a_charset_does_no_harm(mock):
    headers = HEADERS | {"content-type": "application/json; charset=utf-8"}
    assert said(mock.answer(post("/user/credits", headers=headers)))[0] == 0


@pytest.mark.parametrize(
    ("query", "headers", "field"),
    [
        ([("page", "0")], HEADERS, "page"),
        ([("page", "one")], HEADERS, "page"),
        ([("page", "1_000")], HEADERS, "page"),
        ([("page", "NaN")], HEADERS, "page"),
        ([("page", "[" * 5000)], HEADERS, "page"),
        ([("all", "True")], HEADERS, "all"),
        ([("size", "9")], HEADERS, "size"),
        ([], HEADERS | {"x-region": "mars"}, "X-Region"),
        ([("all", "true"), ("page", "2")], HEADERS, "page"),
    ],
)
def test_a_wrong_parameter_outside_the_body_is_refused(mock, query, headers, field):
    code, message = said(mock.answer(get(query, headers)))
    assert code == 490
    assert message.startswith(f"{field}: ")


def test_right_parameters_outside_the_body_are_accepted(mock):
    query = [("all", "true"), ("page", "1")]
    assert said(mock.answer(get(query, HEADERS | {"x-region": "eu"})))[0] == 0


def test_a_get_takes_no_body(mock):
    request = Request("GET", "/user/history", headers=HEADERS, body=b"{}")
    assert said(mock.answer(request))[0] == 490


def test_a_list_in_the_query(acme, read_contract):
    ids = acme.parameter("ids", type="array", items={"type": "integer"}, max_items=2, **{"in": "query"})
    mock = Mock(read_contract(acme.history | {"api_body": [ids], "rules": []}))
    assert said(mock.answer(get([("ids", "1"), ("ids", "2")])))[0] == 0
    assert said(mock.answer(get([("ids", "1"), ("ids", "x")])))[0] == 490


@pytest.mark.parametrize(
    ("operation", "request_", "status"),
    [
        ("credits", post("/user/credits", headers={}), 401),
        ("credits", post("/user/credits", {"data": 1}), 400),
        ("result", post("/generation/result/nobody"), 404),
    ],
)
def test_without_a_documented_code_the_http_status_says_it(acme, read_contract, operation, request_, status):
    create = acme.create | {"api_code_demo": []}
    answer = Mock(read_contract(create, getattr(acme, operation) | {"api_code_demo": []})).answer(request_)
    content = json.loads(answer.body)
    assert answer.status == status
    assert content["error"] in {"auth", "invalid", "not_found"}
    assert content["message"] == content["msg"]
    assert "code" not in content


def test_operations_with_one_address_are_told_apart_by_their_parameters(acme, read_contract):
    one = acme.credits | {
        "api_body": [acme.parameter("kind", const="one")],
        "api_response": [{"name": "one", "type": "string"}],
    }
    two = acme.credits | {"name": "Two", "python": "account.two", "api_body": [acme.parameter("kind", const="two")]}
    mock = Mock(read_contract(one, two))
    assert "credits" in json.loads(mock.answer(post("/user/credits", {"data": {"kind": "two"}})).body)["data"]
    assert "one" in json.loads(mock.answer(post("/user/credits", {"data": {"kind": "one"}})).body)
    assert said(mock.answer(post("/user/credits", {"data": {"kind": "three"}})))[0] == 490


def test_raw_bytes_are_taken_as_they_are(acme, read_contract):
    headers = [{"name": "Content-Type", "value": "application/octet-stream"}]
    upload = acme.credits | {"api_body": [acme.parameter("file", **{"in": "raw"})], "api_header": headers}
    request = post("/user/credits", b"\x00\xff", {"content-type": "application/octet-stream"})
    assert said(Mock(read_contract(upload)).answer(request))[0] == 0
