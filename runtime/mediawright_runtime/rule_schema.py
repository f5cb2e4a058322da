"""Rules across parameters as JSON Schema `if`/`then`; an omitted parameter counts as its documented default."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mediawright_runtime.shapes import is_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Condition = Sequence[Any] | Mapping[str, Any]
    """Values of which one must stand there, or bounds."""

Record = Mapping[str, Any]
Schema = dict[str, Any]

VALUE_BOUNDS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
    "min_length": "minLength",
    "max_length": "maxLength",
}
"""Bounds of one value, or of each item of an array: the record's key -> JSON Schema's keyword."""

COUNT_BOUNDS = {"min_items": "minItems", "max_items": "maxItems"}
"""Bounds on the number of an array's items."""

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "minimum": operator.ge,
    "maximum": operator.le,
    "exclusive_minimum": operator.gt,
    "exclusive_maximum": operator.lt,
    "min_length": operator.ge,
    "max_length": operator.le,
}


def rule_schema(rule: Record, parameters: Sequence[Record]) -> Schema:
    """Write a rule as `if`/`then` over an object that is keyed by wire names."""
    known = {parameter["name"]: parameter for parameter in parameters}
    schema = {
        "if": _conditions(rule["when"], known, omitted_holds=False),
        "then": _conditions(rule["then"], known, omitted_holds=True),
    }
    return {"description": rule["describe"], **schema} if rule.get("describe") else schema


def refuses_nothing_given(schema: Schema) -> bool:
    """Tell whether a rule's schema refuses the empty object: its `if` asks for nothing, its `then` for something."""
    return "required" not in schema["if"] and "required" in schema["then"]


def bounds(source: Record, keywords: Mapping[str, str]) -> Schema:
    """Take the bounds that `source` has, under JSON Schema's keywords."""
    return {keyword: source[key] for key, keyword in keywords.items() if key in source}


def _conditions(conditions: Mapping[str, Any], known: Mapping[str, Record], *, omitted_holds: bool) -> Schema:
    properties: Schema = {}
    required: list[str] = []
    absent: list[Schema] = []
    for name, condition in conditions.items():
        parameter = known.get(name, {"name": name, "wire_name": name, "type": "string"})
        wire_name = parameter["wire_name"]
        schema = _condition_schema(condition, parameter)
        if schema:
            properties[wire_name] = schema
        if _must_be_given(condition, parameter, omitted_holds=omitted_holds):
            required.append(wire_name)
        if _presence(condition) is False:
            absent.append({"not": {"required": [wire_name]}})
    parts = {"properties": properties, "required": required, "allOf": absent}
    return {key: value for key, value in parts.items() if value}


def _must_be_given(condition: Condition, parameter: Record, *, omitted_holds: bool) -> bool:
    """Tell whether a condition fails when the parameter is omitted."""
    presence = _presence(condition)
    if presence is True:
        return True
    assumed = parameter.get("default")
    if assumed is None:
        return presence is None and not omitted_holds
    return not _satisfies(assumed, condition)


def _presence(condition: Condition) -> bool | None:
    return condition.get("present") if isinstance(condition, Mapping) else None


def _condition_schema(condition: Condition, parameter: Record) -> Schema:
    is_array = parameter["type"] == "array"
    if not isinstance(condition, Mapping):
        values = {"enum": list(condition)}
        return {"items": values} if is_array else values
    of_value = bounds(condition, VALUE_BOUNDS)
    if is_array and of_value:
        of_value = {"items": of_value}
    return of_value | bounds(condition, COUNT_BOUNDS)


def _satisfies(value: Any, condition: Condition) -> bool:
    items = value if is_list(value) else (value,)
    if not isinstance(condition, Mapping):
        return all(any(_same(item, allowed) for allowed in condition) for item in items)
    within = all(_within(item, key, condition[key]) for key in _COMPARE if key in condition for item in items)
    return within and condition.get("min_items", 0) <= len(items) <= condition.get("max_items", len(items))


def _within(item: Any, key: str, bound: float) -> bool:
    """Hold a bound against what it measures; as in JSON Schema it says nothing about values of another type."""
    if key in {"min_length", "max_length"}:
        return not isinstance(item, str) or _COMPARE[key](len(item), bound)
    return isinstance(item, (str, bool)) or _COMPARE[key](item, bound)


def _same(one: object, other: object) -> bool:
    """Compare as JSON does: `True` is not 1, though 1.0 is."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other
