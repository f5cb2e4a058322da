"""The words for what a schema says of a type."""

import pytest

from mediawright_runtime.schema_words import of_type


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({}, "a value"),
        ({"type": "boolean"}, "true or false"),
        ({"type": ["integer", "null"], "minimum": 1}, "an integer or null at least 1"),
        (
            {"type": "string", "minLength": 1, "maxLength": 3},
            "a string of at least 1 characters, of at most 3 characters",
        ),
        ({"type": "array", "maxItems": 4}, "a list of at most 4 items"),
        ({"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5}, "a number more than 0, in steps of 0.5"),
        ({"type": "file"}, "file"),
    ],
)
def test_types_and_bounds(schema, words):
    assert of_type(schema) == words
