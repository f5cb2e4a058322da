"""JSON Schemas of an operation's request and answer, from which the pydantic models are made."""

from collections.abc import Mapping, Sequence
from typing import Any

from mediawright_generator.plan.docstrings import readable
from mediawright_runtime.schema import parameter_schema

_REQUEST_BASE = "mediawright_runtime.models.RequestModel"
_RESPONSE_BASE = "mediawright_runtime.models.ResponseModel"
_MODEL_KEYS = (
    "type", "enum", "items", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "minLength", "maxLength", "minItems", "maxItems",
)  # fmt: skip


def request_schema(parameters: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Describe the keywords of an operation: their types and limits, whatever their place on the wire."""
    return {
        "type": "object",
        "customBasePath": _REQUEST_BASE,
        "properties": {each["python_name"]: _property(each) for each in parameters},
        "required": [each["python_name"] for each in parameters if is_demanded(each)],
    }


def is_demanded(parameter: Mapping[str, Any]) -> bool:
    """Tell whether a caller must give a parameter: one that is sent anyway may be left out."""
    stood_in = parameter.get("send_default", False) or "credential" in parameter
    return bool(parameter["required"]) and not stood_in


def _property(parameter: Mapping[str, Any]) -> dict[str, Any]:
    if parameter["in"] == "raw":
        return {"type": "string", "format": "binary"} | _described(parameter.get("describe", ""))
    schema = parameter_schema(parameter)
    return {key: schema[key] for key in _MODEL_KEYS if key in schema} | _described(schema.get("description", ""))


def response_schemas(prefix: str, fields: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Describe an answer, one definition for each of its objects; `prefix` names the outermost."""
    definitions: dict[str, Any] = {prefix: _open_object()}
    for field in fields:
        _place(definitions, prefix, field["name"].split("."), field)
    return definitions


def _open_object() -> dict[str, Any]:
    return {"type": "object", "customBasePath": _RESPONSE_BASE, "properties": {}}


def _place(definitions: dict[str, Any], owner: str, steps: Sequence[str], field: Mapping[str, Any]) -> None:
    name = steps[0].removesuffix("[]")
    properties = definitions[owner]["properties"]
    if len(steps) == 1:
        leaf = _leaf(field)
        properties.setdefault(name, {"type": "array", "items": leaf} if steps[0] != name else leaf)
        return
    inner = owner + "".join(word.capitalize() for word in name.split("_"))
    definitions.setdefault(inner, _open_object())
    reference = {"$ref": f"#/$defs/{inner}"}
    properties[name] = {"type": "array", "items": reference} if steps[0].endswith("[]") else reference
    _place(definitions, inner, steps[1:], field)


def _leaf(field: Mapping[str, Any]) -> dict[str, Any]:
    described = _described(field.get("describe", ""))
    if field.get("keywords"):
        return {
            "anyOf": [{"type": field["type"], "enum": list(field["keywords"])}, {"type": field["type"]}],
            **described,
        }
    return {"type": field["type"], **described}


def _described(text: str) -> dict[str, str]:
    said = readable(text).strip()
    return {"description": said} if said else {}
