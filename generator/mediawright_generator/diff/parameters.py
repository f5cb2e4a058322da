"""Which parameters are the same ones, and what changed of each."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mediawright_generator.diff.bounds import bounds
from mediawright_generator.diff.found import Fact, Found, Spot, changed, existence, flag
from mediawright_generator.diff.matching import ALIKE, Matched, alike, match
from mediawright_generator.diff.media import media
from mediawright_generator.diff.names import Names
from mediawright_generator.diff.schemas import schema
from mediawright_generator.diff.shape import Shape, shape
from mediawright_generator.diff.values import default, labels, matched_values, values
from mediawright_generator.load import Located
from mediawright_generator.spec import Operation, Parameter

_WIDER: frozenset[tuple[str | None, str | None]] = frozenset(
    {
        ("integer", "number"),
        *((each, "any") for each in ("integer", "number", "string", "boolean", "array", "object", None)),
    }
)
"""Steps after which every value of the old type is taken still."""


Pointer = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A parameter of one side, and where it stands."""

    at: int
    parameter: Parameter
    endpoint: str
    shape: Shape = field(compare=False)

    @property
    def number(self) -> int | None:
        """Which placeholder of the endpoint it fills."""
        mark = f"{{{self.parameter.wire}}}"
        is_there = self.parameter.location == "path" and mark in self.endpoint
        return self.endpoint[: self.endpoint.index(mark)].count("{") if is_there else None


Pair = tuple[Placed, Placed]
"""A parameter as it was and as it is."""


def placed(operation: Operation) -> list[Placed]:
    """List the parameters of an operation."""
    return [Placed(index, each, operation.endpoint, shape(each)) for index, each in enumerate(operation.api_body)]


def matched_parameters(base: Operation, head: Operation) -> Matched[Placed]:
    """Bring together what goes to the same place of the request, or was renamed."""
    keys = (_wire, _number, _name_on_wire, _keyword)
    return match(placed(base), placed(head), keys, _likeness)


def _number(each: Placed) -> Hashable | None:
    return each.number


def _wire(each: Placed) -> Hashable:
    return each.parameter.location, each.parameter.wire


def _name_on_wire(each: Placed) -> Hashable:
    return each.parameter.wire


def _keyword(each: Placed) -> Hashable:
    return each.parameter.python_keyword, each.shape.type


def _likeness(one: Placed, other: Placed) -> float:
    rate = alike(one.parameter.name, other.parameter.name)
    if str(one.shape) == str(other.shape):
        return 2 + rate
    if one.shape.type != other.shape.type:
        return 0
    return 1 + rate if _is_about_the_same(one.parameter, other.parameter) else rate if rate >= ALIKE else 0


def _is_about_the_same(one: Parameter, other: Parameter) -> bool:
    """Tell whether two parameters are said to be about one thing, whatever they are called."""
    is_one_thing = one.means is not None and one.means == other.means
    return is_one_thing or (bool(one.describe) and one.describe == other.describe)


def renamed_values(found: Matched[Placed]) -> Mapping[str, Mapping[str, Any]]:
    """Say which values of which parameters have new names, by the parameters' old ones."""
    words = {old.parameter.name: _renamed(old.shape, new.shape) for old, new in found.pairs}
    return {name: each for name, each in words.items() if each}


def _renamed(base: Shape, head: Shape) -> Mapping[str, Any]:
    pairs = matched_values(base.facts.get("keywords", ()), head.facts.get("keywords", ())).pairs
    return {repr(old): new for old, new in pairs if repr(old) != repr(new)}


def parameters(base: Operation, head: Located[Operation], found: Matched[Placed], names: Names) -> Iterator[Found]:
    """Compare the parameters of one operation."""
    for gone in found.gone:
        rule = "param-removed" if gone.parameter.const is None else "constant-removed"
        values = gone.parameter.const if gone.parameter.const is not None else gone.shape.type
        yield Fact(("api_body", gone.parameter.name), values, None, Spot(head, ("api_body",))).found(rule)
    for new in found.new:
        yield _new(new, Spot(head, ("api_body", new.at)))
    for pair in found.pairs:
        yield from _pair(base, pair, Spot(head, ("api_body", pair[1].at)), names)


def _new(new: Placed, spot: Spot) -> Found:
    parameter = new.parameter
    fact = Fact(("api_body", parameter.name), None, new.shape.type, spot)
    if parameter.const is not None:
        return Fact(fact.pointer, None, parameter.const, spot).found("constant-added")
    must = parameter.required and parameter.credential is None
    return fact.found("param-added-required" if must else "param-added-optional")


def _pair(operation: Operation, pair: Pair, spot: Spot, names: Names) -> Iterator[Found]:
    old, new = pair
    pointer = ("api_body", new.parameter.name)
    yield from _naming(pointer, old.parameter, new.parameter, spot)
    where = Fact((*pointer, "in"), old.parameter.location, new.parameter.location, spot.below("in"))
    yield from changed(where, "param-moved")
    yield from _given(pointer, pair, spot, names)
    if old.parameter.const is not None and new.parameter.const is not None:
        return  # its value says all that is sent
    yield from _type(pointer, old.shape, new.shape, spot)
    if _type_rule(old.shape, new.shape) != "param-type-changed":
        yield from _takes(operation, pointer, pair, spot, names)


def _naming(pointer: Pointer, old: Parameter, new: Parameter, spot: Spot) -> Iterator[Found]:
    is_path = old.location == new.location == "path"
    wire = not is_path and old.wire != new.wire
    offered = old.const is None and new.const is None
    python = offered and old.python_keyword != new.python_keyword
    if wire and python:
        yield Fact((*pointer, "name"), old.name, new.name, spot.below("name")).found("param-renamed")
    elif wire:
        at = spot.below("wire_name" if new.wire_name else "name")
        yield Fact((*pointer, "wire_name"), old.wire, new.wire, at).found("param-wire-name-changed")
    elif python:
        at = spot.below("python_name" if new.python_name else "name")
        fact = Fact((*pointer, "python_name"), old.python_keyword, new.python_keyword, at)
        yield fact.found("param-python-name-changed")


def _given(pointer: Pointer, pair: Pair, spot: Spot, names: Names) -> Iterator[Found]:
    before, after = (each.parameter for each in pair)
    const = Fact((*pointer, "const"), before.const, after.const, spot.below("const"))
    yield from existence(const, "param-became-constant", "param-became-free", "constant-changed")
    if const.before is not None or const.after is not None:
        return
    credential = names.credential(before.credential)
    fact = Fact((*pointer, "credential"), credential, after.credential, spot.below("credential"))
    rules = ("param-credential-added", "param-credential-removed", "param-credential-changed")
    yield from existence(fact, *rules)
    if not fact.differs or after.credential is not None or not after.required:
        must = Fact((*pointer, "required"), before.required, after.required, spot.below("required"))
        yield from flag(must, "param-became-required", "param-became-optional")


def _type_rule(base: Shape, head: Shape) -> str:
    before, after = (base.type, base.item_type), (head.type, head.item_type)
    steps = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    if not steps:
        return ""
    if base.type != head.type:
        steps = steps[:1]
    if all(step in _WIDER for step in steps):
        return "param-type-widened"
    narrowed = all((other, one) in _WIDER for one, other in steps)
    return "param-type-narrowed" if narrowed else "param-type-changed"


def _type(pointer: Pointer, base: Shape, head: Shape, spot: Spot) -> Iterator[Found]:
    rule = _type_rule(base, head)
    if rule and base.type != head.type:
        yield Fact((*pointer, "type"), base.type, head.type, spot.below("type")).found(rule)
    elif rule:
        yield Fact((*pointer, "items"), base.item_type, head.item_type, spot.below("items")).found(rule)


def _takes(operation: Operation, pointer: Pointer, pair: Pair, spot: Spot, names: Names) -> Iterator[Found]:
    old, new = pair
    fact, base, head = Fact(pointer, None, None, spot), old.shape, new.shape
    yield from _nulls(fact, base, head)
    yield from _means(fact, base, head)
    for key, rules in _PLAIN.items():
        plain = Fact((*pointer, key), base.facts.get(key), head.facts.get(key), head.spot(spot, key))
        is_file = "binary" in {plain.before, plain.after}
        yield from changed(plain, rules[2]) if is_file else existence(plain, *rules)
    if old.parameter.const is None and new.parameter.const is None:
        yield from _offered(operation, fact, old, new, names)
    yield from bounds(fact, base, head)
    file = Fact((*pointer, "media"), None, None, spot.below("media"))
    yield from media(file, old.parameter.media, new.parameter.media)
    both = Fact((*pointer, "schema"), old.parameter.fragment, new.parameter.fragment, spot.below("schema"))
    yield from schema(both, names.schemas)


_PLAIN = {
    "format": ("format-added", "format-removed", "format-changed"),
    "separator": ("separator-changed", "separator-changed", "separator-changed"),
}


def _offered(operation: Operation, fact: Fact, old: Placed, new: Placed, names: Names) -> Iterator[Found]:
    base, head = old.shape, new.shape
    yield from values(fact, base, head)
    words = names.values.get((operation.name, old.parameter.name), {})
    yield from labels(fact, base, head, words)
    before = names.value(operation.name, old.parameter.name, old.parameter.default)
    now = names.operation(operation.name) or operation.name
    after = names.now.value(now, new.parameter.name, new.parameter.default)
    if not any(each.parameter.required and not each.parameter.send_default for each in (old, new)):
        yield from default(fact, (before, after), base, head)


def _nulls(fact: Fact, base: Shape, head: Shape) -> Iterator[Found]:
    before, after, path = "nullable" in base.facts, "nullable" in head.facts, ("items", "nullable")
    whole = Fact((*fact.pointer, "nullable"), before, after, fact.spot.below("nullable"))
    items = Fact((*fact.pointer, *path), base.item_null, head.item_null, fact.spot.below(*path))
    for each in (whole, items):
        yield from flag(each, "param-null-allowed", "param-null-dropped")


def _means(fact: Fact, base: Shape, head: Shape) -> Iterator[Found]:
    pointer, spot = fact.pointer, fact.spot
    before, after = base.facts.get("means"), head.facts.get("means")
    quantity = Fact((*pointer, "means"), before and before.quantity, after and after.quantity, spot.below("means"))
    yield from changed(quantity, "meaning-changed")
    if not quantity.differs:
        unit = Fact(
            (*pointer, "means", "unit"), before and before.unit, after and after.unit, spot.below("means", "unit")
        )
        yield from existence(unit, "unit-documented", "unit-undocumented", "unit-changed")
    said, says = ("price" in each.facts.get("affects", ()) for each in (base, head))
    tag = Fact((*pointer, "affects"), said, says, spot.below("affects"))
    yield from flag(tag, "price-tag-added", "price-tag-removed")
