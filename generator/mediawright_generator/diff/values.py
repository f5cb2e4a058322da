"""Changes of the values that a parameter takes, of their names, and of what is assumed where it is left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mediawright_generator.diff.found import Fact, Found, Spot, canonical, flag
from mediawright_generator.diff.matching import ALIKE, Matched, alike, match
from mediawright_generator.diff.shape import Shape

Values = Sequence[Any]


def matched_values(before: Values, after: Values) -> Matched[Any]:
    """Bring together what is the same value, and what seems to be one under another name."""
    found = match(before, after, [canonical], lambda one, other: _likeness(str(one), str(other)))
    if len(found.gone) == len(found.new) == 1:
        return Matched((*found.pairs, (found.gone[0], found.new[0])), (), ())
    return found


def _likeness(one: str, other: str) -> float:
    rate = alike(one, other)
    return rate if rate >= ALIKE else 0


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of values, as they were and as they are."""

    before: Mapping[str, str]
    after: Mapping[str, str]

    def rule(self, old: Any, new: Any) -> str:
        """Tell whether a value is written otherwise, or another took its place."""
        name = self.before.get(str(old))
        if name is not None and name == self.after.get(str(new)):
            return "enum-value-renamed"
        return "enum-value-renamed" if _is_respelt(old, new) else "enum-value-replaced"


def _is_respelt(old: Any, new: Any) -> bool:
    """Tell whether two texts seem to mean the same: they are alike and have the same figures, as 768P and 768p."""
    if not isinstance(old, str) or not isinstance(new, str):
        return False
    figures = ("".join(filter(str.isdigit, each)) for each in (old, new))
    return bool(_likeness(old, new)) and next(figures) == next(figures)


def values(fact: Fact, base: Shape, head: Shape) -> Iterator[Found]:
    """Compare the listed values; between lists that are empty, open or closed the step is one change."""
    before, after = base.facts.get("keywords", ()), head.facts.get("keywords", ())
    spot = head.spot(fact.spot, "keywords")
    pointer = (*fact.pointer, "keywords")
    whole = Fact(pointer, before or None, after or None, spot)
    closed = bool(before) and not base.facts.get("open"), bool(after) and not head.facts.get("open")
    if closed == (True, True) or (closed == (False, False) and before and after):
        found = matched_values(before, after)
        yield from _each(pointer, found, after, spot, _Names(_labels(base), _labels(head)) if closed[0] else None)
    elif closed != (False, False):
        if bool(before) == bool(after):
            opened = (None if each else True for each in closed)
            told = Fact((*fact.pointer, "open"), next(opened), next(opened), fact.spot.below("open"))
            yield told.found("enum-closed" if closed[1] else "enum-opened")
        else:
            yield whole.found("became-enum" if closed[1] else "enum-dropped")
    elif bool(before) != bool(after):
        yield whole.found("example-value-added" if after else "example-value-removed")


def _each(
    pointer: tuple[str, ...], found: Matched[Any], after: Values, spot: Spot, names: _Names | None
) -> Iterator[Found]:
    """Tell each value; those of an open list have no names by which they could be known again."""
    kind = "enum" if names else "example"
    for old, new in found.pairs:
        if canonical(old) != canonical(new):
            other = Fact((*pointer, str(new)), old, new, spot.below(_index(after, new)))
            yield other.found(names.rule(old, new) if names else "example-value-added")
    for old in found.gone:
        yield Fact((*pointer, str(old)), old, None, spot).found(f"{kind}-value-removed")
    for new in found.new:
        yield Fact((*pointer, str(new)), None, new, spot.below(_index(after, new))).found(f"{kind}-value-added")


def _index(values: Values, value: Any) -> int:
    return next(index for index, each in enumerate(values) if canonical(each) == canonical(value))


def labels(fact: Fact, base: Shape, head: Shape, words: Mapping[str, Any]) -> Iterator[Found]:
    """Compare the names of values that both have; by those of integers a caller may give them."""
    before, after = _labels(base), _labels(head)
    if bool(before) != bool(after):
        whole = Fact((*fact.pointer, "labels"), before or None, after or None, fact.spot.below("labels"))
        yield from _label(whole, given=head.of_integers)
        return
    renamed = {str(old): str(words[repr(old)]) for old in base.facts.get("keywords", ()) if repr(old) in words}
    before = {key if key in after else renamed.get(key, key): name for key, name in before.items()}
    comes_or_goes = _texts(base) ^ _texts(head) if _texts(base) and _texts(head) else frozenset[str]()
    for key in sorted((before.keys() | after.keys()) - comes_or_goes | renamed.keys() & after.keys()):
        told = Fact((*fact.pointer, "labels", key), before.get(key), after.get(key), fact.spot.below("labels", key))
        yield from _label(told, given=head.of_integers)


def _labels(shape: Shape) -> Mapping[str, str]:
    found: Mapping[str, str] = shape.facts.get("labels", {})
    return found


def _texts(shape: Shape) -> frozenset[str]:
    return frozenset(map(str, shape.facts.get("keywords", ())))


def _label(fact: Fact, *, given: bool) -> Iterator[Found]:
    if fact.differs:
        if fact.before is None:
            yield fact.found("label-added")
        elif not given:
            yield fact.found("label-reworded")
        else:
            yield fact.found("label-removed" if fact.after is None else "label-renamed")


def default(fact: Fact, defaults: tuple[Any, Any], base: Shape, head: Shape) -> Iterator[Found]:
    """Compare what is assumed, or sent, where a parameter is left out: the defaults by the new names of values."""
    before, after = defaults
    yield from _default(Fact((*fact.pointer, "default"), before, after, fact.spot.below("default")), base, head)
    if before is not None and after is not None:
        was, is_ = (bool(each.facts.get("send_default")) for each in (base, head))
        told = Fact((*fact.pointer, "send_default"), was, is_, fact.spot.below("send_default"))
        yield from flag(told, "default-now-sent", "default-no-longer-sent")


def _default(fact: Fact, base: Shape, head: Shape) -> Iterator[Found]:
    if fact.differs:
        if fact.before is None or fact.after is None:
            yield fact.found("default-added" if fact.before is None else "default-removed")
        else:
            yield fact.found("price-default-changed" if base.priced or head.priced else "default-changed")
