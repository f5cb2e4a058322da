"""Values held against JSON Schemas: what is told, and where. What each word means, a library says in the properties."""

import pytest

from mediawright_runtime.conformity import Conformity

TREE = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z]+$"},
        "children": {"type": "array", "items": {"$ref": "#/schemas/Tree"}},
    },
    "additionalProperties": False,
}
TEXT = {"type": "object", "required": ["type", "text"], "properties": {"type": {"const": "text"}, "text": {}}}
IMAGE = {"type": "object", "required": ["type", "url"], "properties": {"type": {"const": "image"}, "url": {}}}
JUDGE = Conformity({"Tree": TREE, "Loop": {"$ref": "#/schemas/Loop"}})


def told(schema, value):
    found = next(JUDGE.misfits(schema, value), None)
    return found and (found.path, found.what, found.allowed)


@pytest.mark.parametrize(
    ("schema", "value", "path", "what", "allowed"),
    [
        ({"$ref": "#/schemas/Tree"}, {}, ("name",), "is missing", "a string that matches ^[a-z]+$"),
        (
            {"$ref": "#/schemas/Tree"},
            {"name": "a", "children": [{"name": "a"}, {"name": "B"}]},
            ("children", 1, "name"),
            "'B' is not allowed",
            "a string that matches ^[a-z]+$",
        ),
        (TREE, {"name": "a", "size": 1}, ("size",), "is not a field", "one of 'name', 'children'"),
        ({"type": "array", "items": {"type": "integer"}}, [1, "2"], (1,), "'2' is not allowed", "an integer"),
        ({"enum": ["a", "b"]}, "c", (), "'c' is not allowed", "one of 'a', 'b'"),
        ({"type": ["string", "null"]}, 7, (), "7 is not allowed", "a string or null"),
        ({"uniqueItems": True}, [1, 1.0], (1,), "1.0 stands there twice", "items that all differ"),
        ({"oneOf": [{"type": "string"}, {"maxLength": 2}]}, "a", (), "'a' fits more than one form", None),
        ({"not": {"type": "null"}}, None, (), "None is not allowed", "anything but null"),
        (False, 1, (), "1 is not allowed", "no value"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(schema, value, path, what, allowed):
    found = told(schema, value)
    assert found[:2] == (path, what)
    assert allowed is None or found[2] == allowed


def test_of_several_forms_the_one_that_its_fixed_value_chooses_is_told():
    """Promise: who writes an image is not told what a text lacks."""
    union = {"oneOf": [TEXT, IMAGE]}

    assert told(union, {"type": "image"})[:2] == (("url",), "is missing")
    assert told(union, {"type": "text"})[:2] == (("text",), "is missing")
    assert told(union, 7) == ((), "7 is not allowed", "an object")


@pytest.mark.parametrize("value", [{"name": "a"}, {"name": "a", "children": [{"name": "b", "children": []}]}])
def test_a_schema_may_refer_to_itself(value):
    assert JUDGE.accepts({"$ref": "#/schemas/Tree"}, value)


def test_a_reference_that_leads_to_itself_ends():
    assert JUDGE.resolved({"$ref": "#/schemas/Loop"}) == {"$ref": "#/schemas/Loop"}


def test_what_only_annotates_holds_nothing_against_a_value():
    assert JUDGE.accepts({"title": "a", "format": "uuid", "x-more": False, "default": 3}, "no uuid")
