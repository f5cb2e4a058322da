"""Rules on JSON Schemas in specs: each reference leads somewhere, and no schema contradicts itself."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from mediawright_generator.check.fit import Value
from mediawright_generator.check.rule import Finding, Record
from mediawright_generator.check.texts import texts
from mediawright_generator.load import LoadedVendor, Located
from mediawright_generator.load.nodes import Path
from mediawright_generator.problems import closest, listed, shown
from mediawright_runtime.conformity import Conformity
from mediawright_runtime.conformity import Misfit as Unlike
from mediawright_runtime.shapes import is_list, is_object

Schema = Mapping[str, Any]

_NAMED: Final = "#/schemas/"
_MAPPINGS: Final = ("properties", "patternProperties", "$defs", "dependentSchemas")
_LISTS: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLE: Final = ("items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else")
_LOW_AND_HIGH: Final = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)


def unknown_schema(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find references to a shared schema that is not there."""
    known = loaded.vendor.model.schemas
    for located, path, schema in _schemas(loaded) if loaded.vendor.complete("schemas") else ():
        reference = schema.get("$ref")
        name = reference.removeprefix(_NAMED) if isinstance(reference, str) else None
        if name is not None and name not in known:
            meant = closest(name, known)
            remedy = f"did you mean '{_NAMED}{meant}'?" if meant else "add it to schemas in vendor.yaml"
            what = f"reference {reference!r} leads to none of the schemas {listed(known)}"
            yield Finding(located.place(*path, "$ref"), what, remedy)


def contradicting_schema(loaded: LoadedVendor) -> Iterator[Finding]:
    """Find schemas with a default that they refuse, bounds that leave no value, or a required field that is closed."""
    shared = loaded.vendor.model.schemas
    holds = Conformity(shared)
    for located, path, schema in _schemas(loaded):
        found = next(contradictions(holds, schema), None) if reached(shared, schema) <= shared.keys() else None
        if found:
            key, what, remedy = found
            yield Finding(located.place(*path, *key), what, remedy)


def unlike(record: Record, schema: Schema, value: Value) -> Unlike | None:
    """Tell what is wrong with a value by the schema of its parameter; nothing where the schema cannot be followed."""
    shared = record.vendor.schemas
    if not reached(shared, schema) <= shared.keys():
        return None
    return next(Conformity(shared).misfits(schema, value), None)


def reached(shared: Mapping[str, Schema], *schemas: object) -> set[str]:
    """Give the names of shared schemas to which some schemas lead, by way of others too."""
    found: set[str] = set()
    waiting: list[object] = [*schemas]
    while waiting:
        new = {name for name in _references(waiting.pop()) if name not in found}
        found |= new
        waiting += [shared[name] for name in new if name in shared]
    return found


def _references(schema: object) -> Iterator[str]:
    texts_of = (text for path, text in texts(schema) if path[-1:] == ("$ref",))
    return (text.removeprefix(_NAMED) for text in texts_of)


def contradictions(holds: Conformity, schema: Schema) -> Iterator[tuple[Path, str, str]]:
    """Find what of one schema contradicts the rest of it: where it stands, what it is, and what to do."""
    for low, high in _LOW_AND_HIGH:
        least, most = schema.get(low), schema.get(high)
        if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
            yield (low,), f"{low} {least!r} is above {high} {most!r}", "correct one of them"
            return
    fields = schema.get("properties")
    required = schema.get("required")
    is_closed = schema.get("additionalProperties") is False and is_object(fields) and "patternProperties" not in schema
    for index, name in enumerate(required if is_closed and is_list(required) else ()):
        if name not in (fields or ()):
            what = f"field {name!r} is required, and no field has that name"
            yield ("required", index), what, "describe it under properties, or correct the name"
    if "default" in schema and any(holds.misfits(schema, schema["default"])):
        what = f"default {shown(schema['default'])} is refused by its own schema"
        yield ("default",), what, "change the default, or what the schema accepts"


def _schemas(loaded: LoadedVendor) -> Iterator[tuple[Located[Any], Path, Schema]]:
    """Give every schema, those inside others too, with its file and the way to it."""
    for name, schema in loaded.vendor.model.schemas.items():
        yield from ((loaded.vendor, path, each) for path, each in _below(("schemas", name), schema))
    for located in loaded.operations:
        for at in Record(loaded, located).parameters():
            if at.parameter.fragment is not None:
                found = _below((*at.path, "schema"), at.parameter.fragment)
                yield from ((located, path, each) for path, each in found)


def _below(path: Path, schema: object) -> Iterator[tuple[Path, Schema]]:
    if not is_object(schema):
        return
    yield path, schema
    for key, below in schema.items():
        if key in _MAPPINGS and is_object(below):
            for name, each in below.items():
                yield from _below((*path, key, name), each)
        elif key in _LISTS and is_list(below):
            for index, each in enumerate(below):
                yield from _below((*path, key, index), each)
        elif key in _SINGLE:
            yield from _below((*path, key), below)
