"""A schema with all that can be put together put together: references, `allOf`, and unions that are none."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from mediawright_generator.importer.openapi.schema import Schemas
from mediawright_generator.importer.openapi.schema_object import SAID, Schema
from mediawright_generator.importer.openapi.value import unlike
from mediawright_runtime.shapes import is_list

_LARGEST: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_SMALLEST: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_LATEST: Final = (SAID, "default", "format", "readOnly", "writeOnly", "uniqueItems")
_UNIONS: Final = ("anyOf", "oneOf")
_SCALARS: Final = ("string", "integer", "number", "boolean")
_NO_LIMITS: Final = (SAID, "type", "enum", "const", "default", "readOnly", "writeOnly")
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Simple:
    """A schema without reference and `allOf` at its top, and what was set apart from it."""

    schema: Schema
    nullable: bool = False
    open: bool = False
    """Whether its enum lists examples, and other values are taken too."""
    unsaid: tuple[Schema, ...] = ()
    """Limits of variants that mean nothing, since another variant takes any value."""


def simplify(schema: Schema, schemas: Schemas, depth: int = 0) -> Simple:
    """Put together the top of a schema; what is below stays as it is."""
    whole = schemas.resolved(schema)
    if depth > _DEEPEST:
        return Simple(whole)
    whole = _without_all_of(whole, schemas, depth)
    nullable = is_list(whole.get("type")) and "null" in whole["type"]
    if is_list(whole.get("type")):
        types = [each for each in whole["type"] if each != "null"]
        whole = {**whole, "type": types[0] if len(types) == 1 else types} if types else {"type": "null"}
    if _has_null(whole):
        nullable = True
        whole = _without_null(whole)
    for key in _UNIONS:
        if key in whole:
            found = _union(whole, key, schemas, depth)
            return replace(found, nullable=nullable or found.nullable)
    return Simple(whole, nullable)


def _without_all_of(whole: Schema, schemas: Schemas, depth: int) -> Schema:
    if "allOf" not in whole:
        return whole
    parts = [simplify(part, schemas, depth + 1) for part in whole["allOf"]]
    own = {key: each for key, each in whole.items() if key != "allOf"}
    merged = merge([*(part.schema for part in parts), own])
    return whole if merged is None else merged


def merge(parts: Iterable[Schema]) -> Schema | None:
    """Put schemas together that hold at once; nothing where no one schema says the same."""
    merged: Schema = {}
    for part in parts:
        for key, value in part.items():
            if key not in merged or merged[key] == value:
                merged[key] = value
            elif (both := _both(key, merged[key], value)) is not None:
                merged[key] = both
            else:
                return None
    return merged


def _both(key: str, one: Any, other: Any) -> Any:
    """Put two values of one keyword together; nothing where they do not go together."""
    together = _TOGETHER.get(key)
    return together(one, other) if together else None


def _both_properties(one: Mapping[str, Schema], other: Mapping[str, Schema]) -> dict[str, Schema]:
    shared = {name: _property(one[name], other[name]) for name in one.keys() & other.keys()}
    return {**one, **other, **shared}


def _property(one: Schema, other: Schema) -> Schema:
    if one == other or not other:
        return one
    if not one or ("$ref" not in one and "$ref" not in other and (both := merge([one, other])) == other):
        return other
    both = None if "$ref" in one or "$ref" in other else merge([one, other])
    return {"allOf": [one, other]} if both is None else both


def _both_types(one: Any, other: Any) -> Any:
    first, second = ([each] if isinstance(each, str) else list(each) for each in (one, other))
    shared = [each for each in first if each in second or (each == "integer" and "number" in second)]
    shared += [each for each in second if each == "integer" and "number" in first and each not in shared]
    return None if not shared else shared[0] if len(shared) == 1 else shared


def _union(whole: Schema, key: str, schemas: Schemas, depth: int) -> Simple:
    """Take out what is null, and take variants for one schema where they are one."""
    found = [(part, simplify(part, schemas, depth + 1)) for part in whole[key]]
    nullable = any(each.nullable or _is_null(each.schema) for _, each in found)
    kept = [(part, each) for part, each in found if not _is_null(each.schema)]
    variants = unlike([each.schema for _, each in kept])
    own = {name: each for name, each in whole.items() if name != key}
    if not variants:
        return Simple(own, nullable)
    one, is_open = _one_of(variants)
    if one is not None and (both := merge([one, own])) is not None:
        unsaid = (*_unsaid(variants, one), *(limit for _, each in kept for limit in each.unsaid))
        return Simple(both, nullable, is_open or any(each.open for _, each in kept), unsaid)
    parts = unlike([_without_null(part) for part, _ in kept])
    return Simple({**own, key: parts}, nullable)


def _one_of(variants: list[Schema]) -> tuple[Schema | None, bool]:
    """Find the one schema that says what several say, and whether its enum then lists examples only."""
    if len(variants) == 1:
        return variants[0], False
    kinds = {each.get("type") if isinstance(each.get("type"), str) else None for each in map(_typed, variants)}
    if None in kinds or not kinds <= set(_SCALARS):
        return None, False
    kind = "number" if kinds == {"integer", "number"} else kinds.pop() if len(kinds) == 1 else None
    if kind is None:
        return None, False
    listed = [value for each in variants for value in _values(each)]
    others = [each for each in variants if not _values(each)]
    stated = [each["default"] for each in variants if "default" in each]
    default: Schema = {"default": stated[0]} if stated else {}
    if not others:
        return {"type": kind, "enum": unlike(listed), **default}, False
    free = next((each for each in others if each.keys() <= {"type", "default", "format", SAID}), None)
    if free is None:
        return None, False
    return {"type": kind, **({"enum": unlike(listed)} if listed else {}), **default}, bool(listed)


def _unsaid(variants: Iterable[Schema], one: Schema) -> Iterator[Schema]:
    """Give what variants say that the one in their place does not."""
    if "enum" not in one or any(not _values(each) for each in variants):
        for each in variants:
            limits = {key: value for key, value in each.items() if key not in (*_NO_LIMITS, *one)}
            if limits:
                yield limits


def _typed(schema: Schema) -> Schema:
    if "type" in schema or "const" not in schema:
        return schema
    value = schema["const"]
    kinds = ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string"))
    return {**schema, "type": next((name for kind, name in kinds if isinstance(value, kind)), "object")}


def _values(schema: Schema) -> list[Any]:
    return [schema["const"]] if "const" in schema else list(schema.get("enum", ()))


def _is_null(schema: Schema) -> bool:
    is_only_null = schema.get("type") == "null" or ("const" in schema and schema["const"] is None)
    return is_only_null or ("enum" in schema and not schema["enum"])


def _has_null(schema: Schema) -> bool:
    listed: list[Any] = schema.get("enum", [])
    return None in listed


def _without_null(part: Schema) -> Schema:
    if is_list(part.get("type")) and "null" in part["type"]:
        types = [each for each in part["type"] if each != "null"]
        part = {**part, "type": types[0] if len(types) == 1 else types}
    if not _has_null(part):
        return part
    values = [each for each in part["enum"] if each is not None]
    return {**part, "enum": values} if values else {"type": "null"}


_TOGETHER: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    **dict.fromkeys(_LARGEST, max),
    **dict.fromkeys(_SMALLEST, min),
    **dict.fromkeys(_LATEST, lambda _, other: other),
    "properties": _both_properties,
    "required": lambda one, other: list(dict.fromkeys((*one, *other))),
    "enum": lambda one, other: [each for each in one if each in other] or None,
    "type": _both_types,
    "additionalProperties": lambda one, other: one if other is True else other,
    "items": lambda one, other: {"allOf": [one, other]},
}
"""How two values of a keyword hold at once."""
