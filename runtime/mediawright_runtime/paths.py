"""Answer paths, as `data.result@json.urls[]|data.url`: the one reading of their language.

Dots step into objects; `[]` into each item of a list, or into the object that stands there instead; `@json` into what
is written as JSON in the text there. Of several places with `|` between them the first counts where something stands.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from mediawright_runtime.shapes import is_list, is_object


class Step(NamedTuple):
    """One step of a way into an answer."""

    name: str
    opens: bool
    """Whether the text there is read as JSON."""
    each: bool
    """Whether each item of a list there is meant."""


Place: TypeAlias = tuple[Step, ...]


@lru_cache(maxsize=1024)
def places(path: str) -> tuple[Place, ...]:
    """Read a path: the places where it looks, in their order."""
    return tuple(tuple(map(_step, place.split("."))) for place in path.split("|"))


def read(answer: object, path: str) -> tuple[object, ...]:
    """Read every value at the first place of a path where something not null stands, nulls beside it too."""
    found: tuple[object, ...] = ()
    for place in places(path):
        found = follow(answer, place)
        if any(value is not None for value in found):
            break
    return found


def first(answer: object, path: str) -> object:
    """Read the first value at a path that is not null, or None."""
    for place in places(path):
        for value in follow(answer, place):
            if value is not None:
                return value
    return None


def follow(answer: object, place: Place) -> tuple[object, ...]:
    """Read every value at a place, null too; none where the answer has another shape."""
    values = [answer]
    for step in place:
        values = _inside(values, step)
    return tuple(values)


def put(answer: dict[str, object], path: str, value: object) -> None:
    """Set the value at a path: at the place where something stands, else at the first; lists get one item."""
    found = (place for place in places(path) if any(each is not None for each in follow(answer, place)))
    _put(answer, next(found, places(path)[0]), value)


def opened(text: object) -> object:
    """Read a text as JSON; None where it is none, and what is no text stays as it is."""
    if not isinstance(text, str):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _step(text: str) -> Step:
    each = text.endswith("[]")
    name = text.removesuffix("[]")
    return Step(name.removesuffix("@json"), name.endswith("@json"), each)


def _put(owner: dict[str, object], place: Place, value: object) -> None:
    (name, opens, each), *rest = place
    if rest:
        below = opened(owner.get(name)) if opens else owner.get(name)
        kept = next(iter(below), None) if is_list(below) else below
        inner = kept if is_object(kept) else {}
        _put(inner, tuple(rest), value)
        value, each = inner, each and not is_object(below)
    value = [value] if each else value
    owner[name] = json.dumps(value, ensure_ascii=False) if opens else value


def _inside(values: list[object], step: Step) -> list[object]:
    name, opens, each = step
    inner = [value[name] for value in values if is_object(value) and name in value]
    if opens:
        inner = [opened(value) for value in inner]
    if each:
        inner = [item for value in inner for item in (value if is_list(value) else (value,))]
    return inner
