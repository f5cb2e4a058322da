"""Bodies become parameters: fields of objects, variants with rules, files, and whatever else as one value."""

import pytest


def _demands(record):
    return [each.model_dump(mode="json", exclude_none=True) for each in record.rules]


def test_variants_that_one_field_tells_apart_are_one_object_with_rules(with_body):
    found = with_body(
        """
        oneOf:
          - type: object
            required: [model, seconds]
            properties: {model: {const: fast}, seconds: {type: integer, enum: [5]}, seed: {type: integer}}
          - type: object
            required: [model]
            properties: {model: {const: fine}, seconds: {type: integer, enum: [5, 10]}}
        """
    )
    assert found.parameter("model") == {"type": "string", "required": True, "keywords": ["fast", "fine"]}
    assert found.parameter("seconds") == {"type": "integer", "keywords": [5, 10]}
    assert [(each["when"], each["then"]) for each in _demands(found.record)] == [
        ({"model": ["fast"]}, {"seconds": {"present": True}}),
        ({"model": ["fast"]}, {"seconds": [5]}),
        ({"model": ["fine"]}, {"seed": {"present": False}}),
    ]
    assert found.lost() == []


def test_one_of_two_fields_is_needed(with_body):
    found = with_body(
        """
        type: object
        properties: {text: {type: string}, url: {type: string}}
        anyOf: [{required: [text]}, {required: [url]}]
        """
    )
    assert [(each["when"], each["then"]) for each in _demands(found.record)] == [
        ({"text": {"present": False}}, {"url": {"present": True}})
    ]


def test_exactly_one_of_two_fields_is_needed(with_body):
    found = with_body(
        """
        type: object
        properties: {text: {type: string}, url: {type: string}}
        oneOf: [{required: [text]}, {required: [url]}]
        """
    )
    assert [(each["when"], each["then"]) for each in _demands(found.record)][1:] == [
        ({"text": {"present": True}}, {"url": {"present": False}})
    ]


@pytest.mark.parametrize(
    "schema", ["{type: array, items: {type: string}}", "{oneOf: [{type: string}, {type: integer}]}"]
)
def test_a_body_that_is_no_object_is_one_parameter(with_body, schema):
    (parameter,) = with_body(schema).record.api_body
    assert (parameter.name, parameter.location) == ("body", "raw")


BOTH = """
openapi: 3.0.3
info: {title: Studio, version: "1"}
servers: [{url: "https://api.studio.example"}]
paths:
  /edits:
    post:
      operationId: edit
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, properties: {picture: {type: string, format: binary}, strength: {type: number}}}
          application/json:
            schema: {type: object, properties: {picture_url: {type: string}, strength: {type: number}}}
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {picture_url: {type: string}, strength: {type: number}}}
      responses: {"200": {description: Done}}
"""


def test_a_form_with_other_fields_is_a_record_of_its_own(brought):
    found = brought(BOTH)
    assert {name: each.content_type for name, each in found.records.items()} == {
        "Edit": None, "Edit Multipart": "multipart/form-data",
    }  # fmt: skip
    assert found.records["Edit Multipart"].alternative_of == "Edit"
    assert found.records["Edit Multipart"].api_body[0].format == "binary"


def test_a_form_with_the_same_fields_is_only_listed(brought):
    found = brought(BOTH)
    assert (found.lost(), found.aside()) == ([], ["content-type"])


def test_bytes_are_the_whole_body(brought):
    text = BOTH.replace("multipart/form-data", "image/png").partition("          application/json")[0]
    record = brought(f"{text}      responses: {{'200': {{description: Done}}}}\n").record
    assert (record.content_type, record.api_body[0].location, record.api_body[0].format) == (
        "image/png",
        "raw",
        "binary",
    )
