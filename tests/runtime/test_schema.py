"""What a schema accepts and refuses is asked of jsonschema, never of the code that wrote the schema."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mediawright_runtime.schema import answer_schema, body_schema, parameter_schema, parameters_schema


def parameter(name: str = "value", **facts: Any) -> dict[str, Any]:
    return {"name": name, "wire_name": name, "python_name": name, "in": "body", "type": "string", "required": False} | (
        facts
    )


def operation(*parameters: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return {"name": "Big Model", "method": "POST", "endpoint": "/big", "api_body": list(parameters)} | facts


def accepts(schema: dict[str, Any] | None, value: Any) -> bool:
    assert schema is not None
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema).is_valid(value)


ENUM = {"keywords": ["6s", "10s"]}
LIST = {"type": "array", "items": {"type": "string"}}


@pytest.mark.parametrize(
    ("facts", "value", "expected"),
    [
        ({}, "x", True),
        ({}, 1, False),
        (ENUM, "6s", True),
        (ENUM, "7s", False),
        (ENUM | {"open": True}, "7s", True),
        ({"type": "integer", "keywords": [1, 2]}, 2, True),
        ({"type": "integer", "keywords": [1, 2]}, 3, False),
        ({"type": "integer", "keywords": [1, 2]}, True, False),
        ({"type": "integer", "minimum": 1, "maximum": 9}, 1, True),
        ({"type": "integer", "minimum": 1, "maximum": 9}, 9, True),
        ({"type": "integer", "minimum": 1, "maximum": 9}, 0, False),
        ({"type": "integer", "minimum": 1, "maximum": 9}, 10, False),
        ({"type": "integer"}, 1.5, False),
        ({"type": "number", "exclusive_minimum": 0, "exclusive_maximum": 1}, 0.5, True),
        ({"type": "number", "exclusive_minimum": 0, "exclusive_maximum": 1}, 0, False),
        ({"type": "number", "exclusive_minimum": 0, "exclusive_maximum": 1}, 1, False),
        ({"min_length": 1, "max_length": 3}, "", False),
        ({"min_length": 1, "max_length": 3}, "abc", True),
        ({"min_length": 1, "max_length": 3}, "abcd", False),
        ({"max_tokens": 1}, "as many words as it takes", True),
        ({"type": "boolean"}, True, True),
        ({"type": "boolean"}, "True", False),
        ({"type": "object"}, {"any": "thing"}, True),
        ({"const": "v2"}, "v2", True),
        ({"const": "v2"}, "v1", False),
        (LIST, ["a"], True),
        (LIST, "a", False),
        (LIST, [1], False),
        (LIST | {"min_items": 1, "max_items": 2}, [], False),
        (LIST | {"min_items": 1, "max_items": 2}, ["a", "b"], True),
        (LIST | {"min_items": 1, "max_items": 2}, ["a", "b", "c"], False),
        (LIST | ENUM, ["6s", "10s"], True),
        (LIST | ENUM, ["6s", "7s"], False),
        (LIST | ENUM | {"open": True}, ["7s"], True),
        (LIST | {"max_length": 1}, ["a", "b"], True),
        (LIST | {"max_length": 1}, ["ab"], False),
        ({"type": "array", "items": {"type": "integer", "minimum": 1, "keywords": [0, 1]}}, [1], True),
        ({"type": "array", "items": {"type": "integer", "minimum": 1, "keywords": [0, 1]}}, [0], False),
        ({"type": "array", "items": {"type": "integer", "minimum": 1, "keywords": [0, 1]}}, [2], False),
    ],
)
def test_parameter(facts, value, expected):
    assert accepts(parameter_schema(parameter(**facts)), value) is expected


def test_parameter_keeps_what_no_validator_checks():
    facts = {
        "type": "array",
        "items": {"type": "string"},
        "describe": "Pictures.",
        "default": ["a"],
        "media": {"kind": "image", "formats": ["png"]},
        "labels": {"a": "First"},
        "means": {"quantity": "prompt"},
        "max_tokens": 77,
    }
    assert parameter_schema(parameter(**facts)) == {
        "type": "array",
        "items": {"type": "string"},
        "description": "Pictures.",
        "default": ["a"],
        "x-mediawright-media": {"kind": "image", "formats": ["png"]},
        "x-mediawright-labels": {"a": "First"},
        "x-mediawright-means": {"quantity": "prompt"},
        "x-mediawright-max-tokens": 77,
    }


def test_parameter_offers_open_keywords_as_examples():
    assert parameter_schema(parameter(**ENUM, open=True)) == {"type": "string", "examples": ["6s", "10s"]}


def test_a_falsy_default_and_bound_are_kept():
    schema = parameter_schema(parameter(type="integer", default=0, minimum=0))
    assert schema == {"type": "integer", "minimum": 0, "default": 0}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"data": {"prompt": "x"}}, True),
        ({"data": {"prompt": "x", "seedValue": 3}}, True),
        ({"data": {"prompt": "x", "seed": 3}}, False),
        ({"data": {}}, False),
        ({"prompt": "x"}, False),
        ({"data": {"prompt": "x"}, "extra": 1}, False),
        ({}, False),
    ],
)
def test_wrapped_body_is_closed_and_keyed_by_wire_names(value, expected):
    seed = parameter("seed", wire_name="seedValue", type="integer")
    schema = body_schema(operation(parameter("prompt", required=True), seed, body={"key": "data"}))
    assert accepts(schema, value) is expected


def test_wrapped_body_may_be_empty_when_nothing_is_required():
    schema = body_schema(operation(parameter("prompt"), body={"key": "data"}))
    assert accepts(schema, {})
    assert accepts(schema, {"data": {"prompt": "x"}})


def test_wrapped_body_may_not_be_empty_when_a_rule_refuses_the_defaults():
    rule = {"when": {"size": ["big"]}, "then": {"duration": ["6s"]}}
    parameters = (parameter("size", default="big"), parameter("duration", default="10s"))
    schema = body_schema(operation(*parameters, body={"key": "data"}, rules=[rule]))
    assert not accepts(schema, {})
    assert accepts(schema, {"data": {"duration": "6s"}})


def test_body_without_key_is_flat():
    schema = body_schema(operation(parameter("prompt", required=True)))
    assert accepts(schema, {"prompt": "x"})
    assert not accepts(schema, {})


def test_body_requires_its_constants():
    schema = body_schema(operation(parameter("model", const="v2"), parameter("prompt")))
    assert accepts(schema, {"model": "v2"})
    assert not accepts(schema, {})
    assert not accepts(schema, {"model": "v1"})


def test_body_leaves_out_what_travels_elsewhere():
    parameters = (parameter("task_id", required=True, **{"in": "path"}), parameter("verbose", **{"in": "query"}))
    schema = body_schema(operation(*parameters, body={"key": "data"}))
    assert accepts(schema, {})
    assert not accepts(schema, {"data": {}})
    assert not accepts(schema, {"task_id": "t"})


def test_body_applies_rules_among_body_parameters_only():
    parameters = (parameter("size"), parameter("duration"), parameter("page", **{"in": "query"}))
    rules = [
        {"when": {"size": ["big"]}, "then": {"duration": ["6s"]}},
        {"when": {"page": {"present": False}}, "then": {"size": ["big"]}},
    ]
    schema = body_schema(operation(*parameters, rules=rules))
    assert not accepts(schema, {"size": "big", "duration": "10s"})
    assert accepts(schema, {"size": "small"})


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_no_body_where_the_method_has_none(method):
    assert body_schema(operation(parameter("task_id", **{"in": "path"}), method=method)) is None


def test_no_json_body_where_raw_bytes_are_sent():
    assert body_schema(operation(parameter("file", **{"in": "raw"}))) is None


def test_rules_over_all_parameters_wherever_they_travel():
    parameters = (parameter("size"), parameter("page", type="integer", **{"in": "query"}))
    schema = parameters_schema(parameters, [{"when": {"size": ["small"]}, "then": {"page": {"maximum": 3}}}])
    assert accepts(schema, {"size": "small", "page": 3})
    assert not accepts(schema, {"size": "small", "page": 4})


def answers(*fields: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return answer_schema(operation(api_response=list(fields), **facts))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, True),
        ({"code": 0, "data": {"result": [{"preview": "https://example.com/a.png"}]}}, True),
        ({"code": 0, "data": {"result": [{"preview": "u", "unheard": 1}], "unheard": 1}, "unheard": 1}, True),
        ({"data": {"status": "a word that nobody documented"}}, True),
        ({"code": "0"}, False),
        ({"data": {"result": [{"preview": 1}]}}, False),
        ({"data": {"result": {"preview": "u"}}}, False),
        ([], False),
    ],
)
def test_answer_is_typed_and_open(value, expected):
    schema = answers(
        {"name": "code", "type": "integer"},
        {"name": "data.status", "type": "string", "keywords": ["waiting", "completed"]},
        {"name": "data.result[].preview", "type": "string"},
    )
    assert accepts(schema, value) is expected


def test_answer_that_is_documented_as_object_and_as_list_may_be_either():
    schema = answers({"name": "result", "type": "object"}, {"name": "result[].preview", "type": "string"})
    assert accepts(schema, {"result": [{"preview": "u"}]})
    assert accepts(schema, {"result": {"preview": "u"}})
    assert not accepts(schema, {"result": {"preview": 1}})
    assert not accepts(schema, {"result": [{"preview": 1}]})


def test_answer_describes_its_fields():
    schema = answers(
        {"name": "data", "type": "object", "describe": "What was asked for."},
        {"name": "data.status", "type": "string", "keywords": ["waiting"]},
        envelope={"code": "code", "success": [0], "message": "msg"},
    )
    status = {"type": "string", "examples": ["waiting"]}
    data = {"type": "object", "description": "What was asked for.", "properties": {"status": status}}
    assert schema == {"type": "object", "properties": {"data": data, "code": {}, "msg": {}}}


def test_answer_that_is_a_list():
    schema = answers({"name": "[].id", "type": "string"})
    assert accepts(schema, [{"id": "t"}])
    assert not accepts(schema, [{"id": 1}])


@pytest.mark.parametrize(
    ("envelope", "names"),
    [
        ({"code": "errno|code", "message": "errmsg|detail"}, {"errno", "code", "errmsg", "detail"}),
        ({"code": "result@json.code"}, {"result"}),
        ({}, set()),
    ],
)
def test_answer_has_every_place_of_its_envelope(envelope, names):
    assert answers(envelope=envelope).get("properties", {}).keys() == names


def test_a_field_is_null_where_a_documented_answer_has_null():
    fields = ({"name": "data.result.url", "type": "string"}, {"name": "data.error", "type": "string"})
    shown = [{"response": [{"body": {"data": {"result": None, "error": "x"}}}]}]
    schema = answers(*fields, api_request_demo=shown)
    assert accepts(schema, {"data": {"result": None, "error": "x"}})
    assert accepts(schema, {"data": {"result": {"url": "u"}}})
    assert not accepts(schema, {"data": {"error": None}})
    assert not accepts(answers(*fields), {"data": {"result": None}})


def test_the_key_of_a_create_may_stand_in_its_body():
    keyed = operation(idempotency={"in": "body", "name": "requestKey"})
    assert accepts(body_schema(keyed), {"requestKey": "k"})
    assert not accepts(body_schema(keyed), {"requestKey": 1})
    assert not accepts(body_schema(operation(idempotency={"in": "header", "name": "requestKey"})), {"requestKey": "k"})


def test_a_field_of_any_type_may_have_fields_and_need_not():
    schema = answers({"name": "choice", "type": "any"}, {"name": "choice.mode", "type": "string"})

    assert accepts(schema, {"choice": "auto"})
    assert accepts(schema, {"choice": {"mode": "auto"}})
    assert not accepts(schema, {"choice": {"mode": 7}})


def test_a_field_of_any_type_may_have_items_and_need_not():
    schema = answers({"name": "words", "type": "any"}, {"name": "words[].id", "type": "string"})

    assert accepts(schema, {"words": None})
    assert accepts(schema, {"words": [{"id": "a"}]})
    assert not accepts(schema, {"words": [{"id": 7}]})
