"""Rules on what operations and vendor say of each other: tasks, alternatives, credentials, codes."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from mediawright_generator.check.endpoints import unfilled
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.problems import listed
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.naming import slug
from mediawright_generator.spec.vendor import Lifecycle, State


def unknown_task(record: Record) -> Iterator[Finding]:
    """Find operations that start a task which the vendor does not describe."""
    task, tasks = record.operation.task, record.vendor.tasks
    if task is not None and task not in tasks and record.loaded.vendor.complete("tasks"):
        what = f"task {task!r} is not one of {listed(tasks)}"
        yield Finding(record.located.place("task"), what, "describe it under tasks in vendor.yaml")


def missing_task_query(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find tasks whose state no operation can be asked for."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        path = ("tasks", name, "query")
        query = next((each for each in loaded.operations if each.model.name == lifecycle.query.operation), None)
        if query is None and not _is_unread(loaded, lifecycle.query.operation):
            what = f"operation {lifecycle.query.operation!r}, which tells how the task {name!r} stands, has no record"
            yield Finding(loaded.vendor.place(*path, "operation"), what, "add its record, or name another operation")
        if query is not None and query.complete("api_body"):
            yield from _untaken(loaded.vendor, name, lifecycle, query)


def _untaken(vendor: Located[Vendor], name: str, lifecycle: Lifecycle, query: Located[Operation]) -> Iterator[Finding]:
    """Find ids of a task that no parameter of its query takes."""
    remedy = "name the parameter that takes the task's id"
    several = lifecycle.id if isinstance(lifecycle.id, dict) else {}
    if not several and lifecycle.query.parameter is None:
        what = f"the query of the task {name!r} does not say which parameter takes the id"
        yield Finding(vendor.place("tasks", name, "query"), what, f"add parameter: {remedy}")
    places: dict[str, tuple[str, ...]] = {each: ("tasks", name, "id", each) for each in several}
    if not several and lifecycle.query.parameter is not None:
        places[lifecycle.query.parameter] = ("tasks", name, "query", "parameter")
    for parameter, path in places.items():
        if not _takes(query, parameter):
            what = f"operation {lifecycle.query.operation!r} has no parameter {parameter!r}"
            yield Finding(vendor.place(*path), what, remedy)


def states_without(state: State) -> Callable[[LoadedVendor], Iterator[Finding]]:
    """Make the rule against tasks that never reach a state."""

    def find(loaded: LoadedVendor) -> Iterator[Finding]:
        for name, lifecycle in loaded.vendor.model.tasks.items():
            path = ("tasks", name, "states")
            if state not in (*lifecycle.states.values(), lifecycle.otherwise) and loaded.vendor.complete(*path):
                what = f"no state of the task {name!r} means {state!r}"
                remedy = f"add the vendor's word for it, as `word: {state}`"
                yield Finding(loaded.vendor.place(*path), what, remedy)

    return find


def unknown_alternative(record: Record) -> Iterator[Finding]:
    """Find alternatives of an operation that is not there, or of themselves."""
    primary = record.operation.alternative_of
    if primary is None or _is_unread(record.loaded, primary):
        return
    if primary not in {each.model.name for each in record.loaded.operations if each is not record.located}:
        what = f"alternative of {primary!r}, which no other operation is named"
        yield Finding(record.located.place("alternative_of"), what, "name the operation of which this is another form")


def unknown_credential(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find headers with a placeholder that no credential fills."""
    if not loaded.vendor.complete("credentials"):
        return
    vendor = loaded.vendor.model
    names = [*(each.name for each in vendor.credentials), *(each.name for each in vendor.tokens)]
    for located in _files(loaded):
        for index, header in enumerate(located.model.api_header):
            for name in (each for text in re.findall(r"\{([^{}]*)\}", header.value) for each in _named(text)):
                if name not in names:
                    what = f"credential {name!r} of the header {header.name!r} is not one of {listed(names)}"
                    place = located.place("api_header", index, "value")
                    yield Finding(place, what, "add it to credentials in vendor.yaml")


def _named(placeholder: str) -> list[str]:
    """Name the credentials of a placeholder: itself, or those that `base64:a:b` joins."""
    return placeholder.removeprefix("base64:").split(":") if placeholder.startswith("base64:") else [placeholder]


def repeated_code(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find codes that one file explains twice."""
    for located in _files(loaded):
        seen: list[tuple[int | str | None, int | None]] = []
        for index, each in enumerate(located.model.api_code_demo):
            identity = (each.code, each.http_status if each.code is None else None)
            if identity in seen:
                said = f"code {each.code!r}" if each.code is not None else f"HTTP status {each.http_status!r}"
                place = located.place("api_code_demo", index, "code" if each.code is not None else "http_status")
                yield Finding(place, f"{said} is explained twice", "keep one of them")
            seen.append(identity)


def _files(loaded: LoadedVendor) -> tuple[Located[Vendor] | Located[Operation], ...]:
    return (loaded.vendor, *loaded.operations)


def _takes(query: Located[Operation], name: str) -> bool:
    """Tell whether an operation has a parameter, or will have it once its endpoint's placeholder is filled."""
    return any(parameter.name == name for parameter in query.model.api_body) or name in unfilled(query.model)


def _is_unread(loaded: LoadedVendor, name: str) -> bool:
    """Tell whether an operation may be that of a file whose name could not be read: the file's name is its slug."""
    nameless = (each.file for each in loaded.operations if not each.complete("name"))
    return slug(name) in {PurePosixPath(file).stem for file in (*loaded.unread, *nameless)}
