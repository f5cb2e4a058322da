"""Places in an answer that is being made; the language of paths is that of `mediawright_runtime.paths`."""

from __future__ import annotations

import copy
import json
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from mediawright_runtime.paths import Place, first, opened, places, put
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["clear", "fill", "find", "has_list", "put", "put_by_all_names", "put_everywhere", "spread", "standing"]

Object = dict[str, Any]


def find(answer: Any, path: str) -> Any:
    """Read the value at a path, of a list's items the first; None where there is none."""
    found = first(answer, path)
    return next(iter(found), None) if is_list(found) else found


def standing(answer: Any, path: str) -> Iterator[str]:
    """List the places of a path where something stands."""
    return (place for place in path.split("|") if first(answer, place) is not None)


def put_everywhere(answer: Object, path: str, value: Any) -> None:
    """Set the value at every place of a path where something stands, or else at the first."""
    for place in list(standing(answer, path)) or [path]:
        put(answer, place, value)


def put_by_all_names(answer: Object, path: str, value: Any) -> None:
    """Set the value at every place of a path where something stands, or else at all: each is published, and is read."""
    for place in list(standing(answer, path)) or path.split("|"):
        put(answer, place, value)


def has_list(path: str, beside: str) -> bool:
    """Whether there is a list on the way to a place, and none of it leads `beside`, too."""
    place, other = places(path)[0], places(beside)[0] if beside else ()
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(place, other, strict=False)))
    return any(each.each for each in place[shared:]) and not any(each.each for each in place[:shared])


def spread(answer: Object, path: str, values: Sequence[Any]) -> None:
    """Set values at a place in a list, one in each item, all of them like the first item."""
    _spread(answer, places(path)[0], values)


def fill(answer: Object, path: str, value: Any) -> None:
    """Set the value at a place, in each item of a list, but leave what is there."""
    _fill(answer, places(path)[0], value)


def clear(answer: Object, path: str, beside: str = "") -> None:
    """Take away the values at all places of a path; a list on the way becomes empty, unless it also leads `beside`."""
    for place in places(path):
        _clear(answer, place, places(beside)[0])


def _spread(owner: Object, place: Place, values: Sequence[Any]) -> None:
    (name, opens, each), *rest = place
    below = opened(owner.get(name)) if opens else owner.get(name)
    value: Any = list(values) if each else values[0]
    if each and rest:
        model = next(iter(below), None) if is_list(below) else below
        value = [_with(model, tuple(rest), one) for one in values]
    elif rest:
        value = below if is_object(below) else {}
        _spread(value, tuple(rest), values)
    owner[name] = json.dumps(value, ensure_ascii=False) if opens else value


def _with(model: object, place: Place, value: Any) -> Object:
    item = copy.deepcopy(model) if is_object(model) else {}
    put(item, ".".join(f"{step.name}{'@json' * step.opens}{'[]' * step.each}" for step in place), value)
    return item


def _fill(owner: Object, place: Place, value: Any) -> None:
    (name, _, each), *rest = place
    if not rest:
        owner.setdefault(name, [value] if each else value)
        return
    below = owner.setdefault(name, [{}] if each else {})
    for item in below if is_list(below) else [below]:
        if is_object(item):
            _fill(item, tuple(rest), value)


def _clear(owner: Object, place: Place, beside: Place) -> None:
    (name, opens, each), *rest = place
    below = opened(owner.get(name)) if opens else owner.get(name)
    further = beside[1:] if place[:1] == beside[:1] else ()
    if each and is_list(below):
        below = [_cleared(item, tuple(rest), further) for item in below] if further else []
        owner[name] = below
    elif not rest or each:
        owner.pop(name, None)
    elif is_object(below):
        _clear(below, tuple(rest), further)
    if opens and name in owner and below is not None:
        owner[name] = json.dumps(below, ensure_ascii=False)


def _cleared(item: object, place: Place, beside: Place) -> object:
    if place and is_object(item):
        _clear(item, place, beside)
    return item
