"""Answers as plain data: made, and read by path, independently of the runtime that a case tries."""

from collections.abc import Mapping
from typing import Any

from mediawright_runtime.shapes import is_list, is_object

Record = Mapping[str, Any]
TASK = "task-1"
"""The id of a task in answers that are made."""


def success(operation: Record) -> dict[str, Any]:
    """Make an answer that means success, with a task's id where the operation starts one."""
    body: dict[str, Any] = {}
    put(body, operation["envelope"]["code"], operation["envelope"]["success"][0])
    if "task" in operation:
        put(body, operation["task"]["id"], TASK)
    return body


def succeeds(operation: Record, body: Any) -> bool:
    """Tell whether an answer means success."""
    return read(body, operation["envelope"]["code"]) in operation["envelope"]["success"]


def put(body: dict[str, Any], path: str, value: object) -> None:
    """Put a value at a path, with an object where the path wants a list of one."""
    *steps, last = path.replace("[]", "").split(".")
    for step in steps:
        body = body.setdefault(step, {})
    body[last] = value


def read(body: Any, path: str) -> Any:
    """Read the first value at a path that is not null."""
    return next((value for value in read_all(body, path) if value is not None), None)


def read_all(body: Any, path: str) -> list[Any]:
    """Read every value at a path."""
    found = [body]
    for step in path.split("."):
        name = step.removesuffix("[]")
        found = [each[name] for each in found if is_object(each) and name in each]
        if step != name:
            found = [item for each in found for item in (each if is_list(each) else [each])]
    return found


def leaves(body: Any, prefix: str = "") -> dict[str, Any]:
    """List the values of an answer by path; under a path with `[]`, those of all items."""
    found: dict[str, Any] = {}
    for name, value in body.items():
        if set(name) & set(".[]"):
            continue  # no path leads there
        if is_object(value):
            found |= leaves(value, f"{prefix}{name}.")
        elif is_list(value) and all(map(is_object, value)):
            for each in value:
                for path, leaf in leaves(each, f"{prefix}{name}[].").items():
                    found.setdefault(path, []).append(leaf)
        else:
            found[f"{prefix}{name}"] = value
    return found
