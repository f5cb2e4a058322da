"""Places in an answer, as `data.result[].preview`: dots step into objects, `[]` into the items of a list."""

from __future__ import annotations

from typing import Any

from mediawright_runtime.shapes import is_list, is_object

Steps = tuple[tuple[str, bool], ...]
"""Names, and whether the items of a list that stands there are meant."""
Object = dict[str, Any]


def find(answer: Any, path: str) -> Any:
    """Read the value at a place, of a list's items the first; None where there is none."""
    for name, _ in _steps(path):
        answer = answer.get(name) if is_object(answer) else None
        if is_list(answer):
            answer = answer[0] if answer else None
    return answer


def put(answer: Object, path: str, value: Any) -> None:
    """Set the value at a place; a list on the way is made, or cut, to one item."""
    _put(answer, _steps(path), value)


def fill(answer: Object, path: str, value: Any) -> None:
    """Set the value at a place, but leave what is there."""
    _fill(answer, _steps(path), value)


def clear(answer: Object, path: str) -> None:
    """Take away the value at a place; a list on the way becomes empty."""
    _clear(answer, _steps(path))


def _steps(path: str) -> Steps:
    return tuple((step.removesuffix("[]"), step.endswith("[]")) for step in path.split("."))


def _put(owner: Object, steps: Steps, value: Any) -> None:
    (name, listed), *rest = steps
    if not rest:
        owner[name] = [value] if listed else value
        return
    below = owner.get(name)
    items = below if is_list(below) else [below]
    kept: Object = items[0] if items and is_object(items[0]) else {}
    _put(kept, tuple(rest), value)
    owner[name] = [kept] if listed and not isinstance(below, dict) else kept


def _fill(owner: Object, steps: Steps, value: Any) -> None:
    (name, listed), *rest = steps
    if not rest:
        owner.setdefault(name, [value] if listed else value)
        return
    below = owner.setdefault(name, [{}] if listed else {})
    for item in below if is_list(below) else [below]:
        if is_object(item):
            _fill(item, tuple(rest), value)


def _clear(owner: Object, steps: Steps) -> None:
    (name, listed), *rest = steps
    below = owner.get(name)
    if listed and isinstance(below, list):
        owner[name] = []
    elif not rest or listed:
        owner.pop(name, None)
    elif is_object(below):
        _clear(below, tuple(rest))
