"""What stands in a document where OpenAPI has another shape: nothing can be read from it, so that it is listed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from mediawright_generator.importer.openapi.losses import Loss, shown
from mediawright_generator.importer.openapi.reference import Node
from mediawright_runtime.shapes import is_list, is_object

_OBJECT: Final = "mapping"
_LIST: Final = "list"
_OF_OPERATIONS: Final[Mapping[str, str]] = {
    "parameters": _LIST,
    "requestBody": _OBJECT,
    "responses": _OBJECT,
    "security": _LIST,
    "callbacks": _OBJECT,
    "tags": _LIST,
}
_OF_BODIES: Final = {"content": _OBJECT}
_NEEDED: Final = frozenset({"parameters", "requestBody", "security"})
"""Without these a call may not be what the document means."""


def in_operation(operation: Node, item: Node, title: str) -> Iterator[Loss]:
    """List what has another shape in an operation, its parameters, its body and its answers."""
    yield from _keys(operation, _OF_OPERATIONS, title)
    yield from _keys(item, {"parameters": _LIST}, title)
    body = operation.get("requestBody").followed()
    yield from _keys(body, _OF_BODIES, title, needed=True)
    yield from _each(body.get("content"), "a content of the body", title, needed=True)
    yield from _each(operation.get("responses"), "a response", title)
    for status, response in operation.get("responses").items():
        yield from _keys(response.followed(), _OF_BODIES, title)
        yield from _each(response.followed().get("content"), f"a content of answer {status}", title)


def in_place_of_path(node: Node, path: str) -> Loss:
    """Say that a path is none."""
    return _loss(node, f"path {path!r}", _OBJECT, "", needed=True)


def in_place_of_operation(node: Node, title: str) -> Loss:
    """Say that an operation is none."""
    return replace(_loss(node, "the operation", _OBJECT, title, needed=True), kind="no-operation")


def _keys(node: Node, shapes: Mapping[str, str], title: str, *, needed: bool = False) -> Iterator[Loss]:
    for key, shape in shapes.items():
        below = node.get(key)
        if below.value is not None and not _has(below.value, shape):
            yield _loss(below, repr(key), shape, title, needed=needed or key in _NEEDED)


def _each(node: Node, what: str, title: str, *, needed: bool = False) -> Iterator[Loss]:
    for key, below in node.items():
        if below.value is not None and not key.startswith("x-") and not is_object(below.value):
            yield _loss(below, f"{what} ({key!r})", _OBJECT, title, needed=needed)


def _has(value: Any, shape: str) -> bool:
    return is_object(value) if shape == _OBJECT else is_list(value)


def _loss(node: Node, what: str, shape: str, title: str, *, needed: bool = False) -> Loss:
    return Loss(node.place, "misshapen", f"{what} is {shown(node.value)}, no {shape}", title, not needed)
