"""What the documents show: sample answers, and of which type values are."""

from __future__ import annotations

import re
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple

from mediawright_mock.answer_paths import find
from mediawright_runtime.envelope import is_success, same_code
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediawright_mock.contract import Operation

Object = dict[str, Any]

_KEPT = 4096
"""What documents show is read once, for so many operations."""
_BY_TYPE: Object = {
    "string": "text",
    "integer": 100,
    "number": 100.0,
    "boolean": True,
    "array": [],
    "object": {},
    "any": "text",
}
_PLACEHOLDER = re.compile(r"<.*>")


class Sample(NamedTuple):
    """A documented answer."""

    status: int
    body: Object
    """Without what is only hinted at, as `<string>`."""
    whole: bool
    """Whether nothing was only hinted at."""


@lru_cache(maxsize=_KEPT)
def successes(operation: Operation) -> tuple[Sample, ...]:
    """List the documented answers that mean success; whoever changes one changes a copy."""
    found = (each for each in _samples(operation) if is_success(each.status) and _succeeds(operation, each.body))
    return tuple(found)


def failure(operation: Operation, status: int) -> Object | None:
    """Copy the documented answer with an HTTP status that is an error."""
    found = (copied(each.body) for each in _samples(operation) if each.status == status and not is_success(status))
    return next(found, None)


def copied(value: Any) -> Any:
    """Copy what JSON can say."""
    if is_object(value):
        return {name: copied(each) for name, each in value.items()}
    return [copied(each) for each in value] if is_list(value) else value


@lru_cache(maxsize=_KEPT)
def example(operation: Operation, path: str) -> Any:
    """Show a value that may stand at a place: of a documented answer, or of the documented type."""
    shown = (find(each.body, path) for each in successes(operation))
    named = path.split("|")
    typed = (typical(each) for each in operation.record.get("api_response", ()) if each["name"] in named)
    return next((value for value in (*shown, *typed) if value is not None), None)


def typical(field: Object) -> Any:
    """Make a value of a documented field."""
    keywords = field.get("keywords")
    return keywords[0] if keywords else copied(_BY_TYPE[field["type"]])


def alike(shown: Any, text: str) -> Any:
    """Write a text as the documents show such a value: as a number, or as it is."""
    return int(text) if type(shown) is int and text.isdecimal() else text


@lru_cache(maxsize=_KEPT)
def _samples(operation: Operation) -> tuple[Sample, ...]:
    return tuple(_read(operation))


def _read(operation: Operation) -> Iterator[Sample]:
    for demo in operation.record.get("api_request_demo", ()):
        for response in demo.get("response", ()):
            body = response.get("body")
            body = {"items": body} if is_list(body) else body
            if is_object(body):
                plain = _without_placeholders(body)
                yield Sample(response.get("status", HTTPStatus.OK), plain, plain == body)


def _succeeds(operation: Operation, body: Object) -> bool:
    envelope = operation.envelope
    code = find(body, envelope.code) if envelope.code else None
    if code is None:
        return envelope.code is None or not envelope.required
    return any(same_code(code, each) for each in envelope.success)


def _without_placeholders(value: Any) -> Any:
    if is_object(value):
        return {name: _without_placeholders(each) for name, each in value.items() if not _is_placeholder(each)}
    if is_list(value):
        return [_without_placeholders(each) for each in value if not _is_placeholder(each)]
    return value


def _is_placeholder(value: Any) -> bool:
    return isinstance(value, str) and _PLACEHOLDER.fullmatch(value) is not None
