"""Changes of JSON Schemas, by what they refuse; words in them do not count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, cast

from mediawright_generator.diff.found import Fact, Found, canonical, existence, same
from mediawright_generator.diff.matching import match
from mediawright_runtime.shapes import is_list, is_object

Schema = Mapping[str, Any]

_WORDS: Final = frozenset({"title", "description", "examples", "example", "$comment", "deprecated"})
_KEYED: Final = frozenset({"properties", "$defs", "patternProperties", "dependentSchemas"})
_CHOICES: Final = frozenset({"anyOf", "oneOf"})
_LOWER: Final = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_UPPER: Final = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
_LIMITS: Final = _LOWER | _UPPER | {"pattern", "multipleOf", "uniqueItems", "format"}
"""What narrows values without changing their type."""
_NAMED: Final = "#/schemas/"
_DEFAULT: Final = ("default-added", "default-removed", "default-changed")


@dataclass(frozen=True, slots=True)
class Shared:
    """The schemas of both sides to which others refer, and the pairs of references that were followed already."""

    before: Mapping[str, Schema] = field(default_factory=dict[str, Schema])
    after: Mapping[str, Schema] = field(default_factory=dict[str, Schema])
    followed: frozenset[tuple[object, object]] = frozenset()


def schema(fact: Fact, shared: Shared) -> Iterator[Found]:
    """Compare two schemas: what is tighter, looser, or cannot be told apart from either is one change each."""
    if is_object(fact.before) and is_object(fact.after):
        yield from _node(fact, shared)
    elif fact.differs:
        yield fact.found("schema-tightened" if fact.before is None else "schema-loosened")


def _node(fact: Fact, shared: Shared) -> Iterator[Found]:
    """Compare two schemas; what both refer to by one name is compared where it stands."""
    references = fact.before.get("$ref"), fact.after.get("$ref")
    if references[0] != references[1]:
        if references in shared.followed:
            return
        shared = replace(shared, followed=shared.followed | {references})
        fact = replace(fact, before=_resolved(fact.before, shared.before), after=_resolved(fact.after, shared.after))
    before, after = _facts(fact.before), _facts(fact.after)
    for key in sorted(before.keys() | after.keys()):
        below = Fact((*fact.pointer, key), before.get(key), after.get(key), fact.spot.below(key))
        yield from _keyword(key, below, shared, fact)


def _resolved(node: Schema, schemas: Mapping[str, Schema]) -> Schema:
    """Write a schema with what it refers to."""
    seen: set[str] = set()
    while (name := str(node.get("$ref", "")).removeprefix(_NAMED)) in schemas and name not in seen:
        seen.add(name)
        node = {**schemas[name], **{key: each for key, each in node.items() if key != "$ref"}}
    return node


def _keyword(key: str, fact: Fact, shared: Shared, around: Fact) -> Iterator[Found]:
    one, other = fact.before, fact.after
    if key in _KEYED and is_object(one) and is_object(other):
        yield from _members(fact, shared, around)
    elif is_object(one) and is_object(other):
        yield from _node(fact, shared)
    elif key in _CHOICES and is_list(one) and is_list(other):
        yield from _choices(fact, shared)
    elif key == "default":
        yield from existence(fact, *_DEFAULT)
    elif key == "required":
        yield from _required(fact, around)
    elif not same(_unordered(one), _unordered(other)):
        yield fact.found(_judged(key, one, other))


def _facts(node: Schema) -> dict[str, Any]:
    return {key: each for key, each in node.items() if key not in _WORDS}


def _members(fact: Fact, shared: Shared, around: Fact) -> Iterator[Found]:
    """Compare what has names: the same name, else the same schema under another."""
    before, after = _named(fact.before), _named(fact.after)
    found = match(before, after, [lambda each: each[0], lambda each: canonical(each[1])], _unlike)
    for (old, one), (new, other) in found.pairs:
        below = Fact((*fact.pointer, new), one, other, fact.spot.below(new))
        if old != new:
            yield replace(below, before=old, after=new).found("schema-field-renamed")
        elif is_object(one) and is_object(other):
            yield from _node(below, shared)
        elif not same(one, other):
            yield below.found("schema-changed")
    for name, one in found.gone:
        yield Fact((*fact.pointer, name), one, None, fact.spot.below(name)).found("schema-tightened")
    for name, other in found.new:
        below = Fact((*fact.pointer, name), None, other, fact.spot.below(name))
        is_asked = name in (around.after.get("required") or ())
        yield below.found("schema-tightened" if is_asked else "schema-loosened")


def _required(fact: Fact, around: Fact) -> Iterator[Found]:
    """Compare what must be there of what was there before."""
    before, after = ({name for name, _ in _named(side.get("properties"))} for side in (around.before, around.after))
    passing = before ^ after if before and after else set[str]()
    one, other = (set(_texts(side)) - passing for side in (fact.before, fact.after))
    if one != other:
        yield fact.found("schema-tightened" if one < other else "schema-loosened" if one > other else "schema-changed")


def _choices(fact: Fact, shared: Shared) -> Iterator[Found]:
    """Compare forms of which a value has one: equal ones belong together, then those in their order."""
    before, after = cast("list[object]", [*fact.before]), cast("list[object]", [*fact.after])
    found = match(before, after, [canonical], _unlike)
    paired = list(zip(found.gone, found.new, strict=False))
    for one, other in paired:
        index = next(index for index, each in enumerate(fact.after) if each is other)
        yield from schema(Fact((*fact.pointer, str(index)), one, other, fact.spot.below(index)), shared)
    if len(found.gone) != len(found.new):
        yield fact.found("schema-loosened" if len(found.new) > len(paired) else "schema-tightened")


def _named(members: object) -> list[tuple[str, Any]]:
    return list(members.items()) if is_object(members) else []


def _texts(names: object) -> list[str]:
    return [str(each) for each in names] if is_list(names) else []


def _unlike(one: object, other: object) -> float:
    """Bring nothing together that has no key in common."""
    del one, other
    return 0


def _unordered(value: Any) -> Any:
    return sorted(value, key=repr) if is_list(value) else value


def _judged(key: str, before: Any, after: Any) -> str:
    """Say whether a keyword refuses more or less than it did."""
    kind = "schema-limit" if key in _LIMITS else "schema"
    if before is None or after is None:
        return f"{kind}-tightened" if before is None else f"{kind}-loosened"
    if key in _LOWER | _UPPER:
        return f"{kind}-tightened" if (after > before) is (key in _LOWER) else f"{kind}-loosened"
    if key in {"enum", "type"}:
        return _sets(before, after)
    return "schema-changed"


def _sets(before: Any, after: Any) -> str:
    one, other = ({repr(each) for each in (value if is_list(value) else [value])} for value in (before, after))
    return "schema-loosened" if one < other else "schema-tightened" if one > other else "schema-changed"
