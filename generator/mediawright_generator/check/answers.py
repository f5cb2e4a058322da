"""Rules on answers: their fields and codes make sense, and documented ones tell what a task's lifecycle reads."""

import re
from collections.abc import Iterator
from typing import Final

from mediawright_generator.check.fields import fields_of
from mediawright_generator.check.rule import Finding, Record, each_file
from mediawright_generator.check.states import documented_statuses
from mediawright_generator.check.successes import successes
from mediawright_generator.load import LoadedVendor
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import Place, closest, listed, shown
from mediawright_generator.spec.vendor import Lifecycle
from mediawright_runtime import paths
from mediawright_runtime.shapes import is_object

_FIELD: Final = re.compile(r"((\[\])+|[^.\[\]]+(\[\])*)(\.[^.\[\]]+(\[\])*)*")


def malformed_answer_field(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find fields of answers whose name leads nowhere."""
    for located in each_file(loaded):
        for index, field in enumerate(located.model.api_response):
            if not _FIELD.fullmatch(field.name):
                what = f"field {field.name!r} is no way through an answer"
                remedy = "write names with dots between them, and [] after the name of a list"
                yield Finding(located.place("api_response", index, "name"), what, remedy)


def repeated_answer_field(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find fields of answers that one file describes twice."""
    for located in each_file(loaded):
        names: set[str] = set()
        for index, field in enumerate(located.model.api_response):
            if field.name in names:
                what = f"field {field.name!r} stands here again"
                yield Finding(located.place("api_response", index, "name"), what, "keep one of them")
            names.add(field.name)


def repeated_code(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find codes that one file explains twice."""
    for located in each_file(loaded):
        seen: list[tuple[int | str | None, int | None]] = []
        for index, each in enumerate(located.model.api_code_demo):
            identity = (each.code, each.http_status if each.code is None else None)
            if identity in seen:
                key, value = ("http_status", each.http_status) if each.code is None else ("code", each.code)
                what = f"{key.replace('_', ' ')} {value!r} is explained twice"
                yield Finding(located.place("api_code_demo", index, key), what, "keep one of them")
            seen.append(identity)


def error_kind_of_success(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find codes that mean success and have a kind of error."""
    success = loaded.vendor.model.envelope.success if loaded.vendor.complete("envelope") else ()
    for located in each_file(loaded):
        for index, each in enumerate(located.model.api_code_demo):
            is_again = each.code in [other.code for other in located.model.api_code_demo[:index]]
            is_success = each.code is not None and str(each.code) in map(str, success)
            if each.kind is not None and is_success and not is_again:
                what = f"code {each.code!r} means success, and kind {each.kind!r} is one of errors"
                yield Finding(located.place("api_code_demo", index, "kind"), what, "remove the kind")


def answer_without_task(record: Record) -> Iterator[Finding]:
    """Find documented answers of a create in which the task's id does not stand where the lifecycle reads it."""
    name = record.operation.task or ""
    lifecycle = record.vendor.tasks.get(name) if record.loaded.vendor.complete("tasks", name) else None
    for path, answer in successes(record):
        for place in _ids(lifecycle) if lifecycle else ():
            is_told = record.operation.api_response and fields_of(record).unknown(place)
            if paths.first(answer.body, place) is None and not is_told:
                what = f"the answer has nothing at {place!r}, where the task's id stands"
                at = _nearest(record, (*path, "body"), answer.body, place)
                yield Finding(at, what, "correct the answer, or tasks in vendor.yaml")


def _nearest(record: Record, path: Path, body: object, place: str) -> Place:
    """Find the key that is nearly the one which the answer lacks; otherwise the answer."""
    here, way = body, path
    for name in place.split("."):
        if is_object(here) and name in here:
            here, way = here[name], (*way, name)
        elif is_object(here) and (meant := closest(name, here)):
            return record.located.key_place(*way, meant)
        else:
            break
    return record.located.place(*path)


def _ids(lifecycle: Lifecycle) -> tuple[str, ...]:
    return tuple(lifecycle.id.values()) if isinstance(lifecycle.id, dict) else (lifecycle.id,)


def unknown_status_in_answer(record: Record) -> Iterator[Finding]:
    """Find documented answers to a task's query whose status is none of its states."""
    for lifecycle in _told_by(record):
        known = {*lifecycle.states, *documented_statuses(record.loaded, lifecycle)}
        for path, answer in successes(record):
            status = paths.first(answer.body, lifecycle.status)
            if status is not None and str(status) not in known and lifecycle.otherwise is None:
                what = f"status {shown(status)} of the answer is not one of {listed(lifecycle.states)}"
                place = record.located.place(*path, "body", *lifecycle.status.split("."))
                yield Finding(place, what, "correct the answer, or add it to states in vendor.yaml")


def _told_by(record: Record) -> Iterator[Lifecycle]:
    vendor = record.loaded.vendor
    for name, lifecycle in record.vendor.tasks.items():
        ends = {*lifecycle.states.values(), lifecycle.otherwise}
        is_whole = vendor.complete("tasks", name) and {"succeeded", "failed"} <= ends
        if lifecycle.query.operation == record.operation.name and is_whole:
            yield lifecycle
