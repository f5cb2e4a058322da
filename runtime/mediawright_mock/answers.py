"""Answers as the vendor documents them: the sample answer, its documented fields, and what this request makes true."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from mediawright_mock.answer_paths import clear, fill, find, put
from mediawright_mock.files import output_path
from mediawright_mock.messages import Answer, json_answer
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mediawright_mock.checks import Refusal
    from mediawright_mock.contract import Operation
    from mediawright_mock.tasks import Task

Object = dict[str, Any]

_BY_TYPE: Object = {"string": "text", "integer": 100, "number": 100.0, "boolean": True, "array": [], "object": {}}
_HTTP_STATUS = {"auth": 401, "invalid": 400, "not_found": 404}
_PROGRESS = {"queued": 0, "running": 50, "succeeded": 100}
_PLACEHOLDER = re.compile(r"<.*>")


def plain_answer(operation: Operation) -> Object:
    """Answer with a success: the first documented one, completed by a value for every documented field."""
    answer = next(_success_samples(operation), None) or {}
    envelope = operation.envelope
    if envelope.message:
        fill(answer, envelope.message, "")
    for field in sorted(operation.record.get("api_response", ()), key=_depth, reverse=True):
        fill(answer, field["name"], _value(field))
    put(answer, envelope.code, envelope.success[0])
    if envelope.trace_id:
        put(answer, envelope.trace_id, str(uuid4()))
    return answer


def created_answer(task: Task) -> Object:
    """Answer a create with the id of its task."""
    answer = plain_answer(task.operation)
    put(answer, task.lifecycle.id, task.id)
    return answer


def task_answer(operation: Operation, task: Task, origin: str) -> Object:
    """Answer a query with how the task stands; outputs are there exactly when it has succeeded."""
    answer = plain_answer(operation)
    lifecycle = task.lifecycle
    put(answer, lifecycle.status, _as_documented(operation, lifecycle.status, task.word))
    if _field(operation, lifecycle.id):
        put(answer, lifecycle.id, task.id)
    if lifecycle.progress:
        put(answer, lifecycle.progress, _PROGRESS[task.state])
    if lifecycle.reason:
        clear(answer, lifecycle.reason)
    for path in lifecycle.outputs:
        if task.state == "succeeded":
            put(answer, path, origin + output_path(task))
        else:
            clear(answer, path)
    return answer


def refused(operation: Operation, refusal: Refusal) -> Answer:
    """Answer with the documented code of a refusal's kind, in the vendor's envelope; without one, by HTTP status."""
    envelope = operation.envelope
    answer: Object = {}
    if envelope.message:
        put(answer, envelope.message, refusal.message)
    if envelope.trace_id:
        put(answer, envelope.trace_id, str(uuid4()))
    code = next((each.code for each in operation.errors if each.kind == refusal.kind), None)
    if code is None:
        undocumented = {"error": refusal.kind, "message": refusal.message}
        return json_answer(answer | undocumented, _HTTP_STATUS.get(refusal.kind, 400))
    put(answer, envelope.code, code)
    return json_answer(answer)


def _success_samples(operation: Operation) -> Iterator[Object]:
    for demo in operation.record.get("api_request_demo", ()):
        for response in demo.get("response", ()):
            body = response.get("body")
            if is_object(body) and find(body, operation.envelope.code) in operation.envelope.success:
                yield _without_placeholders(body)


def _without_placeholders(value: Any) -> Any:
    """Copy a sample without what it only hints at, as `<string>`."""
    if is_object(value):
        return {name: _without_placeholders(each) for name, each in value.items() if not _is_placeholder(each)}
    if is_list(value):
        return [_without_placeholders(each) for each in value if not _is_placeholder(each)]
    return value


def _is_placeholder(value: Any) -> bool:
    return isinstance(value, str) and _PLACEHOLDER.fullmatch(value) is not None


def _depth(field: Mapping[str, Any]) -> int:
    """Order fields so that what stands in a list is there before the list itself is empty."""
    return str(field["name"]).count(".")


def _value(field: Mapping[str, Any]) -> Any:
    keywords = field.get("keywords")
    return keywords[0] if keywords else copy.copy(_BY_TYPE[field["type"]])


def _field(operation: Operation, path: str) -> Mapping[str, Any] | None:
    return next((each for each in operation.record.get("api_response", ()) if each["name"] == path), None)


def _as_documented(operation: Operation, path: str, word: str) -> str | int:
    """Give a status its documented type: contracts spell status numbers as text."""
    field = _field(operation, path)
    return int(word) if field and field["type"] == "integer" else word
