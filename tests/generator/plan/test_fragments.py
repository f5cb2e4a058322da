"""Schemas of parameters, and values that they accept."""

import pytest

from mediawright_generator.plan.fragments import conforms, fragment, has_fragment, instance, judge, shown

TREE = {
    "type": "object",
    "required": ["name", "children"],
    "properties": {
        "name": {"type": "string", "pattern": "^id_[0-9]{4}$"},
        "children": {"type": "array", "items": {"$ref": "#/schemas/Tree"}},
    },
    "additionalProperties": False,
}


def parameter(**facts):
    return {"name": "a", "in": "body", "type": "string", "required": True, "schemas": {"Tree": TREE}, **facts}


@pytest.mark.parametrize(
    ("facts", "has_one"),
    [
        ({}, False),
        ({"max_length": 3}, False),
        ({"pattern": "^a"}, True),
        ({"nullable": True}, True),
        ({"type": "any"}, True),
        ({"type": "array", "items": {"type": "integer", "multiple_of": 2}}, True),
        ({"type": "array", "unique_items": True}, True),
        ({"type": "object", "schema": {"properties": {}}}, True),
        ({"in": "raw", "pattern": "a"}, False),
        ({"file": True, "nullable": True}, False),
    ],
)
def test_what_a_plain_field_cannot_say_is_a_schema(facts, has_one):
    assert has_fragment(parameter(**facts)) is has_one


def test_what_only_annotates_is_left_out():
    assert fragment(parameter(describe="A.", default="x", pattern="^a")) == {"type": "string", "pattern": "^a"}


@pytest.mark.parametrize(
    "facts",
    [
        {"pattern": "^prodorder_[a-z0-9]{26}$"},
        {"schema": {"$ref": "#/schemas/Tree"}, "type": "object"},
        {"type": "array", "schema": {"items": {"enum": ["a", "b"]}, "minItems": 2, "uniqueItems": True}},
        {"type": "any", "schema": {"oneOf": [{"type": "integer", "minimum": 5, "multipleOf": 4}, {"type": "null"}]}},
        {"type": "number", "schema": {"exclusiveMinimum": 0, "exclusiveMaximum": 0.5}},
        {"type": "object", "schema": {"minProperties": 1, "additionalProperties": {"type": "integer"}}},
        {"type": "object", "schema": {"allOf": [{"$ref": "#/schemas/Tree"}], "properties": {"name": {}}}},
        {"type": "string", "schema": {"minLength": 30, "maxLength": 31}},
    ],
)
def test_a_value_is_found_that_the_schema_accepts(facts):
    row = parameter(**facts)
    assert judge(row).accepts(fragment(row), shown(row))


def test_what_is_documented_is_shown_where_it_fits():
    assert shown(parameter(pattern="^b", keywords=["a", "b"])) == "b"
    assert shown(parameter(pattern="^a", default="ab")) == "ab"


def test_where_nothing_fits_a_value_of_the_type_is_made_which_does_not():
    row = parameter(type="object", schema={"required": ["a"], "additionalProperties": False})
    assert not conforms(row, shown(row))
    assert conforms(parameter(), 7)
    assert instance(True, judge(row)) == "a paper boat sails"
