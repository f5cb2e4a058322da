"""Answers as plain data: made, and read by path, independently of the runtime that a case tries."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mediawright_runtime.shapes import is_list, is_object

Record = Mapping[str, Any]
TASK = "task-{}"
"""The ids of a task in answers that are made."""


def success(operation: Record) -> dict[str, Any]:
    """Make an answer that means success, with a task's ids where the operation starts one."""
    body: dict[str, Any] = {}
    if operation["envelope"].get("success"):
        put(body, operation["envelope"]["code"], operation["envelope"]["success"][0])
    for number, taken in enumerate(operation["task"]["query"]["takes"] if "task" in operation else (), 1):
        put(body, taken["id"], TASK.format(number))
    return body


def succeeds(operation: Record, body: Any) -> bool:
    """Tell whether an answer means success, its HTTP status aside."""
    envelope = operation["envelope"]
    code = read(body, envelope["code"]) if "code" in envelope else None
    return code in envelope["success"] if code is not None else not envelope.get("required", "code" in envelope)


def put(body: dict[str, Any], path: str, value: object) -> None:
    """Put a value at the first of a path's places; what stands there as JSON in a text stays a text."""
    head, _, below = path.partition("|")[0].partition(".")
    name, listed = head.removesuffix("[]").removesuffix("@json"), head.endswith("[]")
    if below:
        inner = _object(body.get(name))
        put(inner, below, value)
        value = inner
    value = [value] if listed and not is_list(value) else value
    body[name] = json.dumps(value) if "@json" in head else value


def places(path: str) -> list[str]:
    """List the places of a path, of which the first counts where something stands."""
    return path.split("|")


def filled(body: dict[str, Any], path: str, values: Sequence[object]) -> bool:
    """Put another value at each of a path's places; say whether the first is still what a reader finds."""
    for place, value in zip(places(path), values, strict=False):
        put(body, place, value)
    return bool(read(body, path) == values[0])


def _object(there: Any) -> dict[str, Any]:
    """Copy the object that stands somewhere, itself, in a list or as JSON; an empty one where there is none."""
    there = json.loads(there) if isinstance(there, str) else there
    first: object = there[0] if is_list(there) and there else there
    return {**first} if is_object(first) else {}


def read(body: Any, path: str) -> Any:
    """Read the first value at a path that is not null."""
    return next((value for value in read_all(body, path) if value is not None), None)


def read_all(body: Any, path: str) -> list[Any]:
    """List the values at the first of a path's places where something stands."""
    places = (_follow(body, place) for place in path.split("|"))
    nothing: list[Any] = []
    return next((found for found in places if any(value is not None for value in found)), nothing)


def _follow(body: Any, place: str) -> list[Any]:
    found = [body]
    for step in place.split("."):
        name = step.removesuffix("[]").removesuffix("@json")
        found = [each[name] for each in found if is_object(each) and name in each]
        if "@json" in step:
            found = [_opened(each) for each in found]
        if step.endswith("[]"):
            found = [item for each in found for item in (each if is_list(each) else [each])]
    return found


def _opened(text: Any) -> Any:
    """Read a text as JSON; None where it is none."""
    try:
        return json.loads(text)
    except (TypeError, ValueError):
        return None
