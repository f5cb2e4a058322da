"""One vendor before and after: what belongs together in it, compared part by part under the new names."""

from collections.abc import Iterator, Mapping

from mediawright_generator.check.rule import Record
from mediawright_generator.diff import reservations
from mediawright_generator.diff.answers import Told, codes, fields
from mediawright_generator.diff.callbacks import callback
from mediawright_generator.diff.conditions import conditions
from mediawright_generator.diff.credentials import credentials, sets, tokens
from mediawright_generator.diff.found import Fact, Found, Spot
from mediawright_generator.diff.headers import sent
from mediawright_generator.diff.lifecycles import expected, lifecycles, other_lifecycle, told_of_states
from mediawright_generator.diff.operations import operation
from mediawright_generator.diff.pairing import Pairing, pairing
from mediawright_generator.diff.parameters import parameters
from mediawright_generator.diff.vendors import shared
from mediawright_generator.load import LoadedVendor
from mediawright_generator.spec import Operation
from mediawright_generator.spec.vendor import Callback

Owned = tuple[Found, Operation | None]
"""A difference, and the operation that it is of; none where all have it from their vendor."""


def changes_of_pair(base: LoadedVendor, head: LoadedVendor) -> Iterator[Owned]:
    """Find all differences of a vendor."""
    if base.vendor.model == head.vendor.model and _records(base) == _records(head):
        return
    known = pairing(base, head)
    yield from ((found, None) for found in _of_vendor(base, head, known))
    for found, there in _there(head, known):
        yield reservations.reused(found, base.vendor.model, None, there), there
    states = told_of_states(base, head, known)
    for old, new in known.operations.pairs:
        for found in _of_operation(old, new, known, states):
            told = reservations.reused(found, old.vendor, old.operation, new.operation)
            yield told, None if found.spot.shared else new.operation


def _records(loaded: LoadedVendor) -> list[Operation]:
    return [each.model for each in loaded.operations]


def _of_vendor(base: LoadedVendor, head: LoadedVendor, known: Pairing) -> Iterator[Found]:
    before, after, spot = base.vendor.model, head.vendor.model, Spot(head.vendor)
    yield from shared(before, after, spot)
    yield from credentials(known.credentials, after, spot)
    yield from sets(before, after, known.loose, spot, known.names)
    yield from tokens(known.tokens, after, spot, known.names)
    for old, new in known.names.categories.items():
        yield Fact(("categories", new), old, new, spot.below("categories", new)).found("category-renamed")
    yield from lifecycles(base, head, known)
    used = frozenset(each.python_path for each in (*_records(base), *_records(head)))
    yield from reservations.operations(before, after, used, spot.below("reserved"))
    creates = (old.operation.name for old, new in known.operations.pairs if old.operation.task and new.operation.task)
    create = next(creates, None)
    if create is not None:
        told = before.callback and _renamed(before.callback, known.tasks)
        yield from callback(told, after.callback, spot.below("callback"), known.names, create)


def _renamed(callback: Callback, tasks: Mapping[str, str]) -> Callback:
    """Name the lifecycle that a callback tells about as it is called now."""
    return callback.model_copy(update={"task": tasks.get(callback.task, callback.task)})


def _there(head: LoadedVendor, known: Pairing) -> Iterator[Owned]:
    for gone in known.operations.gone:
        spot = Spot(head.vendor, ("categories", gone.operation.category))
        path = gone.operation.python_path
        yield Fact(("operations", gone.operation.name), path, None, spot).found("operation-removed"), gone.operation
    for new in known.operations.new:
        path = new.operation.python_path
        fact = Fact(("operations", new.operation.name), None, path, Spot(new.located))
        yield fact.found("operation-added"), new.operation


def _of_operation(old: Record, new: Record, known: Pairing, states: Told) -> Iterator[Found]:
    names = known.names
    found = known.parameters[old.operation.name]
    if old.vendor == new.vendor and old.operation == new.operation:
        return
    yield from operation(old, new, names)
    yield from sent(old, new, names, known.loose)
    yield from parameters(old.operation, new.located, found, names)
    shapes = {after.parameter.name: (before.shape, after.shape) for before, after in found.pairs}
    yield from conditions(old.operation, new.operation, shapes, Spot(new.located, ("rules",)), names)
    yield from fields(old, new, states)
    yield from codes(old, new)
    yield from reservations.parameters(old.operation, new.operation, Spot(new.located, ("reserved",)))
    yield from other_lifecycle(old, new, known)
    yield from expected(old, new, known)
