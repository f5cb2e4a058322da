"""Answer paths: dots step into objects, `[]` into each item of a list, or into the object that stands there instead."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def read(answer: object, path: str) -> tuple[object, ...]:
    """Read every value that stands at a path; none where the answer has another shape."""
    values: Iterable[object] = (answer,)
    for key, each in _steps(path):
        values = _step(values, key, each)
    return tuple(values)


def first(answer: object, path: str) -> object:
    """Read the first value at a path that is not null, or None."""
    return next((value for value in read(answer, path) if value is not None), None)


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[tuple[str, bool], ...]:
    return tuple((part.removesuffix("[]"), part.endswith("[]")) for part in path.split("."))


def _step(values: Iterable[object], key: str, each: bool) -> Iterator[object]:
    for value in values:
        if not is_object(value) or key not in value:
            continue
        inner = value[key]
        if each and is_list(inner):
            yield from inner
        else:
            yield inner
