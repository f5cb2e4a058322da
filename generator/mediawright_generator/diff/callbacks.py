"""Changes of callbacks."""

from collections.abc import Iterator

from mediawright_generator.diff.found import Fact, Found, Spot, changed
from mediawright_generator.diff.names import Names
from mediawright_generator.diff.places import outputs
from mediawright_generator.spec.vendor import Callback

_SEALED = ("payload", "key", "iv", "signature", "digest", "signed", "timestamp")
_RULES = {
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
        ("callback", "parameter"), names.parameter(create, base.parameter), head.parameter, spot.below("parameter")
    )
    yield from changed(parameter, "callback-parameter-changed")
    yield from outputs(("callback", "outputs"), base.outputs, head.outputs, spot.below("outputs"))
    yield from _seal(base, head, spot.below("seal"), names)


def _seal(base: Callback, head: Callback, spot: Spot, names: Names) -> Iterator[Found]:
    if base.seal is None or head.seal is None:
        yield from changed(Fact(("callback", "seal"), base.seal, head.seal, spot), "callback-seal-changed")
        return
    secrets = {"key": names.credential(base.seal.key), "iv": names.credential(base.seal.iv)}
    known = base.seal.model_copy(update={**secrets, "signed": tuple(sorted(map(names.template, base.seal.signed)))})
    now = head.seal.model_copy(update={"signed": tuple(sorted(head.seal.signed))})
    for key in _SEALED:
        fact = Fact(("callback", "seal", key), getattr(known, key), getattr(now, key), spot.below(key))
        yield from changed(fact, "callback-seal-changed")
