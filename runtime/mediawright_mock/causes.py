"""Why a task failed: as asked for, as the documents show it, or as the vendor words its own failures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mediawright_mock.answer_paths import clear, put
from mediawright_mock.samples import alike, example, successes
from mediawright_runtime.status import read_reason, read_status

if TYPE_CHECKING:
    from mediawright_mock.contract import Operation
    from mediawright_mock.tasks import Task
    from mediawright_runtime.declarations import ErrorCode

_FAILED = frozenset({"failed", "cancelled", "expired"})
_CODES = ("error_code", "errorCode", "fail_code", "failCode")


def tell_why(operation: Operation, task: Task, body: dict[str, Any]) -> None:
    """Say why a task failed, where the vendor says it; of any other task the sample's reason goes."""
    place = task.lifecycle.reason
    if task.state not in _FAILED:
        if place:
            clear(body, place)
        return
    entry = cause(operation, task)
    if place:
        put(body, place, reason(operation, task))
    beside = task.lifecycle.status.rpartition(".")[0]
    for name in _CODES:
        code_place = f"{beside}.{name}" if beside else name
        shown = example(operation, code_place)
        if entry is not None and entry.code is not None and shown is not None:
            put(body, code_place, alike(shown, str(entry.code)))


def reason(query: Operation, task: Task) -> str:
    """Word why a task failed: as asked for, as a sample of its state shows it, as the vendor's error says."""
    behaviour, entry = task.course.behaviour, cause(query, task)
    if behaviour.reason is not None:
        return behaviour.reason
    seen = (each.body for each in successes(query) if read_status(each.body, task.lifecycle).state == task.state)
    shown = next((read_reason(each, task.lifecycle.reason) for each in seen), "")
    if shown and behaviour.code is None:
        return shown
    return entry.describe if entry else "the mock was asked to let this task fail"


def cause(operation: Operation, task: Task) -> ErrorCode | None:
    """Find the documented error: of the code that was asked for, else the first of the vendor's own failures."""
    code = task.course.behaviour.code
    errors = (*operation.errors, *task.operation.errors)
    if code is not None:
        return next((each for each in errors if each.code is not None and str(each.code) == str(code)), None)
    return next((each for each in errors if each.kind == "vendor" and each.code is not None), None)
