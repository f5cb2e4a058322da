"""The shapes of JSON, for values of which nothing is known."""

from __future__ import annotations

from typing import TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    """Whether a value is a list, or a tuple, which goes out as one."""
    return isinstance(value, (list, tuple))
