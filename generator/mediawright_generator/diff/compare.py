"""Two states of the specs become the changes between them."""

from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_generator.diff.change import Change
from mediawright_generator.diff.table import CHANGE_RULES
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.problems import Place, shown
from mediawright_generator.spec import Operation, Parameter

Values = tuple[Any, Any]
"""What was, and what is."""


def compare(base: tuple[LoadedVendor, ...], head: tuple[LoadedVendor, ...]) -> tuple[Change, ...]:
    """List what changed in the contract from `base` to `head`, a change once; texts and their order do not count."""
    before = {each.vendor.model.name: each for each in base}
    after = {each.vendor.model.name: each for each in head}
    return (
        *(_of_vendor("vendor-removed", before[name]) for name in before.keys() - after.keys()),
        *(_of_vendor("vendor-added", after[name]) for name in after.keys() - before.keys()),
        *(change for name in before if name in after for change in _operations(before[name], after[name])),
    )


def _change(rule: str, owner: tuple[str, Operation | None], pointer: str, values: Values, place: Place) -> Change:
    vendor, operation = owner
    line = CHANGE_RULES[rule]
    words = {"subject": pointer.rpartition("/")[2], "before": shown(values[0]), "after": shown(values[1])}
    identity = str(operation.id or operation.name) if operation else ""
    python = operation.python_path if operation else ""
    what, todo = line.what.format(**words), line.todo.format(**words)
    return Change(vendor, identity, python, rule, pointer, *values, place, what, todo)


def _of_vendor(rule: str, loaded: LoadedVendor) -> Change:
    name = loaded.vendor.model.name
    values = (name, None) if rule == "vendor-removed" else (None, name)
    return _change(rule, (name, None), name, values, loaded.vendor.place())


def _operations(base: LoadedVendor, head: LoadedVendor) -> Iterator[Change]:
    vendor = head.vendor.model.name
    before, after = _by_identity(base), _by_identity(head)
    for gone in (before[key].model for key in before if key not in after):
        yield _change("operation-removed", (vendor, gone), gone.name, (gone.name, None), head.vendor.place())
    for new in (after[key] for key in after if key not in before):
        yield _change("operation-added", (vendor, new.model), new.model.name, (None, new.model.name), new.place())
    for key in (key for key in before if key in after):
        yield from _parameters(vendor, before[key].model, after[key])


def _by_identity(loaded: LoadedVendor) -> Mapping[str, Located[Operation]]:
    return {str(each.model.id or each.model.name): each for each in loaded.operations}


def _parameters(vendor: str, base: Operation, head: Located[Operation]) -> Iterator[Change]:
    before = {each.wire: each for each in base.api_body}
    after = {each.wire: (index, each) for index, each in enumerate(head.model.api_body)}
    for name in (name for name in before if name not in after):
        place = head.key_place("api_body")
        yield _change("param-removed", (vendor, head.model), f"api_body/{name}", (before[name].type, None), place)
    for name, (index, new) in after.items():
        place = head.place("api_body", index)
        if name not in before:
            rule = "param-added-required" if new.required else "param-added-optional"
            yield _change(rule, (vendor, head.model), f"api_body/{name}", (None, new.type), place)
        elif (values := (_default(before[name]), _default(new)))[0] != values[1]:
            place = head.place("api_body", index, "default")
            yield _change("default-changed", (vendor, head.model), f"api_body/{name}/default", values, place)


def _default(parameter: Parameter) -> Any:
    return list(parameter.default) if isinstance(parameter.default, tuple) else parameter.default
