"""Values held against JSON Schemas: what is told, and where. What each word means, a library says in the properties."""

import os
import subprocess
import sys
from pathlib import Path

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


def test_a_call_without_schemas_forms_and_files_loads_none_of_this():
    """Promise: what few vendors need costs nobody else anything."""
    code = (
        "import sys, acme_client as m\n"
        "from mediawright_runtime.recorder import Answer, Recorder\n"
        "http = Recorder(Answer({'code': 0, 'data': {'task_id': 't'}}))\n"
        "m.Acme(api_key='k', http_client=http).text_to_video.big_model(prompt='x')\n"
        "print(*sys.modules)"
    )
    samples = str(Path(__file__).parent / "samples")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([samples, *sys.path])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in done.stdout.split() if name.startswith("mediawright_runtime.")}

    assert "request" in loaded
    assert not loaded & {"conformity", "ecma", "file_answer", "form_reading", "forms", "json_values", "uploads"}
