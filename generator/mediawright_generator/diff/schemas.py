"""Changes of JSON Schemas, by what they refuse; words in them do not count."""

from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_generator.diff.found import Fact, Found, same
from mediawright_runtime.shapes import is_list, is_object

_WORDS = frozenset({"title", "description", "examples", "example", "$comment", "default", "deprecated"})


def schema(fact: Fact) -> Iterator[Found]:
    """Compare two schemas: what is tighter, looser, or cannot be told apart from either is one change each."""
    if is_object(fact.before) and is_object(fact.after):
        yield from _node(fact)
    elif fact.differs:
        yield fact.found("schema-tightened" if fact.before is None else "schema-loosened")


def _node(fact: Fact) -> Iterator[Found]:
    before, after = _facts(fact.before), _facts(fact.after)
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key), after.get(key)
        below = Fact((*fact.pointer, key), one, other, fact.spot.below(key))
        if is_object(one) and is_object(other):
            yield from _members(below) if key in _KEYED else _node(below)
        elif not same(_unordered(one), _unordered(other)):
            yield below.found(_judged(key, one, other))


_KEYED = frozenset({"properties", "$defs", "patternProperties", "dependentSchemas"})
_LOWER = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_UPPER = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})


def _facts(node: Mapping[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in node.items() if key not in _WORDS}


def _members(fact: Fact) -> Iterator[Found]:
    for name in sorted(fact.before.keys() | fact.after.keys()):
        one, other = fact.before.get(name), fact.after.get(name)
        below = Fact((*fact.pointer, name), one, other, fact.spot.below(name))
        if one is None or other is None:
            yield below.found("schema-loosened" if one is None else "schema-tightened")
        elif is_object(one) and is_object(other):
            yield from _node(below)
        elif not same(one, other):
            yield below.found("schema-changed")


def _unordered(value: Any) -> Any:
    return sorted(value, key=repr) if is_list(value) else value


def _judged(key: str, before: Any, after: Any) -> str:
    """Say whether a keyword refuses more or less than it did."""
    if before is None or after is None:
        return "schema-tightened" if before is None else "schema-loosened"
    if key in _LOWER | _UPPER:
        return "schema-tightened" if (after > before) is (key in _LOWER) else "schema-loosened"
    if key in {"enum", "required", "type"}:
        return _sets(key, before, after)
    return "schema-changed"


def _sets(key: str, before: Any, after: Any) -> str:
    one, other = ({repr(each) for each in (value if is_list(value) else [value])} for value in (before, after))
    wider = one < other if key != "required" else one > other
    narrower = one > other if key != "required" else one < other
    return "schema-loosened" if wider else "schema-tightened" if narrower else "schema-changed"
