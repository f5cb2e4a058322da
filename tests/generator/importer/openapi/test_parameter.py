"""Schemas become plain keys of a parameter as far as these reach, and a schema beyond."""

import pytest

ONE = "type: object\nproperties:\n  x: {}"


@pytest.mark.parametrize(
    ("schema", "keys"),
    [
        ("{type: string, minLength: 1, maxLength: 9}", {"type": "string", "min_length": 1, "max_length": 9}),
        ("{type: string, enum: [on, off, 16:9]}", {"type": "string", "keywords": ["on", "off", "16:9"]}),
        ("{type: string, enum: [1, 2.5, true]}", {"type": "string", "keywords": ["1", "2.5", "true"]}),
        ("{type: string, enum: [a, b, a]}", {"type": "string", "keywords": ["a", "b"]}),
        ("{enum: [1, 2]}", {"type": "integer", "keywords": [1, 2]}),
        ("{enum: [1, a]}", {"type": "any", "schema": {"enum": [1, "a"]}}),
        ("{type: integer, minimum: 0, exclusiveMaximum: 9}", {"type": "integer", "minimum": 0, "exclusive_maximum": 9}),
        ("{type: number, minimum: 0, exclusiveMinimum: true}", {"type": "number", "exclusive_minimum": 0}),
        ("{type: number, multipleOf: 0.5}", {"type": "number", "multiple_of": 0.5}),
        ("{type: integer, default: '5'}", {"type": "integer", "default": 5}),
        ("{type: string, nullable: true}", {"type": "string", "nullable": True}),
        ("{type: [string, 'null'], enum: [a, null]}", {"type": "string", "nullable": True, "keywords": ["a"]}),
        ("{anyOf: [{type: string}, {type: 'null'}]}", {"type": "string", "nullable": True}),
        ("{oneOf: [{const: a}, {const: b}]}", {"type": "string", "keywords": ["a", "b"]}),
        ("{anyOf: [{type: string, enum: [a]}, {type: string}]}", {"type": "string", "keywords": ["a"], "open": True}),
        ("{allOf: [{type: integer, minimum: 1}, {maximum: 9}]}", {"type": "integer", "minimum": 1, "maximum": 9}),
        ("{anyOf: [{type: string}, {type: integer}]}",
         {"type": "any", "schema": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}),
        ("{type: array, items: {type: string}, maxItems: 3}",
         {"type": "array", "items": {"type": "string"}, "max_items": 3}),
        ("{type: array}", {"type": "array", "items": {"type": "any"}}),
        ("{type: array, items: {type: array, items: {type: number}}}",
         {"type": "array", "schema": {"items": {"type": "array", "items": {"type": "number"}}}}),
        ("{type: object, properties: {a: {type: string}}, required: [a], additionalProperties: false}",
         {"type": "object", "schema": {"properties": {"a": {"type": "string"}}, "additionalProperties": False,
                                       "required": ["a"]}}),
        ("{type: object, properties: {a: {type: string, required: true}}}",
         {"type": "object", "schema": {"properties": {"a": {"type": "string"}}, "required": ["a"]}}),
        ("{type: file}", {"type": "string", "format": "binary"}),
        ("{type: int}", {"type": "integer"}),
        ("{}", {"type": "any"}),
    ],
)  # fmt: skip
def test_a_schema_says(with_body, schema, keys):
    assert with_body(f"type: object\nproperties:\n  x: {schema}").parameter("x") == keys


def test_a_required_value_without_choice_is_always_sent(with_body):
    found = with_body("type: object\nrequired: [x]\nproperties: {x: {type: string, enum: [video]}}")
    assert found.parameter("x") == {"type": "string", "const": "video"}


@pytest.mark.parametrize("default", ["blue", "null", "[1]"])
def test_a_default_that_the_schema_refuses_is_left_out(with_body, default):
    found = with_body(f"type: object\nproperties: {{x: {{type: string, enum: [red], default: {default}}}}}")
    assert "default" not in found.parameter("x")
    assert found.lost() == []


def test_a_left_out_default_is_listed_with_its_place(with_body):
    found = with_body("type: object\nproperties:\n  x: {type: integer, minimum: 64, default: 0}")
    assert [str(each) for each in found.report.losses] == [
        "studio.yaml:14:58: left-aside: default-refused: POST /things: default 0 is no value of its own schema"
    ]


def test_a_pattern_that_cannot_be_checked_is_lost(with_body):
    found = with_body("type: object\nproperties:\n  x: {type: string, pattern: '[\\p{L}'}")
    assert (found.parameter("x"), found.lost()) == ({"type": "string"}, ["pattern"])


def test_an_unknown_type_is_lost(with_body):
    found = with_body("type: object\nproperties:\n  x: {type: colour}")
    assert (found.parameter("x"), found.lost()) == ({"type": "any"}, ["unknown-type"])


def test_a_broken_reference_is_lost_and_anything_is_taken(with_body):
    found = with_body("type: object\nproperties:\n  x: {$ref: '#/components/schemas/Nothing'}")
    assert (found.parameter("x"), found.lost()) == ({"type": "any"}, ["broken-reference"])


def test_prose_is_not_carried_over(with_body):
    """A vendor's own sentences do not get into specs."""
    found = with_body(
        "type: object\nproperties:\n  max_size: {type: object, description: Their words., "
        "properties: {a: {description: Their words., example: b}}}"
    )
    assert "Their words" not in found.record.model_dump_json()
    assert found.record.api_body[0].describe == "Max size."


def test_what_only_answers_have_is_not_sent(with_body):
    found = with_body(
        "type: object\nrequired: [id]\nproperties: {id: {type: string, readOnly: true}, x: {type: string}}"
    )
    assert [each.name for each in found.record.api_body] == ["x"]


def test_names_that_are_one_in_python_are_told_apart(with_body):
    found = with_body(
        "type: object\nproperties: {aspectRatio: {}, aspect_ratio: {}, class: {}, self: {}, _x: {}, 名: {}}"
    )
    keywords = [each.python_keyword for each in found.record.api_body]
    assert len(set(keywords)) == 6
    assert all(each.isidentifier() and each != "self" for each in keywords)
