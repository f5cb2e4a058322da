"""The words for what a JSON Schema says of a type: `a string of at most 3 characters`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

NOUNS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "object": "an object",
    "array": "a list",
    "null": "null",
}
"""What a value of a type is called."""
_BOUND_WORDS = {
    "minimum": "at least {}",
    "exclusiveMinimum": "more than {}",
    "maximum": "at most {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "in steps of {}",
    "minLength": "of at least {} characters",
    "maxLength": "of at most {} characters",
    "pattern": "that matches {}",
    "minItems": "of at least {} items",
    "maxItems": "of at most {} items",
}


def of_type(schema: Mapping[str, Any]) -> str:
    """Say what types a schema takes, and within which bounds."""
    types = schema.get("type", ())
    nouns = [NOUNS.get(each, str(each)) for each in ([types] if isinstance(types, str) else types)]
    bounds = [words.format(schema[key]) for key, words in _BOUND_WORDS.items() if key in schema]
    return f"{' or '.join(nouns) or 'a value'}{' ' if bounds else ''}{', '.join(bounds)}"
