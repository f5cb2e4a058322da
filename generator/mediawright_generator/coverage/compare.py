"""How values are compared with facts: as JSON does, and against bounds with arithmetic of its own."""

import json
import operator
from collections.abc import Callable, Mapping
from typing import Any

from mediawright_runtime.shapes import is_list, is_object

_COUNTS = ("min_items", "max_items")
_SIZES = ("min_length", "max_length", *_COUNTS)
_HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "minimum": operator.ge,
    "maximum": operator.le,
    "exclusive_minimum": operator.gt,
    "exclusive_maximum": operator.lt,
    "min_length": operator.ge,
    "max_length": operator.le,
    "min_items": operator.ge,
    "max_items": operator.le,
}
_NEAR = 1
"""How far from an exclusive bound the next value may lie."""
_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str | bytes),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": is_list,
    "object": is_object,
}


def is_of_type(kind: str, value: Any) -> bool:
    """Say whether a value is of a type of the record."""
    return _TYPES[kind](value)


def same(one: Any, other: Any) -> bool:
    """Compare as JSON does: `true` is not 1."""
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def text(value: Any) -> str:
    """Write a value as it stands outside a body."""
    return value if isinstance(value, str) else json.dumps(value, default=repr)


def each_of(value: Any) -> list[Any]:
    """List the items of a list, or the one value; nothing where there is none."""
    if value is None:
        return []
    return list(value) if is_list(value) else [value]


def within(key: str, bound: Any, value: Any) -> bool:
    """Say whether a value keeps a bound; one that no bound can be held against does."""
    return all(_HOLDS[key](each, bound) for each in _measures(key, value))


def touches(key: str, bound: Any, value: Any) -> bool:
    """Say whether a value lies at a bound, on its right side."""
    if key.startswith("exclusive"):
        return any(0 < abs(each - bound) <= _NEAR for each in _measures(key, value))
    return any(each == bound for each in _measures(key, value))


def _measures(key: str, value: Any) -> list[Any]:
    """List the numbers that a bound is about: the count of a list, the lengths of texts, or the values."""
    about = [value] if key in _COUNTS else each_of(value)
    if key in _SIZES:
        return [len(each) for each in about if hasattr(each, "__len__")]
    return [each for each in about if isinstance(each, int | float) and not isinstance(each, bool)]
