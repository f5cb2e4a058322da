"""Rules on what a documented answer comes to: it is a success or an error, never both."""

from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.rule import Finding, Record
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
