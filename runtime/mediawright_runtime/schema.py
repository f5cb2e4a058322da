"""JSON Schema (2020-12) of what an operation takes and answers, from its contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediawright_runtime.rule_schema import (
    COUNT_BOUNDS,
    VALUE_BOUNDS,
    Record,
    Schema,
    bounds,
    refuses_nothing_given,
    rule_schema,
)
from mediawright_runtime.shapes import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = [
    "FORMS",
    "Record",
    "Schema",
    "answer_schema",
    "body_schema",
    "form_type",
    "idempotency_key",
    "parameter_schema",
    "parameters_schema",
    "rooted",
    "rule_schema",
]

FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
"""The media types of bodies that are forms."""
_BODY_METHODS = ("POST", "PUT", "PATCH")
_VALUE_FACTS = {**VALUE_BOUNDS, "multiple_of": "multipleOf", "pattern": "pattern", "format": "format"}
_ROOT = "schemas"
"""Where a schema that is used by itself holds the named ones, as `vendor.yaml` does: `#/schemas/Name` leads there."""
_ANNOTATIONS = {
    "default": "default",
    "media": "x-mediawright-media",
    "labels": "x-mediawright-labels",
    "means": "x-mediawright-means",
    "max_tokens": "x-mediawright-max-tokens",
}


def parameter_schema(parameter: Record) -> Schema:
    """Describe one parameter.

    Keywords and bounds of an array hold for each of its items. What no validator can check stands beside, on the array
    and not on its items: `x-mediawright-media`, `-labels`, `-means` and `-max-tokens`.
    """
    schema = _array_schema(parameter) if parameter["type"] == "array" else _value_schema(parameter)
    schema = _or_null({**schema, **parameter.get("schema", {})}, parameter)
    if "const" in parameter:
        schema["const"] = parameter["const"]
    if parameter.get("describe"):
        schema["description"] = parameter["describe"]
    return schema | {keyword: parameter[key] for key, keyword in _ANNOTATIONS.items() if key in parameter}


def parameters_schema(parameters: Sequence[Record], rules: Sequence[Record] = ()) -> Schema:
    """Describe an object of parameters by wire name: closed, with constants required and rules as `if`/`then`."""
    schema: Schema = {
        "type": "object",
        "properties": {parameter["wire_name"]: parameter_schema(parameter) for parameter in parameters},
        "additionalProperties": False,
    }
    if required := [each["wire_name"] for each in parameters if each.get("required") or "const" in each]:
        schema["required"] = required
    if rules:
        schema["allOf"] = [rule_schema(rule, parameters) for rule in rules]
    return schema


def body_schema(operation: Record) -> Schema | None:
    """Describe the body of a request, with the rules that mention only body parameters.

    A form is described as the object of its fields. None where no such body is sent: a method without body, or a body
    of raw bytes.
    """
    parameters = operation.get("api_body", ())
    if any(each["in"] == "raw" for each in parameters):
        return None
    whole = next((each for each in parameters if each["in"] == "json"), None)
    return rooted(parameter_schema(whole), operation) if whole else _object_schema(operation, parameters)


def form_type(operation: Record) -> str | None:
    """Name the media type of a body that is a form."""
    return operation["content_type"] if operation.get("content_type") in FORMS else None


def rooted(schema: Schema, operation: Record) -> Schema:
    """Put the named schemas of an operation beside a schema that may refer to them."""
    return {**schema, _ROOT: operation[_ROOT]} if operation.get(_ROOT) else schema


def _object_schema(operation: Record, parameters: Sequence[Record]) -> Schema | None:
    in_body = [*(each for each in parameters if each["in"] == "body"), *idempotency_key(operation, "body")]
    if not in_body:
        return parameters_schema(()) if operation["method"] in _BODY_METHODS else None
    inner = parameters_schema(in_body, _rules_within(operation, in_body))
    key = None if form_type(operation) else operation.get("body", {}).get("key")
    return rooted(_wrapped(key, inner) if key else inner, operation)


def idempotency_key(operation: Record, place: str) -> list[Record]:
    """Describe the key of a create as a parameter, where the vendor takes it in this place."""
    key = operation.get("idempotency")
    if key is None or key["in"] != place:
        return []
    describe = "A key of the caller's; a repeat under the same one is recognised."
    named = {"name": key["name"], "wire_name": key["name"], "in": place}
    return [{**named, "type": "string", "required": False, "describe": describe}]


def answer_schema(operation: Record) -> Schema:
    """Describe an answer: what is documented, everything optional, anything beside it allowed, values as examples.

    A field is null too where a documented answer has null in its place.
    """
    fields: dict[tuple[str, ...], Record] = {_steps(each["name"]): each for each in operation.get("api_response", ())}
    fields |= dict(_nullable(fields, {steps for body in _documented(operation) for steps in _nulls(body)}))
    envelope = operation.get("envelope", {})
    paths = (envelope[key] for key in ("code", "message", "trace_id") if key in envelope)
    for place in (each.partition("@json")[0] for path in paths for each in path.split("|")):
        fields.setdefault(_steps(place), {})
    return _answer_node(fields)


def _documented(operation: Record) -> Iterator[object]:
    for demo in operation.get("api_request_demo", ()):
        yield from (each.get("body") for each in demo.get("response", ()))


def _nullable(
    fields: Mapping[tuple[str, ...], Record], nulls: Iterable[tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], Record]]:
    """Let fields be null, and objects that are only known by what is in them."""
    for steps in nulls:
        is_owner = any(each[: len(steps)] == steps and each[len(steps) :][:1] not in {(), ("[]",)} for each in fields)
        field = fields.get(steps, {"type": "object"} if is_owner else {})
        if isinstance(field.get("type"), str):
            yield steps, {**field, "nullable": True}


def _nulls(value: object, steps: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Find where an answer has null."""
    if value is None:
        yield steps
    elif is_object(value):
        for name, each in value.items():
            yield from _nulls(each, (*steps, name))
    elif is_list(value):
        for each in value:
            yield from _nulls(each, (*steps, "[]"))


def _value_schema(parameter: Record) -> Schema:
    return _typed(parameter) | _values(parameter, parameter) | bounds(parameter, _VALUE_FACTS)


def _typed(declared: Record) -> Schema:
    return {"type": declared["type"]} if declared.get("type", "any") != "any" else {}


def _or_null(schema: Schema, declared: Record) -> Schema:
    """Let null stand in the place of a value, where the vendor takes it."""
    if not declared.get("nullable"):
        return schema
    if isinstance(schema.get("type"), str) and not schema.keys() & {"$ref", "allOf", "anyOf", "oneOf", "not", "if"}:
        values = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
        return {**schema, "type": [schema["type"], "null"], **values}
    return {"anyOf": [schema, {"type": "null"}]} if schema else schema


def _array_schema(parameter: Record) -> Schema:
    declared: Record = parameter.get("items", {})
    items = _typed(declared)
    for source in (declared, parameter):
        items |= _values(source, parameter) | bounds(source, _VALUE_FACTS)
    unique: Schema = {"uniqueItems": True} if parameter.get("unique_items") else {}
    return {"type": "array", "items": _or_null(items, declared)} | bounds(parameter, COUNT_BOUNDS) | unique


def _values(source: Record, parameter: Record) -> Schema:
    keywords = source.get("keywords")
    if not keywords:
        return {}
    return {"examples" if parameter.get("open") else "enum": list(keywords)}


def _rules_within(operation: Record, parameters: Sequence[Record]) -> list[Record]:
    names = {each["name"] for each in parameters}
    return [rule for rule in operation.get("rules", ()) if names >= {*rule["when"], *rule["then"]}]


def _wrapped(key: str, inner: Schema) -> Schema:
    """Put the parameters under their key, which may be missing only where nothing needs to be given."""
    schema: Schema = {"type": "object", "properties": {key: inner}, "additionalProperties": False}
    if "required" in inner or any(refuses_nothing_given(rule) for rule in inner.get("allOf", ())):
        schema["required"] = [key]
    return schema


def _steps(name: str) -> tuple[str, ...]:
    return tuple(step for step in name.replace("[]", ".[]").split(".") if step)


def _answer_node(fields: Mapping[tuple[str, ...], Record]) -> Schema:
    below: dict[str, dict[tuple[str, ...], Record]] = {}
    for steps, field in fields.items():
        if steps:
            below.setdefault(steps[0], {})[steps[1:]] = field
    items = below.pop("[]", None)
    field = fields.get((), {})
    own = _field_schema(field)
    if below:
        anything: Schema = {} if field.get("type") == "any" else {"type": "object"}
        own = anything | own | {"properties": {name: _answer_node(rest) for name, rest in below.items()}}
    if not items:
        return own
    return {**own, "items": _answer_node(items)} if field.get("type") == "any" else _listed(own, _answer_node(items))


def _listed(own: Schema, item: Schema) -> Schema:
    """Describe a list; where the documents also call it an object, the one item may stand there itself."""
    if own.get("type") == "object":
        return {"anyOf": [{"type": "array", "items": item}, own | item]}
    return {"type": "array"} | own | {"items": item}


def _field_schema(field: Record) -> Schema:
    schema = _typed(field)
    if field.get("nullable") and isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    if field.get("describe"):
        schema["description"] = field["describe"]
    if field.get("keywords"):
        schema["examples"] = list(field["keywords"])
    return schema
