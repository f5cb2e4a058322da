"""Places in an answer that is being made; the language of paths is that of `mediawright_runtime.paths`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mediawright_runtime.paths import Place, first, opened, places, put

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["clear", "fill", "find", "put", "put_everywhere", "standing"]

Object = dict[str, Any]


def find(answer: Any, path: str) -> Any:
    """Read the value at a path, of a list's items the first; None where there is none."""
    found = first(answer, path)
    return (found[0] if found else None) if isinstance(found, list) else found


def standing(answer: Any, path: str) -> Iterator[str]:
    """List the places of a path where something stands."""
    return (place for place in path.split("|") if first(answer, place) is not None)


def put_everywhere(answer: Object, path: str, value: Any) -> None:
    """Set the value at every place of a path where something stands, or else at the first."""
    for place in list(standing(answer, path)) or [path]:
        put(answer, place, value)


def fill(answer: Object, path: str, value: Any) -> None:
    """Set the value at a place, in each item of a list, but leave what is there."""
    _fill(answer, places(path)[0], value)


def clear(answer: Object, path: str) -> None:
    """Take away the values at all places of a path; a list on the way becomes empty."""
    for place in places(path):
        _clear(answer, place)


def _fill(owner: Object, place: Place, value: Any) -> None:
    (name, _, each), *rest = place
    if not rest:
        owner.setdefault(name, [value] if each else value)
        return
    below = owner.setdefault(name, [{}] if each else {})
    for item in below if isinstance(below, list) else [below]:
        if isinstance(item, dict):
            _fill(item, tuple(rest), value)


def _clear(owner: Object, place: Place) -> None:
    (name, opens, each), *rest = place
    below: Any = opened(owner.get(name)) if opens else owner.get(name)
    if each and isinstance(below, list):
        below.clear()
    elif not rest or each:
        owner.pop(name, None)
    elif isinstance(below, dict):
        _clear(below, tuple(rest))
    if opens and name in owner and below is not None:
        owner[name] = json.dumps(below, ensure_ascii=False)
