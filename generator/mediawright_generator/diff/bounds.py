"""Changes of ranges, lengths and counts, by what they refuse."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mediawright_generator.diff.found import Fact, Found, flag
from mediawright_generator.diff.shape import Shape

_LENGTHS = (
    ("min_length", "min-length"),
    ("max_length", "max-length"),
    ("min_items", "min-items"),
    ("max_items", "max-items"),
)


class Bound(NamedTuple):
    """One end of a range."""

    key: str
    """The key of the record that says it."""
    value: float
    exclusive: bool


def bounds(fact: Fact, base: Shape, head: Shape) -> Iterator[Found]:
    """Compare every range of a parameter, or of its items."""
    for side in ("minimum", "maximum"):
        yield from _end(fact, side, _bound(base, side), _bound(head, side))
    for key, word in _LENGTHS:
        yield from _end(fact, word, _length(base.facts, key), _length(head.facts, key))
    yield from _step(_of(fact, base, head, "multiple_of"))
    yield from _limit(_of(fact, base, head, "max_tokens"))
    yield from _pattern(_of(fact, base, head, "pattern"))
    yield from flag(_of(fact, base, head, "unique_items"), "unique-items-added", "unique-items-removed")


def _of(fact: Fact, base: Shape, head: Shape, key: str) -> Fact:
    return Fact((*fact.pointer, key), base.facts.get(key), head.facts.get(key), head.spot(fact.spot, key))


def _bound(shape: Shape, side: str) -> Bound | None:
    """Find the end that counts; of integers, one beyond an exclusive end is an inclusive one."""
    ends = [_plain_end(shape, key) for key in (side, f"exclusive_{side}") if key in shape.facts]
    tightest = max if side == "minimum" else min
    return tightest(ends, key=lambda each: (each.value, each.exclusive is (side == "minimum")), default=None)


def _plain_end(shape: Shape, key: str) -> Bound:
    value = shape.facts[key]
    exclusive = key.startswith("exclusive")
    if exclusive and shape.of_integers and float(value).is_integer():
        return Bound(key, int(value) + (1 if key.endswith("minimum") else -1), exclusive=False)
    return Bound(key, value, exclusive)


def _length(facts: Mapping[str, Any], key: str) -> Bound | None:
    return Bound(key, facts[key], exclusive=False) if facts.get(key) else None


def _end(fact: Fact, word: str, before: Bound | None, after: Bound | None) -> Iterator[Found]:
    if before == after or (before and after and before[1:] == after[1:]):
        return
    key = (after or before or Bound(word, 0, exclusive=False)).key
    spot = fact.spot.below(key)
    told = Fact((*fact.pointer, key), before and before.value, after and after.value, spot)
    if before is None or after is None:
        yield told.found("bound-added" if before is None else "bound-removed")
    elif before.value == after.value:
        yield told.found("bound-became-exclusive" if after.exclusive else "bound-became-inclusive")
    else:
        yield told.found(f"{_short(word)}-{'increased' if after.value > before.value else 'decreased'}")


def _short(word: str) -> str:
    return {"minimum": "min", "maximum": "max"}.get(word, word)


def _step(fact: Fact) -> Iterator[Found]:
    if not fact.differs:
        return
    if fact.before is None or fact.after is None:
        yield fact.found("step-added" if fact.before is None else "step-removed")
    else:
        is_finer = (fact.before / fact.after).is_integer()
        yield fact.found("step-refined" if is_finer else "step-coarsened")


def _limit(fact: Fact) -> Iterator[Found]:
    if fact.differs:
        raised = fact.after is None or (fact.before is not None and fact.after > fact.before)
        yield fact.found("token-limit-raised" if raised else "token-limit-lowered")


def _pattern(fact: Fact) -> Iterator[Found]:
    if fact.differs:
        gone = fact.after is None
        yield fact.found("pattern-added" if fact.before is None else "pattern-removed" if gone else "pattern-changed")
