"""Rules against what vendor.yaml shares and nothing uses."""

from collections.abc import Iterator

from mediawright_generator.check.fragments import reached
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.problems import closest, listed
from mediawright_generator.spec import Operation


def unused_task(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find lifecycles that no create starts."""
    started = {each.model.task for each in loaded.operations}
    for name in loaded.vendor.model.tasks if _is_whole(loaded) else ():
        if name not in started and not _is_misspelled(loaded, name):
            what = f"no operation starts the task {name!r}"
            yield Finding(loaded.vendor.key_place("tasks", name), what, "name it in the `task` of its creates")


def unused_category(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find categories that no operation is in."""
    used = {each.model.category for each in loaded.operations}
    unknown = [each for each in used if each not in loaded.vendor.model.categories]
    for name in loaded.vendor.model.categories if _is_whole(loaded) else ():
        if name not in used and not closest(name, unknown):
            what = f"no operation is in the category {name!r}"
            yield Finding(loaded.vendor.key_place("categories", name), what, "remove it, or use it")


def undescribed_category(record: Record) -> Iterator[Finding]:
    """Find operations in a category that their vendor does not list beside its others."""
    category, known = record.operation.category, record.vendor.categories
    is_known = record.loaded.vendor.complete("categories") and record.located.complete("category")
    if known and is_known and category not in known:
        alike = [each for each in record.loaded.operations if each.model.category == category]
        if len(alike) > 1:
            yield from _undescribed(record, alike)
            return
        meant = closest(category, known)
        what = f"category {category!r} is not one of {listed(known)}"
        remedy = f"did you mean {meant!r}?" if meant else "add it to categories in vendor.yaml"
        yield Finding(record.located.place("category"), what, remedy)


def _undescribed(record: Record, alike: list[Located[Operation]]) -> Iterator[Finding]:
    """Tell once of a category of several operations: it is the list that lacks it."""
    if record.located is alike[0]:
        what = f"categories lack {record.operation.category!r}, in which {len(alike)} operations are"
        yield Finding(record.loaded.vendor.place("categories"), what, "add it, with what it holds")


def unused_schema(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find shared schemas to which no parameter refers, not even by way of another schema."""
    vendor = loaded.vendor.model
    if not vendor.schemas or not _is_whole(loaded):
        return
    owners = (at.parameter for one in loaded.operations for at in Record(loaded, one).parameters())
    used = reached(vendor.schemas, *(parameter.fragment for parameter in owners))
    for name in vendor.schemas:
        if name not in used:
            what = f"no parameter refers to the schema {name!r}"
            yield Finding(loaded.vendor.key_place("schemas", name), what, "remove it, or refer to it")


def _is_misspelled(loaded: LoadedVendor, task: str) -> bool:
    """Tell whether creates name a task that is not there, and may mean this one."""
    unknown = {each.model.task for each in loaded.operations} - {None, *loaded.vendor.model.tasks}
    return bool(closest(task, [each for each in unknown if each]))


def _is_whole(loaded: LoadedVendor) -> bool:
    """Tell whether everything that could use something was read."""
    return not loaded.unread and all(each.complete() for each in (loaded.vendor, *loaded.operations))
