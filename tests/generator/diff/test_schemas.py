"""Schemas are compared by what they refuse, wherever they stand and however they are shared."""

import pytest

from mediawright_generator.diff.found import Fact, Spot
from mediawright_generator.diff.schemas import Shared, schema
from mediawright_generator.load.located import Located
from mediawright_generator.problems import Place

CAMERA = {"type": "object", "required": ["zoom"], "properties": {"zoom": {"type": "number", "maximum": 9}}}
TREE = {"type": "object", "properties": {"left": {"$ref": "#/schemas/Tree"}, "depth": {"type": "integer"}}}


def changes(before, after, shared_before=None, shared_after=None):
    spot = Spot(Located(None, "vendor.yaml", {(): Place("vendor.yaml")}))
    found = schema(Fact(("schema",), before, after, spot), Shared(shared_before or {}, shared_after or {}))
    return [(each.rule, "/".join(each.pointer), each.before, each.after) for each in found]


def test_a_schema_that_moves_among_the_shared_ones_is_no_change():
    assert changes(CAMERA, {"$ref": "#/schemas/Camera"}, {}, {"Camera": CAMERA}) == []
    assert changes({"$ref": "#/schemas/Camera"}, CAMERA, {"Camera": CAMERA}, {}) == []


def test_a_shared_schema_under_another_name_is_no_change():
    one, other = {"$ref": "#/schemas/Camera"}, {"$ref": "#/schemas/View"}
    assert changes(one, other, {"Camera": CAMERA}, {"View": CAMERA}) == []


def test_a_schema_that_refers_to_itself_is_compared_once():
    longer = {**TREE, "properties": {**TREE["properties"], "left": {"$ref": "#/schemas/Baum"}}}
    tighter = {**longer, "properties": {**longer["properties"], "depth": {"type": "integer", "maximum": 3}}}
    one, other = {"$ref": "#/schemas/Tree"}, {"$ref": "#/schemas/Baum"}
    told = changes(one, other, {"Tree": TREE}, {"Baum": tighter})
    assert told == [("schema-limit-tightened", "schema/properties/depth/maximum", None, 3)]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({**CAMERA, "properties": {"zoom": {"type": "number", "maximum": 5}}}, ["schema-limit-tightened"]),
        ({**CAMERA, "properties": {"zoom": {"type": "number"}}}, ["schema-limit-loosened"]),
        ({**CAMERA, "properties": {**CAMERA["properties"], "pan": {"type": "string"}}}, ["schema-loosened"]),
        (
            {**CAMERA, "properties": {**CAMERA["properties"], "pan": {"type": "string"}}, "required": ["pan", "zoom"]},
            ["schema-tightened"],
        ),
        (
            {**CAMERA, "properties": {"near": CAMERA["properties"]["zoom"]}, "required": ["near"]},
            ["schema-field-renamed"],
        ),
        ({**CAMERA, "required": []}, ["schema-loosened"]),
        ({**CAMERA, "description": "How near it is.", "title": "Camera"}, []),
        ({**CAMERA, "properties": {"zoom": {"type": "number", "maximum": 9, "default": 1}}}, ["default-added"]),
    ],
)
def test_an_edit_of_a_schema_is_one_change(after, told):
    assert [rule for rule, *_ in changes(CAMERA, after)] == told


def test_a_form_that_is_taken_no_longer_is_tighter_and_an_edited_one_is_told_inside():
    forms = [{"type": "string"}, {"type": "integer", "maximum": 9}]
    assert changes({"anyOf": forms}, {"anyOf": forms[:1]})[0][:2] == ("schema-tightened", "schema/anyOf")
    edited = {"anyOf": [forms[0], {"type": "integer", "maximum": 5}]}
    assert changes({"anyOf": forms}, edited) == [("schema-limit-tightened", "schema/anyOf/1/maximum", 9, 5)]
    assert changes({"anyOf": forms}, {"anyOf": forms[::-1]}) == []
