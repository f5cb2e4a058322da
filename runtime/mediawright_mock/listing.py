"""Lists of tasks: an answer with a list whose items are documented to have a task's ids has one item for each task."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from mediawright_mock.answer_paths import find, put
from mediawright_mock.answers import Draft, made_by, outputs_of, plain
from mediawright_mock.moments import of_name, written
from mediawright_mock.samples import alike, example, typical
from mediawright_runtime import paths
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mediawright_mock.contract import Operation
    from mediawright_mock.files import Files
    from mediawright_mock.tasks import Task
    from mediawright_runtime.declarations import Lifecycle

_COUNTS = ("total", "count")


class Place(NamedTuple):
    """Where an answer lists tasks."""

    prefix: str
    lifecycle: Lifecycle
    ids: tuple[str, ...]
    """Where an item has each."""
    by: tuple[tuple[str, str], ...] = ()
    """Wire names of the listing's parameters and of those of the create whose values they take."""


class Listing:
    """How one operation lists tasks, if it does."""

    def __init__(self, operation: Operation, lifecycles: Sequence[Lifecycle], queries: Mapping[str, Operation]) -> None:
        """Look for a list in the operation's answer; `queries` are the operations, by `category.method`."""
        self._operation = operation
        self._queries = queries
        self._place = next(iter([*_declared(operation, lifecycles), *_shown(operation, lifecycles)]), None)

    def filled(self, tasks: Sequence[Task], asked: Mapping[str, Any], files: Files, origin: str) -> Draft:
        """Answer with the tasks that were asked for by their ids, or all."""
        draft = plain(self._operation)
        if self._place is None:
            return draft
        place = self._place
        kept = [each for each in tasks if each.lifecycle == place.lifecycle and _is_asked_for(each, asked, place)]
        model = find(draft.body, place.prefix)
        items = [self._item(place, model if is_object(model) else {}, each, files, origin) for each in kept]
        put(draft.body, place.prefix.removesuffix("[]"), items)
        for name in _COUNTS:
            beside = ".".join([*place.prefix.split(".")[:-1], name])
            if type(find(draft.body, beside)) is int:
                put(draft.body, beside, len(items))
        return draft

    def _item(self, place: Place, model: Mapping[str, Any], task: Task, files: Files, origin: str) -> dict[str, Any]:
        item = copy.deepcopy(dict(model))
        for name, shown in self._fields(place, task):
            at = of_name(task, name)
            if at is not None:
                item[name] = written(at, shown)
        self._put_outputs(item, task, files, origin)
        facts = zip([*place.ids, _last(task.lifecycle.status)], [*task.ids, task.word], strict=True)
        for name, text in facts:
            put(item, name, alike(example(self._operation, f"{place.prefix}.{name}"), text))
        return item

    def _fields(self, place: Place, task: Task) -> Iterator[tuple[str, Any]]:
        """List the fields of an item, and how a value looks: as the query shows it, where the list does not."""
        query = self._queries.get(task.lifecycle.query)
        beside = task.lifecycle.status.rpartition(".")[0]
        for field in self._operation.record.get("api_response", ()):
            if field["name"].startswith(f"{place.prefix}."):
                name = field["name"].removeprefix(f"{place.prefix}.")
                shown = example(query, f"{beside}.{name}" if beside else name) if query else None
                yield name, typical(field) if shown is None else shown

    def _put_outputs(self, item: dict[str, Any], task: Task, files: Files, origin: str) -> None:
        """Show the task's own files, in place of those of the sample."""
        shown, made = outputs_of(task), made_by(task)
        for number, each in enumerate(task.lifecycle.outputs, 1):
            name = _last(each.path)
            documented = example(self._operation, f"{self._prefix}.{name}")
            if name not in item and documented is None:
                continue
            address = origin + files.publish(each, made, number) if each in shown else None
            is_many = is_list(item.get(name, documented))
            item[name] = ([] if address is None else [address]) if is_many else address

    @property
    def _prefix(self) -> str:
        return self._place.prefix if self._place else ""


def _declared(operation: Operation, lifecycles: Sequence[Lifecycle]) -> Iterator[Place]:
    """Take the list by which a lost task is searched for."""
    for each in lifecycles:
        search = each.search
        if search is not None and search.operation == operation.python:
            by = tuple((operation.wire_name(name), wanted) for name, wanted in search.by)
            yield Place(search.tasks, each, tuple(path for _, path in search.ids), by)


def _shown(operation: Operation, lifecycles: Sequence[Lifecycle]) -> Iterator[Place]:
    """Look for lists whose items are documented to have a task's ids."""
    names = {field["name"] for field in operation.record.get("api_response", ())}
    for prefix in sorted({name.rpartition(".")[0] for name in names if name.rpartition(".")[0].endswith("[]")}):
        for each in lifecycles:
            if {f"{prefix}.{name}" for name, _ in each.ids} <= names:
                yield Place(prefix, each, tuple(name for name, _ in each.ids))


def _last(path: str) -> str:
    return paths.places(path)[0][-1].name


def _is_asked_for(task: Task, asked: Mapping[str, Any], place: Place) -> bool:
    named = dict(zip((name for name, _ in task.lifecycle.ids), task.ids, strict=True))
    by = {name: str(task.given.get(wanted)) for name, wanted in place.by}
    return all(str(asked.get(name, value)) == value for name, value in {**by, **named}.items())
