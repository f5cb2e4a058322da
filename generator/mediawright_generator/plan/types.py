"""Python types of JSON Schemas: what a caller writes for the parameters that plain keys cannot describe.

They are for checkers and editors alone: a caller gives dicts and lists, and the runtime holds them against the schema.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, Final

from mediawright_generator.plan.docstrings import headline, offered
from mediawright_generator.plan.fragments import fragment
from mediawright_generator.plan.references import PREFIX
from mediawright_generator.plan.views import TypeView
from mediawright_generator.spec.naming import class_name
from mediawright_runtime.shapes import is_list, is_object

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OperationTypes:
    """The types of one operation."""

    views: tuple[TypeView, ...]
    parameters: Mapping[str, str]
    """The type of each parameter that has a schema, by keyword."""


def types_of(operation: Mapping[str, Any]) -> OperationTypes:
    """Make the types of an operation of the contract."""
    made = _Types(operation.get("schemas", {}))
    described = [each for each in offered(operation) if "schema" in each]
    parameters = {each["python_name"]: made.of_parameter(each) for each in described}
    return OperationTypes(made.views(), parameters)


_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_UNIONS: Final = ("oneOf", "anyOf")
_LITERALS: Final = (str, int, bool, type(None))


class _Types:
    """The types of one operation: those of its named schemas, and those of the objects in its parameters."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas
        self._names: dict[str, str] = {}
        self._made: dict[str, TypeView] = {}
        for name in schemas:
            self._names[name] = self._free(class_name(name))
        for name, schema in schemas.items():
            self._define(self._names[name], schema)

    def views(self) -> tuple[TypeView, ...]:
        """List the definitions."""
        return tuple(sorted(self._made.values(), key=lambda each: each.name))

    def of_parameter(self, parameter: Mapping[str, Any]) -> str:
        """Name the type of a parameter: that of the schema to which it refers, or one of its own."""
        schema = {**fragment(parameter), "description": parameter.get("describe") or "What the parameter takes."}
        named = self._names.get(str(parameter["schema"].get("$ref")).removeprefix(PREFIX))
        if named is not None and not parameter.get("nullable"):
            return named
        name = self._names[f"={parameter['name']}"] = self._free(class_name(parameter["python_name"]))
        self._define(name, schema)
        return name

    def annotation(self, name: str, schema: Any) -> str:
        """Spell the type of a schema; an object in it gets a definition that is named after its place."""
        if not is_object(schema):
            return "object"
        if "$ref" in schema:
            return self._names.get(str(schema["$ref"]).removeprefix(PREFIX), "object")
        return self._union(name, schema) or self._values(schema) or self._typed(name, schema)

    def _define(self, taken: str, schema: Schema) -> None:
        fields = dict(self._fields(schema, frozenset()))
        described = headline(str(schema.get("description") or "As the vendor's document describes it."))
        if fields and "$ref" not in schema and not any(union in schema for union in _UNIONS):
            self._made[taken] = self._object(taken, schema, fields, described)
        else:
            alias = self.annotation(taken, {key: each for key, each in schema.items() if key != "properties"})
            self._made[taken] = TypeView(taken, described, alias=repr(alias))

    def _object(self, name: str, schema: Schema, fields: Mapping[str, Any], described: str) -> TypeView:
        required = set(self._required(schema, frozenset()))
        spelled = {field: self.annotation(f"{name}{class_name(field)}", each) for field, each in fields.items()}
        types = {field: text if field in required else f"NotRequired[{text}]" for field, text in spelled.items()}
        if all(field.isidentifier() and not iskeyword(field) and not field.startswith("__") for field in types):
            return TypeView(name, described, tuple(f"{field}: {text}" for field, text in types.items()))
        return TypeView(name, described, key=repr(name), items=repr(types))

    def _union(self, name: str, schema: Schema) -> str:
        branches = next((schema[union] for union in _UNIONS if is_list(schema.get(union))), ())
        types = [self.annotation(f"{name}{number or ''}", each) for number, each in enumerate(branches)]
        return _joined(types)

    @staticmethod
    def _values(schema: Schema) -> str:
        values = [schema["const"]] if "const" in schema else schema.get("enum", ())
        if not values or not all(isinstance(each, _LITERALS) for each in values):
            return ""
        return f"Literal[{', '.join(dict.fromkeys(map(repr, values)))}]"

    def _typed(self, name: str, schema: Schema) -> str:
        declared = schema.get("type", "object" if dict(self._fields(schema, frozenset())) else "")
        if not declared:
            spelled = (self.annotation(name, each) for each in schema.get("allOf", ()))
            return next((each for each in spelled if each != "object"), "object")
        types = declared if is_list(declared) else [declared]
        return _joined([self._of_type(name, str(each), schema) for each in types])

    def _of_type(self, name: str, declared: str, schema: Schema) -> str:
        if declared == "array":
            return f"list[{self.annotation(f'{name}Item', schema.get('items', {}))}]"
        if declared != "object":
            return _SCALARS.get(declared, "object")
        if dict(self._fields(schema, frozenset())):
            taken = self._free(name)
            self._names[f"#{taken}"] = taken
            self._define(taken, schema)
            return taken
        return f"dict[str, {self.annotation(f'{name}Value', schema.get('additionalProperties'))}]"

    def _fields(self, schema: Schema, seen: frozenset[str]) -> Iterator[tuple[str, Any]]:
        """List the fields of an object, those of all its parts together."""
        for part in self._parts(schema, seen):
            yield from self._fields(*part)
        yield from schema.get("properties", {}).items()

    def _required(self, schema: Schema, seen: frozenset[str]) -> Iterator[str]:
        for part in self._parts(schema, seen):
            yield from self._required(*part)
        yield from schema.get("required", ())

    def _parts(self, schema: Schema, seen: frozenset[str]) -> Iterator[tuple[Schema, frozenset[str]]]:
        """List what an object is made of; what refers to itself counts once."""
        for part in schema.get("allOf", ()):
            name = str(part.get("$ref", "")).removeprefix(PREFIX)
            if name not in seen:
                yield (self._schemas.get(name, {}), seen | {name}) if name else (part, seen)

    def _free(self, name: str) -> str:
        """Find a name that no other type of the operation has."""
        taken = {*self._names.values(), *self._made}
        base = name if name[:1].isalpha() else f"Type{name}"
        numbered = (f"{base}{number}" for number in range(2, len(taken) + 3))
        return (
            base
            if base not in taken and base not in _RESERVED
            else next(each for each in numbered if each not in taken)
        )


_RESERVED: Final = frozenset({"Literal", "NotRequired", "TypeAlias", "TypedDict"})


def _joined(types: Sequence[str]) -> str:
    """Spell a union: each type once, null last; what may be anything is that alone."""
    once = sorted(dict.fromkeys(types), key=lambda each: each == "None")
    return "object" if "object" in once else " | ".join(once)
