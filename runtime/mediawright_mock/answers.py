"""Answers as the vendor documents them: the sample answer, its documented fields, and what this request makes true."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from http import HTTPStatus
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from mediawright_mock.answer_paths import clear, fill, find, has_list, put, put_by_all_names, put_everywhere, spread
from mediawright_mock.causes import tell_why
from mediawright_mock.files import Made, kept_until
from mediawright_mock.formats import FORMATS, OF_KIND
from mediawright_mock.messages import Answer, json_answer
from mediawright_mock.moments import tell_when
from mediawright_mock.samples import Sample, alike, copied, example, successes, typical
from mediawright_runtime import paths
from mediawright_runtime.envelope import is_success, same_code
from mediawright_runtime.shapes import is_list, is_object
from mediawright_runtime.status import read_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mediawright_mock.contract import Operation
    from mediawright_mock.files import Files
    from mediawright_mock.tasks import Task
    from mediawright_runtime.declarations import Envelope, Lifecycle, OutputPlace

Object = dict[str, Any]


class Draft(NamedTuple):
    """An answer that is being made."""

    status: int
    body: Object

    def sent(self) -> Answer:
        """Finish it."""
        return json_answer(self.body, self.status)


def plain(operation: Operation, state: str | None = None, lifecycle: Lifecycle | None = None) -> Draft:
    """Answer with a success: a documented one, completed where it only hints; at best one of a task in this state."""
    status, model = _model(operation, _best(successes(operation), state, lifecycle))
    body = copied(model)
    if operation.envelope.trace_id:
        put(body, operation.envelope.trace_id, str(uuid4()))
    return Draft(status, body)


def created(task: Task) -> Answer:
    """Answer a create with the ids of its task."""
    draft = plain(task.operation)
    for (_, path), id_ in zip(task.lifecycle.ids, task.ids, strict=True):
        put(draft.body, path, alike(example(task.operation, path), id_))
    return draft.sent()


def made(operation: Operation, files: Files, origin: str, whose: Made) -> Answer:
    """Answer a call with the work itself."""
    draft = plain(operation)
    publish(draft.body, operation.outputs, files, origin, whose)
    return draft.sent()


def filed(operation: Operation, mark: str) -> Answer:
    """Answer with a file of the documented type; with a text where no sample is of it."""
    media_type = operation.answer_type or ""
    alike = (each for each in FORMATS.values() if each.content_type == media_type)
    form = next(alike, FORMATS[OF_KIND[kind]] if (kind := media_type.partition("/")[0]) in OF_KIND else None)
    return Answer(HTTPStatus.OK, form.content(mark) if form else mark.encode(), media_type)


def in_form(operation: Operation, answer: Answer) -> Answer:
    """Bring an answer into its form on the wire: a list where the answer is one, nothing for the head alone."""
    if operation.method == "HEAD":
        return replace(answer, body=b"")
    if not operation.lists or not is_success(answer.status):
        return answer
    return json_answer(json.loads(answer.body).get("items", []), answer.status)


def without(answer: Answer, place: str) -> Answer:
    """Leave a field out of an answer that is an object of JSON."""
    body = json.loads(answer.body) if answer.content_type == "application/json" else None
    if not is_object(body):
        return answer
    clear(body, place)
    return replace(answer, body=json_answer(body).body)


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


def _best(samples: tuple[Sample, ...], state: str | None, lifecycle: Lifecycle | None) -> int:
    """Choose a sample by its number; that of the first, where there is none."""
    if lifecycle is None or not samples:
        return 0
    seen = [read_status(each.body, lifecycle) for each in samples]
    alike_ones = (number for number, status in enumerate(seen) if status.state == state)
    open_ones = (number for number, status in enumerate(seen) if not status.ended)
    return next(chain(alike_ones, open_ones), 0)


@lru_cache(maxsize=4096)
def _model(operation: Operation, number: int) -> Draft:
    """Make what every answer like a sample has, or one that no sample shows; whoever changes it changes a copy."""
    sample = next(iter(successes(operation)[number:]), None)
    draft = Draft(sample.status, copied(sample.body)) if sample else Draft(HTTPStatus.OK, {})
    if sample is None or not sample.whole:
        _complete(operation, draft.body)
    _say_success(operation.envelope, draft.body, documented=sample is not None)
    return draft


def _complete(operation: Operation, body: Object) -> None:
    """Add a value for every documented field that is missing."""
    if operation.envelope.message:
        fill(body, operation.envelope.message, "")
    for field in sorted(operation.record.get("api_response", ()), key=_depth, reverse=True):
        name = field["name"]
        if "[][]" not in name:
            fill(body, f"items{name}" if name.startswith("[]") else name, typical(field))


def _depth(field: Mapping[str, Any]) -> int:
    """Order fields so that what stands in a list is there before the list itself is empty."""
    return str(field["name"]).count(".")


def _say_success(envelope: Envelope, body: Object, *, documented: bool) -> None:
    """Say that the answer is a success, unless the documents show one that does not."""
    code = find(body, envelope.code) if envelope.code else None
    silent = code is None and documented and not envelope.required
    if envelope.code and not silent and not any(same_code(code, each) for each in envelope.success):
        put(body, envelope.code, envelope.success[0])


def _standing(operation: Operation, task: Task, files: Files, origin: str) -> Draft:
    """Say how one task stands; outputs are there exactly when it has succeeded."""
    lifecycle, draft = task.lifecycle, plain(operation, task.state, task.lifecycle)
    body = draft.body
    put(body, lifecycle.status, alike(example(operation, lifecycle.status), task.word))
    _name(operation, task, body)
    if lifecycle.progress:
        put_by_all_names(body, lifecycle.progress, _progress(example(operation, lifecycle.progress), task.percent))
    tell_why(operation, task, body)
    tell_when(operation, task, body)
    shown = outputs_of(task)
    for each in lifecycle.outputs:
        if each not in shown:
            clear(body, each.path, lifecycle.status)
    publish(body, shown, files, origin, made_by(task))
    fault = task.course.fault
    if fault is not None and fault.name == "missing_field":
        clear(body, fault.field or lifecycle.status)
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


def outputs_of(task: Task, every: tuple[OutputPlace, ...] | None = None) -> tuple[OutputPlace, ...]:
    """Choose the places for what a task has made; all, where none is for that, and none before it has succeeded."""
    if task.state != "succeeded" or task.is_unheard:
        return ()
    kind, every = task.operation.output_kind, every or task.lifecycle.outputs
    return tuple(each for each in every if (each.kind or kind) == kind) or every


def made_by(task: Task) -> Made:
    """Say whose the files of a task are."""
    until = kept_until(task.lifecycle.kept_days, task.created)
    course, kind = task.course, task.operation.output_kind
    return Made(task.name, kind, course.behaviour, course.fault, until, task.lifecycle.status)


def publish(body: Object, shown: Iterable[OutputPlace], files: Files, origin: str, made: Made) -> None:
    """Put files at places; several where the scenario asks for them and the place has a list of its own."""
    number = 0
    for each in shown:
        several = has_list(each.path, made.status)
        count = made.behaviour.outputs or 1 if several else 1
        urls = [origin + files.publish(each, made, number + 1 + more) for more in range(count)]
        number += count
        put_everywhere(body, each.path, urls[0])
        if count > 1:
            spread(body, each.path, urls)


def _join(body: Object, other: Object, path: str) -> None:
    """Add the items of another answer to the list in which tasks stand."""
    place = paths.places(path)[0]
    end = next((number for number, step in enumerate(place, 1) if step.each), 0)
    way = tuple(step._replace(each=False) for step in place[:end])
    items = [item for found in (body, other) for each in paths.follow(found, way) if is_list(each) for item in each]
    if end:
        paths.put(body, ".".join(step.name for step in way), items)
