"""What a schema says of one parameter: in the plain keys of a record as far as they reach, else as a schema."""

from collections.abc import Mapping
from typing import Any, Final

from mediawright_generator.importer.meaning import meaning
from mediawright_generator.importer.openapi.schema import Schemas, without_words
from mediawright_generator.importer.openapi.schema_object import SAID, Schema
from mediawright_generator.importer.openapi.simplify import Simple, simplify
from mediawright_generator.importer.openapi.value import fitting_default
from mediawright_generator.importer.openapi.words import sentence_of
from mediawright_runtime.shapes import is_list, is_object

Keys = dict[str, Any]

LEFT_OUT: Final = "x-default"
"""Where a default stands that a record cannot have, until it is listed."""
UNSAID: Final = "x-variants"
"""Where limits of variants stand that mean nothing, until they are listed."""

_SCALARS: Final = ("string", "integer", "number", "boolean")
_NUMBERS: Final = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
}
_PLAIN: Final[Mapping[str, Mapping[str, str]]] = {
    "string": {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern", "format": "format"},
    "integer": _NUMBERS,
    "number": _NUMBERS,
    "boolean": {},
}
"""Keywords of a schema and the keys of a parameter that say the same, by type."""
_SILENT: Final = frozenset({"type", "enum", "const", "default", "readOnly", "writeOnly", "format", SAID})
_BOUNDS: Final = ("min_length", "max_length", "pattern", *_NUMBERS.values())
_ARRAYS: Final = {"minItems": "min_items", "maxItems": "max_items", "uniqueItems": "unique_items"}


def described(name: str, schema: Schema, schemas: Schemas, *, required: bool) -> Keys:
    """Describe a parameter: its type and whatever limits it, under the keys of a record."""
    simple = simplify(schema, schemas)
    keys = _facts(simple, schemas, required=required)
    if simple.nullable:
        keys["nullable"] = True
    if required and "const" not in keys:
        keys["required"] = True
    default = fitting_default(simple.schema)
    if default is not None and not required and "const" not in keys and _has_default(keys, default):
        keys["default"] = default
    elif (stated := simple.schema.get("default")) is not None and stated != keys.get("const"):
        keys[LEFT_OUT] = stated
    if unsaid := [each for each in simple.unsaid if "schema" not in keys]:
        keys[UNSAID] = unsaid
    if "const" not in keys:
        keys["describe"] = sentence_of(name)
    if (means := meaning(name, tuple(keys.get("keywords", ())))) and _is_meant(keys):
        keys["means"] = means.model_dump(exclude_unset=True)
    return keys


def _has_default(keys: Keys, default: Any) -> bool:
    """Tell whether a default is one that the plain keys can have."""
    if keys["type"] == "array":
        items = keys.get("items", {})
        is_plain = items.get("type") in _SCALARS and is_list(default)
        return is_plain and all(each in items.get("keywords", default) for each in default)
    return not is_object(default) and not is_list(default)


def _is_meant(keys: Keys) -> bool:
    return keys["type"] in _SCALARS


def _facts(simple: Simple, schemas: Schemas, *, required: bool) -> Keys:
    schema = simple.schema
    kind = schema.get("type")
    if kind in _SCALARS and (scalar := _scalar(schema, kind)) is not None:
        constant = scalar.get("keywords", ())
        if required and len(constant) == 1 and not simple.open and not simple.nullable:
            return {"type": kind, "const": constant[0]}
        return scalar | ({"open": True} if simple.open and "keywords" in scalar else {})
    if kind == "array":
        return _array(schema, schemas)
    if kind == "object":
        return _with_schema("object", {key: each for key, each in schema.items() if key not in ("type", "default")})
    return _with_schema("any", {key: each for key, each in schema.items() if key != "default"})


def _scalar(schema: Schema, kind: str) -> Keys | None:
    """Say a scalar in plain keys; nothing where they do not reach."""
    known = _PLAIN[kind]
    if schema.keys() - known.keys() - _SILENT:
        return None
    keys: Keys = {"type": kind}
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    if values is not None:
        return None if not _fit(values, kind) else {**keys, "keywords": list(values)}
    return keys | {known[key]: value for key, value in schema.items() if key in known}


def _fit(values: list[Any], kind: str) -> bool:
    if kind == "boolean":
        return all(isinstance(each, bool) for each in values)
    fitting = str if kind == "string" else int if kind == "integer" else (int, float)
    return all(isinstance(each, fitting) and not isinstance(each, bool) for each in values)


def _array(schema: Schema, schemas: Schemas) -> Keys:
    keys: Keys = {"type": "array"}
    for key, own in _ARRAYS.items():
        if schema.get(key):
            keys[own] = schema[key]
    rest = {key: each for key, each in schema.items() if key not in (*_ARRAYS, "type", "default", "items")}
    items = _items(schema.get("items", {}), schemas) if not rest else None
    if items is not None:
        return {**keys, "items": items}
    inside = {"items": schema["items"]} if "items" in schema else {}
    return {**keys, "schema": without_words({**inside, **rest})}


def _items(schema: Any, schemas: Schemas) -> Keys | None:
    """Say the items of an array in plain keys; nothing where they do not reach."""
    if not is_object(schema):
        return {"type": "any"} if schema is True else None
    simple = simplify(schema, schemas)
    if not simple.schema:
        return {"type": "any"}
    kind = simple.schema.get("type")
    if simple.schema == {"type": "object"}:
        return {"type": "object", **({"nullable": True} if simple.nullable else {})}
    scalar = _scalar(simple.schema, kind) if kind in _SCALARS and not simple.open else None
    return None if scalar is None else scalar | ({"nullable": True} if simple.nullable else {})


def _with_schema(kind: str, schema: Schema) -> Keys:
    told = {
        key: without_words(each)
        for key, each in schema.items()
        if key not in (SAID, "readOnly", "writeOnly") and not (key == "additionalProperties" and each is True)
    }
    return {"type": kind, "schema": told} if told else {"type": kind}
