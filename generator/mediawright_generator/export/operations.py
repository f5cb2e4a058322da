"""One operation as OpenAPI: its address, its parameters and its body."""

from collections.abc import Iterator, Mapping
from typing import Any

from mediawright_generator.export.answers import responses
from mediawright_generator.export.security import is_credential_header
from mediawright_generator.spec.naming import class_name
from mediawright_runtime.schema import body_schema, form_type, idempotency_key, parameter_schema, rule_schema

Record = Mapping[str, Any]
Document = dict[str, Any]

_EXTENSIONS = {
    "id": "x-mediawright-id",
    "model_code": "x-mediawright-model-code",
    "status": "x-mediawright-status",
    "alternative_of": "x-mediawright-alternative-of",
    "output_kind": "x-mediawright-output-kind",
    "output_hosts": "x-mediawright-output-hosts",
    "task": "x-mediawright-task",
    "api_code_demo": "x-mediawright-codes",
    "notes": "x-mediawright-notes",
    "sources": "x-mediawright-sources",
    "disputes": "x-mediawright-disputes",
    "review": "x-mediawright-review",
    "deprecated": "deprecated",
}
_NO_PARAMETERS = ("accept", "authorization", "content-type")
"""Headers that OpenAPI describes elsewhere and ignores among parameters."""


_STYLES = {",": "form", " ": "spaceDelimited", "|": "pipeDelimited"}


def component_name(operation: Record, suffix: str) -> str:
    """Name a schema of an operation, as `ImageToVideoBigModelRequest`."""
    return class_name(operation["python"]) + suffix


def operation_object(operation: Record) -> Document:
    """Describe one operation; its body and answer are referred to as components."""
    written: Document = {
        "operationId": operation["python"].replace(".", "_"),
        "tags": [operation["category"]],
        "summary": operation["name"],
        "description": "\n\n".join(filter(None, [operation.get("description"), *operation.get("notes", ())])),
        "parameters": [*_parameters(operation), *_constant_headers(operation)],
        "requestBody": _request_body(operation),
        "responses": responses(operation, _reference(operation, "Response")),
        "x-mediawright-python": operation["python"],
        "x-mediawright-rules": _rules_beyond_body(operation),
    }
    written |= {extension: operation[key] for key, extension in _EXTENSIONS.items() if key in operation}
    return {key: value for key, value in written.items() if value not in ("", [], None)}


def _reference(operation: Record, suffix: str) -> Document:
    return {"$ref": f"#/components/schemas/{component_name(operation, suffix)}"}


def _parameters(operation: Record) -> Iterator[Document]:
    places = ("path", "query", "header", "cookie")
    keys = (each for place in places for each in idempotency_key(operation, place))
    for parameter in (*operation.get("api_body", ()), *keys):
        if parameter["in"] in places:
            yield _parameter(parameter, operation)


def _parameter(parameter: Record, operation: Record) -> Document:
    schema = parameter_schema(parameter)
    described = {"description": schema.pop("description")} if "description" in schema else {}
    required = parameter["in"] == "path" or parameter["required"] or "const" in parameter
    written = {"name": parameter["wire_name"], "in": parameter["in"], "required": required, **described}
    examples = dict(_parameter_examples(parameter, operation))
    return {**written, **_style(parameter), "schema": schema} | ({"examples": examples} if examples else {})


def _style(parameter: Record) -> Document:
    """Say what joins a list in a query."""
    separator = parameter.get("separator")
    if separator is None:
        return {}
    style = _STYLES.get(separator)
    return {"style": style, "explode": False} if style else {"x-mediawright-separator": separator}


def _parameter_examples(parameter: Record, operation: Record) -> Iterator[tuple[str, Document]]:
    for number, demo in enumerate(operation.get("api_request_demo", ()), start=1):
        values = demo.get(parameter["in"], {})
        if parameter["wire_name"] in values:
            yield f"example_{number}", {"value": values[parameter["wire_name"]]}


def _constant_headers(operation: Record) -> Iterator[Document]:
    for header in operation.get("api_header", ()):
        if not is_credential_header(header) and header["name"].lower() not in _NO_PARAMETERS:
            constant = {"type": "string", "const": header["value"]}
            yield {"name": header["name"], "in": "header", "required": True, "schema": constant}


def _request_body(operation: Record) -> Document | None:
    raw = next((each for each in operation.get("api_body", ()) if each["in"] == "raw"), None)
    if raw is not None:
        schema = {"type": "string", "format": "binary", **_without_type(parameter_schema(raw))}
        if raw["required"]:
            schema = {"minLength": 1, **schema}  # an empty body is none
        content = {_content_type(operation, "application/octet-stream"): {"schema": schema}}
        return {"required": raw["required"], "content": content}
    if body_schema(operation) is None:
        return None
    content = {"schema": _reference(operation, "Request"), **_encoding(operation)}
    if examples := dict(_body_examples(operation)):
        content["examples"] = examples
    whole = next((each for each in operation.get("api_body", ()) if each["in"] == "json"), None)
    required = whole is None or whole["required"]
    return {"required": required, "content": {_content_type(operation, "application/json"): content}}


def _encoding(operation: Record) -> Document:
    """Say that objects stand in a form as JSON, where OpenAPI would take them apart."""
    if form_type(operation) != "application/x-www-form-urlencoded":
        return {}
    objects = [each["wire_name"] for each in operation["api_body"] if each["in"] == "body" and each["type"] == "object"]
    return {"encoding": {name: {"contentType": "application/json"} for name in objects}} if objects else {}


def _without_type(schema: Document) -> Document:
    return {key: value for key, value in schema.items() if key != "type"}


def _content_type(operation: Record, otherwise: str) -> str:
    headers = {each["name"].lower(): each["value"] for each in operation.get("api_header", ())}
    return str(headers.get("content-type", operation.get("content_type", otherwise)))


def _body_examples(operation: Record) -> Iterator[tuple[str, Document]]:
    for number, demo in enumerate(operation.get("api_request_demo", ()), start=1):
        if "body" in demo:
            summary = {"summary": demo["title"]} if demo.get("title") else {}
            yield f"example_{number}", {**summary, "value": demo["body"]}


def _rules_beyond_body(operation: Record) -> list[Document]:
    """Write the rules that no body schema can hold, over an object of all parameters by wire name."""
    parameters = operation.get("api_body", ())
    elsewhere = {each["name"] for each in parameters if each["in"] != "body"}
    rules = operation.get("rules", ())
    return [rule_schema(rule, parameters) for rule in rules if elsewhere & {*rule["when"], *rule["then"]}]
