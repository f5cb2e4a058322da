"""Values near those that a parameter accepts, which it refuses all the same: what a hurried hand would let in."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from mediawright_generator.plan.samples import Record, accepts, filled, item, sample

_MEASURE = re.compile(r"(\d+)(\D*)")
_FEW = 16
"""Values of a list of which what is near is tried; of longer lists that would bury the rest."""


def near(parameter: Record) -> Iterator[Any]:
    """List refused values near accepted ones, from the parameter alone."""
    if parameter.get("in") == "raw" or parameter.get("file") or "schema" in parameter:
        return
    if parameter["type"] == "array":
        for value in near(item(parameter)):
            yield filled(parameter, value)
        return
    labels = parameter.get("labels", {}).values()
    for value in {repr(each): each for each in _candidates(parameter)}.values():
        if value not in labels and not _is_taken(parameter, value):
            yield value


def _is_taken(parameter: Record, value: Any) -> bool:
    """Say whether a value is accepted, or cannot be told from one that is: all is text outside a body."""
    is_of_type = _is_of(parameter["type"], value)
    return accepts(parameter, value) if is_of_type else parameter.get("in", "body") != "body"


def _is_of(kind: str, value: Any) -> bool:
    return isinstance(value, _TYPES[kind]) and (kind in {"boolean", "any"} or not isinstance(value, bool))


def _candidates(parameter: Record) -> Iterator[Any]:
    kind, values = parameter["type"], parameter.get("keywords", ())
    is_closed = bool(values) and not parameter.get("open")
    for value in values[:_FEW] or [sample(parameter)]:
        yield from _twins(kind, value)
        if is_closed:
            yield from _beside(value)
    if is_closed:
        yield from _between(values)


def _twins(kind: str, value: Any) -> Iterator[Any]:
    """Say a value in another type."""
    if kind == "string":
        yield int(value) if value.isdecimal() else 7
    elif kind == "boolean":
        yield from (int(value), str(value).lower())
    elif kind in {"integer", "number"}:
        yield from (str(value), *([value + 0.5, value - 0.5] if kind == "integer" else []))


def _between(values: Sequence[Any]) -> Iterator[Any]:
    """List the whole numbers between those of a list, in their one unit: `8s` between `5s` and `10s`."""
    if all(type(value) is int for value in values):
        yield from range(min(values), min(max(values), min(values) + _FEW))
    found = [_MEASURE.fullmatch(value) for value in values if isinstance(value, str)]
    measures = [(int(each[1]), each[2]) for each in found if each]
    if len(measures) == len(values) and len({unit for _, unit in measures}) == 1:
        least, most = min(measures)[0], max(measures)[0]
        yield from (f"{number}{measures[0][1]}" for number in range(least, min(most, least + _FEW)))


def _beside(value: Any) -> Iterator[Any]:
    """Change a value a little: its case, its number, its unit."""
    if isinstance(value, str):
        yield from (each for each in (value.swapcase(), value.capitalize()) if each != value)
        if found := _MEASURE.fullmatch(value):
            number, unit = int(found[1]), found[2]
            yield from (f"{number - 1}{unit}", f"{number + 1}{unit}", str(number), number)
    elif not isinstance(value, bool):
        yield from (value - 1, value + 1)


_TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": int | float,
    "boolean": bool,
    "object": dict,
    "any": object,
}
