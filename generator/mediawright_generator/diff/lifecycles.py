"""Changes of the lifecycles of a vendor: of each one that creates start, once, and of which one a create starts."""

from collections.abc import Iterator, Mapping

from mediawright_generator.check.rule import Record
from mediawright_generator.diff.answers import Told
from mediawright_generator.diff.found import Fact, Found, Spot, changed
from mediawright_generator.diff.pairing import Pairing
from mediawright_generator.diff.tasks import lifecycle, words_renamed
from mediawright_generator.load import LoadedVendor
from mediawright_generator.spec.vendor import Lifecycle


def lifecycles(base: LoadedVendor, head: LoadedVendor, known: Pairing) -> Iterator[Found]:
    """Compare the lifecycles that creates of both sides start."""
    for old, new in _started(known):
        pointer, spot = ("tasks", new), Spot(head.vendor, ("tasks", new))
        yield from changed(Fact(pointer, old, new, spot), "task-renamed")
        before, after = base.vendor.model.tasks[old], head.vendor.model.tasks[new]
        yield from lifecycle(pointer, before, after, spot, known.names)


def _started(known: Pairing) -> list[tuple[str, str]]:
    started = {(old.operation.task, new.operation.task) for old, new in known.operations.pairs}
    return [(old, new) for old, new in known.tasks.items() if (old, new) in started]


def _lifecycle(record: Record) -> Lifecycle | None:
    return record.vendor.tasks.get(record.operation.task or "")


def other_lifecycle(old: Record, new: Record, known: Pairing) -> Iterator[Found]:
    """Tell that a create starts another lifecycle, where that one is not the same in all but its name."""
    before, after = old.operation.task, new.operation.task
    if not before or not after or known.tasks.get(before) == after:
        return
    fact = Fact(("task",), before, after, Spot(new.located, ("task",)))
    was, is_ = _lifecycle(old), _lifecycle(new)
    if was is None or is_ is None or any(lifecycle(("task",), was, is_, fact.spot, known.names)):
        yield fact.found("task-changed")


def expected(old: Record, new: Record, known: Pairing) -> Iterator[Found]:
    """Compare how long an operation usually takes, by its record or its lifecycle."""
    before, after = old.operation, new.operation
    if bool(before.task) != bool(after.task) or (before.task and known.tasks.get(before.task) != after.task):
        return
    pointer: tuple[str, ...] = ("expected_seconds",)
    spot = Spot(new.located, pointer)
    if before.expected_seconds is None and after.expected_seconds is None and after.task:
        pointer = ("tasks", after.task, "polling", "expected")
        spot = Spot(new.loaded.vendor, pointer)
    yield from changed(Fact(pointer, _expected(old), _expected(new), spot), "expected-seconds-changed")


def _expected(record: Record) -> tuple[float, ...] | None:
    started = _lifecycle(record)
    return record.operation.expected_seconds or (started.polling.expected if started else None)


def told_of_states(base: LoadedVendor, head: LoadedVendor, known: Pairing) -> Told:
    """Say which places and words of answers are told with lifecycles and envelope, and need not be told again."""
    places: dict[str, str] = {}
    words: set[str] = set()
    for old, new in _started(known):
        before, after = base.vendor.model.tasks[old], head.vendor.model.tasks[new]
        places |= _moved(_places(before), _places(after))
        words |= before.states.keys() ^ after.states.keys()
        words |= {*words_renamed(before, after)}
    envelopes = base.vendor.model.envelope, head.vendor.model.envelope
    pairs = [{key: getattr(each, key) for key in ("code", "message", "trace_id")} for each in envelopes]
    return Told(places | _moved(*pairs), frozenset(words))


def _places(each: Lifecycle) -> dict[str, str | None]:
    ids = each.id if isinstance(each.id, dict) else {"": each.id}
    outputs = {f"outputs {number}": output.path for number, output in enumerate(each.outputs)}
    own = {"status": each.status, "reason": each.reason, "progress": each.progress}
    return {**own, **outputs, **{f"id {name}": path for name, path in ids.items()}}


def _moved(before: Mapping[str, str | None], after: Mapping[str, str | None]) -> dict[str, str]:
    both = ((before[key], after.get(key)) for key in before)
    return {_field(old): _field(new) for old, new in both if old and new and _field(old) != _field(new)}


def _field(path: str) -> str:
    """Name the field of an answer at a place, the first of several."""
    return path.partition("|")[0].partition("@json")[0].removesuffix("[]")
