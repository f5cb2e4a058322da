"""References between schemas."""

from mediawright_generator.plan.references import named_schemas, references, renamed

SCHEMAS = {
    "A": {"items": {"$ref": "#/schemas/B"}},
    "B": {"properties": {"a": {"$ref": "#/schemas/A"}, "$ref": {"type": "string"}}},
    "C": {"$ref": "#/schemas/A"},
}


def test_what_is_needed_is_found_through_a_cycle_and_sorted():
    assert list(named_schemas(SCHEMAS, [{"anyOf": [{"$ref": "#/schemas/B"}]}])) == ["A", "B"]
    assert named_schemas(SCHEMAS, [{"$ref": "#/schemas/Missing"}]) == {}


def test_a_field_of_this_name_is_no_reference():
    assert list(references({"properties": {"$ref": {"type": "string"}}})) == []
    assert renamed(SCHEMAS["B"], {})["properties"]["$ref"] == {"type": "string"}


def test_references_lead_to_the_components_under_their_names():
    assert renamed([{"$ref": "#/schemas/A"}], {"A": "A2"}) == [{"$ref": "#/components/schemas/A2"}]
    assert renamed({"$ref": "https://example.com/a"}, {}) == {"$ref": "https://example.com/a"}
