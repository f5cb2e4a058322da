"""Answers as the vendor documents them: the sample answer, its documented fields, and what this request makes true."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from mediawright_mock.answer_paths import clear, fill, find, put, put_everywhere
from mediawright_mock.messages import Answer, json_answer
from mediawright_mock.samples import Sample, alike, example, successes, typical
from mediawright_runtime import paths
from mediawright_runtime.status import read_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mediawright_mock.contract import Operation
    from mediawright_mock.files import Files
    from mediawright_mock.tasks import Task
    from mediawright_runtime.declarations import Lifecycle, OutputPlace

Object = dict[str, Any]

_PROGRESS = {"queued": 0, "running": 50, "succeeded": 100}
_SECONDS = 1e11
"""Times above it are documented in milliseconds."""


class Draft(NamedTuple):
    """An answer that is being made."""

    status: int
    body: Object

    def sent(self) -> Answer:
        """Finish it."""
        return json_answer(self.body, self.status)


def plain(operation: Operation, state: str | None = None, lifecycle: Lifecycle | None = None) -> Draft:
    """Answer with a success: a documented one, completed where it is only hinted at; best one of a task in this state."""
    sample = _best(list(successes(operation)), state, lifecycle)
    draft = Draft(sample.status, sample.body) if sample else Draft(HTTPStatus.OK, {})
    if sample is None or not sample.whole:
        for field in sorted(operation.record.get("api_response", ()), key=_depth, reverse=True):
            fill(draft.body, field["name"], typical(field))
    _say_success(operation, draft.body, documented=sample is not None)
    return draft


def created(task: Task) -> Answer:
    """Answer a create with the ids of its task."""
    draft = plain(task.operation)
    for (_, path), id_ in zip(task.lifecycle.ids, task.ids, strict=True):
        put(draft.body, path, alike(example(task.operation, path), id_))
    return draft.sent()


def made(operation: Operation, files: Files, origin: str) -> Answer:
    """Answer a call with the work itself."""
    draft = plain(operation)
    _publish(draft.body, operation.outputs, files, origin, (str(uuid4()), operation.output_kind))
    return draft.sent()


def issued(operation: Operation, tokens: Iterable[tuple[str, str]]) -> Answer:
    """Answer with tokens: places and values."""
    draft = plain(operation)
    for place, value in tokens:
        put(draft.body, place, value)
    return draft.sent()


def standing(operation: Operation, tasks: Sequence[Task], files: Files, origin: str) -> Answer:
    """Answer a query with how tasks stand; several only where the vendor answers with a list."""
    drafts = [_standing(operation, each, files, origin) for each in tasks]
    for other in drafts[1:]:
        _join(drafts[0].body, other.body, tasks[0].lifecycle.status)
    return drafts[0].sent()


def _standing(operation: Operation, task: Task, files: Files, origin: str) -> Draft:
    """Say how one task stands; outputs are there exactly when it has succeeded."""
    lifecycle = task.lifecycle
    draft = plain(operation, task.state, lifecycle)
    body = draft.body
    put(body, lifecycle.status, alike(example(operation, lifecycle.status), task.word))
    _name(operation, task, body)
    if lifecycle.progress:
        put(body, lifecycle.progress, _progress(example(operation, lifecycle.progress), _PROGRESS[task.state]))
    if lifecycle.reason:
        clear(body, lifecycle.reason)
    if lifecycle.kept_since:
        put(body, lifecycle.kept_since, _now(example(operation, lifecycle.kept_since)))
    for each in lifecycle.outputs:
        clear(body, each.path)
    if task.state == "succeeded":
        draft = plain(operation, task.state, lifecycle) if False else draft
        _publish(body, _of_kind(task), files, origin, (task.name, task.operation.output_kind))
    return draft
