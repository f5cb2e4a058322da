"""Rules on what a documented answer comes to: it is a success or an error, never both."""

from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.check.successes import successes
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import shown
from mediawright_generator.spec.operation import ResponseDemo
from mediawright_runtime import paths

_OK: Final = 200
_ERRORS: Final = 400


def contradicting_answer(record: Record) -> Iterator[Finding]:
    """Find documented answers whose code contradicts their HTTP status, or the task that they start."""
    code_at = record.vendor.envelope.code
    if code_at is None or "|" in code_at or not record.loaded.vendor.complete("envelope"):
        return
    for path, answer in _answers(record):
        code = paths.first(answer.body, code_at)
        what = _contradiction(record, answer, code) if code is not None else ""
        if what:
            place = record.located.place(*path, "body", *code_at.split("."))
            yield Finding(place, what, "correct the code, or the rest of the answer")


def success_without_output(record: Record) -> Iterator[Finding]:
    """Find documented answers in which a task has succeeded, and no file is where clients look for it."""
    for name, lifecycle in record.vendor.tasks.items():
        is_told = lifecycle.query.operation != record.operation.name or not record.loaded.vendor.complete("tasks", name)
        for path, answer in () if is_told else successes(record):
            status = paths.first(answer.body, lifecycle.status)
            is_done = status is not None and lifecycle.states.get(str(status)) == "succeeded"
            read = (each for output in lifecycle.outputs for each in paths.read(answer.body, output.path))
            if is_done and not any(read):
                what = f"status {shown(status)} means success, and nothing is at any place of outputs"
                place = record.located.place(*path, "body", *_steps(lifecycle.outputs[0].path))
                yield Finding(place, what, "correct the answer, or outputs in vendor.yaml")


def _steps(place: str) -> tuple[str, ...]:
    return tuple(step.name for step in paths.places(place)[0])


def _contradiction(record: Record, answer: ResponseDemo, code: object) -> str:
    is_success = str(code) in map(str, record.vendor.envelope.success)
    if is_success and answer.status >= _ERRORS:
        return f"code {shown(code)} means success, in an answer with HTTP {answer.status}"
    if not is_success and answer.status // 100 == _OK // 100 and _has_task(record, answer):
        return f"code {shown(code)} means an error, in an answer that has the id of a task"
    return ""


def _has_task(record: Record, answer: ResponseDemo) -> bool:
    lifecycle = record.vendor.tasks.get(record.operation.task or "")
    if lifecycle is None:
        return False
    ids = lifecycle.id.values() if isinstance(lifecycle.id, dict) else (lifecycle.id,)
    return all(paths.first(answer.body, each) for each in ids)


def _answers(record: Record) -> Iterator[tuple[Path, ResponseDemo]]:
    for index, demo in enumerate(record.operation.api_request_demo):
        for number, answer in enumerate(demo.response):
            path = ("api_request_demo", index, "response", number)
            if record.located.complete(*path):
                yield path, answer
