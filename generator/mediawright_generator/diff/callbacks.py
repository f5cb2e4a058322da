"""Changes of callbacks."""

from collections.abc import Iterator

from mediawright_generator.diff.found import Fact, Found, Spot, changed
from mediawright_generator.diff.names import Names
from mediawright_generator.diff.places import outputs
from mediawright_generator.spec.vendor import Callback, Seal

_SEALED = ("payload", "key", "iv", "signature", "digest", "signed", "timestamp")
_RULES = {
    "task": "callback-task-changed",
    "id": "callback-path-changed",
    "status": "callback-path-changed",
    "reason": "callback-path-changed",
    "returns": "callback-returns-changed",
    "repeated_until": "callback-repetition-changed",
}


def callback(base: Callback | None, head: Callback | None, spot: Spot, names: Names, create: str) -> Iterator[Found]:
    """Compare what the vendor sends when a task ends; `create` is an operation that takes the address."""
    if base is None or head is None:
        if base or head:
            there = Fact(("callback",), base and base.task, head and head.task, spot)
            yield there.found("callback-added" if head else "callback-removed")
        return
    for key, rule in _RULES.items():
        yield from changed(Fact(("callback", key), getattr(base, key), getattr(head, key), spot.below(key)), rule)
    parameter = Fact(
        ("callback", "parameter"),
        names.parameter(create, base.parameter),
        names.now.parameter(_now(create, names), head.parameter),
        spot.below("parameter"),
    )
    yield from changed(parameter, "callback-parameter-changed")
    yield from outputs(("callback", "outputs"), base.outputs, head.outputs, spot.below("outputs"))
    yield from _seal(base, head, spot.below("seal"), names)


def _seal(base: Callback, head: Callback, spot: Spot, names: Names) -> Iterator[Found]:
    if base.seal is None or head.seal is None:
        yield from changed(Fact(("callback", "seal"), base.seal, head.seal, spot), "callback-seal-changed")
        return
    known, now = _under(base.seal, names), _under(head.seal, names.now)
    for key in _SEALED:
        fact = Fact(("callback", "seal", key), getattr(known, key), getattr(now, key), spot.below(key))
        yield from changed(fact, "callback-seal-changed")


def _under(seal: Seal, names: Names) -> Seal:
    """Write a seal under the new names; the order of what is signed does not count."""
    secrets = {"key": names.credential(seal.key), "iv": names.credential(seal.iv)}
    return seal.model_copy(update={**secrets, "signed": tuple(sorted(map(names.template, seal.signed)))})


def _now(create: str, names: Names) -> str:
    return names.operation(create) or create
