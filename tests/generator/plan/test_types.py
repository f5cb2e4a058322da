"""Python types of schemas."""

import pytest

from mediawright_generator.plan.types import types_of


def parameter(name, schema, **facts):
    row = {"name": name, "python_name": name, "wire_name": name, "in": "body", "type": "any", "required": True}
    return {**row, "schema": schema, **facts}


def made(*parameters, **schemas):
    types = types_of({"api_body": list(parameters), "schemas": schemas, "tokens": [], "python": "a.b"})
    return types.parameters, {each.name: each for each in types.views}


@pytest.mark.parametrize(
    ("schema", "alias"),
    [
        ({"type": "string"}, "str"),
        ({"enum": ["a", 1, None]}, "Literal['a', 1, None]"),
        ({"const": True}, "Literal[True]"),
        ({"enum": [0.5]}, "object"),
        ({"type": ["integer", "null"]}, "int | None"),
        ({"anyOf": [{"type": "null"}, {"type": "string"}]}, "str | None"),
        ({"anyOf": [{"type": "string"}, {}]}, "object"),
        ({"type": "array", "items": {"type": "number"}}, "list[float]"),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, "dict[str, bool]"),
        ({"type": "object"}, "dict[str, object]"),
        ({"minLength": 3}, "object"),
        ({"allOf": [{"minLength": 3}, {"type": "string"}]}, "str"),
    ],
)
def test_what_is_no_object_with_fields_is_another_name(schema, alias):
    parameters, views = made(parameter("value", schema))

    assert parameters == {"value": "Value"}
    assert views["Value"].alias == repr(alias)


def test_an_object_has_its_fields_and_those_of_its_parts():
    parts = [{"$ref": "#/schemas/Base"}, {"properties": {"b": {"type": "integer"}}, "required": ["b"]}]
    base = {"type": "object", "properties": {"a": {"type": "string"}}, "allOf": [{"$ref": "#/schemas/Base"}]}
    _, views = made(parameter("value", {"type": "object", "allOf": parts}), Base=base)

    assert views["Value"].fields == ("a: NotRequired[str]", "b: int")
    assert views["Base"].fields == ("a: NotRequired[str]",)


def test_a_field_that_is_no_identifier_is_a_key():
    _, views = made(parameter("value", {"type": "object", "properties": {"x-meta": {}, "class": {"type": "string"}}}))

    assert views["Value"].fields == ()
    assert views["Value"].items == repr({"x-meta": "NotRequired[object]", "class": "NotRequired[str]"})


def test_a_named_schema_is_used_by_its_name_and_names_are_free():
    schema = {"$ref": "#/schemas/Tree"}
    tree = {"type": "object", "properties": {"inner": {"type": "array", "items": schema}}}
    parameters, views = made(
        parameter("tree", schema), parameter("other_tree", {"type": "array", "items": schema}), Tree=tree
    )

    assert parameters == {"tree": "Tree", "other_tree": "OtherTree"}
    assert views["Tree"].fields == ("inner: NotRequired[list[Tree]]",)
    assert made(parameter("literal", {"type": "string"}))[0] == {"literal": "Literal2"}
