"""What an exported document holds against requests and answers; each part can be wrong alone."""

import json

import pytest

from mediawright_runtime.oracle import Oracle, Sent

SERVER = "https://api.acme.example/v1"
HEADERS = {"Authorization": "Basic YTpi", "Content-Type": "application/json", "X-Depth": "3"}
BODY = {"data": {"text": "boat", "steps": 2}}
DOCUMENT = {
    "security": [{"pair": []}],
    "paths": {
        "/boats/{kind}": {
            "post": {
                "x-mediawright-python": "boats.make",
                "parameters": [
                    {"name": "kind", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "page", "in": "query", "required": False, "schema": {"type": "integer"}},
                    {
                        "name": "tag",
                        "in": "query",
                        "required": False,
                        "schema": {"type": "array", "items": {"type": "string"}},
                    },
                    {"name": "X-Depth", "in": "header", "required": True, "schema": {"type": "integer", "minimum": 3}},
                ],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Request"}}}},
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}}
                },
                "x-mediawright-rules": [
                    {"if": {"properties": {"steps": {"const": 9}}}, "then": {"required": ["page"]}}
                ],
            },
            "get": {"x-mediawright-python": "boats.see", "security": [], "parameters": [], "responses": {}},
        },
        "/boats/{kind}#boats.again": {"post": {"x-mediawright-python": "boats.again", "responses": {}}},
    },
    "components": {
        "securitySchemes": {"pair": {"type": "http", "scheme": "basic"}},
        "schemas": {
            "Request": {
                "type": "object",
                "properties": {
                    "data": {
                        "type": "object",
                        "properties": {"text": {"type": "string"}, "steps": {"type": "integer"}},
                        "required": ["text"],
                        "additionalProperties": False,
                    }
                },
                "required": ["data"],
                "additionalProperties": False,
            },
            "Answer": {"type": "object", "properties": {"code": {"type": "integer"}}},
        },
    },
}


@pytest.fixture(scope="module")
def oracle():
    return Oracle(DOCUMENT, "boats.make")


def _complaints(oracle, *, method="POST", path="/boats/small%20one?page=2&tag=a&tag=b", headers=None, body=BODY):
    content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    return oracle.complaints(method, SERVER + path, HEADERS if headers is None else headers, content, server=SERVER)


def test_nothing_is_held_against_what_is_documented(oracle):
    assert _complaints(oracle) == []
    assert (
        _complaints(oracle, path="/boats/x", headers={**HEADERS, "content-type": "application/json; charset=utf-8"})
        == []
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"method": "PUT"}, "method PUT: it is POST"),
        ({"path": "/ships/x"}, "path /ships/x: it is /boats/{kind}"),
        ({"path": "/boats/a/b"}, "path /boats/a/b: it is /boats/{kind}"),
        ({"path": "/boats/x?page=two"}, "query page: 'two' is not of type 'integer'"),
        ({"path": "/boats/x?pages=2"}, "query pages: there is none"),
        ({"headers": {**HEADERS, "X-Depth": "2"}}, "header X-Depth: 2 is less than the minimum of 3"),
        ({"headers": {key: HEADERS[key] for key in list(HEADERS)[:2]}}, "header X-Depth: it is missing"),
        (
            {"headers": {**HEADERS, "Content-Type": "text/plain"}},
            "Content-Type: it is 'text/plain', not 'application/json'",
        ),
        ({"headers": {**HEADERS, "Authorization": "Bearer x"}}, "credentials: none of [['pair']] is in the request"),
        ({"headers": {**HEADERS, "Authorization": "Basic a:b"}}, "credentials: none of [['pair']] is in the request"),
        ({"body": {"text": "boat"}}, "body: Additional properties are not allowed ('text' was unexpected)"),
        ({"body": {"data": {"text": "boat", "steps": "2"}}}, "body.data.steps: '2' is not of type 'integer'"),
        ({"body": {"data": {"text": "boat", "steps": True}}}, "body.data.steps: True is not of type 'integer'"),
        ({"body": {"data": {"text": None}}}, "body.data.text: None is not of type 'string'"),
        ({"body": b"not JSON"}, "body: 'not JSON' is not of type 'object'"),
        ({"path": "/boats/x", "body": {"data": {"text": "x", "steps": 9}}}, "'page' is a required property"),
    ],
)
def test_each_part_may_be_wrong(oracle, wrong, told):
    assert told in _complaints(oracle, **wrong)


def test_a_body_where_there_is_none_is_too_much():
    see = Oracle(DOCUMENT, "boats.see")

    assert see.complaints("GET", f"{SERVER}/boats/x", {}, None, server=SERVER) == []
    assert any("there is none" in each for each in see.complaints("GET", f"{SERVER}/boats/x", {}, b"{}", server=SERVER))


def test_an_answer_is_held_against_the_schema_of_its_status(oracle):
    assert oracle.answer_complaints({"code": 0}) == []
    assert oracle.answer_complaints({"code": "0"}) == ["answer.code: '0' is not of type 'integer'"]
    assert oracle.answer_complaints({}, 404) == ["HTTP 404: the document has no such answer"]


def test_values_are_judged_before_they_are_written(oracle):
    sent = Sent({"kind": "x"}, {}, {"X-Depth": "3"}, BODY)

    assert oracle.violations(sent) == ["header X-Depth: '3' is not of type 'integer'"]


def test_operations_of_one_address_are_told_apart():
    again = Oracle(DOCUMENT, "boats.again")

    assert again.complaints("POST", f"{SERVER}/boats/x", {"Authorization": "Basic YTpi"}, None, server=SERVER) == []
    with pytest.raises(LookupError, match=r"boats\.never: the document does not have it"):
        Oracle(DOCUMENT, "boats.never")


@pytest.mark.parametrize(("required", "problems"), [(False, 0), (True, 1)])
def test_a_body_may_be_left_out_where_it_is_not_required(required, problems):
    schema = {"application/json": {"schema": {"type": "array"}}}
    operation = {"x-mediawright-python": "boats.make", "requestBody": {"required": required, "content": schema}}
    oracle = Oracle({"paths": {"/boats": {"post": operation}}}, "boats.make")

    assert len(oracle.complaints("POST", f"{SERVER}/boats", {}, None, server=SERVER)) == problems
    assert oracle.complaints("POST", f"{SERVER}/boats", {"Content-Type": "application/json"}, b"7", server=SERVER)
