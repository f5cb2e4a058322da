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
from mediawright_runtime.envelope import same_code
from mediawright_runtime.shapes import is_list
from mediawright_runtime.status import read_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mediawright_mock.contract import Operation
    from mediawright_mock.files import Files
    from mediawright_mock.tasks import Task
    from mediawright_runtime.declarations import Envelope, Lifecycle, OutputPlace

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
    """Answer with a success: a documented one, completed where it only hints; at best one of a task in this state."""
    sample = _best(list(successes(operation)), state, lifecycle)
    draft = Draft(sample.status, sample.body) if sample else Draft(HTTPStatus.OK, {})
    if sample is None or not sample.whole:
        _complete(operation, draft.body)
    _say_success(operation.envelope, draft.body, documented=sample is not None)
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


def _best(samples: list[Sample], state: str | None, lifecycle: Lifecycle | None) -> Sample | None:
    if lifecycle is None:
        return next(iter(samples), None)
    seen = [(each, read_status(each.body, lifecycle)) for each in samples]
    alike_ones = (each for each, status in seen if status.state == state)
    open_ones = (each for each, status in seen if not status.ended)
    return next(alike_ones, None) or next(open_ones, None) or next(iter(samples), None)


def _complete(operation: Operation, body: Object) -> None:
    """Add a value for every documented field that is missing."""
    if operation.envelope.message:
        fill(body, operation.envelope.message, "")
    for field in sorted(operation.record.get("api_response", ()), key=_depth, reverse=True):
        fill(body, field["name"], typical(field))


def _depth(field: Mapping[str, Any]) -> int:
    """Order fields so that what stands in a list is there before the list itself is empty."""
    return str(field["name"]).count(".")


def _say_success(envelope: Envelope, body: Object, *, documented: bool) -> None:
    """Say that the answer is a success, unless the documents show one that does not."""
    code = find(body, envelope.code) if envelope.code else None
    silent = code is None and documented and not envelope.required
    if envelope.code and not silent and not any(same_code(code, each) for each in envelope.success):
        put(body, envelope.code, envelope.success[0])
    if envelope.trace_id:
        put(body, envelope.trace_id, str(uuid4()))


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
    shown = _of_kind(task) if task.state == "succeeded" else ()
    for each in lifecycle.outputs:
        if each not in shown:
            clear(body, each.path, lifecycle.status)
    _publish(body, shown, files, origin, (task.name, task.operation.output_kind))
    return draft


def _name(operation: Operation, task: Task, body: Object) -> None:
    """Name the task wherever the documents show its ids: where the create has them, or beside the status."""
    beside = task.lifecycle.status.rpartition(".")[0]
    for (wire_name, path), id_ in zip(task.lifecycle.ids, task.ids, strict=True):
        for name in dict.fromkeys((wire_name, path.rpartition(".")[2])):
            for place in dict.fromkeys((path, f"{beside}.{name}" if beside else name)):
                shown = example(operation, place)
                if shown is not None:
                    put(body, place, alike(shown, id_))


def _progress(shown: Any, percent: int) -> int | str:
    """Write a progress as the documents do: as a number, or as a text with or without the sign."""
    if not isinstance(shown, str):
        return percent
    return f"{percent}%" if shown.endswith("%") else str(percent)


def _now(shown: Any) -> int | str:
    """Write the time as the documents do: in seconds or milliseconds, or in words."""
    if isinstance(shown, str):
        return datetime.now(UTC).isoformat()
    return int(time.time() * (1000 if isinstance(shown, (int, float)) and shown > _SECONDS else 1))


def _of_kind(task: Task) -> tuple[OutputPlace, ...]:
    """Choose the places for what the task makes; all, where none is for that."""
    kind, every = task.operation.output_kind, task.lifecycle.outputs
    return tuple(each for each in every if (each.kind or kind) == kind) or every


def _publish(body: Object, shown: Iterable[OutputPlace], files: Files, origin: str, named: tuple[str, str]) -> None:
    """Put files at places; `named` is what they are called, and what they are where a place does not say."""
    name, kind = named
    for number, each in enumerate(shown, 1):
        path = files.publish(name if number == 1 else f"{name}-{number}", each, kind)
        put_everywhere(body, each.path, origin + path)


def _join(body: Object, other: Object, path: str) -> None:
    """Add the items of another answer to the list in which tasks stand."""
    place = paths.places(path)[0]
    end = next((number for number, step in enumerate(place, 1) if step.each), 0)
    way = tuple(step._replace(each=False) for step in place[:end])
    items = [item for found in (body, other) for each in paths.follow(found, way) if is_list(each) for item in each]
    if end:
        paths.put(body, ".".join(step.name for step in way), items)
