"""What JSON values are: their types, how large they are, and when two are the same."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NUMBER = (int, float)


def amount(value: object) -> float | None:
    """Give a number; None for what is none."""
    return value if isinstance(value, _NUMBER) and not isinstance(value, bool) else None


def length(value: object) -> float | None:
    """Count a text's characters; None for what is none."""
    return len(value) if isinstance(value, str) else None


def count(value: object) -> float | None:
    """Count a list's items; None for what is none."""
    return len(value) if is_list(value) else None


def size(value: object) -> float | None:
    """Count an object's fields; None for what is none."""
    return len(value) if is_object(value) else None


def is_multiple(value: float, step: float) -> bool:
    """Tell whether a number is a multiple of a step, as near as floats can say."""
    quotient = value / step
    return math.isfinite(quotient) and abs(quotient - round(quotient)) <= 1e-9 * max(1.0, abs(quotient))


_TYPES: Mapping[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: amount(value) is not None and math.isfinite(amount(value) or 0),
    "boolean": lambda value: isinstance(value, bool),
    "object": is_object,
    "array": is_list,
    "null": lambda value: value is None,
}


def is_typed(value: object, types: str | Sequence[str]) -> bool:
    """Tell whether a value has one of some types of JSON."""
    return any(_TYPES[each](value) for each in ([types] if isinstance(types, str) else types) if each in _TYPES)


def same(one: object, other: object) -> bool:
    """Compare as JSON does: true is not 1, though 1.0 is."""
    if is_list(one) and is_list(other):
        return len(one) == len(other) and all(map(same, one, other))
    if is_object(one) and is_object(other):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    return isinstance(one, bool) == isinstance(other, bool) and one == other
