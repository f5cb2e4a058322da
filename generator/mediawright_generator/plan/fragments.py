"""JSON Schemas of parameters that are more than a plain field can say: which have one, and what it accepts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from mediawright_generator.plan.patterns import matching
from mediawright_runtime.conformity import Conformity
from mediawright_runtime.schema import parameter_schema
from mediawright_runtime.shapes import is_list, is_object

Record = Mapping[str, Any]
Schema = Mapping[str, Any]

_BEYOND: Final = ("pattern", "multiple_of", "nullable")
_ONLY_SAID: Final = frozenset({"description", "default", "examples", "title", "deprecated", "format"})
_DEPTH: Final = 4
"""Objects within each other that a sample has, beyond which only what is required is shown."""
_TEXTS: Final = (
    "a paper boat sails", "a", "boat", "1", "A1", "a-1", "2026-01-01", "2026-01-01T00:00:00Z", "1024x1024", "16:9",
    "https://example.com/in.png", "boat@example.com", "#0a0b0c", "00000000-0000-4000-8000-000000000000",
    "data:image/png;base64,AAAA", "https://example.com/in.mp4", "https://example.com/in.mp3",
    "00000000-0000-7000-8000-000000000000", "en", "en-US", "10s", "",
)  # fmt: skip
_FORMATS: Final = {
    "uri": "https://example.com/in.png",
    "date-time": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "email": "boat@example.com",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


def has_fragment(parameter: Record) -> bool:
    """Tell whether a parameter is more than a plain field of a model can say: a JSON Schema is held against it."""
    if parameter.get("in") == "raw" or parameter.get("file"):
        return False
    facts = (parameter, parameter.get("items", {}))
    beyond = any(each.get(key) for each in facts for key in _BEYOND) or "any" in {each.get("type") for each in facts}
    return bool(beyond or "schema" in parameter or parameter.get("unique_items"))


def fragment(parameter: Record) -> dict[str, Any]:
    """Give the JSON Schema that is held against a parameter, without what only annotates."""
    schema = parameter_schema(parameter)
    return {key: each for key, each in schema.items() if key not in _ONLY_SAID and not key.startswith("x-")}


def judge(parameter: Record) -> Conformity:
    """Make what holds values against the fragment of a parameter that knows its operation's named schemas."""
    return Conformity(parameter.get("schemas", {}))


def conforms(parameter: Record, value: Any) -> bool:
    """Tell whether a value is what the fragment of a parameter asks for; one without a fragment asks for nothing."""
    return not has_fragment(parameter) or judge(parameter).accepts(fragment(parameter), value)


def shown(parameter: Record) -> Any:
    """Make a value that the fragment of a parameter accepts, as far as one is found."""
    keywords: Sequence[Any] = () if parameter["type"] == "array" else parameter.get("keywords", ())
    stated = (*keywords, *(parameter[key] for key in ("default",) if key in parameter))
    fitting = next((each for each in stated if each is not None and conforms(parameter, each)), None)
    return instance(parameter_schema(parameter), judge(parameter)) if fitting is None else fitting


def instance(schema: Any, of: Conformity, depth: int = 0) -> Any:
    """Make a value that a schema accepts; where none is found, one of its type."""
    if not is_object(schema):
        return "a paper boat sails"
    whole = _whole(schema, of)
    made = (each for each in _candidates(whole, of, depth))
    first = next(made, None)
    return next((each for each in (first, *made) if of.accepts(whole, each)), first)


def _whole(schema: Schema, of: Conformity) -> dict[str, Any]:
    """Bring a schema, what it refers to, and what it is made of together."""
    whole = dict(of.resolved(schema)) | {key: each for key, each in schema.items() if key != "$ref"}
    for part in whole.pop("allOf", ()):
        below = _whole(part, of)
        properties = _both(below.get("properties", {}), whole.get("properties", {}))
        required = [*whole.get("required", ()), *below.get("required", ())]
        whole = below | whole
        whole |= {"properties": properties} if properties else {}
        whole |= {"required": required} if required else {}
    return whole


def _both(one: Schema, other: Schema) -> Schema:
    """Bring the fields of two objects together: what both have is what both say."""
    shared = {name: {"allOf": [one[name], other[name]]} for name in one if name in other}
    return {**one, **other, **shared}


def _candidates(schema: Schema, of: Conformity, depth: int) -> Iterator[Any]:
    if "const" in schema:
        yield schema["const"]
    yield from schema.get("enum", ())
    yield from schema.get("examples", ()) if is_list(schema.get("examples")) else ()
    if "default" in schema:
        yield schema["default"]
    for union in ("oneOf", "anyOf"):
        rest = {key: each for key, each in schema.items() if key != union}
        for branch in schema.get(union, ()) if depth < 2 * _DEPTH else ():
            yield instance({**rest, "allOf": [branch]}, of, depth + 1)
    declared = schema.get("type", "object" if "properties" in schema else "string")
    for each in map(str, declared if is_list(declared) else [declared]):
        yield from _OF_TYPE[each](schema, of, depth) if each in _OF_TYPE else ()


def _texts(schema: Schema, *_: Any) -> Iterator[str]:
    shortest = schema.get("minLength", 0)
    yield from (_FORMATS[each] for each in [schema.get("format")] if each in _FORMATS)
    made = matching(schema["pattern"]) if "pattern" in schema else None
    if made is not None:
        yield made.ljust(shortest, made[-1:])
    for text in _TEXTS:
        yield text.ljust(shortest, "s")[: max(shortest, schema.get("maxLength", len(text)))]


def _numbers(schema: Schema, *_: Any) -> Iterator[float]:
    step = schema.get("multipleOf", 1)
    bounds = [schema[key] for key in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum") if key in schema]
    for bound in (1, *bounds):
        yield bound
        yield from (each for beside in (-1, 0, 1) for each in [(bound // step + beside) * step])
    if schema.get("type") != "integer" and len(bounds) > 1:
        yield (bounds[0] + bounds[-1]) / 2


def _flags(*_: Any) -> Iterator[bool]:
    yield from (True, False)


def _nulls(*_: Any) -> Iterator[None]:
    yield None


def _lists(schema: Schema, of: Conformity, depth: int) -> Iterator[list[Any]]:
    items, least = schema.get("items", {}), schema.get("minItems", 0)
    count = max(least, 0 if depth >= _DEPTH or schema.get("maxItems") == 0 else 1)
    yield [instance(items, of, depth + 1)] * count
    several = _whole(items, of) if is_object(items) else {}
    yield list(several.get("enum", ()))[:count]
    yield []


def _objects(schema: Schema, of: Conformity, depth: int) -> Iterator[dict[str, Any]]:
    known: Mapping[str, Any] = schema.get("properties", {})
    needed = dict.fromkeys(schema.get("required", ()))
    if depth < 4 * _DEPTH:
        yield {name: instance(known.get(name, {}), of, depth + 1) for name in needed}
    if schema.get("minProperties"):
        yield {name: instance(each, of, depth + 1) for name, each in known.items()}
        yield {"key": instance(schema.get("additionalProperties", {}), of, depth + 1)}


_OF_TYPE: Final[Mapping[str, Any]] = {
    "string": _texts,
    "integer": _numbers,
    "number": _numbers,
    "boolean": _flags,
    "null": _nulls,
    "array": _lists,
    "object": _objects,
}


def with_schemas(operation: Record) -> Record:
    """Let each parameter with a fragment know the named schemas of its operation."""
    schemas = operation.get("schemas")
    if not schemas:
        return operation
    parameters: Sequence[Record] = operation["api_body"]
    return {**operation, "api_body": [{**each, "schemas": schemas} for each in parameters]}
