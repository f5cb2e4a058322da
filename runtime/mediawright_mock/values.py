"""The values that a request gives to an operation's parameters, by wire name and with their types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from mediawright_runtime.conformity import Conformity
from mediawright_runtime.form_reading import form_values, read_form, typed
from mediawright_runtime.schema import body_schema, form_type, parameter_schema
from mediawright_runtime.shapes import is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediawright_mock.contract import Operation
    from mediawright_mock.messages import Request

    Record = Mapping[str, Any]


def address_values(operation: Operation, request: Request, in_path: Mapping[str, str]) -> dict[str, Any]:
    """Collect what stands in path, query and declared headers.

    Text becomes the value that it spells; text that spells none stays text. Undeclared names of the query are kept.
    """
    values: dict[str, Any] = {}
    keys = {name for name, _ in operation.query}
    for name in dict.fromkeys(name for name, _ in request.query if name not in keys):
        texts = [text for each, text in request.query if each == name]
        values[name] = _typed_list(texts, _declared(operation, name, "query"), operation)
    for name, text in in_path.items():
        values[name] = _value(text, _declared(operation, name, "path"), operation)
    cookies = _cookies(request.headers.get("cookie", ""))
    for parameter in operation.parameters:
        name = parameter["wire_name"]
        if parameter["in"] == "header" and name.lower() in request.headers:
            values[name] = _value(request.headers[name.lower()], parameter, operation)
        elif parameter["in"] == "cookie" and name in cookies:
            values[name] = _value(cookies[name], parameter, operation)
    return values


def sent_body(operation: Operation, request: Request) -> Any:
    """Read a body: JSON, or a form as the object of its fields; None where there is none, or bytes.

    Raises:
        ValueError: It is neither.
        RecursionError: It is nested too deep.
    """
    if operation.raw is not None or not request.body:
        return None
    if form_type(operation.record) is None:
        return request.json()
    schema = body_schema(operation.record) or {}
    inner = Conformity(schema.get("schemas", {}))
    return form_values(read_form(request.headers.get("content-type", ""), request.body), schema, inner.resolved)


def body_values(operation: Operation, body: Any) -> Mapping[str, Any]:
    """Take the parameters out of a body, from under the key that wraps them."""
    inner = body.get(operation.wrap, {}) if operation.wrap and is_object(body) else body
    return inner if is_object(inner) else {}


def _declared(operation: Operation, wire_name: str, location: str) -> Record:
    named = (each for each in operation.parameters if each["wire_name"] == wire_name and each["in"] == location)
    return next(named, None) or {}


def _typed_list(texts: list[str], parameter: Record, operation: Operation) -> Any:
    if parameter.get("type") != "array":
        return _value(texts[-1], parameter, operation)
    if "separator" in parameter:
        texts = [text for each in texts for text in each.split(parameter["separator"])]
    return [_typed(text, parameter.get("items", {}).get("type")) for text in texts]


def _value(text: str, parameter: Record, operation: Operation) -> Any:
    """Read a text by the type of its parameter, or by the schema that says what it is."""
    if parameter.get("type") != "any" and not parameter.get("nullable"):
        return _typed(text, parameter.get("type"))
    return typed(parameter_schema(parameter), text, Conformity(operation.record.get("schemas", {})).resolved)


def _cookies(text: str) -> dict[str, str]:
    pairs = (each.strip().partition("=") for each in text.split(";"))
    return {name: unquote(value) for name, _, value in pairs}


def _typed(text: str, type_: str | None) -> Any:
    read = _READERS.get(type_ or "")
    if read is None:
        return text
    try:
        return read(text)
    except (ValueError, RecursionError):
        return text


def _no_value(constant: str) -> Any:
    """Refuse what Python reads and JSON does not have: NaN and infinities."""
    raise ValueError(constant)


_JSON = json.JSONDecoder(parse_constant=_no_value).decode
_READERS: dict[str, Callable[[str], Any]] = dict.fromkeys(("integer", "number", "boolean", "object"), _JSON)
