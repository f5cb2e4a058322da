"""Rules on places in answers: what a client reads there is documented, or it would never find it."""

from collections.abc import Iterator
from dataclasses import dataclass

from mediawright_generator.check.fields import Fields, fields_of
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import Place, closest
from mediawright_generator.spec import Operation
from mediawright_generator.spec.answer import OutputPlace
from mediawright_generator.spec.vendor import Lifecycle, Search
from mediawright_runtime import paths

Asked = tuple[Path, str, bool]
"""The way to a place in vendor.yaml, the place, and whether it may be an object or a list."""


@dataclass(frozen=True, slots=True)
class _Lack:
    """A place of vendor.yaml of which nothing is documented, and the field that may be meant."""

    path: Path
    place: str
    of: str
    meant: str
    record: Located[Operation] | None = None
    """The record that names the place, where vendor.yaml does not."""

    def at(self, loaded: LoadedVendor) -> Place:
        """Find the place where it is named."""
        return (self.record or loaded.vendor).place(*self.path)


def misspelled_place(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find places that are nearly, and not quite, those of a documented field."""
    for lack in _lacks(loaded):
        if lack.meant:
            what = f"no documented answer of {lack.of} has anything at {lack.place!r}"
            yield Finding(lack.at(loaded), what, f"did you mean {lack.meant!r}?")


def undocumented_place(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find places that no documented answer of the operation has, and that are not like any."""
    told: set[Path] = set()
    lacks = tuple(_lacks(loaded))
    for lack in lacks:
        task = lack.path[:2]
        is_elsewhere = lack.record is None and lack.path[:1] == ("tasks",) and _tells_nothing(loaded, task, lacks)
        if is_elsewhere and task not in told:
            what = f"no documented answer of {lack.of} has anything at {lack.place!r}, nor at any place of outputs"
            place = loaded.vendor.place(*task, "query", "operation")
            yield Finding(place, what, "name the operation that tells how the task stands, or document its answer")
        elif not lack.meant and not is_elsewhere:
            what = f"no documented answer of {lack.of} has anything at {lack.place!r}"
            yield Finding(lack.at(loaded), what, "correct the place, or document the field")
        told |= {task} if is_elsewhere else set()


def _tells_nothing(loaded: LoadedVendor, task: Path, lacks: tuple[_Lack, ...]) -> bool:
    """Tell whether the query of a task documents neither status nor files where they are read."""
    lacking = {lack.path for lack in lacks if lack.record is None and not lack.meant}
    outputs = loaded.vendor.model.tasks[str(task[1])].outputs
    asked = [(*task, "status"), *((*task, "outputs", index, "path") for index in range(len(outputs)))]
    return all(each in lacking for each in asked)


def undocumented_task_id(record: Record) -> Iterator[Finding]:
    """Find creates whose fields of the answer lack the task's id, which other creates of the task have."""
    name = record.operation.task or ""
    lifecycle = record.vendor.tasks.get(name) if record.loaded.vendor.complete("tasks", name) else None
    if lifecycle is None or not record.operation.api_response or not record.located.complete("api_response"):
        return
    for _, place in _ids(lifecycle):
        if fields_of(record).unknown(place) and not _is_unread(record.loaded, name, place):
            what = f"no field of the answer is at {place!r}, where the task's id is read"
            yield Finding(record.located.place("api_response"), what, "correct the fields, or tasks in vendor.yaml")


def undocumented_callback_place(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find places in callbacks of which the documented callback has nothing."""
    callback = loaded.vendor.model.callback
    if callback is None or callback.example is None or not loaded.vendor.complete("callback"):
        return
    asked: list[tuple[Path, str]] = [(("id",), callback.id), (("status",), callback.status)]
    asked += [(("returns", place), place) for place in callback.returns]
    for path, place in asked:
        if paths.first(callback.example, place) is None:
            what = f"the documented callback has nothing at {place!r}"
            at = loaded.vendor.key_place if path[0] == "returns" else loaded.vendor.place
            yield Finding(at("callback", *path), what, "correct the place, or the example")
    if all(paths.first(callback.example, each.path) is None for each in callback.outputs):
        what = "the documented callback has nothing at any place of outputs"
        yield Finding(loaded.vendor.place("callback", "outputs"), what, "correct the places, or the example")


def _of_query(path: Path, lifecycle: Lifecycle) -> list[Asked]:
    asked: list[Asked] = [((*path, "status"), lifecycle.status, False)]
    asked += [((*path, key), getattr(lifecycle, key) or "", False) for key in ("reason", "progress")]
    asked.append(((*path, "tolerates"), lifecycle.tolerates or "", True))
    asked += [((*path, "outputs", index, "path"), each.path, False) for index, each in enumerate(lifecycle.outputs)]
    if lifecycle.kept and lifecycle.kept.since:
        asked.append(((*path, "kept", "since"), lifecycle.kept.since, False))
    return [each for each in asked if each[1]]


def _of_search(path: Path, search: Search) -> list[Asked]:
    path = (*path, "search")
    inside = search.id if isinstance(search.id, dict) else {"": search.id}
    asked: list[Asked] = [((*path, "tasks"), search.tasks, True), ((*path, "total"), search.total or "", False)]
    asked += [((*path, "id", *filter(None, [key])), f"{search.tasks}.{place}", False) for key, place in inside.items()]
    if search.created:
        asked.append(((*path, "created"), f"{search.tasks}.{search.created}", False))
    return [each for each in asked if each[1]]


def _lacks(loaded: LoadedVendor) -> Iterator[_Lack]:
    for name, lifecycle in loaded.vendor.model.tasks.items():
        path = ("tasks", name)
        if loaded.vendor.complete(*path):
            yield from _lacking_ids(loaded, path, lifecycle)
            yield from _lacking(loaded, lifecycle.query.operation, _of_query(path, lifecycle))
            if lifecycle.search:
                yield from _lacking(loaded, lifecycle.search.operation, _of_search(path, lifecycle.search))
    for index, token in enumerate(loaded.vendor.model.tokens):
        if loaded.vendor.complete("tokens", index):
            yield from _lacking(loaded, token.operation, [(("tokens", index, "answer"), token.answer, False)])

    yield from _lacking_twins(loaded)
    for located in loaded.operations:
        yield from _lacking_outputs(Record(loaded, located))


def _lacking_twins(loaded: LoadedVendor) -> Iterator[_Lack]:
    """Give the places of files that a query and the callback of one task name nearly alike."""
    vendor = loaded.vendor.model
    callback, lifecycle = vendor.callback, vendor.tasks.get(vendor.callback.task if vendor.callback else "")
    if callback is None or lifecycle is None or not any("@" in each.path for each in callback.outputs):
        return
    asked = _names_of_files(("tasks", callback.task), lifecycle.outputs)
    sent = _names_of_files(("callback",), callback.outputs)
    described = " ".join(field.describe for each in loaded.operations for field in each.model.api_response)
    for name in asked.keys() - sent.keys():
        twin = closest(name, sent.keys() - asked.keys())
        wrong, right = (twin, name) if name in described.split(" ") and twin else (name, twin)
        if twin:
            path, text = {**sent, **asked}[wrong]
            yield _Lack(path, text, "the callback or the query", text.replace(wrong, right))


def _names_of_files(path: Path, outputs: tuple[OutputPlace, ...]) -> dict[str, tuple[Path, str]]:
    """Name the last key of each place of files, with the way to it."""
    return {
        place[-1].name: ((*path, "outputs", index, "path"), text)
        for index, each in enumerate(outputs)
        for text, place in zip(each.path.split("|"), paths.places(each.path), strict=True)
    }


def _lacking_outputs(record: Record) -> Iterator[_Lack]:
    """Give the places of files in the answer of a record that this answer does not have."""
    fields = fields_of(record) if record.located.complete("api_response") else Fields({}, ())
    for index, output in enumerate(record.operation.outputs if fields.are_known else ()):
        place = fields.unknown(output.path)
        if place:
            path = ("outputs", index, "path")
            yield _Lack(path, place, repr(record.operation.name), fields.meant(place), record.located)


def _lacking(loaded: LoadedVendor, operation: str, asked: list[Asked]) -> Iterator[_Lack]:
    found = [each for each in loaded.operations if each.model.name == operation and each.complete("api_response")]
    fields = fields_of(Record(loaded, found[0])) if len(found) == 1 else Fields({}, ())
    lacking = [(path, fields.unknown(place, may_hold_more=more)) for path, place, more in asked if fields.are_known]
    told = {path[:-1] for path, place in lacking if place and path[-1] == "tasks"}
    for path, place in lacking:
        if place and not any(path[: len(each)] == each and path[-1] != "tasks" for each in told):
            yield _Lack(path, place, repr(operation), fields.meant(place))


def _lacking_ids(loaded: LoadedVendor, path: Path, lifecycle: Lifecycle) -> Iterator[_Lack]:
    for key, place in _ids(lifecycle):
        if _is_unread(loaded, str(path[-1]), place):
            creates = (Record(loaded, each) for each in loaded.operations if each.model.task == path[-1])
            meant = next(filter(None, (fields_of(each).meant(place) for each in creates)), "")
            yield _Lack((*path, "id", *key), place, "a create", meant)


def _is_unread(loaded: LoadedVendor, task: str, place: str) -> bool:
    """Tell whether creates document their answers, and none has something at a place."""
    creates = [each for each in loaded.operations if each.model.task == task and each.model.api_response]
    return bool(creates) and all(fields_of(Record(loaded, each)).unknown(place) for each in creates)


def _ids(lifecycle: Lifecycle) -> list[tuple[tuple[str, ...], str]]:
    ids = lifecycle.id
    return [((key,), place) for key, place in ids.items()] if isinstance(ids, dict) else [((), ids)]
