"""Whether a value is what a JSON Schema (2020-12) asks for, and if not, what is wrong where.

It reads what describes the data of requests, follows references into `schemas`, and passes over what only annotates.
Imported by the operations alone whose parameters have such a schema; a library for it would weigh more than the client.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mediawright_runtime.ecma import compiled
from mediawright_runtime.json_values import amount, count, is_multiple, is_typed, length, same, size
from mediawright_runtime.redaction import shown
from mediawright_runtime.schema_words import of_type
from mediawright_runtime.shapes import is_list, is_object
from mediawright_runtime.words import one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Schema = Mapping[str, Any]
    Path = tuple[str | int, ...]

_PREFIX = "#/schemas/"


class Misfit(NamedTuple):
    """One thing that is wrong with a value."""

    path: Path
    """The way to it, below the value."""
    value: object
    what: str
    """Follows the path: `'admin' is not allowed`, `is missing`."""
    allowed: str
    chooses: bool = False
    """Whether it is a fixed value that tells one form of an object from the others."""


class Conformity:
    """Holds values against schemas that may refer to named ones."""

    __slots__ = ("_schemas",)

    def __init__(self, schemas: Mapping[str, Any]) -> None:
        self._schemas = schemas

    def misfits(self, schema: Schema | bool, value: object, path: Path = ()) -> Iterator[Misfit]:
        """Find what is wrong with a value."""
        if isinstance(schema, bool):
            if not schema:
                yield Misfit(path, value, f"{shown(value)} is not allowed", "no value")
            return
        if "type" in schema and not is_typed(value, schema["type"]):
            yield Misfit(path, value, f"{shown(value)} is not allowed", self.words(schema))
            return
        for keyword, demand in schema.items():
            if keyword in _CHECKS:
                yield from _CHECKS[keyword](self, schema, demand, value, path)

    def accepts(self, schema: Schema | bool, value: object) -> bool:
        """Say whether nothing is wrong with a value."""
        return next(self.misfits(schema, value), None) is None

    def resolved(self, schema: Schema) -> Schema:
        """Find the schema that a reference leads to; one that has none is itself."""
        seen: set[str] = set()
        while "$ref" in schema and schema["$ref"] not in seen:
            seen.add(schema["$ref"])
            schema = self.named(schema["$ref"])
        return schema

    def named(self, reference: str) -> Schema:
        """Find a named schema."""
        found: Schema = self._schemas.get(reference.removeprefix(_PREFIX), {})
        return found

    def words(self, schema: Schema | bool) -> str:
        """Say what a schema takes: `one of 'user', 'assistant'`, `a string or a list`."""
        if isinstance(schema, bool):
            return "any value" if schema else "no value"
        schema = self.resolved(schema)
        if "const" in schema:
            return repr(schema["const"])
        if "enum" in schema:
            return one_of([repr(each) for each in schema["enum"]])
        for union in ("oneOf", "anyOf"):
            if union in schema:
                return " or ".join(dict.fromkeys(self.words(each) for each in schema[union]))
        return of_type(schema)


Check = "Callable[[Conformity, Schema, Any, object, Path], Iterator[Misfit]]"


def _refused(judge: Conformity, schema: Schema, value: object, path: Path) -> Misfit:
    return Misfit(path, value, f"{shown(value)} is not allowed", judge.words(schema))


def _reference(judge: Conformity, _: Schema, demand: str, value: object, path: Path) -> Iterator[Misfit]:
    yield from judge.misfits(judge.named(demand), value, path)


def _enum(judge: Conformity, _: Schema, demand: Sequence[object], value: object, path: Path) -> Iterator[Misfit]:
    if not any(same(value, each) for each in demand):
        yield _refused(judge, {"enum": demand}, value, path)._replace(chooses=len(demand) == 1)


def _const(judge: Conformity, _: Schema, demand: object, value: object, path: Path) -> Iterator[Misfit]:
    if not same(value, demand):
        yield _refused(judge, {"const": demand}, value, path)._replace(chooses=True)


def _measured(measure: Callable[[object], float | None], keeps: Callable[[Any, Any], bool]) -> Any:
    """Make the check of a bound, which says nothing of values that it does not measure."""

    def check(judge: Conformity, schema: Schema, demand: float, value: object, path: Path) -> Iterator[Misfit]:
        measured = measure(value)
        if measured is not None and not keeps(measured, demand):
            yield _refused(judge, schema, value, path)

    return check


def _pattern(judge: Conformity, schema: Schema, demand: str, value: object, path: Path) -> Iterator[Misfit]:
    if isinstance(value, str) and compiled(demand).search(value) is None:
        yield _refused(judge, schema, value, path)


def _unique(_: Conformity, __: Schema, demand: object, value: object, path: Path) -> Iterator[Misfit]:
    if demand and is_list(value):
        for at, item in enumerate(value):
            if any(same(item, other) for other in value[:at]):
                yield Misfit((*path, at), item, f"{shown(item)} stands there twice", "items that all differ")
                return


def _items(judge: Conformity, schema: Schema, demand: Schema | bool, value: object, path: Path) -> Iterator[Misfit]:
    if is_list(value):
        for at in range(len(schema.get("prefixItems", ())), len(value)):
            yield from judge.misfits(demand, value[at], (*path, at))


def _prefix(judge: Conformity, _: Schema, demand: Sequence[Schema], value: object, path: Path) -> Iterator[Misfit]:
    for at, (schema, item) in enumerate(zip(demand, value if is_list(value) else (), strict=False)):
        yield from judge.misfits(schema, item, (*path, at))


def _contains(judge: Conformity, _: Schema, demand: Schema, value: object, path: Path) -> Iterator[Misfit]:
    if is_list(value) and not any(judge.accepts(demand, each) for each in value):
        yield Misfit(path, value, f"{shown(value)} is not allowed", f"a list with {judge.words(demand)} in it")


def _properties(
    judge: Conformity, _: Schema, demand: Mapping[str, Schema], value: object, path: Path
) -> Iterator[Misfit]:
    if is_object(value):
        for name in (each for each in demand if each in value):
            yield from judge.misfits(demand[name], value[name], (*path, name))


def _patterns(
    judge: Conformity, _: Schema, demand: Mapping[str, Schema], value: object, path: Path
) -> Iterator[Misfit]:
    if is_object(value):
        for pattern, schema in demand.items():
            for name in (each for each in value if compiled(pattern).search(each)):
                yield from judge.misfits(schema, value[name], (*path, name))


def _additional(
    judge: Conformity, schema: Schema, demand: Schema | bool, value: object, path: Path
) -> Iterator[Misfit]:
    if not is_object(value):
        return
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    for name in (each for each in value if each not in known and not any(compiled(p).search(each) for p in patterns)):
        if demand is False:
            allowed = one_of([repr(each) for each in known]) if known else "no fields"
            yield Misfit((*path, name), value[name], "is not a field", allowed)
        else:
            yield from judge.misfits(demand, value[name], (*path, name))


def _names(judge: Conformity, _: Schema, demand: Schema, value: object, path: Path) -> Iterator[Misfit]:
    for name in value if is_object(value) else ():
        yield from (each._replace(path=(*path, name)) for each in judge.misfits(demand, name, path))


def _required(judge: Conformity, schema: Schema, demand: Sequence[str], value: object, path: Path) -> Iterator[Misfit]:
    if is_object(value):
        known: Mapping[str, Schema] = schema.get("properties", {})
        for name in (each for each in demand if each not in value):
            yield Misfit((*path, name), None, "is missing", judge.words(known.get(name, {})))


def _dependent(judge: Conformity, schema: Schema, demand: Schema, value: object, path: Path) -> Iterator[Misfit]:
    for name, needed in demand.items():
        if is_object(value) and name in value:
            yield from _required(judge, schema, needed, value, path)


def _all(judge: Conformity, _: Schema, demand: Sequence[Schema], value: object, path: Path) -> Iterator[Misfit]:
    for schema in demand:
        yield from judge.misfits(schema, value, path)


def _any(judge: Conformity, _: Schema, demand: Sequence[Schema], value: object, path: Path) -> Iterator[Misfit]:
    found = [list(judge.misfits(each, value, path)) for each in demand]
    if all(found):
        yield from _nearest(judge, demand, found, value, path)


def _one(judge: Conformity, _: Schema, demand: Sequence[Schema], value: object, path: Path) -> Iterator[Misfit]:
    found = [list(judge.misfits(each, value, path)) for each in demand]
    if all(found):
        yield from _nearest(judge, demand, found, value, path)
    elif found.count([]) > 1:
        words = judge.words({"oneOf": demand})
        yield Misfit(path, value, f"{shown(value)} fits more than one form", f"exactly one of: {words}")


def _nearest(
    judge: Conformity, demand: Sequence[Schema], found: list[list[Misfit]], value: object, path: Path
) -> Iterator[Misfit]:
    """Tell what is wrong by the form that was probably meant; of none, if the value is of another type than all."""
    meant = [each for each in found if each[0].path != path]
    if meant:
        yield min(meant, key=lambda each: (any(one.chooses for one in each), len(each)))[0]
    elif is_object(value) or len(found) > 1:
        yield _refused(judge, {"anyOf": demand}, value, path)
    else:
        yield found[0][0]


def _not(judge: Conformity, _: Schema, demand: Schema, value: object, path: Path) -> Iterator[Misfit]:
    if judge.accepts(demand, value):
        yield Misfit(path, value, f"{shown(value)} is not allowed", f"anything but {judge.words(demand)}")


def _if(judge: Conformity, schema: Schema, demand: Schema, value: object, path: Path) -> Iterator[Misfit]:
    then = schema.get("then" if judge.accepts(demand, value) else "else", True)
    yield from judge.misfits(then, value, path)


_CHECKS: Mapping[str, Callable[[Conformity, Any, Any, object, Path], Iterator[Misfit]]] = {
    "$ref": _reference,
    "enum": _enum,
    "const": _const,
    "minimum": _measured(amount, lambda value, bound: value >= bound),
    "maximum": _measured(amount, lambda value, bound: value <= bound),
    "exclusiveMinimum": _measured(amount, lambda value, bound: value > bound),
    "exclusiveMaximum": _measured(amount, lambda value, bound: value < bound),
    "multipleOf": _measured(amount, is_multiple),
    "minLength": _measured(length, lambda value, bound: value >= bound),
    "maxLength": _measured(length, lambda value, bound: value <= bound),
    "pattern": _pattern,
    "minItems": _measured(count, lambda value, bound: value >= bound),
    "maxItems": _measured(count, lambda value, bound: value <= bound),
    "minProperties": _measured(size, lambda value, bound: value >= bound),
    "maxProperties": _measured(size, lambda value, bound: value <= bound),
    "uniqueItems": _unique,
    "items": _items,
    "prefixItems": _prefix,
    "contains": _contains,
    "required": _required,
    "properties": _properties,
    "patternProperties": _patterns,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "dependentRequired": _dependent,
    "allOf": _all,
    "anyOf": _any,
    "oneOf": _one,
    "not": _not,
    "if": _if,
}
