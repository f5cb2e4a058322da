"""Lists of tasks: an answer with a list whose items are documented to have a task's ids has one item for each task."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from mediawright_mock.answer_paths import find, put
from mediawright_mock.answers import Draft, plain
from mediawright_mock.samples import alike, example
from mediawright_runtime import paths
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mediawright_mock.contract import Operation
    from mediawright_mock.tasks import Task
    from mediawright_runtime.declarations import Lifecycle

_COUNTS = ("total", "count")


class Listing:
    """How one operation lists tasks, if it does."""

    def __init__(self, operation: Operation, lifecycles: Sequence[Lifecycle]) -> None:
        """Look for a list in the operation's answer."""
        self._operation = operation
        names = {field["name"] for field in operation.record.get("api_response", ())}
        lists = {name.rpartition(".")[0] for name in names if name.rpartition(".")[0].endswith("[]")}
        pairs = ((prefix, each) for prefix in sorted(lists) for each in lifecycles)
        told = ((prefix, each) for prefix, each in pairs if {f"{prefix}.{name}" for name, _ in each.ids} <= names)
        self._prefix: str
        self._lifecycle: Lifecycle | None
        self._prefix, self._lifecycle = next(told, ("", None))

    def filled(self, tasks: Sequence[Task], asked: Mapping[str, Any]) -> Draft:
        """Answer with the tasks that were asked for by their ids, or all."""
        draft = plain(self._operation)
        if self._lifecycle is None:
            return draft
        kept = [each for each in tasks if each.lifecycle == self._lifecycle and _is_asked_for(each, asked)]
        model = find(draft.body, self._prefix)
        items = [self._item(model if is_object(model) else {}, each) for each in kept]
        put(draft.body, self._prefix.removesuffix("[]"), items)
        for name in _COUNTS:
            beside = ".".join([*self._prefix.split(".")[:-1], name])
            if type(find(draft.body, beside)) is int:
                put(draft.body, beside, len(items))
        return draft

    def _item(self, model: Mapping[str, Any], task: Task) -> dict[str, Any]:
        item = copy.deepcopy(dict(model))
        for each in task.lifecycle.outputs:
            _clear(item, paths.places(each.path)[0][-1].name)
        status = paths.places(task.lifecycle.status)[0][-1].name
        facts = zip([*(name for name, _ in task.lifecycle.ids), status], [*task.ids, task.word], strict=True)
        return item | {name: alike(example(self._operation, f"{self._prefix}.{name}"), text) for name, text in facts}


def _clear(item: dict[str, Any], name: str) -> None:
    """Take the sample's files out of a task: they are another one's."""
    if name in item:
        item[name] = [] if isinstance(item[name], list) else None


def _is_asked_for(task: Task, asked: Mapping[str, Any]) -> bool:
    named = zip((name for name, _ in task.lifecycle.ids), task.ids, strict=True)
    return all(str(asked.get(name, id_)) == id_ for name, id_ in named)
