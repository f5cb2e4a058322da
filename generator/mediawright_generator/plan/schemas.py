"""JSON Schemas of an operation's request and answer, from which the pydantic models are made."""

from collections.abc import Mapping, Sequence
from typing import Any

from mediawright_generator.plan.docstrings import readable
from mediawright_generator.plan.fragments import has_fragment
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
    described = _described(parameter.get("describe", ""))
    if parameter["in"] == "raw":
        return {"type": "string", "format": "binary"} | described
    if has_fragment(parameter) or parameter.get("file"):
        return described
    schema = parameter_schema(parameter)
    if "items" in schema:
        schema["items"] = {key: each for key, each in schema["items"].items() if key != "format"}
    return {key: schema[key] for key in _MODEL_KEYS if key in schema} | _described(schema.get("description", ""))


def response_schemas(prefix: str, fields: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Describe an answer, one definition for each of its objects; `prefix` names the outermost."""
    definitions: dict[str, Any] = {prefix: _open_object()}
    for field in fields:
        _place(definitions, prefix, _in_object(field["name"]).split("."), field)
    return definitions


def _in_object(name: str) -> str:
    """Name a field of an answer that is a list as the client gives it: below `items`."""
    return f"items{name}" if name.startswith("[]") else name


def _open_object() -> dict[str, Any]:
    return {"type": "object", "customBasePath": _RESPONSE_BASE, "properties": {}}


def _place(definitions: dict[str, Any], owner: str, steps: Sequence[str], field: Mapping[str, Any]) -> None:
    name, *depth = steps[0].split("[]")
    properties = definitions[owner]["properties"]
    if len(steps) == 1:
        properties.setdefault(name, _nested(_leaf(field), len(depth)))
        return
    inner = owner + "".join(word.capitalize() for word in name.split("_"))
    definitions.setdefault(inner, _open_object())
    known = properties.get(name, {})
    said = {"description": known["description"]} if "description" in known else {}
    properties[name] = _nested({"$ref": f"#/$defs/{inner}"}, len(depth)) | said
    _place(definitions, inner, steps[1:], field)


def _nested(schema: dict[str, Any], depth: int) -> dict[str, Any]:
    """Put a schema into lists, one in the other."""
    return {"type": "array", "items": _nested(schema, depth - 1)} if depth else schema


def _leaf(field: Mapping[str, Any]) -> dict[str, Any]:
    described = _described(field.get("describe", ""))
    if field["type"] == "any":
        return described
    if field.get("keywords"):
        return {
            "anyOf": [{"type": field["type"], "enum": list(field["keywords"])}, {"type": field["type"]}],
            **described,
        }
    return {"type": field["type"], **described}


def _described(text: str) -> dict[str, str]:
    said = readable(text).strip()
    return {"description": said} if said else {}
