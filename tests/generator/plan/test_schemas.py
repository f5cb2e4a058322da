"""What the models are made of."""

import pytest

from mediawright_generator.plan.schemas import request_schema, response_schemas


def parameter(**facts):
    return {
        "name": "a",
        "wire_name": "a",
        "python_name": "a",
        "in": "body",
        "type": "string",
        "required": True,
        **facts,
    }


def test_what_is_sent_anyway_is_not_demanded():
    schema = request_schema([parameter(), parameter(python_name="b", default="x", send_default=True)])

    assert schema["required"] == ["a"]


@pytest.mark.parametrize(("described", "said"), [(" two\nlines \n", "two\nlines"), ("a\0b", "ab"), ("\u200b", None)])
def test_a_description_is_one_that_source_can_hold(described, said):
    schema = request_schema([parameter(describe=described)])

    assert schema["properties"]["a"].get("description") == said


def test_a_raw_body_is_bytes():
    assert request_schema([parameter(**{"in": "raw"})])["properties"]["a"] == {"type": "string", "format": "binary"}


def test_a_list_of_texts_is_a_list():
    assert response_schemas("Answer", [{"name": "files[]", "type": "string"}])["Answer"]["properties"] == {
        "files": {"type": "array", "items": {"type": "string"}}
    }


def test_an_object_that_is_described_by_itself_keeps_what_is_said_of_it():
    fields = [
        {"name": "option", "type": "object", "describe": "Size of the picture."},
        {"name": "option.width", "type": "integer"},
    ]

    assert response_schemas("Answer", fields)["Answer"]["properties"]["option"] == {
        "$ref": "#/$defs/AnswerOption",
        "description": "Size of the picture.",
    }
