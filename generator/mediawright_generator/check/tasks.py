"""Rules on what operations and vendor say of each other: tasks and alternatives."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from mediawright_generator.check.endpoints import unfilled
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import listed
from mediawright_generator.spec import Operation, Vendor
from mediawright_generator.spec.naming import slug
from mediawright_generator.spec.vendor import Lifecycle, State

_NO_CREATE: Final = ("GET", "HEAD", "OPTIONS", "DELETE")
_WORDS_FOR: Final[Mapping[str, frozenset[str]]] = {
    "succeeded": frozenset({"succeeded", "success", "succeed", "completed", "complete", "done", "finished"}),
    "failed": frozenset({"failed", "fail", "failure", "error", "errored"}),
}
"""What vendors call an end that nobody could mistake."""
_BARE_IDS: Final = ("id", "_id", "uuid")


def unknown_task(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find operations that start, and callbacks that tell about, a task which the vendor does not describe."""
    vendor = loaded.vendor.model
    named = [(located.model.task, located.place("task")) for located in loaded.operations]
    if vendor.callback:
        named.append((vendor.callback.task, loaded.vendor.place("callback", "task")))
    for task, place in named if loaded.vendor.complete("tasks") else ():
        if task is not None and task not in vendor.tasks:
            what = f"task {task!r} is not one of {listed(vendor.tasks)}"
            yield Finding(place, what, "describe it under tasks in vendor.yaml")


def missing_task_query(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find tasks whose state no operation can be asked for."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        path = ("tasks", name, "query")
        queries = [each for each in loaded.operations if each.model.name == lifecycle.query.operation]
        if not queries and not may_be_unread(loaded, lifecycle.query.operation):
            what = f"operation {lifecycle.query.operation!r}, which tells how the task {name!r} stands, has no record"
            yield Finding(loaded.vendor.place(*path, "operation"), what, "add its record, or name another operation")
        if len(queries) == 1:
            yield from _untaken(loaded.vendor, name, lifecycle, queries[0])


def _untaken(vendor: Located[Vendor], name: str, lifecycle: Lifecycle, query: Located[Operation]) -> Iterator[Finding]:
    """Find ids of a task that no parameter of its query takes."""
    remedy = "name the parameter that takes the task's id"
    several = lifecycle.id if isinstance(lifecycle.id, dict) else {}
    if not several and lifecycle.query.parameter is None and vendor.complete("tasks", name, "query"):
        what = f"the query of the task {name!r} does not say which parameter takes the id"
        yield Finding(vendor.place("tasks", name, "query"), what, f"add parameter: {remedy}")
    places: dict[str, tuple[str, ...]] = {each: ("tasks", name, "id", each) for each in several}
    if not several and lifecycle.query.parameter is not None:
        places[lifecycle.query.parameter] = ("tasks", name, "query", "parameter")
    for parameter, path in places.items():
        if not may_take(query, parameter):
            what = f"operation {lifecycle.query.operation!r} has no parameter {parameter!r}"
            yield Finding(vendor.place(*path), what, remedy)


def unknown_task_operation(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find tasks that are cancelled or searched for by an operation, or a parameter, that is not there."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        if lifecycle.cancel:
            wanted: dict[str, Path] = {each: ("id", each) for each in _ids(lifecycle)}
            one: dict[str, Path] = {lifecycle.cancel.parameter or "": ("cancel", "parameter")}
            yield from _unknown(loaded, ("tasks", name), "cancel", lifecycle.cancel.operation, wanted or one)
        if lifecycle.search:
            wanted = {each: ("search", "by", each) for each in lifecycle.search.by}
            yield from _unknown(loaded, ("tasks", name), "search", lifecycle.search.operation, wanted)
            yield from _unsent(loaded, name, lifecycle.search.by)


def _unknown(
    loaded: LoadedVendor, path: Path, key: str, operation: str, parameters: Mapping[str, Path]
) -> Iterator[Finding]:
    found = [each for each in loaded.operations if each.model.name == operation]
    if not found and not may_be_unread(loaded, operation):
        what = f"operation {operation!r} has no record"
        yield Finding(loaded.vendor.place(*path, key, "operation"), what, "add its record, or name another operation")
    for parameter, where in parameters.items():
        if len(found) == 1 and not may_take(found[0], parameter):
            what = f"operation {operation!r} has no parameter {parameter!r}"
            place = loaded.vendor.place if where[-1] == "parameter" else loaded.vendor.key_place
            yield Finding(place(*path, *where), what, "name one that it has")


def _unsent(loaded: LoadedVendor, task: str, by: Mapping[str, str]) -> Iterator[Finding]:
    """Find values by which tasks are searched for, and that no create sends."""
    creates = [each for each in loaded.operations if each.model.task == task]
    is_whole = creates and not loaded.unread and all(each.complete("api_body") for each in creates)
    sent = {parameter.wire for each in creates for parameter in each.model.api_body}
    for key, wire in by.items() if is_whole else ():
        if wire not in sent:
            what = f"no operation that starts the task {task!r} sends {wire!r}"
            yield Finding(loaded.vendor.place("tasks", task, "search", "by", key), what, "name one that it sends")


def unknown_callback_parameter(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find callbacks that are asked for by, or bring back, a parameter which no create of their tasks has."""
    callback = loaded.vendor.model.callback
    creates = [each for each in loaded.operations if callback and each.model.task == callback.task]
    if callback is None or not creates or loaded.unread:
        return
    wanted = [(name, ("returns", place)) for place, name in callback.returns.items()]
    for name, path in [(callback.parameter, ("parameter",)), *wanted]:
        if name is not None and not any(may_take(each, name) for each in creates):
            what = f"no operation that starts the task {callback.task!r} has a parameter {name!r}"
            yield Finding(loaded.vendor.place("callback", *path), what, "name one that it has")


def search_without_id(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find lists of tasks that do not tell each id of a task."""
    for name, lifecycle in loaded.vendor.model.tasks.items():
        if lifecycle.search is None:
            continue
        wanted, told = _ids(lifecycle), list(lifecycle.search.id) if isinstance(lifecycle.search.id, dict) else []
        if set(wanted) != set(told):
            what = f"the search of the task {name!r} tells {_places(told)}; the task has {_places(wanted)}"
            remedy = "say where a listed task has each id, under the names that stand at id"
            yield Finding(loaded.vendor.place("tasks", name, "search", "id"), what, remedy)


def _ids(lifecycle: Lifecycle) -> list[str]:
    return list(lifecycle.id) if isinstance(lifecycle.id, dict) else []


def _places(ids: list[str]) -> str:
    return f"the ids {listed(ids)}" if ids else "one id"


def demanding_task_query(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find parameters without which a task cannot be asked for, beside those that take its ids."""
    for name, lifecycle in judged_tasks(loaded).items():
        taken = set(lifecycle.id) if isinstance(lifecycle.id, dict) else {lifecycle.query.parameter}
        queries = [each for each in loaded.operations if each.model.name == lifecycle.query.operation]
        is_one = len(queries) == 1 and all(may_take(queries[0], each or "") for each in taken)
        for at in Record(loaded, queries[0]).parameters() if is_one else ():
            parameter = at.parameter
            is_given = parameter.const is not None or parameter.send_default
            if parameter.required and parameter.name not in taken and not is_given:
                what = f"parameter {parameter.name!r} is required, but the task {name!r} is asked for with its id alone"
                yield Finding(at.place("required"), what, "give it a const or a default to send, or make it optional")


def query_that_starts_task(record: Record) -> Iterator[Finding]:
    """Find operations that name, as the task which they start, the one that they are asked for."""
    lifecycle = record.vendor.tasks.get(record.operation.task or "")
    asked = (lifecycle.query, lifecycle.cancel, lifecycle.search) if lifecycle else ()
    is_create = lifecycle and any(
        each.model.task == record.operation.task and each is not record.located for each in record.loaded.operations
    )
    if is_create and record.operation.name in {each.operation for each in asked if each}:
        what = f"operation {record.operation.name!r} is asked about the task {record.operation.task!r}, and starts none"
        yield Finding(record.located.place("task"), what, "remove `task`")


def judged_tasks(loaded: LoadedVendor) -> Mapping[str, Lifecycle]:
    """Give the lifecycles that some create starts; all where none starts any, as while specs are begun."""
    tasks = loaded.vendor.model.tasks
    named = [each.model.task for each in loaded.operations]
    started = {name: lifecycle for name, lifecycle in tasks.items() if name in named}
    return started or tasks


def states_without(state: State) -> Callable[[LoadedVendor], Iterator[Finding]]:
    """Make the rule against tasks that never reach a state."""

    def find(loaded: LoadedVendor) -> Iterator[Finding]:
        for name, lifecycle in judged_tasks(loaded).items():
            path = ("tasks", name, "states")
            is_told = state == "failed" and lifecycle.otherwise == "succeeded"
            if state in (*lifecycle.states.values(), lifecycle.otherwise) or is_told:
                continue
            if loaded.vendor.complete(*path):
                what = f"no state of the task {name!r} means {state!r}"
                word = next((each for each in lifecycle.states if each.lower() in _WORDS_FOR[state]), None)
                place = loaded.vendor.place(*path, word) if word else loaded.vendor.key_place(*path)
                remedy = f"write {word}: {state}" if word else f"add the vendor's word for it, as `word: {state}`"
                yield Finding(place, what, remedy)

    return find


def unknown_alternative(record: Record) -> Iterator[Finding]:
    """Find alternatives of an operation that is not there, or of themselves."""
    primary = record.operation.alternative_of
    if primary is None or may_be_unread(record.loaded, primary):
        return
    if primary not in {each.model.name for each in record.loaded.operations if each is not record.located}:
        what = f"alternative of {primary!r}, which no other operation is named"
        yield Finding(record.located.place("alternative_of"), what, "name the operation of which this is another form")


def alternative_of_alternative(record: Record) -> Iterator[Finding]:
    """Find alternatives of an operation that is itself one."""
    primary = record.operation.alternative_of
    found = [each.model for each in record.loaded.operations if primary and each.model.name == primary]
    if len(found) == 1 and found[0].alternative_of and found[0].name != record.operation.name:
        what = f"alternative of {primary!r}, which is one of {found[0].alternative_of!r} itself"
        yield Finding(record.located.place("alternative_of"), what, f"write {found[0].alternative_of}")


def _says_nothing(ids: Iterable[str], name: str, record: Record) -> bool:
    """Tell whether anything may have such an id: a mere `id`, or one of several tasks that are started."""
    tasks = record.vendor.tasks
    is_bare = all(each.rpartition(".")[2] in _BARE_IDS for each in ids)
    is_shared = sum(each.id == tasks[name].id for each in tasks.values()) > 1
    return (is_bare or is_shared) and any(each.model.task == name for each in record.loaded.operations)


def _takes(operation: Operation, lifecycle: Lifecycle) -> bool:
    """Tell whether an operation is given the id itself: what it is about exists already."""
    return any(each.name == lifecycle.query.parameter for each in operation.api_body)


def create_without_task(record: Record) -> Iterator[Finding]:
    """Find operations that answer the id of a task, and do not say that they start one."""
    operation, vendor = record.operation, record.vendor
    if operation.task or operation.outputs or operation.method in _NO_CREATE or not record.located.complete():
        return
    asked = [query for each in vendor.tasks.values() for query in (each.query, each.cancel, each.search) if query]
    if {operation.name, operation.alternative_of} & {each.operation for each in asked}:
        return
    names = {field.name for field in operation.api_response}
    known = {each.model.name for each in record.loaded.operations}
    for name, lifecycle in vendor.tasks.items():
        ids = lifecycle.id.values() if isinstance(lifecycle.id, dict) else (lifecycle.id,)
        is_asked_for = lifecycle.query.operation in known and record.loaded.vendor.complete("tasks", name)
        is_another = _says_nothing(ids, name, record) or _takes(operation, lifecycle)
        if is_asked_for and set(ids) <= names and not is_another:
            what = f"the answer has {listed(ids)}, as that of a create, but no task is named"
            yield Finding(record.located.place("api_response"), what, f"add `task: {name}`")
            return


def may_take(query: Located[Operation], name: str) -> bool:
    """Tell whether an operation has a parameter, or may have it once its other mistakes are corrected."""
    if not query.complete("api_body"):
        return True
    return any(parameter.name == name for parameter in query.model.api_body) or name in unfilled(query.model)


def may_be_unread(loaded: LoadedVendor, name: str) -> bool:
    """Tell whether an operation may be that of a file whose name could not be read: the file's name is its slug."""
    nameless = (each.file for each in loaded.operations if not each.complete("name"))
    return slug(name) in {PurePosixPath(file).stem for file in (*loaded.unread, *nameless)}
